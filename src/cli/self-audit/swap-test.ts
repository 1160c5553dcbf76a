/** The swap test: would the numbers be the same if the text said of B what it says of A? */
import type { Actor, Estimate, MetricResult } from '$lib/analysis/audit-schema';
import type { ComparedDocument } from '$lib/analysis/claims/compare-claims';
import { compareActors } from '$lib/analysis/compare/actors';
import { runMetrics } from '$lib/analysis/metrics/runner';
import { readText } from '$lib/analysis/read';
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Moved, Swap } from '$lib/server/library/validity';
import { formsOf, swapNames } from './swap-names';

/** Rules named for each value that moved. */
const MOST_RULES = 6;
/** Rounding noise of sums. */
const SAME = 1e-9;

type Results = Readonly<Record<string, MetricResult>>;

/** Findings by rule after less findings before. */
function changedRules(before: MetricResult, after: MetricResult, voice: Moved['voice']): Moved['rules'] {
  const change = new Map<string, number>();
  const count = (result: MetricResult, step: number): void => {
    if (!('evidence' in result)) return;
    for (const item of result.evidence) {
      if (voice === 'all' || item.voice === voice) change.set(item.rule, (change.get(item.rule) ?? 0) + step);
    }
  };
  count(before, -1);
  count(after, 1);
  return [...change]
    .filter(([, by]) => by !== 0)
    .sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || (a < b ? -1 : 1))
    .slice(0, MOST_RULES)
    .map(([rule, by]) => ({ rule, change: by }));
}

function holdAgainst(
  document: string,
  before: Results,
  after: Results
): { compared: number; moved: Moved[] } {
  let compared = 0;
  const moved: Moved[] = [];
  for (const [metric, first] of Object.entries(before)) {
    const second = after[metric];
    if (!('value' in first) || !second || !('value' in second)) continue;
    const voices: [Moved['voice'], Pick<Estimate, 'value' | 'interval'>, Pick<Estimate, 'value'>][] = [
      ['all', first, second],
      ['author', first.author, second.author],
      ['attributed', first.attributed, second.attributed]
    ];
    for (const [voice, one, other] of voices) {
      if (one.value === null || one.interval === null || other.value === null) continue;
      compared++;
      if (Math.abs(one.value - other.value) < SAME) continue;
      const [low, high] = one.interval;
      const half = other.value < one.value ? one.value - low : high - one.value;
      moved.push({
        document,
        metric,
        voice,
        unit: first.unit,
        before: one.value,
        interval: [low, high],
        after: other.value,
        shift: Math.abs(other.value - one.value) / Math.max(half, SAME),
        beyond: other.value < low - SAME || other.value > high + SAME,
        rules: changedRules(first, second, voice)
      });
    }
  }
  return { compared, moved };
}

/** The pairs that are exchanged: the two actors named most, and the two states named most. People stay. */
export function pairsToSwap(actors: readonly Actor[]): [Actor, Actor][] {
  const listed = actors.filter(({ kind }) => kind !== 'person');
  const states = listed.filter(({ kind }) => kind === 'place');
  const pairs = [listed, states].flatMap(([a, b]): [Actor, Actor][] => (a && b ? [[a, b]] : []));
  return pairs.filter(
    ([a, b], index) => index === 0 || !(pairs[0]![0].id === a.id && pairs[0]![1].id === b.id)
  );
}

/**
 * Exchanges the names of the most named actors in every document and measures it again. A measure that is
 * blind to who is meant gives the same values.
 */
export function swapTest(documents: readonly ComparedDocument[], knowledge: Knowledge): Swap[] {
  const before = documents.map(({ reading }) => runMetrics(reading, knowledge));
  return pairsToSwap(compareActors(documents, knowledge)).map(([a, b]): Swap => {
    const [first, second] = [formsOf(a, knowledge), formsOf(b, knowledge)];
    const swap: Swap = {
      actors: [
        { id: a.id, name: a.name },
        { id: b.id, name: b.name }
      ],
      exchanged: [],
      compared: 0,
      moved: []
    };
    documents.forEach(({ id, reading }, index) => {
      const { text, names } = swapNames(reading, first, second, knowledge);
      const { compared, moved } = holdAgainst(
        id,
        before[index]!,
        runMetrics(readText(text, knowledge), knowledge)
      );
      swap.exchanged.push({ document: id, names });
      swap.compared += compared;
      swap.moved.push(...moved);
    });
    swap.moved.sort((x, y) => y.shift - x.shift);
    return swap;
  });
}
