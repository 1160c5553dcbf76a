/** What an audit says of one document alone: it never depends on the documents beside it. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf, type Span } from '$lib/text/document';
import type { DocumentAudit } from './audit-schema';
import type { ComparedDocument } from './claims/compare-claims';
import { namedFigures } from './claims/named-figures';
import { readParts } from './claims/statement-parts';
import { toneArc } from './compare/tone-arc';
import type { MeasuredDocument } from './metrics/runner';

/** SHA-256 of a text as lower-case hexadecimal. Handed in, so that the analysis stays pure. */
export type Hash = (text: string) => string;

/** The part of an audit that is about one document, its numbers not yet rounded. */
export function documentAudit(
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
    figures: namedFigures(reading, knowledge),
    tone: toneArc(reading, knowledge)
  };
}
