import { tick, untrack } from 'svelte';
import type { SharedClaim } from '$lib/view/compare-claims';
import { claimNamed } from '$lib/view/compare-marks';
import type { CompareState } from '$lib/view/compare-state';
import {
  compareSteps,
  nextStep,
  stateOfStep,
  stepIndex,
  type Asked,
  type CompareStep
} from '$lib/view/compare-steps';
import { GHOSTS, type CompareView } from '$lib/view/compare-view';
import { nextAt } from '$lib/view/highlights-notes';
import type { Source } from '$lib/view/sources';
import type { CompareScroll } from './compare-scroll';
import type { PageKey } from './single-keys';

/** What the page hands down: it changes under the reading, and is asked for again each time. */
export interface CompareFrame {
  readonly columns: readonly Source[];
  readonly view: CompareView;
  readonly shown: CompareState;
  readonly onchange: (change: Partial<CompareState>) => void;
}

/** Until what was changed so far is on the screen. */
const painted = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));

/** Where a reader of several texts is: which column, at which step, at which shared claim. */
export class CompareReading {
  /** The claim whose number has the focus or the pointer. */
  preview = $state.raw<SharedClaim | null>(null);
  /** The elements in which the texts scroll, by document: a column that changes its place keeps its own. */
  scrollerOf = $state<Record<string, HTMLElement | undefined>>({});
  readonly scrollers = $derived.by(() => this.frame.columns.map(({ id }) => this.scrollerOf[id]));
  /** Id of the document in whose column the reader is. */
  private chosen = $state<string | null>(null);

  /** The claim the address names. */
  readonly claim = $derived.by(() => claimNamed(this.frame.view, this.frame.shown.claim));
  readonly marked = $derived.by(() => this.preview ?? this.claim);
  readonly column = $derived.by(() => {
    const { columns, shown } = this.frame;
    const chosen = columns.findIndex(({ id }) => id === this.chosen);
    const at = columns.findIndex(({ id }) => id === shown.at?.document);
    return Math.max(0, chosen >= 0 ? chosen : at);
  });
  private readonly view = $derived.by(() => this.frame.view);
  /** What of the texts is shown. Every step makes a new state; this is the same for as long as it says the same. */
  asked = $state.raw<Asked>({ on: [], widely: false });
  /** What each column still shows while a change is drawn column by column; empty when all show what is asked. */
  private drawn = $state.raw<readonly Asked[]>([]);
  private round = 0;
  readonly steps = $derived.by(() => compareSteps(this.view, this.column, this.asked));
  readonly index = $derived.by(() => {
    const { columns, shown } = this.frame;
    return shown.at?.document === columns[this.column]?.id ? stepIndex(this.steps, shown) : -1;
  });

  constructor(
    private readonly frame: CompareFrame,
    private readonly scroll: CompareScroll
  ) {
    const { on, widely } = frame.shown;
    this.asked = { on, widely };
  }

  /** What a column shows: what is asked, or what was asked before for as long as its turn has not come. */
  shownIn(column: number): Asked {
    return this.drawn[column] ?? this.asked;
  }

  /** All columns show what is asked. */
  get settled(): boolean {
    return this.drawn.length === 0;
  }

  /** Takes over which layers and ghost lines are shown, when they differ from those that are. */
  ask({ on, widely }: Asked): void {
    untrack(() => {
      const same = widely === this.asked.widely && on.join(' ') === this.asked.on.join(' ');
      if (same) return;
      const before = this.frame.columns.map((_, column) => this.shownIn(column));
      this.asked = { on, widely };
      this.drawn = before;
      void this.drawInTurns(this.column);
    });
  }

  /** The column that is read first and at once, each other in a frame of its own: four long texts would hold up a click. */
  private async drawInTurns(first: number): Promise<void> {
    const round = ++this.round;
    for (let turn = 0; turn < this.drawn.length; turn += 1) {
      const column = (first + turn) % this.drawn.length;
      this.drawn = this.drawn.map((asked, i) => (i === column ? this.asked : asked));
      await painted();
      if (round !== this.round) return;
    }
    this.drawn = [];
  }

  /** To the next finding of the column, or the one before. */
  step(direction: 1 | -1): void {
    this.take(nextStep(this.steps, this.frame.shown, direction), this.column);
  }

  private take(step: CompareStep | null, column: number): void {
    const { columns, onchange } = this.frame;
    const document = columns[column]?.id;
    if (step && document) onchange(stateOfStep(step, document));
  }

  /** Marks a shared claim, at its first place in a column. */
  choose(claim: SharedClaim, column: number): void {
    const { columns, onchange } = this.frame;
    const [place] = claim.places[column] ?? [];
    const document = columns[column]?.id;
    this.chosen = columns[column]?.id ?? null;
    onchange({
      claim: claim.key,
      at: place && document ? { document, start: place.start, end: place.end } : null
    });
  }

  /** Words were clicked: what is found there is marked. */
  click(column: number, offset: number): void {
    const { columns, view, shown } = this.frame;
    this.chosen = columns[column]?.id ?? null;
    this.take(nextAt(compareSteps(view, column, this.asked), shown.at, offset), column);
  }

  /** Goes on in another column, at the same claim where that makes it too. */
  go(column: number): void {
    const { columns } = this.frame;
    const wrapped = (column + columns.length) % columns.length;
    this.chosen = columns[wrapped]?.id ?? null;
    if (this.claim?.places[wrapped]?.length) this.choose(this.claim, wrapped);
    else this.scrollers[wrapped]?.focus({ preventScroll: true });
  }

  /** To where a column makes a claim; where texts stand one above the other the page itself goes there. */
  async jump(column: number, claim: SharedClaim): Promise<void> {
    this.choose(claim, column);
    await tick();
    const number = this.scrollers[column]?.querySelector(`[data-claim="${CSS.escape(claim.key)}"]`);
    if (number && this.scroll.stacked()) number.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (number instanceof HTMLElement) number.focus({ preventScroll: true });
  }

  /** A ribbon was chosen. */
  chooseByKey(key: string): void {
    const claim = claimNamed(this.frame.view, key);
    if (claim)
      this.choose(
        claim,
        claim.places.findIndex((places) => places.length > 0)
      );
  }

  unmark(): void {
    this.preview = null;
    this.frame.onchange({ claim: null, at: null });
  }

  private toggle(layer: string): void {
    const { shown, onchange } = this.frame;
    const { on } = shown;
    onchange({ on: on.includes(layer) ? on.filter((other) => other !== layer) : [...on, layer] });
  }

  readonly keys: readonly PageKey[] = [
    { keys: ['n', 'j'], does: 'next finding in this column', act: () => this.step(1) },
    { keys: ['p', 'k'], does: 'previous finding', act: () => this.step(-1) },
    { keys: ['l'], does: 'step through the next column', act: () => this.go(this.column + 1) },
    { keys: ['h'], does: 'step through the column before', act: () => this.go(this.column - 1) },
    { keys: ['g'], does: 'show or hide what is left out', act: () => this.toggle(GHOSTS) },
    {
      keys: ['s'],
      does: 'scroll together or apart',
      act: () => this.frame.onchange({ together: !this.frame.shown.together })
    },
    { keys: ['Escape'], does: 'unmark', act: () => this.unmark() }
  ];

  /** Brings what the address names into view. */
  bring(holder: HTMLElement): void {
    const { shown } = this.frame;
    const target = this.scrollers[this.column]?.querySelector('.look-target, [data-ghost].active');
    if (this.claim?.places[this.column]?.length) this.scroll.bring(this.claim.key, this.column);
    else if (target) this.scroll.show(this.column, target, shown.together);
    if (!this.scroll.stacked()) holder.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }
}
