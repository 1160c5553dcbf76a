/** From finding to finding in one of the columns. */
import type { SharedClaim, SpokenRange } from './compare-claims';
import type { Ghost } from './compare-ghosts';
import type { CompareState } from './compare-state';
import { GHOSTS, type CompareView } from './compare-view';
import { SHARED, type Finding } from './highlights';
import { byPlace, type Range } from './passages';

/** A place in a column that a reader can step to, with everything that is found exactly there. */
export interface CompareStep extends Range {
  readonly findings: readonly Finding[];
  /** The shared claim that is made here. */
  readonly claim: { readonly shared: SharedClaim; readonly place: SpokenRange } | null;
  /** What is left out here; its range is empty. */
  readonly ghost: Ghost | null;
}

/** What of the texts the reader has asked for. */
export type Asked = Pick<CompareState, 'on' | 'widely'>;

/** The ghost lines of a column that the reader has asked for. */
export function shownGhosts(view: CompareView, column: number, state: Asked): readonly Ghost[] {
  if (!state.on.includes(GHOSTS)) return [];
  const ghosts = view.columns[column]?.ghosts ?? [];
  return state.widely || !hasSeveral(view) ? ghosts : ghosts.filter((ghost) => ghost.several);
}

/** Whether anything is left out that several documents say; of two documents by themselves nothing is. */
export function hasSeveral(view: CompareView): boolean {
  return view.columns.some(({ ghosts }) => ghosts.some((ghost) => ghost.several));
}

/** Every place of a column in the layers that are switched on, in text order. */
export function compareSteps(view: CompareView, column: number, state: Asked): CompareStep[] {
  const steps: (CompareStep & { findings: Finding[] })[] = [];
  if (state.on.includes(SHARED)) {
    for (const shared of view.shared) {
      for (const place of shared.places[column] ?? []) {
        const { start, end } = place;
        steps.push({ start, end, findings: [], claim: { shared, place }, ghost: null });
      }
    }
  }
  const found = (view.columns[column]?.findings ?? []).filter(({ layer }) => state.on.includes(layer));
  const places = new Map(steps.map((step) => [`${step.start}-${step.end}`, step]));
  for (const finding of found) {
    const { start, end } = finding;
    const known = places.get(`${start}-${end}`);
    if (known) known.findings.push(finding);
    else {
      const step = { start, end, findings: [finding], claim: null, ghost: null };
      places.set(`${start}-${end}`, step);
      steps.push(step);
    }
  }
  for (const ghost of shownGhosts(view, column, state))
    steps.push({ start: ghost.after, end: ghost.after, findings: [], claim: null, ghost });
  return steps.sort(byPlace);
}

/** Where a state stands among the steps of the column it names; -1 when at none of them. */
export function stepIndex(steps: readonly CompareStep[], state: CompareState): number {
  const { at, claim } = state;
  if (!at) return -1;
  const here = (step: CompareStep) => step.start === at.start && step.end === at.end;
  const exact = steps.findIndex(
    (step) => here(step) && claim !== null && (step.ghost?.key ?? step.claim?.shared.key) === claim
  );
  return exact >= 0 ? exact : steps.findIndex(here);
}

/** The step after (1) or before (-1) the state, going round at the ends; null when there is none. */
export function nextStep(
  steps: readonly CompareStep[],
  state: CompareState,
  direction: 1 | -1
): CompareStep | null {
  if (steps.length === 0) return null;
  const index = stepIndex(steps, state);
  if (index >= 0) return steps[(index + direction + steps.length) % steps.length] ?? null;
  if (!state.at) return (direction === 1 ? steps[0] : steps.at(-1)) ?? null;
  const { at } = state;
  const found =
    direction === 1
      ? steps.find((step) => byPlace(step, at) > 0)
      : steps.findLast((step) => byPlace(step, at) < 0);
  return found ?? (direction === 1 ? steps[0] : steps.at(-1)) ?? null;
}

/** What the address says when a step is taken. */
export function stateOfStep(step: CompareStep, document: string): Pick<CompareState, 'claim' | 'at'> {
  return {
    claim: step.ghost?.key ?? step.claim?.shared.key ?? null,
    at: { document, start: step.start, end: step.end }
  };
}
