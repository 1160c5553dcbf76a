/** The contract: the claims that documents make, leave out and contradict, and how far they make the same ones. */
import * as v from 'valibot';
import { count, interval, offset } from './audit-schema-values';

export const ConflictSchema = v.object({
  kind: v.picklist(['number', 'date', 'polarity', 'agent', 'outcome']),
  verdict: v.picklist(['clash', 'may-differ-by-date', 'different-referents']),
  rule: v.string(),
  values: v.array(
    v.object({ document: v.string(), value: v.string(), start: offset, end: offset, quote: v.string() })
  )
});

export const GradeSchema = v.pipe(
  v.picklist(['same-claim', 'related', 'same-topic']),
  v.description('How far a statement matches the one that the label is taken from')
);

const because = v.pipe(
  v.array(v.string()),
  v.description('What decided the grade, the weightiest first: words, names, figures met or missed')
);

export const ClaimClusterSchema = v.object({
  id: v.string(),
  label: v.string(),
  mentions: v.array(
    v.object({
      document: v.string(),
      statement: v.string(),
      score: v.number(),
      grade: v.optional(GradeSchema),
      because: v.optional(because)
    })
  ),
  omittedBy: v.optional(v.array(v.string())),
  omittedCount: v.optional(count),
  nearest: v.optional(
    v.pipe(
      v.array(
        v.object({
          document: v.string(),
          statement: v.string(),
          score: v.number(),
          grade: GradeSchema,
          because
        })
      ),
      v.description(
        'For documents that leave the claim out, the nearest thing that they do say; a document with nothing near is not listed'
      )
    )
  ),
  conflicts: v.array(ConflictSchema)
});

export const OverlapSchema = v.object({
  a: v.string(),
  b: v.string(),
  jaccard: v.number(),
  interval: v.nullable(interval),
  aInB: v.number(),
  bInA: v.number(),
  aInBInterval: v.optional(v.nullable(interval)),
  bInAInterval: v.optional(v.nullable(interval)),
  shared: v.pipe(count, v.description('Claims both documents make'))
});

export const OverlapCurveSchema = v.object({
  threshold: v.pipe(v.number(), v.description('The score from which statements count as the same claim')),
  claims: v.pipe(count, v.description('Claims made, each once for every document that makes it')),
  points: v.array(
    v.object({
      threshold: v.number(),
      shared: v.pipe(count, v.description('Those of them that at least one other document would make too')),
      jaccard: v.pipe(
        v.array(v.number()),
        v.description('Jaccard of each row of `overlap`, in its order; empty above 50 documents')
      )
    })
  )
});
