/** Area under the ROC curve over rows of which some are drawn more than once. */
import type { Row } from './counter';

/** How often each row counts, to the area; NaN where one of the two kinds of rows is missing. */
export type Area = (times: (row: number) => number) => number;

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/** Rows are put in order once. A tie counts half. */
export function areaOf(
  rows: readonly Row[],
  predictions: ReadonlyMap<string, unknown>,
  isCounted: (row: Row) => boolean
): Area {
  const sorted = rows
    .flatMap((row, index) =>
      isCounted(row)
        ? [{ index, same: row.same === true, score: number(predictions.get(String(row.id))) }]
        : []
    )
    .sort((a, b) => a.score - b.score);
  return (times) => {
    let [below, positives, area] = [0, 0, 0];
    for (let from = 0; from < sorted.length;) {
      const { score } = sorted[from]!;
      let [same, other] = [0, 0];
      for (; sorted[from]?.score === score; from++) {
        const { index, same: isSame } = sorted[from]!;
        if (isSame) same += times(index);
        else other += times(index);
      }
      area += same * (below + other / 2);
      below += other;
      positives += same;
    }
    return area / (positives * below);
  };
}
