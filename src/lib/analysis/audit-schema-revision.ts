/** The contract: two versions of one text, which are no two sources to be compared. */
import * as v from 'valibot';
import { ContestedSchema } from './audit-schema-contested';
import { MetricResultSchema } from './audit-schema-document';
import { MAX_CLAIMS, RequestClaimSchema } from './audit-schema-request';
import { count, interval } from './audit-schema-values';

export const REVISION_SCHEMA_ID = 'parallax.revision/1';

const versionText = v.pipe(
  v.string('must be a string with the text of this version'),
  v.check((text) => text.trim().length > 0, 'is empty: put the text of this version here')
);

export const RevisionRequestSchema = v.strictObject({
  before: versionText,
  after: versionText,
  claims: v.optional(
    v.pipe(
      v.array(RequestClaimSchema, 'must be a list of claims, each with an "id" and a "statement"'),
      v.maxLength(MAX_CLAIMS, `holds too many: up to ${MAX_CLAIMS} claims are looked for`),
      v.check(
        (claims) => new Set(claims.map(({ id }) => id)).size === claims.length,
        'holds two claims with the same id: give each its own'
      )
    ),
    []
  )
});

export const RevisedValueSchema = v.object({
  difference: v.pipe(v.number(), v.description('Later minus earlier version, in the unit of the metric')),
  interval: v.pipe(
    v.nullable(interval),
    v.description(
      '95 % interval, paired sentence by sentence; null when the changes amount to fewer than two sentences'
    )
  ),
  changed: v.pipe(count, v.description('Pairs of sentences that differ in what this metric counts')),
  sentences: v.pipe(count, v.description('Pairs of sentences in all'))
});

export const RevisedMetricSchema = v.object({
  all: v.nullable(RevisedValueSchema),
  author: v.nullable(RevisedValueSchema),
  attributed: v.nullable(RevisedValueSchema)
});

const version = v.object({
  textSha256: v.string(),
  words: count,
  metrics: v.record(v.string(), MetricResultSchema)
});

export const RevisionSchema = v.object({
  schema: v.literal(REVISION_SCHEMA_ID),
  engine: v.object({ version: v.string(), knowledge: v.string() }),
  before: version,
  after: version,
  differences: v.pipe(
    v.record(v.string(), RevisedMetricSchema),
    v.description('By metric; without those that are no sum over sentences or could not be measured')
  ),
  contested: v.pipe(v.array(ContestedSchema), v.description('Cells of the documents "before" and "after"'))
});

export type RevisionRequestInput = v.InferInput<typeof RevisionRequestSchema>;
export type RevisionRequest = v.InferOutput<typeof RevisionRequestSchema>;
export type RevisedValue = v.InferOutput<typeof RevisedValueSchema>;
export type RevisedMetric = v.InferOutput<typeof RevisedMetricSchema>;
export type Revision = v.InferOutput<typeof RevisionSchema>;
