import type { PartOfSpeech, WordType } from './word-type';

export type { PartOfSpeech };

/** A half-open UTF-16 range into the raw text exactly as it was submitted. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Token extends Span {
  /** The word without its place: what depends on it alone can be worked out once for all tokens (`perType`). */
  readonly type: WordType;
  /** The characters as they stand in the text. */
  readonly text: string;
  /** Lower case, curly apostrophes made straight. */
  readonly normal: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** True for what a reader would count as a word or a number; false for punctuation and symbols. */
  readonly word: boolean;
}

/** Tokens are one array per document; a range of them is `[firstToken, tokenEnd)`. */
export interface TokenRange {
  readonly firstToken: number;
  readonly tokenEnd: number;
}

export interface Sentence extends Span, TokenRange {
  /** Index into `Document.blocks`. */
  readonly block: number;
}

export interface Block extends Span {
  readonly kind: 'paragraph' | 'heading' | 'list-item';
  /** Sentences of the block, `[firstSentence, sentenceEnd)` in `Document.sentences`; empty for headings. */
  readonly firstSentence: number;
  readonly sentenceEnd: number;
}

export type ExclusionReason = 'page-chrome' | 'byline' | 'date' | 'caption' | 'comments' | 'teaser' | 'title';

/** Text that is shown to the reader but not measured. */
export interface Exclusion extends Span {
  readonly reason: ExclusionReason;
}

export interface DocumentNotice {
  readonly code: 'truncated' | 'not-english' | 'translated' | 'no-sentences' | 'short';
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}

/** A raw text, read: what is measured, what was set aside and why. Every span is exact. */
export interface Document {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Tokens of body sentences and of headings, in text order; nothing from what was set aside. */
  readonly tokens: readonly Token[];
  /** Body sentences only. */
  readonly sentences: readonly Sentence[];
  /** Headings are kept apart from sentences: no metric counts them. */
  readonly headings: readonly Sentence[];
  readonly excluded: readonly Exclusion[];
  readonly notices: readonly DocumentNotice[];
  /** Words in body sentences. */
  readonly words: number;
}

/** The text a span covers. */
export function quoteOf(document: { readonly text: string }, span: Span): string {
  return document.text.slice(span.start, span.end);
}
