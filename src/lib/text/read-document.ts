import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document } from './document';

/** Reads a raw text into a `Document`. Never throws; linear in the length of the text. */
export function readDocument(text: string, _knowledge: Knowledge): Document {
  return {
    text,
    blocks: [],
    tokens: [],
    sentences: [],
    headings: [],
    excluded: [],
    notices: [],
    words: 0
  };
}
