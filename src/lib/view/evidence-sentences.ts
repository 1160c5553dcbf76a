/** The sentences of a document as its audit tells them. */
import type { DocumentAudit } from '$lib/analysis/audit-schema';
import { blocksOf } from './document';
import type { Range } from './passages';
import { sentencesOf } from './rewrite';

/** Sentences of the body text, in order; what was set aside and headings are none. */
export function sentencesIn(
  text: string,
  { headings, excluded, segments }: Pick<DocumentAudit, 'headings' | 'excluded' | 'segments'>
): Range[] {
  const first = headings.map(({ start }) => start);
  const blocks = blocksOf(text, headings, excluded).filter(
    ({ kind, start, end }) => kind !== 'heading' && !first.some((at) => at >= start && at < end)
  );
  return sentencesOf(text, blocks, segments);
}
