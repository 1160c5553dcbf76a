import type { Measured, MetricResult } from '$lib/analysis/audit-schema';
import { measureDocument } from '$lib/analysis/metrics/runner';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** Words without a source, an address or a hidden deed, so that a text is long enough to measure. */
export const plain =
  'The council met on Monday and looked at the plan for the new road to the north of the town. ';
const padding = plain.repeat(5);

export function resultOf(id: string, text: string): MetricResult {
  return measureDocument(readText(text, knowledge), knowledge).results[id]!;
}

/** The result of one metric; fails the test when it could not be measured. */
export function measuredOf(id: string, text: string): Measured {
  const found = resultOf(id, text);
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

/** What a metric finds in a few sentences that follow the padding, as `rule: quote`. */
export function foundIn(id: string, text: string): string[] {
  return measuredOf(id, padding + text)
    .evidence.filter((item) => item.start >= padding.length)
    .map((item) => `${item.rule}: ${item.quote}`);
}
