/** What a report is asked for with: a request for an audit, and what is known of its texts beside. */
import * as v from 'valibot';
import { AuditRequestSchema, type AuditRequest } from '$lib/analysis/audit-schema';
import { DomainError } from '../../domain-error';
import { parseAuditRequest, pathText, problemOf } from '../../library/audit-request';
import type { Collection } from '../../library/collection';

const text = v.string();
const nullableText = v.nullish(text, null);

/** The part of a report's request that an audit has no use for. */
export const ReportAboutSchema = v.strictObject({
  title: v.optional(text, ''),
  question: v.optional(text, ''),
  description: v.optional(text, ''),
  documents: v.optional(
    v.array(
      v.strictObject({
        id: text,
        title: nullableText,
        retrieved: nullableText,
        shown: v.optional(v.array(v.strictObject({ field: text, quote: text })), []),
        note: nullableText
      })
    ),
    []
  ),
  contested: v.optional(
    v.array(
      v.strictObject({
        id: text,
        counterStatement: nullableText,
        whyContested: nullableText,
        positions: v.optional(v.array(v.strictObject({ view: text, references: v.array(text) })), [])
      })
    ),
    []
  )
});

/** What the description of the API says is sent; `parseReportRequest` reads its two parts. */
export const ReportRequestSchema = v.strictObject({
  ...AuditRequestSchema.entries,
  about: v.nullish(ReportAboutSchema)
});

export type ReportAbout = v.InferOutput<typeof ReportAboutSchema>;

export interface ReportRequest {
  readonly request: AuditRequest;
  readonly about: ReportAbout;
}

/** What is known beside, and the request of an audit, which holds nothing else. */
function separated(raw: unknown): { readonly about: unknown; readonly audited: unknown } {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return { about: null, audited: raw };
  const { about, ...audited } = raw as { readonly about?: unknown };
  return { about, audited };
}

/**
 * Checks a request for a report: a request for an audit that may hold `about`.
 *
 * @throws DomainError 400 naming the first place that is wrong
 */
export function parseReportRequest(raw: unknown): ReportRequest {
  const { about, audited } = separated(raw);
  const request = parseAuditRequest(audited);
  // To the schema, a list is an object that lacks what may be left out.
  if (Array.isArray(about))
    throw new DomainError('invalid-request', 'about must be a JSON object, but is a list.', 'about');
  const result = v.safeParse(ReportAboutSchema, about ?? {}, { abortEarly: true });
  if (result.success) return { request, about: result.output };
  const issue = result.issues[0];
  const path = pathText(['about', ...(issue.path ?? []).map(({ key }) => key)]) ?? 'about';
  throw new DomainError('invalid-request', `${path} ${problemOf(issue)}.`, path);
}

/** What a collection's files say beside the request they stand for. */
export function aboutOf(collection: Omit<Collection, 'id'>): ReportAbout {
  const { title, question, description, documents, contested } = collection;
  return {
    title,
    question,
    description,
    documents: documents.map(({ id, title, retrieved, shown, note }) => ({
      id,
      title,
      retrieved,
      shown: shown.map(({ field, quote }) => ({ field, quote })),
      note
    })),
    contested: contested.map(({ id, counterStatement, whyContested, positions }) => ({
      id,
      counterStatement,
      whyContested,
      positions: positions.map(({ view, references }) => ({ view, references: [...references] }))
    }))
  };
}
