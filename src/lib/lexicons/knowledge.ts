import type { WordVectors } from './word-vectors';

/** The shapes that word lists are compiled to; see `README.md` beside this file for the YAML they come from. */

/** One position of a pattern. Several words are alternatives. */
export interface Term {
  /** Lower-case words; each is compared with the token's lemma and its lower-cased form. Empty: any word. */
  readonly words: readonly string[];
  /** Compare with the form only, not the lemma (`=word` in YAML). */
  readonly exact: boolean;
  /** Allowed parts of speech (`word/NOUN+PROPN` in YAML). Empty: all. */
  readonly pos: readonly string[];
  /** May be missing (`word?` in YAML). */
  readonly optional: boolean;
  /** Any number, in digits or words (`#` in YAML). */
  readonly number: boolean;
  /** More than 0: any run of up to so many tokens, none included (`...` in YAML is 6). */
  readonly gap: number;
}

export type Pattern = readonly Term[];

/** One entry of a word list. */
export interface LexiconEntry {
  /** `list/entry`, such as `loaded-language/encircle`: the rule id shown with every finding. */
  readonly id: string;
  readonly category: string;
  readonly note: string;
  /** A plainer way to say it, where there is one. */
  readonly alternative: string | null;
  readonly source: string;
  readonly patterns: readonly Pattern[];
  /** A hit of one of these takes its words out of play: "slam the door" for an entry that hits "slam". */
  readonly exceptions?: readonly Pattern[];
  /** The entry does not count when one of these stands directly before or after the match. */
  readonly notAfter: readonly Term[];
  readonly notBefore: readonly Term[];
  /** Strength, where the list grades its entries (sentiment valence, for one); else 1. */
  readonly weight: number;
}

export interface Lexicon {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly entries: readonly LexiconEntry[];
}

/** Everything the engine knows that is not code. `hash` names it in every result. */
export interface Knowledge {
  /** `sha256:…` over the YAML sources. */
  readonly hash: string;
  readonly lexicons: Readonly<Record<string, Lexicon>>;
  /** Graded words, by list and word; read by rules of their own rather than by patterns. */
  readonly valences?: Readonly<Record<string, ReadonlyMap<string, number>>>;
  /** How frequent words are and how alike in use. Without them words are compared by form and synonym alone. */
  readonly vectors?: WordVectors;
}
