/** Six significant digits: enough for any chart, and the same bytes on every machine. */
function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}

/** A copy of a JSON-like value with every number rounded. Offsets and counts are integers and stay exact. */
export function roundNumbers<T>(value: T): T {
  if (typeof value === 'number') return round(value) as T;
  if (Array.isArray(value)) return value.map((item) => roundNumbers(item)) as T;
  if (value !== null && typeof value === 'object') {
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) if (item !== undefined) copy[key] = roundNumbers(item);
    return copy as T;
  }
  return value;
}
