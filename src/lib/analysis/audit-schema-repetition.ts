/** The contract: what documents repeat of each other. */
import * as v from 'valibot';
import { count, holder, offset } from './audit-schema-values';

export const ChainSchema = v.object({
  id: v.string(),
  kind: v.pipe(
    v.picklist(['quotation', 'origin']),
    v.description('The same quoted words, or the same person or document as the origin of the same claim')
  ),
  label: v.string(),
  documents: v.pipe(count, v.description('Documents that carry it: repetition, not corroboration')),
  mentions: v.array(
    v.object({
      document: v.string(),
      start: offset,
      end: offset,
      quote: v.string(),
      holder,
      quoted: v.pipe(v.boolean(), v.description('Stands in quotation marks there'))
    })
  )
});

export const DuplicateSchema = v.object({
  id: v.string(),
  words: v.pipe(count, v.description('Words that the passages have in common, in order')),
  documents: v.pipe(
    count,
    v.description('Documents that hold it; passages beyond the first 50 are not listed')
  ),
  passages: v.array(v.object({ document: v.string(), start: offset, end: offset, quote: v.string() }))
});
