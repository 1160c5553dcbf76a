/** The schemas that the description of the API names. */
import { toJsonSchemaDefs, type JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import * as schemas from '$lib/analysis/audit-schema';
import {
  RevisedMetricSchema,
  RevisionRequestSchema,
  RevisionSchema
} from '$lib/analysis/audit-schema-revision';
import { ReportAboutSchema, ReportRequestSchema } from '../export/html/report-request';
import { importSchemas } from './openapi-import';
import { registrySchemas } from './openapi-registry';

/** What the contract has no schema for: the lists of collections and metrics. */
const CollectionSummary = v.object({
  id: v.string(),
  title: v.string(),
  question: v.string(),
  description: v.string(),
  documents: v.pipe(v.number(), v.integer()),
  problem: v.pipe(v.nullable(v.string()), v.description('What to mend in its files; null when all is well')),
  stored: v.pipe(v.boolean(), v.description('True for one that readers made; the others are files')),
  changedAt: v.pipe(v.nullable(v.string()), v.description('ISO 8601; null for files'))
});
const nullableText = v.nullable(v.string());
const CollectionDocument = v.object({
  id: v.string(),
  file: v.string(),
  title: nullableText,
  publisher: nullableText,
  author: nullableText,
  published: nullableText,
  retrieved: nullableText,
  shown: v.array(v.object({ field: v.string(), quote: v.string() })),
  note: nullableText,
  text: v.string()
});
const Collection = v.object({
  id: v.string(),
  title: v.string(),
  question: v.string(),
  description: v.string(),
  documents: v.array(CollectionDocument),
  contested: v.array(
    v.object({
      id: v.string(),
      statement: v.string(),
      counterStatement: nullableText,
      whyContested: v.string(),
      positions: v.array(v.object({ view: v.string(), references: v.array(v.string()) })),
      cues: v.array(v.array(v.string())),
      denials: v.array(v.array(v.string())),
      aliases: v.array(v.array(v.string())),
      years: v.nullable(v.tuple([v.number(), v.number()])),
      credits: v.array(v.string())
    })
  )
});
const Metric = v.object({
  id: v.string(),
  label: v.string(),
  unit: v.string(),
  version: v.number(),
  series: v.array(v.string()),
  question: v.string(),
  method: v.string(),
  limits: v.string(),
  source: v.string(),
  minimumWords: v.number()
});
const Rule = v.object({
  id: v.string(),
  list: v.string(),
  alternative: v.pipe(nullableText, v.description('A plainer way to say it, where the list has one')),
  source: v.string()
});

const config = {
  target: 'draft-2020-12',
  errorMode: 'ignore',
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`
} as const;

/** Every schema of the description, by name. */
export function componentSchemas(): Record<string, JsonSchema> {
  const request = {
    AuditRequest: schemas.AuditRequestSchema,
    RequestDocument: schemas.RequestDocumentSchema,
    RequestClaim: schemas.RequestClaimSchema,
    ReportAbout: ReportAboutSchema,
    ReportRequest: ReportRequestSchema,
    RevisionRequest: RevisionRequestSchema,
    ...registrySchemas.request,
    ...importSchemas.request
  };
  const answer = {
    Audit: schemas.AuditSchema,
    DocumentAudit: schemas.DocumentAuditSchema,
    MetricResult: schemas.MetricResultSchema,
    Measured: schemas.MeasuredSchema,
    Unmeasured: schemas.UnmeasuredSchema,
    Evidence: schemas.EvidenceSchema,
    Estimate: schemas.EstimateSchema,
    Segment: schemas.SegmentSchema,
    Statement: schemas.StatementSchema,
    ClaimCluster: schemas.ClaimClusterSchema,
    Conflict: schemas.ConflictSchema,
    Overlap: schemas.OverlapSchema,
    Divergence: schemas.DivergenceSchema,
    OverlapCurve: schemas.OverlapCurveSchema,
    Keyness: schemas.KeynessSchema,
    WordDivergence: schemas.WordDivergenceSchema,
    Separation: schemas.SeparationSchema,
    Chain: schemas.ChainSchema,
    Duplicate: schemas.DuplicateSchema,
    Actor: schemas.ActorSchema,
    Speaker: schemas.SpeakerSchema,
    Tone: schemas.ToneSchema,
    ToneWindow: schemas.ToneWindowSchema,
    Contested: schemas.ContestedSchema,
    CreditCell: schemas.CreditCellSchema,
    CreditParty: schemas.CreditPartySchema,
    Proposal: schemas.ProposalSchema,
    StanceCell: schemas.StanceCellSchema,
    Mention: schemas.MentionSchema,
    Revision: RevisionSchema,
    RevisedMetric: RevisedMetricSchema,
    Error: schemas.ErrorSchema,
    ...registrySchemas.answer,
    ...importSchemas.answer,
    CollectionSummary,
    Collection,
    CollectionDocument,
    Metric,
    Rule
  };
  return {
    ...toJsonSchemaDefs(request, { ...config, typeMode: 'input' }),
    ...toJsonSchemaDefs(answer, { ...config, typeMode: 'output' })
  };
}
