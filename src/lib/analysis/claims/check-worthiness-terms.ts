/**
 * The words that the check-worthiness model sees, one pass over a stretch of tokens. Training and use both read
 * through this, so the weights always meet what they were fitted to. Names are all one word, `ANY_NAME`: who
 * acts makes a statement no easier to check.
 */
import type { Token, TokenRange } from '$lib/text/document';
import { perType, type WordType } from '$lib/text/word-type';
import {
  SHOWN_AUXILIARY,
  SHOWN_NAME,
  SHOWN_NUMBER,
  SHOWN_VERB,
  SHOWN_WORD,
  Signs,
  signWord,
  type SignWord
} from './check-worthiness-signs';

/** Words that stand for something that is not one word. None is an English word. */
export const ANY_NAME = 'anyname';
const OTHER_MARK = 'othermark';
const START = 'sentencestart';
const END = 'sentenceend';
const MARKS: Readonly<Record<string, string>> = {
  '%': 'percent',
  $: 'dollarsign',
  ',': 'commamark',
  '?': 'questionmark'
};

const KEY = /^[a-z]+(?:['-][a-z]+)*$/;
const LONGEST_KEY = 30;
const NUMBER_WORDS = new Set(
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half third quarter dozen percent percentage'.split(
    ' '
  )
);
const MODALS = new Set("will would shall should can could may might must ought 'll wo ca".split(' '));
/** A pronoun's verb is looked for so many tokens on. */
const VERB_WITHIN = 4;
/** A gap joins a word to those two to four places before it. */
export const GAP_FROM = 2;
export const GAP_TO = 4;

/** Receives what stands in a stretch, as often as it stands there; `T` is what the source makes of a word. */
export interface TermSink<T> {
  /**
   * A word, and its lemma where it has another form; names and figures come as what stands for them.
   *
   * @param at the index of its token
   */
  word(term: T, lemma: T, at: number): void;
  /** Two neighbours; the stretch's ends and marks count. */
  pair(first: T, second: T): void;
  /** The lemmas of two words with one to three others between them. */
  gap(first: T, second: T): void;
}

/** What is known of a word, whatever stands around it. */
interface Known<T> extends SignWord {
  /** Null for a mark that says nothing. */
  readonly term: T | null;
  readonly lemma: T | null;
  readonly role: typeof OTHER | typeof PLAIN | typeof CAPITAL | typeof NAME;
}

/** Marks and figures are no names and let a capital after them open the stretch. */
const OTHER = 0;
const PLAIN = 1;
/** A name where it does not open its stretch. */
const CAPITAL = 2;
/** Tagged as one. */
const NAME = 3;

/** A word as the model knows it; empty for what it does not look at. */
function keyOf(word: string): string {
  if (word.length > LONGEST_KEY) return '';
  if (KEY.test(word)) return word;
  if (/\d/.test(word)) {
    if (/^(?:1[789]|20)\d\d$/.test(word)) return 'yeardigits';
    return /^\D*\d\D*$/.test(word) ? 'onedigit' : 'digits';
  }
  if (word.startsWith("'") && KEY.test(word.slice(1))) return word.slice(1);
  return MARKS[word] ?? '';
}

/** Reads stretches of tokens; `make` says what becomes of each different word. */
export class TermReader<T> {
  /** The stretch read last: so many places. */
  size = 0;
  /** What stands at each place of it; several words of one name are one place. */
  readonly terms: T[] = [];
  /** Its lemma, or null for a mark that says nothing. */
  readonly lemmas: (T | null)[] = [];
  /** The index of its token. */
  readonly tokenAt: number[] = [];
  /** The form of the stretch read last. */
  readonly signs = new Signs();
  readonly start: T;
  readonly end: T;
  private readonly name: T;
  private readonly other: T;
  private readonly knownOf: (type: WordType) => Known<T>;

  constructor(make: (word: string) => T) {
    this.name = make(ANY_NAME);
    this.other = make(OTHER_MARK);
    this.start = make(START);
    this.end = make(END);
    this.knownOf = perType((type) => know(type, make));
  }

  /** Reads a range into `size`, `terms`, `lemmas`, `tokenAt` and `signs`, good until the next reading. */
  scan(tokens: readonly Token[], range: TokenRange): void {
    const { signs, terms, lemmas, tokenAt, knownOf, name, other } = this;
    signs.begin();
    const { tokenEnd } = range;
    let size = 0;
    let opened = false;
    let named = false;
    let words = 0;
    let numbers = 0;
    let names = 0;
    let person = 0;
    let firstTense = 0;
    let shown = 0;
    for (let i = range.firstToken; i < tokenEnd; i++) {
      const known = knownOf(tokens[i]!.type);
      const { role, shown: here } = known;
      shown |= here;
      if ((here & SHOWN_WORD) !== 0) words++;
      if ((here & SHOWN_NUMBER) !== 0) numbers++;
      if ((here & SHOWN_NAME) !== 0) names++;
      if (firstTense === 0) firstTense = known.tense;
      if (known.person > 0) {
        if (person === 0) person = known.person;
        this.seeDeeds(known.person, tokens, i, tokenEnd);
      }
      let { term, lemma } = known;
      if (role === NAME || (role === CAPITAL && opened)) {
        opened = true;
        // "the New York Stock Exchange" is one name.
        if (named) continue;
        term = lemma = name;
        named = true;
      } else {
        named = false;
        if (role !== OTHER && (here & SHOWN_WORD) !== 0) opened = true;
      }
      terms[size] = term ?? other;
      lemmas[size] = lemma;
      tokenAt[size++] = i;
    }
    this.size = size;
    signs.finish({ words, numbers, names, person, firstTense, shown });
  }

  /**
   * Tells the sink every word and pair of a range; returns the signs of its form, 1 where one is there, in the
   * order of `SIGNS`.
   */
  read(tokens: readonly Token[], range: TokenRange, sink: TermSink<T>): Uint8Array {
    this.scan(tokens, range);
    const { terms, lemmas, tokenAt, size } = this;
    let last = this.start;
    for (let k = 0; k < size; k++) {
      const term = terms[k]!;
      const lemma = lemmas[k]!;
      if (lemma !== null) sink.word(term, lemma, tokenAt[k]!);
      sink.pair(last, term);
      last = term;
      if (lemma === null) continue;
      for (let back = k - GAP_FROM; back >= 0 && back >= k - GAP_TO; back--) {
        const before = lemmas[back]!;
        if (before !== null) sink.gap(before, lemma);
      }
    }
    if (size > 0) sink.pair(last, this.end);
    return this.signs.present();
  }

  private seeDeeds(person: number, tokens: readonly Token[], from: number, end: number): void {
    for (let j = from + 1; j <= from + VERB_WITHIN && j < end; j++) {
      const { shown, tense } = this.knownOf(tokens[j]!.type);
      if ((shown & (SHOWN_VERB | SHOWN_AUXILIARY)) === 0) continue;
      this.signs.seeDeed(person, tense);
      if ((shown & SHOWN_VERB) !== 0) return;
    }
  }
}

function know<T>(type: WordType, make: (word: string) => T): Known<T> {
  const { text, normal, lemma, pos } = type;
  const key = keyOf(normal);
  const lemmaKey = lemma === normal ? '' : keyOf(lemma);
  const digits = key.endsWith('digits') || key === 'onedigit';
  const term = key === '' ? null : make(key);
  const code = text.charCodeAt(0);
  const capital = normal !== 'i' && code >= 65 && code <= 90;
  const { person, tense, shown } = signWord(type, digits || NUMBER_WORDS.has(normal), MODALS.has(normal));
  // Written out field by field: an object that is spread into another takes a second look-up to read.
  return {
    term,
    lemma: term === null || digits || lemmaKey === '' ? term : make(lemmaKey),
    role: term === null || digits ? OTHER : pos === 'PROPN' ? NAME : capital ? CAPITAL : PLAIN,
    shown,
    person,
    tense
  };
}
