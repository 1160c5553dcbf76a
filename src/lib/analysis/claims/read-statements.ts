import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document } from '$lib/text/document';
import type { Segment, Statement } from '../reading';

/** The clauses of a document that state something, each inside one segment, in text order. */
export function readStatements(
  _document: Document,
  segments: readonly Segment[],
  _knowledge: Knowledge
): Statement[] {
  return segments.map((segment, index) => ({
    start: segment.start,
    end: segment.end,
    firstToken: segment.firstToken,
    tokenEnd: segment.tokenEnd,
    sentence: segment.sentence,
    segment: index,
    voice: segment.voice,
    holder: segment.holder,
    certainty: segment.certainty,
    polarity: segment.polarity,
    rule: segment.rule,
    checkable: 0.5
  }));
}
