/** First index of a sorted list whose item is not before `least`, by bisection; the length when there is none. */
export function lowerBound<T>(items: ArrayLike<T>, least: number, of: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(items[middle]!) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
