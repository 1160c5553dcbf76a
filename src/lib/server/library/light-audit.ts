/** Audits of large collections as pages read them: without the evidence, which is fetched when a reader asks for it. */
import type { Audit, DocumentAudit, MetricResult } from '$lib/analysis/audit-schema';

/** How much evidence a metric has in a document, by voice. */
export interface Hits {
  readonly author: number;
  readonly attributed: number;
}

/** How much evidence was left out of a document. */
export interface EvidenceCounts {
  readonly document: string;
  /** By metric id. */
  readonly hits: Readonly<Record<string, Hits>>;
}

/** An audit as a page gets it. */
export interface PageAudit {
  readonly audit: Audit;
  /** For documents whose evidence was left out, how much there is; null where nothing was left out. */
  readonly counts: ReadonlyMap<string, EvidenceCounts> | null;
}

/** Distinctive words kept of each document: more than any page of a large collection shows. */
const MOST_WORDS = 12;
/** Documents whose words that set them apart are kept; the farthest ones. */
const MOST_CONTRIBUTIONS = 50;

/** Counts the evidence of a document. */
export function countEvidence({ id, metrics }: DocumentAudit): EvidenceCounts {
  const hits: Record<string, Hits> = {};
  for (const [metric, result] of Object.entries(metrics)) {
    if (!('evidence' in result)) continue;
    const author = result.evidence.filter(({ voice }) => voice === 'author').length;
    hits[metric] = { author, attributed: result.evidence.length - author };
  }
  return { document: id, hits };
}

function withoutEvidence(result: MetricResult): MetricResult {
  return 'evidence' in result ? { ...result, evidence: [] } : result;
}

/** What is said of a document, without evidence, segments, parts of statements, and quotes of what was set aside. */
export function lightDocument(document: DocumentAudit): DocumentAudit {
  return {
    ...document,
    headings: document.headings.map((heading) => ({ ...heading, quote: '' })),
    excluded: document.excluded.map((span) => ({ ...span, quote: '' })),
    metrics: Object.fromEntries(
      Object.entries(document.metrics).map(([id, result]) => [id, withoutEvidence(result)])
    ),
    segments: [],
    statements: document.statements.map(({ parts: _parts, ...statement }) => statement)
  };
}

/** What is said of documents together, without what no page of a large collection shows. */
export function lightComparison(comparison: Audit['comparison']): Audit['comparison'] {
  const words = new Map<string, number>();
  const furthest = new Set(
    [...comparison.wordDivergence].sort((a, b) => b.effect - a.effect).slice(0, MOST_CONTRIBUTIONS)
  );
  return {
    ...comparison,
    keyness: comparison.keyness.filter(({ document, significant, logOdds }) => {
      if (!significant || logOdds <= 0) return false;
      const count = (words.get(document) ?? 0) + 1;
      words.set(document, count);
      return count <= MOST_WORDS;
    }),
    wordDivergence: comparison.wordDivergence.map((row) =>
      furthest.has(row) ? row : { ...row, contributions: [] }
    ),
    actors: comparison.actors.map((actor) => ({
      ...actor,
      documents: actor.documents.filter(({ mentions }) => mentions > 0)
    }))
  };
}
