/**
 * The contract between engine and screen: what `audit()` takes and what it answers.
 *
 * The CLI, `POST /api/v1/audit`, the pages and the exports all hand out the same `Audit`; the OpenAPI
 * document is generated from these schemas. Fields may be added, never renamed.
 *
 * Every `start`/`end` is a half-open UTF-16 range into the document's text exactly as it was submitted:
 * `text.slice(start, end) === quote`.
 */
import * as v from 'valibot';
import { ActorSchema, SpeakerSchema } from './audit-schema-actors';
import {
  ClaimClusterSchema,
  ConflictSchema,
  GradeSchema,
  OverlapCurveSchema,
  OverlapSchema
} from './audit-schema-claims';
import {
  ContestedSchema,
  CreditCellSchema,
  CreditPartySchema,
  MentionSchema,
  ProposalSchema,
  StanceCellSchema
} from './audit-schema-contested';
import {
  DivergenceSchema,
  KeynessSchema,
  SeparationSchema,
  WordDivergenceSchema,
  WordUsesSchema
} from './audit-schema-differences';
import {
  DocumentAuditSchema,
  EstimateSchema,
  EvidenceSchema,
  ExcludedSchema,
  FigureSchema,
  MeasuredSchema,
  MetricPartSchema,
  MetricResultSchema,
  NoticeSchema,
  SegmentSchema,
  StatementPartsSchema,
  StatementSchema,
  ToneSchema,
  ToneWindowSchema,
  UnmeasuredSchema
} from './audit-schema-document';
import { ChainSchema, DuplicateSchema } from './audit-schema-repetition';
import { AuditRequestSchema, RequestClaimSchema, RequestDocumentSchema } from './audit-schema-request';
import { CertaintySchema, PolaritySchema, StanceSchema, VoiceSchema } from './audit-schema-values';

export * from './audit-schema-actors';
export * from './audit-schema-claims';
export * from './audit-schema-contested';
export * from './audit-schema-differences';
export * from './audit-schema-document';
export * from './audit-schema-repetition';
export * from './audit-schema-request';
export * from './audit-schema-revision';
export { CertaintySchema, PolaritySchema, StanceSchema, VoiceSchema } from './audit-schema-values';

export const AUDIT_SCHEMA_ID = 'parallax.audit/1';

export const AuditSchema = v.object({
  schema: v.literal(AUDIT_SCHEMA_ID),
  engine: v.object({ version: v.string(), knowledge: v.string(), seed: v.number() }),
  documents: v.array(DocumentAuditSchema),
  comparison: v.object({
    claims: v.array(ClaimClusterSchema),
    overlap: v.array(OverlapSchema),
    divergence: v.array(DivergenceSchema),
    overlapCurve: v.nullable(OverlapCurveSchema),
    keyness: v.array(KeynessSchema),
    wordDivergence: v.array(WordDivergenceSchema),
    wordUses: v.optional(
      v.pipe(
        v.array(WordUsesSchema),
        v.description('Where the words stand that `keyness` finds significant and `wordDivergence` names')
      )
    ),
    separation: v.array(SeparationSchema),
    chains: v.array(ChainSchema),
    duplicates: v.array(DuplicateSchema),
    actors: v.array(ActorSchema),
    speakers: v.optional(v.array(SpeakerSchema))
  }),
  contested: v.array(ContestedSchema),
  proposals: v.pipe(
    v.array(ProposalSchema),
    v.description('Claims that the sources treat differently and the request does not name')
  )
});

/** What every 4xx and 5xx of the API answers. */
export const ErrorSchema = v.object({
  error: v.object({
    code: v.string(),
    message: v.string(),
    path: v.pipe(v.nullable(v.string()), v.description('Where in the input, such as documents[2].text'))
  })
});

export type Voice = v.InferOutput<typeof VoiceSchema>;
export type Certainty = v.InferOutput<typeof CertaintySchema>;
export type Polarity = v.InferOutput<typeof PolaritySchema>;
export type Stance = v.InferOutput<typeof StanceSchema>;
export type AuditRequestInput = v.InferInput<typeof AuditRequestSchema>;
export type AuditRequest = v.InferOutput<typeof AuditRequestSchema>;
export type RequestDocument = v.InferOutput<typeof RequestDocumentSchema>;
export type RequestClaim = v.InferOutput<typeof RequestClaimSchema>;
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
export type Estimate = v.InferOutput<typeof EstimateSchema>;
export type MetricPart = v.InferOutput<typeof MetricPartSchema>;
export type Measured = v.InferOutput<typeof MeasuredSchema>;
export type Unmeasured = v.InferOutput<typeof UnmeasuredSchema>;
export type MetricResult = v.InferOutput<typeof MetricResultSchema>;
export type Excluded = v.InferOutput<typeof ExcludedSchema>;
export type Notice = v.InferOutput<typeof NoticeSchema>;
export type FigureAudit = v.InferOutput<typeof FigureSchema>;
export type StatementAudit = v.InferOutput<typeof StatementSchema>;
export type StatementParts = v.InferOutput<typeof StatementPartsSchema>;
export type SegmentAudit = v.InferOutput<typeof SegmentSchema>;
export type DocumentAudit = v.InferOutput<typeof DocumentAuditSchema>;
export type Conflict = v.InferOutput<typeof ConflictSchema>;
export type Grade = v.InferOutput<typeof GradeSchema>;
export type ClaimCluster = v.InferOutput<typeof ClaimClusterSchema>;
export type Overlap = v.InferOutput<typeof OverlapSchema>;
export type Divergence = v.InferOutput<typeof DivergenceSchema>;
export type OverlapCurve = v.InferOutput<typeof OverlapCurveSchema>;
export type Keyness = v.InferOutput<typeof KeynessSchema>;
export type WordDivergence = v.InferOutput<typeof WordDivergenceSchema>;
export type WordUses = v.InferOutput<typeof WordUsesSchema>;
export type Separation = v.InferOutput<typeof SeparationSchema>;
export type Chain = v.InferOutput<typeof ChainSchema>;
export type Duplicate = v.InferOutput<typeof DuplicateSchema>;
export type Actor = v.InferOutput<typeof ActorSchema>;
export type Speaker = v.InferOutput<typeof SpeakerSchema>;
export type Tone = v.InferOutput<typeof ToneSchema>;
export type ToneWindow = v.InferOutput<typeof ToneWindowSchema>;
export type Mention = v.InferOutput<typeof MentionSchema>;
export type StanceCell = v.InferOutput<typeof StanceCellSchema>;
export type Proposal = v.InferOutput<typeof ProposalSchema>;
export type CreditParty = v.InferOutput<typeof CreditPartySchema>;
export type CreditCell = v.InferOutput<typeof CreditCellSchema>;
export type Contested = v.InferOutput<typeof ContestedSchema>;
export type Comparison = Audit['comparison'];
export type Audit = v.InferOutput<typeof AuditSchema>;
export type ApiError = v.InferOutput<typeof ErrorSchema>;
