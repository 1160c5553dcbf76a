/**
 * P-values adjusted for there being many (Benjamini-Hochberg): the least false discovery rate at which each
 * test would pass, in the order given.
 */
export function adjustedP(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1]!;
    least = Math.min(least, (pValues[index]! * order.length) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}
