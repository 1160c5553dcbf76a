import { getContext, setContext } from 'svelte';
import { isBrushed, NOTHING_BRUSHED, type Brushed, type Marked } from '$lib/view/brush';

/** Whether one source or claim is brought out. Cells of their own, so that a change redraws two of them, not all. */
class Cell {
  on: boolean;
  constructor(on: boolean) {
    this.on = $state(on);
  }
}

function keysOf({ sources, claims }: Brushed): Set<string> {
  return new Set([...[...sources].map((id) => `source:${id}`), ...[...claims].map((id) => `claim:${id}`)]);
}

/** What is brought out on a page at this moment, wherever it stands. */
export class Brush {
  readonly #cells: Record<string, Cell> = Object.create(null) as Record<string, Cell>;
  #now: Brushed = NOTHING_BRUSHED;
  /** Counts changes, for drawings that are no part of the page's markup. */
  changes = $state(0);
  /** Told what a reader points at on a drawing; null when nothing is. */
  readonly point: (marked: Marked | null) => void;

  constructor(point: (marked: Marked | null) => void, now: Brushed) {
    this.point = point;
    this.#now = now;
  }

  #isOn(key: string): boolean {
    const cell = (this.#cells[key] ??= new Cell(keysOf(this.#now).has(key)));
    return cell.on;
  }

  source(id: string): boolean {
    return this.#isOn(`source:${id}`);
  }

  claim(id: string): boolean {
    return this.#isOn(`claim:${id}`);
  }

  /** For a mark on a drawing that speaks of these sources; `alone`: and of no other. */
  holds(sources: readonly string[], alone: boolean): boolean {
    return isBrushed(sources, this.#now, alone);
  }

  show(next: Brushed): void {
    const [before, after] = [keysOf(this.#now), keysOf(next)];
    if (before.size === after.size && [...after].every((key) => before.has(key))) return;
    this.#now = next;
    for (const [key, cell] of Object.entries(this.#cells)) cell.on = after.has(key);
    this.changes += 1;
  }
}

const KEY = Symbol('brush');

/** Gives the parts of a page one brush. */
export function provideBrush(brush: Brush): Brush {
  return setContext(KEY, brush);
}

/** The brush of the page; undefined on pages that have none. */
export function useBrush(): Brush | undefined {
  return getContext<Brush | undefined>(KEY);
}
