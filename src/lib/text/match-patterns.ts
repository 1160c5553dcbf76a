import type { Knowledge, Lexicon, LexiconEntry } from '$lib/lexicons/knowledge';
import type { Span, Token, TokenRange } from './document';

/** One hit of a word list. */
export interface Match extends Span, TokenRange {
  readonly entry: LexiconEntry;
}

/** Finds leftmost-longest, non-overlapping hits of one word list, in text order. */
export type Matcher = (tokens: readonly Token[]) => Match[];

/** Builds the matcher of one word list. */
export function compileMatcher(_lexicon: Lexicon): Matcher {
  return () => [];
}

const matchers = new WeakMap<Knowledge, Map<string, Matcher>>();

/** The matcher of a named word list, built once per knowledge. Throws when there is no such list. */
export function matcherOf(knowledge: Knowledge, list: string): Matcher {
  let known = matchers.get(knowledge);
  if (!known) matchers.set(knowledge, (known = new Map()));
  let matcher = known.get(list);
  if (!matcher) {
    const lexicon = knowledge.lexicons[list];
    if (!lexicon) throw new Error(`There is no word list called "${list}".`);
    known.set(list, (matcher = compileMatcher(lexicon)));
  }
  return matcher;
}
