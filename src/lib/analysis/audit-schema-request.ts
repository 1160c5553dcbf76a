/** The contract: what an audit is asked. */
import * as v from 'valibot';
import { idText, nullableText } from './audit-schema-values';

/** Most documents one inline audit takes; larger collections are jobs. */
export const MAX_DOCUMENTS = 200;
/** Most claims one inline audit looks for. */
export const MAX_CLAIMS = 200;

export const RequestDocumentSchema = v.strictObject({
  id: idText,
  text: v.pipe(
    v.string('must be a string with the text of the document'),
    v.check(
      (text) => text.trim().length > 0,
      'is empty: put the text of the document here, or leave the document out'
    )
  ),
  title: nullableText,
  publisher: nullableText,
  author: nullableText,
  published: nullableText
});

const cueGroups = v.array(
  v.pipe(
    v.array(
      v.pipe(v.string(), v.trim(), v.nonEmpty('is an empty cue: write a word or phrase, or leave it out'))
    ),
    v.minLength(1, 'is an empty group: name at least one term, or leave the group out')
  )
);

const year = v.pipe(
  v.number('must be a year such as 2004'),
  v.integer('must be a year such as 2004'),
  v.minValue(1, 'must be a year such as 2004'),
  v.maxValue(9999, 'must be a year such as 2004')
);

export const RequestClaimSchema = v.strictObject({
  id: idText,
  statement: v.pipe(
    v.string('must be a string with the claim as one plain sentence'),
    v.trim(),
    v.nonEmpty('is empty: state the claim as one plain sentence')
  ),
  cues: v.optional(
    v.pipe(
      cueGroups,
      v.description(
        'One term of every group must be near: in the same sentence, or the one before it. Matched on lemmas.'
      )
    )
  ),
  denials: v.optional(
    v.pipe(cueGroups, v.description('Terms that, when they stand with the claim, mark it as denied.'))
  ),
  aliases: v.optional(
    v.pipe(
      cueGroups,
      v.description(
        'Other names for what the claim speaks of: in each group, one term of the statement and what else it is called.'
      )
    )
  ),
  years: v.optional(
    v.pipe(
      v.tuple([year, year]),
      v.check(([from, to]) => from <= to, 'must name the earlier year first'),
      v.description(
        'First and last year of what the claim speaks of. A sentence that names only other years does not make it.'
      )
    )
  ),
  credits: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.trim(), v.nonEmpty('is an empty name: write it, or leave it out'))),
      v.description('Who the claim has do the deed; without it, the actors its statement names as doing it.')
    )
  )
});

function uniqueIds(items: readonly { id: string }[]): boolean {
  return new Set(items.map((item) => item.id)).size === items.length;
}

export const AuditRequestSchema = v.strictObject({
  documents: v.pipe(
    v.array(RequestDocumentSchema, 'must be a list of documents, each with an "id" and a "text"'),
    v.minLength(1, 'is empty: send at least one document'),
    v.maxLength(MAX_DOCUMENTS, `holds too many: an inline audit takes up to ${MAX_DOCUMENTS} documents`),
    v.check((items) => uniqueIds(items), 'holds two documents with the same id: give each its own')
  ),
  claims: v.optional(
    v.pipe(
      v.array(RequestClaimSchema, 'must be a list of claims, each with an "id" and a "statement"'),
      v.maxLength(MAX_CLAIMS, `holds too many: an inline audit looks for up to ${MAX_CLAIMS} claims`),
      v.check((items) => uniqueIds(items), 'holds two claims with the same id: give each its own')
    ),
    []
  ),
  seed: v.optional(v.pipe(v.number('must be a whole number'), v.integer('must be a whole number')), 1)
});
