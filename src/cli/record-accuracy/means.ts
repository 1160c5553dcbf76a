/** Scores that are means: of correlations over sets, and of overlaps over texts. */
import type { Counter } from './counter';

/** Sums that Pearson's r follows from: rows, both values, their squares and their product. */
const MOMENTS = 6;

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

function pearson([n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0]: readonly number[]): number {
  const spread = Math.sqrt(Math.max(0, n * xx - x * x) * Math.max(0, n * yy - y * y));
  return spread > 0 ? (n * xy - x * y) / spread : 0;
}

/** Mean of Pearson's r over named sets of rows, each set with the same weight; a set without rows has none. */
export function meanCorrelation(sets: readonly string[]): Counter {
  return {
    count(row, prediction) {
      const sums = new Array<number>(sets.length * MOMENTS).fill(0);
      const set = sets.indexOf(String(row.set));
      const [x, y] = [number(row.score), number(prediction)];
      if (set >= 0) [1, x, y, x * x, y * y, x * y].forEach((sum, k) => (sums[set * MOMENTS + k] = sum));
      return sums;
    },
    score(total) {
      const found = sets
        .map((_, set) => total.slice(set * MOMENTS, (set + 1) * MOMENTS))
        .filter(([n = 0]) => n > 0)
        .map(pearson);
      return found.reduce((sum, r) => sum + r, 0) / Math.max(1, found.length);
    }
  };
}

/** Words in a run that is compared. */
const RUN = 4;

function runs(text: unknown): Map<string, number> {
  const words = String(text ?? '').match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const most = words.length === 0 ? 0 : Math.max(1, words.length - RUN + 1);
  for (let at = 0; at < most; at++) {
    const run = words.slice(at, at + RUN).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** F1 of the runs of four words of one text; two empty texts agree. */
function overlapOf(right: Map<string, number>, said: Map<string, number>): number {
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
  if (right.size === 0 && said.size === 0) return 1;
  let shared = 0;
  for (const [run, n] of right) shared += Math.min(n, said.get(run) ?? 0);
  return (2 * shared) / (size(right) + size(said));
}

/** Mean F1, over texts, of the runs of four words that people cut out of a page and those the engine did. */
export const meanOverlap: Counter = {
  count: (row, prediction) => [1, overlapOf(runs(row.articleBody), runs(prediction))],
  score: ([n = 0, sum = 0]) => sum / Math.max(1, n)
};
