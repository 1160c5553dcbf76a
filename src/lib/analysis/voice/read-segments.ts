import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document } from '$lib/text/document';
import type { Segment } from '../reading';

/** Whose words: tiles every body sentence into segments of one voice and one holder. */
export function readSegments(document: Document, _knowledge: Knowledge): Segment[] {
  return document.sentences.map((sentence, index) => ({
    start: sentence.start,
    end: sentence.end,
    firstToken: sentence.firstToken,
    tokenEnd: sentence.tokenEnd,
    sentence: index,
    voice: 'author',
    holder: null,
    certainty: 'plain',
    polarity: 'affirm',
    rule: 'voice/author',
    holderSpan: null,
    cueSpan: null,
    quoted: false
  }));
}
