import type { Document } from './document';

/** Reads a raw text into a `Document`. Never throws; linear in the length of the text. */
export function readDocument(text: string): Document {
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
