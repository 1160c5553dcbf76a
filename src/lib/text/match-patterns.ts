import type { Lexicon, LexiconEntry } from '$lib/lexicons/knowledge';
import type { Span, Token, TokenRange } from './document';

/** One hit of a word list. */
export interface Match extends Span, TokenRange {
  readonly entry: LexiconEntry;
}

/** Builds the matcher of one word list: leftmost-longest, non-overlapping hits in text order. */
export function compileMatcher(_lexicon: Lexicon): (tokens: readonly Token[]) => Match[] {
  return () => [];
}
