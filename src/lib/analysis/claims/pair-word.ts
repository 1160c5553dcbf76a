/** A stretch of text as it is compared with others: its words, and the deeds they tell. */
import type { WordVectors } from '$lib/lexicons/word-vectors';

/** What a word does in a sentence, as far as matching cares. */
export type WordClass = 'name' | 'verb' | 'noun' | 'other' | 'number' | 'day';

/** A word that counts, once per stretch. */
export interface PairWord {
  readonly key: string;
  readonly text: string;
  readonly kind: WordClass;
  /** How much it tells, 0.05 to 1: rare words tell more. */
  readonly weight: number;
  readonly concept: string;
  /** Actor that it names or helps to name; '' for none. */
  readonly actor: string;
  /** Place in the word vectors; -1 for none. */
  readonly rank: number;
  /** Its value when it is a number; NaN otherwise. */
  readonly value: number;
  /** Codes of its letter triples, sorted. */
  readonly triples: Uint16Array;
}

/** One deed: its verb or noun, and the words and actors of its parts. */
export interface Deed {
  readonly did: PairWord;
  readonly who: readonly string[];
  readonly whom: readonly string[];
}

/** A stretch of text, read once for comparison with many. */
export interface PairSide {
  readonly words: readonly PairWord[];
  readonly actors: readonly string[];
  /** Codes of all words, function words included, of their neighbouring pairs and of their letter triples. */
  readonly forms: Int32Array;
  readonly formPairs: Int32Array;
  readonly letters: Uint16Array;
  readonly wordCount: number;
  readonly negated: boolean;
  /** Poles of complementary opposites that it stands on, such as `law-a`. */
  readonly poles: readonly string[];
  /** Deeds with who does them to whom, in text order, the first few. */
  readonly deeds: readonly Deed[];
  /**
   * Direction of the words' vectors taken together, frequent words weighing little, without what all words have in
   * common: 127 long, or 0.
   */
  readonly direction: Int8Array;
  readonly vectors: WordVectors | null;
}
