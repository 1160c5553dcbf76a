import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf, type Span } from '$lib/text/document';
import {
  AUDIT_SCHEMA_ID,
  type Audit,
  type AuditRequest,
  type ClaimCluster,
  type Contested,
  type DocumentAudit,
  type RequestClaim
} from './audit-schema';
import { compareClaims, type ComparedDocument } from './claims/compare-claims';
import { readParts } from './claims/statement-parts';
import { compareActors } from './compare/actors';
import { compareMetrics } from './compare/divergence';
import { compareSpeakers } from './compare/speakers';
import { toneArc } from './compare/tone-arc';
import { compareVocabulary } from './compare/compare-vocabulary';
import { findChains } from './compare/chains';
import { findDuplicates } from './compare/duplicates';
import { overlapCurve } from './compare/overlap-curve';
import { readStreams } from './compare/word-stream';
import { discoverContested } from './contested/discover';
import { readContested } from './contested/read-contested';
import { measureDocument, type MeasuredDocument } from './metrics/runner';
import { readText } from './read';
import type { Statement } from './reading';
import { roundNumbers } from './round-numbers';

/** Raised when a change to the engine may change any number it gives. */
export const ENGINE_VERSION = '0.1.0';

/** SHA-256 of a text as lower-case hexadecimal. Handed in, so that the analysis stays pure. */
export type Hash = (text: string) => string;

function documentAudit(
  compared: ComparedDocument,
  measured: MeasuredDocument,
  knowledge: Knowledge,
  hash: Hash
): DocumentAudit {
  const { id, reading } = compared;
  const { document, segments, statements } = reading;
  const parts = readParts(reading, knowledge);
  const quoted = (span: Span) => ({ start: span.start, end: span.end, quote: quoteOf(document, span) });
  return {
    id,
    textSha256: hash(document.text),
    words: document.words,
    sentences: document.sentences.length,
    headings: document.headings.map(quoted),
    excluded: document.excluded.map((span) => ({ ...quoted(span), reason: span.reason })),
    notices: document.notices.map((notice) => ({ ...notice })),
    metrics: measured.results,
    segments: segments.map(({ start, end, voice, holder, certainty, polarity, rule }) => ({
      start,
      end,
      voice,
      holder,
      certainty,
      polarity,
      rule
    })),
    statements: statements.map((statement, index) => ({
      id: `${id}:${index}`,
      ...quoted(statement),
      voice: statement.voice,
      holder: statement.holder,
      certainty: statement.certainty,
      polarity: statement.polarity,
      checkable: statement.checkable,
      parts: parts[index]!
    })),
    tone: toneArc(reading, knowledge)
  };
}

/** Reads the documents of a request, ready to be audited; worth keeping when only the claims will change. */
export function readDocuments(
  request: Pick<AuditRequest, 'documents'>,
  knowledge: Knowledge
): ComparedDocument[] {
  return request.documents.map(({ id, text }) => ({ id, reading: readText(text, knowledge) }));
}

/** Rows of the matrix by the claim they were read for, so that a change to one claim costs one row. */
export type ContestedRows = Map<string, Contested>;

/**
 * The part of an audit that rests on the registry of contested claims: the rows and the proposals, as a whole new
 * audit would give them.
 *
 * @param rows read before for the same documents; new ones are added
 */
export function auditContested(
  claims: readonly RequestClaim[],
  shared: readonly ClaimCluster[],
  compared: readonly ComparedDocument[],
  knowledge: Knowledge,
  rows: ContestedRows = new Map()
): Pick<Audit, 'contested' | 'proposals'> {
  const statements = new Map<string, Statement>();
  for (const { id, reading } of compared)
    reading.statements.forEach((statement, index) => statements.set(`${id}:${index}`, statement));
  const contested = claims.map((claim) => {
    const key = JSON.stringify(claim);
    const row = rows.get(key) ?? roundNumbers(readContested([claim], compared, knowledge)[0]!);
    rows.set(key, row);
    return row;
  });
  return { contested, proposals: discoverContested(shared, contested, (id) => statements.get(id)) };
}

/**
 * The conductor: reads every document, measures it, and lays the documents side by side.
 *
 * Pure and deterministic: the same request, word lists and engine give the same bytes. A document's own
 * numbers never depend on its neighbours. Numbers are rounded to six significant digits. `compared` are the
 * request's documents where they have been read already, `rows` the claims read in them before.
 */
export function audit(
  request: AuditRequest,
  knowledge: Knowledge,
  hash: Hash,
  compared: readonly ComparedDocument[] = readDocuments(request, knowledge),
  rows?: ContestedRows
): Audit {
  const measured = compared.map(({ reading }) => measureDocument(reading, knowledge));
  const { claims, overlap, links, threshold } = compareClaims(compared, knowledge, request.seed);
  const ids = compared.map(({ id }) => id);
  const streams = readStreams(compared.map(({ reading }) => reading.document));
  const measures = compared.map(({ id }, index) => ({ id, estimators: measured[index]!.estimators }));
  return roundNumbers<Audit>({
    schema: AUDIT_SCHEMA_ID,
    engine: { version: ENGINE_VERSION, knowledge: knowledge.hash, seed: request.seed },
    documents: compared.map((document, index) => documentAudit(document, measured[index]!, knowledge, hash)),
    comparison: {
      claims,
      overlap,
      divergence: compareMetrics(measures),
      overlapCurve: overlapCurve(claims, overlap, ids, links, threshold),
      ...compareVocabulary(compared, measures, request.seed),
      chains: findChains(compared, streams, claims, knowledge),
      duplicates: findDuplicates(ids, streams),
      actors: compareActors(compared, knowledge),
      speakers: compareSpeakers(compared, knowledge)
    },
    ...auditContested(request.claims, claims, compared, knowledge, rows)
  });
}
