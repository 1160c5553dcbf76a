/** The scores of the engine on public, human-annotated sets, as the benchmarks that pages show. */
import { studentQuantile, wilsonInterval } from '$lib/analysis/statistics/quantiles';
import type { Benchmark } from './validity';
import type { Measure } from './validity-measure';
import { MEASURES } from './validity-measures';

/** One task as the scorer that comes with the data reports it. */
export interface TaskScores {
  readonly task: string;
  /** Rows of the set. */
  readonly n: number;
  /** Rows without an answer. */
  readonly missing: number;
  readonly scores: Readonly<Record<string, number>>;
}

/** An interval from the rows themselves, for a task, a measure by the scorer's name and its score. */
export type Resampled = (task: string, key: string, score: number) => [number, number] | null;

export interface Further {
  readonly resampled?: Resampled;
  /** The same from answers to rows by weights that were not fitted on them. */
  readonly resampledUnseen?: Resampled;
  /** What fitted weights reach on rows they were not fitted on, by `task.measure`. */
  readonly crossValidated?: Readonly<Record<string, number>>;
}

/** Two-sided 95 % point of the normal distribution. */
const NORMAL_95 = studentQuantile(0.95, Infinity);

/** Fisher's z for a correlation, Wilson's interval for a share. */
function intervalOf(kind: Measure['interval'], score: number, n: number): [number, number] | null {
  if (kind === 'share') return n > 0 ? wilsonInterval(score, n, NORMAL_95) : null;
  if (kind !== 'correlation' || n <= 3 || Math.abs(score) >= 1) return null;
  const half = NORMAL_95 / Math.sqrt(n - 3);
  return [Math.tanh(Math.atanh(score) - half), Math.tanh(Math.atanh(score) + half)];
}

/**
 * The benchmarks that the scores cover, in the order in which pages show them. Scores of unknown tasks, and
 * measures that are not among a task's scores, are left out.
 *
 * Intervals are 95 %: Fisher's z for correlations, Wilson's for shares; F1 needs more than score and n, so it
 * has one where rows can be resampled. Where weights were fitted on the rows, a cross-validated score takes the
 * place of the score when there is one. Intervals cover the choice of the rows, not that of the sets.
 */
export function benchmarksOf(
  scored: readonly TaskScores[],
  { resampled = () => null, resampledUnseen = () => null, crossValidated = {} }: Further = {}
): Benchmark[] {
  return MEASURES.flatMap(({ key, count, interval, floor, published, fitted, ...about }): Benchmark[] => {
    const found = scored.find(({ task }) => task === about.task);
    const score = found?.scores[key];
    if (!found || score === undefined || !Number.isFinite(score)) return [];
    const n = count === undefined ? found.n : (found.scores[count] ?? 0);
    const unseen = fitted ? crossValidated[`${about.task}.${key}`] : undefined;
    const bounds =
      unseen === undefined
        ? (intervalOf(interval, score, n) ?? resampled(about.task, key, score))
        : (intervalOf(interval, unseen, n) ?? resampledUnseen(about.task, key, unseen));
    return [
      {
        ...about,
        score: unseen ?? score,
        seen: fitted ? score : null,
        crossValidated: unseen !== undefined,
        interval: bounds && [Number(bounds[0].toFixed(4)), Number(bounds[1].toFixed(4))],
        floor: [...floor],
        published: [...published],
        n,
        missing: found.missing
      }
    ];
  });
}
