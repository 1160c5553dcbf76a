/** Word lists made ready for the search: which patterns a word type may begin, and what each pattern asks of a token. */
import type { Lexicon, LexiconEntry, Pattern, Term } from '$lib/lexicons/knowledge';
import type { PartOfSpeech } from './document';
import type { WordType } from './word-type';

/** What one position of a pattern asks about a word type. */
export interface SlotFacts {
  /** Numbers of its form and lemma among the words of the patterns; `UNLISTED` for all others. */
  readonly form: number;
  readonly lemma: number;
  readonly pos: PartOfSpeech;
  readonly word: boolean;
  readonly number: boolean;
  /** A gap never runs over it. */
  readonly stop: boolean;
}

/** A set of lists, as bits of their places: one number for every `LISTS` lists. */
export type ListSet = readonly number[];

/** What patterns ask about a word type. */
export interface Facts extends SlotFacts {
  /** The patterns it may begin, by the place of their list. */
  readonly starts: ReadonlyMap<number, Start>;
  /** The lists with a pattern that it may begin whatever follows. */
  readonly alone: ListSet;
  /** The lists with a pattern that it may begin before a certain second word, by the number of that word. */
  readonly pairs: ReadonlyMap<number, ListSet>;
  /** The second words of `pairs`, and the form and the lemma of this word, as bits: most pairs are told by them. */
  readonly seconds: number;
  readonly ownBits: number;
}

/** One position of a pattern, its words as numbers. */
export interface Slot {
  readonly words: ReadonlySet<number> | null;
  readonly exact: boolean;
  readonly pos: readonly string[];
  readonly optional: boolean;
  readonly number: boolean;
  readonly gap: number;
}

/** A pattern of an entry, or one of its exceptions: its hit takes the words out of play and is not reported. */
export interface Candidate {
  readonly entry: LexiconEntry;
  readonly slots: readonly Slot[];
  readonly notAfter: readonly Slot[];
  readonly notBefore: readonly Slot[];
  readonly exception: boolean;
  /** Slots that a word type which may begin it is known to fill: 1, or 0 where the first may be missing. */
  readonly filled: number;
  /**
   * Of two equally long matches the lower rank wins: an exception, then a pattern that names the very form
   * before one that names its lemma, then the one that stands first.
   */
  readonly rank: number;
}

/** The patterns of one list that a word type may begin, and whose first word it is. */
export interface Start {
  /** To be tried wherever the word stands. */
  readonly alone: Candidate[];
  /** To be tried only before this second word: "in" and "the" begin too many phrases to try them all. */
  readonly pairs: Map<number, Candidate[]>;
}

/** Added to the rank of what was found by its lemma. */
const BY_LEMMA = 1 << 24;
const UNLISTED = -1;
/** Lists whose places go into one number: small integers are the fastest to read. */
export const LISTS = 30;
const NO_STARTS: ReadonlyMap<number, Start> = new Map();
const NO_PAIRS: ReadonlyMap<number, ListSet> = new Map();
const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', ';', ':', '…']);

/** The rank of a candidate, or its rank when one of its first two words was found by its lemma. */
export function rankOf({ rank }: Candidate, byLemma: boolean): number {
  return byLemma && rank >= 0 && rank < BY_LEMMA ? rank + BY_LEMMA : rank;
}

/** Whether a token can stand at that position of a pattern. */
export function fits(slot: Slot, facts: SlotFacts): boolean {
  if (slot.pos.length > 0 && !slot.pos.includes(facts.pos)) return false;
  if (slot.number) return facts.number;
  if (slot.words === null) return facts.word;
  return slot.words.has(facts.form) || (!slot.exact && slot.words.has(facts.lemma));
}

/** A pattern under a word that may stand first in it. */
interface Opening {
  readonly list: number;
  readonly candidate: Candidate;
  /** Numbers of its second words, where only these can follow. */
  readonly second: readonly number[] | null;
}

interface Openings {
  /** By the number of a word; every slot is compared with the lower-cased form. */
  readonly forms: ReadonlyMap<number, readonly Opening[]>;
  /** The same, for slots that are compared with the lemma as well. */
  readonly lemmas: ReadonlyMap<number, readonly Opening[]>;
  readonly numbers: readonly Opening[];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function openingsOf(lexicons: readonly Lexicon[], numberOf: (word: string) => number): Openings {
  const forms = new Map<number, Opening[]>();
  const lemmas = new Map<number, Opening[]>();
  const numbers: Opening[] = [];
  const slotOf = ({ words, exact, pos, optional, number, gap }: Term): Slot => ({
    words: words.length > 0 ? new Set(words.map(numberOf)) : null,
    exact,
    pos,
    optional,
    number,
    gap
  });
  const add = (list: number, candidate: Candidate): void => {
    const [first, second] = candidate.slots;
    const paired = second?.words && !first!.optional && !second.optional;
    const opening: Opening = { list, candidate, second: paired ? [...second.words!] : null };
    for (const slot of candidate.slots) {
      for (const word of slot.words ?? []) {
        push(forms, word, opening);
        if (!slot.exact) push(lemmas, word, opening);
      }
      if (slot.number) numbers.push(opening);
      if (!slot.optional) return;
    }
  };
  let rank = 0;
  lexicons.forEach((lexicon, list) => {
    for (const entry of lexicon.entries) {
      const guards = { notAfter: entry.notAfter.map(slotOf), notBefore: entry.notBefore.map(slotOf) };
      const addPattern = (pattern: Pattern, exception: boolean): void => {
        const slots = pattern.map(slotOf);
        const filled = slots[0]!.optional ? 0 : 1;
        add(list, { entry, slots, ...guards, exception, filled, rank: exception ? -1 : rank++ });
      };
      for (const pattern of entry.exceptions ?? []) addPattern(pattern, true);
      for (const pattern of entry.patterns) addPattern(pattern, false);
    }
  });
  return { forms, lemmas, numbers };
}

/** Reads lists into a function that tells what their patterns ask about a word type. */
export function indexLists(lexicons: readonly Lexicon[]): (type: WordType) => Facts {
  const numbers = new Map<string, number>();
  const openings = openingsOf(lexicons, (word) => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  });
  return ({ text, normal, lemma, pos, word }) => {
    const first = normal.charCodeAt(0);
    const asked: SlotFacts = {
      form: numbers.get(normal) ?? UNLISTED,
      lemma: numbers.get(lemma) ?? UNLISTED,
      pos,
      word,
      number: (first >= 48 && first <= 57) || pos === 'NUM',
      stop: STOPS.has(text)
    };
    const starts = startsOf(openings, asked);
    const width = Math.ceil(lexicons.length / LISTS);
    const alone = new Array<number>(width).fill(0);
    const pairs = new Map<number, number[]>();
    let seconds = 0;
    for (const [list, start] of starts) {
      if (start.alone.length > 0) put(alone, list);
      for (const second of start.pairs.keys()) {
        let lists = pairs.get(second);
        if (!lists) pairs.set(second, (lists = new Array<number>(width).fill(0)));
        put(lists, list);
        seconds |= bitOf(second);
      }
    }
    return {
      form: asked.form,
      lemma: asked.lemma,
      pos,
      word,
      number: asked.number,
      stop: asked.stop,
      starts,
      alone,
      pairs: pairs.size > 0 ? pairs : NO_PAIRS,
      seconds,
      ownBits: bitOf(asked.form) | bitOf(asked.lemma)
    };
  };
}

function put(lists: number[], list: number): void {
  lists[Math.floor(list / LISTS)]! |= 1 << (list % LISTS);
}

/** One bit for the number of a word, none for a word that no pattern names. */
function bitOf(word: number): number {
  return word === UNLISTED ? 0 : 1 << (word % LISTS);
}

function startsOf({ forms, lemmas, numbers }: Openings, facts: SlotFacts): ReadonlyMap<number, Start> {
  const starts = new Map<number, Start>();
  const add = ({ list, candidate, second }: Opening, byLemma: boolean): void => {
    if (candidate.filled > 0 && !fits(candidate.slots[0]!, facts)) return;
    let start = starts.get(list);
    if (!start) starts.set(list, (start = { alone: [], pairs: new Map<number, Candidate[]>() }));
    const ranked = byLemma ? { ...candidate, rank: rankOf(candidate, true) } : candidate;
    if (second) for (const word of second) push(start.pairs, word, ranked);
    else start.alone.push(ranked);
  };
  for (const opening of forms.get(facts.form) ?? []) add(opening, false);
  if (facts.lemma !== facts.form) for (const opening of lemmas.get(facts.lemma) ?? []) add(opening, true);
  if (facts.number) for (const opening of numbers) add(opening, false);
  return starts.size > 0 ? starts : NO_STARTS;
}
