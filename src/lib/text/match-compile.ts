/** Compiles word lists: which patterns a word may begin, and what each pattern asks of the words in it. */
import type { Lexicon, LexiconEntry, Pattern, Term } from '$lib/lexicons/knowledge';
import { EXCEPTION, KIND, PatternCode } from './match-code';

/** A candidate under a word that may stand first in it. */
export interface Opening {
  readonly list: number;
  readonly candidate: number;
  /** Numbers of its second words, where only these can follow: "in" and "the" begin too many phrases to try all. */
  readonly second: readonly number[] | null;
}

export interface CompiledLists {
  readonly patterns: PatternCode;
  /** The words of all patterns, and their numbers. */
  readonly words: ReadonlyMap<string, number>;
  /** By the number of a word; every slot is compared with the lower-cased form. */
  readonly forms: ReadonlyMap<number, readonly Opening[]>;
  /** The same, for slots that are compared with the lemma as well. */
  readonly lemmas: ReadonlyMap<number, readonly Opening[]>;
  /** For slots that take any number. */
  readonly numbers: readonly Opening[];
}

const TAGS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE'.split(
  ' '
);

/** A part of speech as a bit. */
export const bitOfPos = (pos: string): number => 1 << TAGS.indexOf(pos);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Compiles lists; a list is known by its place among them. */
export function compileLists(lexicons: readonly Lexicon[]): CompiledLists {
  // No candidate and no guards stand at 0.
  const code: number[] = [0];
  const entries: LexiconEntry[] = [];
  const words = new Map<string, number>();
  const forms = new Map<number, Opening[]>();
  const lemmas = new Map<number, Opening[]>();
  const numbers: Opening[] = [];
  let rank = 0;

  const numberOf = (word: string): number => {
    const known = words.get(word) ?? words.size;
    words.set(word, known);
    return known;
  };
  const wordsOf = (term: Term): number[] => [...new Set(term.words)].map(numberOf);
  const addSlot = (term: Term): void => {
    const kind =
      (term.optional ? KIND.optional : 0) |
      (term.exact ? KIND.exact : 0) |
      (term.number ? KIND.number : 0) |
      (term.words.length === 0 ? KIND.any : 0);
    const pos = term.pos.reduce((bits, tag) => bits | bitOfPos(tag), 0);
    const taken = wordsOf(term);
    code.push(kind, pos, term.gap, taken.length, ...taken);
  };
  const addGuards = (terms: readonly Term[]): number => {
    if (terms.length === 0) return 0;
    const at = code.length;
    code.push(terms.length);
    terms.forEach(addSlot);
    return at;
  };
  const addPattern = (list: number, pattern: Pattern, entry: number, guards: readonly number[]): void => {
    const candidate = code.length;
    const [first, second] = pattern;
    const place = entry === EXCEPTION ? -1 : rank++;
    code.push(entry, place, first!.optional ? 0 : 1, pattern.length, ...guards);
    pattern.forEach(addSlot);
    const paired = second && second.words.length > 0 && !first!.optional && !second.optional;
    const opening: Opening = { list, candidate, second: paired ? wordsOf(second) : null };
    for (const term of pattern) {
      for (const word of wordsOf(term)) {
        push(forms, word, opening);
        if (!term.exact) push(lemmas, word, opening);
      }
      if (term.number) numbers.push(opening);
      if (!term.optional) return;
    }
  };
  lexicons.forEach((lexicon, list) => {
    for (const entry of lexicon.entries) {
      const guards = [addGuards(entry.notAfter), addGuards(entry.notBefore)];
      for (const pattern of entry.exceptions ?? []) addPattern(list, pattern, EXCEPTION, [0, 0]);
      for (const pattern of entry.patterns) addPattern(list, pattern, entries.length, guards);
      entries.push(entry);
    }
  });
  return { patterns: new PatternCode(Int32Array.from(code), entries), words, forms, lemmas, numbers };
}
