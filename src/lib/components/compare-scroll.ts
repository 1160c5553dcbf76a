import { followPosition, risingAnchors, type Anchor } from '$lib/view/alignment';
import type { SharedClaim } from '$lib/view/compare-claims';
import { ribbonPieces, type RibbonFrame, type Stretch } from '$lib/view/compare-ribbons';

/** Where the reader's eye rests, as a share of a column's height: there matched places stand level. */
const EYE = 0.35;

/** A ribbon as it is drawn. */
export interface Ribbon {
  readonly id: string;
  readonly claim: string;
  readonly path: string;
  /** It passes behind a column that does not make the claim. */
  readonly passing: boolean;
}

/** The place of the first of some rising numbers that is not below `least`, by halving. */
function firstFrom(rising: readonly number[], least: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The columns as they stand on the page: measured when needed, forgotten when their size or marks change. Scrolling
 * reads nothing but the columns' positions, so that ribbons follow at the screen's own pace.
 */
export class CompareScroll {
  /** Scroll positions that were set here, so that the echo of one column does not move the others back. */
  private echoes: number[] = [];
  private stretches: ReadonlyMap<string, Stretch>[] | null = null;

  constructor(
    private readonly columns: () => readonly HTMLElement[],
    private readonly shared: () => readonly SharedClaim[]
  ) {}

  /** Call it when anything in the columns has moved. */
  forget(): void {
    this.stretches = null;
  }

  /** True where the columns stand one above the other at full length, and the page scrolls instead. */
  stacked(): boolean {
    const [first] = this.columns();
    return !first || getComputedStyle(first).overflowY === 'visible';
  }

  private measured(): readonly ReadonlyMap<string, Stretch>[] {
    this.stretches ??= this.columns().map((column, index) => {
      const base = column.getBoundingClientRect().top - column.scrollTop;
      const runs = [...column.querySelectorAll<HTMLElement>('.run')];
      const starts = runs.map((run) => Number(run.dataset.start));
      return new Map(
        this.shared().flatMap(({ key, places }) => {
          const place = places[index]?.[0];
          const inside = place
            ? runs.slice(firstFrom(starts, place.start), firstFrom(starts, place.end))
            : [];
          const first = inside[0]?.getClientRects()[0];
          const last = inside.at(-1)?.getBoundingClientRect();
          return first && last ? [[key, { top: first.top - base, bottom: last.bottom - base }] as const] : [];
        })
      );
    });
    return this.stretches;
  }

  private anchors(from: number, to: number): Anchor[] {
    const [x, y] = [this.columns()[from], this.columns()[to]];
    if (!x || !y) return [];
    const [left, right] = [this.measured()[from], this.measured()[to]];
    const pairs = this.shared().flatMap(({ key }): Anchor[] => {
      const [a, b] = [left?.get(key)?.top, right?.get(key)?.top];
      return a !== undefined && b !== undefined && a > 0 && b > 0 ? [[a, b]] : [];
    });
    return [[0, 0], ...risingAnchors(pairs), [x.scrollHeight, y.scrollHeight]];
  }

  /** A column has scrolled: the others follow, unless it only follows itself. */
  follow(from: number, together: boolean): void {
    const driver = this.columns()[from];
    if (!driver) return;
    if (Math.abs(driver.scrollTop - (this.echoes[from] ?? Number.NaN)) < 2) {
      this.echoes[from] = Number.NaN;
      return;
    }
    if (!together || this.stacked()) return;
    const eye = driver.scrollTop + driver.clientHeight * EYE;
    this.columns().forEach((other, index) => {
      if (index !== from)
        this.move(index, followPosition(eye, this.anchors(from, index)) - other.clientHeight * EYE);
    });
  }

  private move(index: number, top: number): void {
    const column = this.columns()[index];
    if (!column) return;
    const before = column.scrollTop;
    column.scrollTop = top;
    if (column.scrollTop !== before) this.echoes[index] = column.scrollTop;
  }

  /** Brings every column that makes a claim to the place; where they are stacked, the page to the one asked for. */
  bring(claim: string, from: number): void {
    if (this.stacked()) {
      const target = this.columns()[from]?.querySelector('.look-target');
      target?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return;
    }
    this.columns().forEach((column, index) => {
      const stretch = this.measured()[index]?.get(claim);
      if (stretch) this.move(index, stretch.top - column.clientHeight * EYE);
    });
  }

  /** Brings one column to an element in it; the others follow when they scroll together. */
  show(index: number, element: Element, together: boolean): void {
    const column = this.columns()[index];
    if (!column) return;
    if (this.stacked()) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      return;
    }
    const top = element.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;
    this.move(index, top - column.clientHeight * EYE);
    if (!together) return;
    this.echoes[index] = Number.NaN;
    this.follow(index, true);
    this.echoes[index] = column.scrollTop;
  }

  /** The ribbons from each column that makes a claim to the next that does, in pixels of what holds the columns. */
  ribbons(holder: HTMLElement): Ribbon[] {
    if (this.stacked()) return [];
    const origin = holder.getBoundingClientRect();
    const columns = this.columns().map((element) => ({ element, box: element.getBoundingClientRect() }));
    const gaps = columns.slice(1).map(({ box }, index): RibbonFrame => {
      const left = columns[index]!.box;
      return {
        left: left.right - origin.left,
        right: box.left - origin.left,
        top: left.top - origin.top,
        bottom: left.bottom - origin.top
      };
    });
    const measured = this.measured();
    return this.shared().flatMap(({ key }): Ribbon[] => {
      const ends = columns.flatMap(({ element, box }, column) => {
        const stretch = measured[column]?.get(key);
        if (!stretch) return [];
        const down = box.top - origin.top - element.scrollTop;
        return [{ column, top: stretch.top + down, bottom: stretch.bottom + down }];
      });
      return ends.slice(1).flatMap((to, index) => {
        const from = ends[index]!;
        return ribbonPieces(from, to, gaps.slice(from.column, to.column)).map((piece, gap) => ({
          ...piece,
          id: `${from.column + gap} ${from.column} ${key}`,
          claim: key
        }));
      });
    });
  }
}
