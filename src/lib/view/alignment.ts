/** How texts that tell the same story are laid level: pairs of places, and where one stands for the other. */

/** Two positions that belong together: one in the left text, one in the right. */
export type Anchor = readonly [left: number, right: number];

/**
 * The most anchors that rise in both texts at once, so that scrolling one way never jumps back in the other:
 * a longest increasing subsequence (patience sorting, n log n).
 */
export function risingAnchors(pairs: readonly Anchor[]): Anchor[] {
  // With equal left sides the larger right side comes first, so that at most one of them is kept.
  const sorted = [...pairs].sort((p, q) => p[0] - q[0] || q[1] - p[1]);
  const tops: number[] = [];
  const before: number[] = [];
  sorted.forEach(([, right], index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[tops[middle]!]![1] < right) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  });
  const rising: Anchor[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) rising.push(sorted[at]!);
  return rising.reverse();
}

/**
 * Where the other text should stand when this one stands at `position`: straight lines between the anchors.
 * Anchors must rise in both coordinates; before the first and after the last one the nearest end holds.
 */
export function followPosition(position: number, anchors: readonly Anchor[]): number {
  const first = anchors[0];
  const last = anchors.at(-1);
  if (!first || !last) return position;
  if (position <= first[0]) return first[1];
  if (position >= last[0]) return last[1];
  let low = 0;
  let high = anchors.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (anchors[middle]![0] <= position) low = middle;
    else high = middle;
  }
  const [x0, y0] = anchors[low]!;
  const [x1, y1] = anchors[high]!;
  return y0 + ((position - x0) / (x1 - x0)) * (y1 - y0);
}
