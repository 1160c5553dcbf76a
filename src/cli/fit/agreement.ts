/** How well scores agree with what people said. */

/** Ranks from 1, ties shared. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks: number[] = [];
  for (let i = 0, j = 0; i < order.length; i = j) {
    while (j < order.length && values[order[j]!] === values[order[i]!]) j++;
    for (let k = i; k < j; k++) ranks[order[k]!] = (i + 1 + j) / 2;
  }
  return ranks;
}

/** Pearson's correlation; of ranks, Spearman's. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, ofA, ofB] = [0, 0, 0];
  a.forEach((value, i) => {
    both += (value - meanA) * (b[i]! - meanB);
    ofA += (value - meanA) ** 2;
    ofB += (b[i]! - meanB) ** 2;
  });
  return ofA > 0 && ofB > 0 ? both / Math.sqrt(ofA * ofB) : 0;
}

/** Share of pairs of a positive and a negative row that the scores order rightly, ties counting half. */
export function areaUnderCurve(labels: readonly boolean[], scores: readonly number[]): number {
  const ranks = ranksOf(scores);
  const positives = labels.filter(Boolean).length;
  const negatives = labels.length - positives;
  const sum = labels.reduce((total, label, i) => (label ? total + ranks[i]! : total), 0);
  return positives > 0 && negatives > 0
    ? (sum - (positives * (positives + 1)) / 2) / (positives * negatives)
    : NaN;
}
