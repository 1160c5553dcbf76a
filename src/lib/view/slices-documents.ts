/** What pages hold of a document's audit: no evidence, statements or segments. */
import type { DocumentAudit, Measured, Notice, Tone, Unmeasured } from '$lib/analysis/audit-schema';
import type { ClaimCounts } from './slices-claims';

/** A measured metric without its evidence; `hits` says how much of that there is, by voice. */
export interface MeasuredSlice extends Omit<Measured, 'evidence'> {
  readonly hits: { readonly author: number; readonly attributed: number };
}

export type MetricSlice = MeasuredSlice | Unmeasured;

export interface DocumentSlice {
  readonly id: string;
  readonly textSha256: string;
  readonly words: number;
  readonly sentences: number;
  readonly notices: readonly Notice[];
  /** How many stretches of text were set aside, and how many characters they hold. */
  readonly excluded: { readonly spans: number; readonly characters: number };
  readonly statements: { readonly author: number; readonly attributed: number };
  /** How many claims it makes, alone or with others; by voice those it makes in that voice at least once. */
  readonly claims: ClaimCounts;
  readonly metrics: Readonly<Record<string, MetricSlice>>;
  readonly tone?: Tone;
}

/** How much evidence a document's metrics have, where the evidence itself was left out; by metric id. */
export type LeftOut = ReadonlyMap<string, { readonly hits: Readonly<Record<string, MeasuredSlice['hits']>> }>;

function metricSlice(result: DocumentAudit['metrics'][string], counted?: MeasuredSlice['hits']): MetricSlice {
  if ('reason' in result) return result;
  const { evidence, ...rest } = result;
  if (counted) return { ...rest, hits: counted };
  const author = evidence.filter((item) => item.voice === 'author').length;
  return { ...rest, hits: { author, attributed: evidence.length - author } };
}

/** A document as the overview holds it. */
export function documentSlice(
  document: DocumentAudit,
  claims: ClaimCounts,
  leftOut: LeftOut | null
): DocumentSlice {
  const counted = leftOut?.get(document.id)?.hits;
  const author = document.statements.filter((statement) => statement.voice === 'author').length;
  return {
    id: document.id,
    textSha256: document.textSha256,
    words: document.words,
    sentences: document.sentences,
    notices: document.notices,
    excluded: {
      spans: document.excluded.length,
      characters: document.excluded.reduce((sum, span) => sum + span.end - span.start, 0)
    },
    statements: { author, attributed: document.statements.length - author },
    claims,
    metrics: Object.fromEntries(
      Object.entries(document.metrics).map(([id, result]) => [id, metricSlice(result, counted?.[id])])
    ),
    ...(document.tone ? { tone: document.tone } : {})
  };
}
