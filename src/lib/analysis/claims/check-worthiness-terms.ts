/**
 * The words that the check-worthiness model sees, one pass over a stretch of tokens. Training and use both read
 * through this, so the weights always meet what they were fitted to. Names are all one word, `ANY_NAME`: who
 * acts makes a statement no easier to check.
 */
import type { Token, TokenRange } from '$lib/text/document';
import { wordPerType, wordPerTypeOf, type CodeOf } from '$lib/text/type-codes';
import {
  personOf,
  shownBy,
  SHOWN_AUXILIARY,
  SHOWN_END,
  SHOWN_NAME,
  SHOWN_NUMBER,
  SHOWN_VERB,
  SHOWN_WORD,
  Signs,
  tenseShown
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

/** Receives what stands in a stretch, as often as it stands there; words are the numbers that they were given. */
export interface TermSink {
  /** A word, and its lemma where it has another form; names and figures come as what stands for them. */
  word(term: number, lemma: number): void;
  /** Two neighbours; the stretch's ends and marks count. */
  pair(first: number, second: number): void;
  /** The lemmas of two words with one to three others between them. */
  gap(first: number, second: number): void;
}

/** The lemma of a mark that says nothing. */
export const NO_LEMMA = -1;

/** What a word is in its stretch. Marks and figures are no names and let a capital after them open the stretch. */
const OTHER = 0;
const PLAIN = 1;
/** A name where it does not open its stretch. */
const CAPITAL = 2;
/** Tagged as one. */
const NAME = 3;

/** Where role and person stand in a word's code, above what it shows. */
const ROLE = Math.log2(SHOWN_END);
const PERSON = ROLE + 2;

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

/** A number from 0 to 32,766 for each different word. */
export type NumberOf = (word: string) => number;

/** Whether the model knows a word as a figure. */
const isFigure = (key: string): boolean => key.endsWith('digits') || key === 'onedigit';

/** What a word is, whatever stands around it: what it shows, its role and its person in one number. */
const codeOf = wordPerType((type): number => {
  const { text, normal, pos } = type;
  const key = keyOf(normal);
  const figure = isFigure(key);
  const first = text.charCodeAt(0);
  const capital = normal !== 'i' && first >= 65 && first <= 90;
  const role = key === '' || figure ? OTHER : pos === 'PROPN' ? NAME : capital ? CAPITAL : PLAIN;
  const shown = shownBy(type, figure || NUMBER_WORDS.has(normal), MODALS.has(normal));
  return shown | (role << ROLE) | (personOf(normal) << PERSON);
});

/** The numbers of a word and of its lemma, each one more than it is, in one number; 0 for what says nothing. */
const termsBy = wordPerTypeOf((numberOf: NumberOf, { normal, lemma }): number => {
  const key = keyOf(normal);
  if (key === '') return 0;
  const lemmaKey = lemma === normal || isFigure(key) ? '' : keyOf(lemma);
  const term = numberOf(key);
  return (term + 1) | ((1 + (lemmaKey === '' ? term : numberOf(lemmaKey))) << 16);
});

/** Twice as long as asked for, so that long stretches are rarely outgrown. */
const grown = (length: number): Int32Array<ArrayBuffer> => new Int32Array(2 * length);

/** Reads stretches of tokens; what it holds is good until the next reading. */
export class TermReader {
  /** The stretch read last: so many places. */
  size = 0;
  /** What stands at each place of it; several words of one name are one place. */
  terms = grown(32);
  /** Its lemma, `NO_LEMMA` for a mark that says nothing. */
  lemmas = grown(32);
  /** The index of its token. */
  tokenAt = grown(32);
  /** By token, from the first of the stretch: its place, -1 for a further word of a name. */
  placeAt = grown(32);
  /** By token in the same way, what each word is. */
  private codes = grown(32);
  private first = 0;
  /** The form of the words that signs were asked for last. */
  readonly signs = new Signs();
  readonly start: number;
  readonly end: number;
  private readonly name: number;
  private readonly other: number;
  private readonly termOf: CodeOf;

  constructor(numberOf: NumberOf) {
    this.name = numberOf(ANY_NAME);
    this.other = numberOf(OTHER_MARK);
    this.start = numberOf(START);
    this.end = numberOf(END);
    this.termOf = termsBy(numberOf);
  }

  /** Reads the words of a range. */
  scan(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange): void {
    if (tokenEnd - firstToken > this.codes.length) this.grow(tokenEnd - firstToken);
    const { terms, lemmas, tokenAt, placeAt, codes, termOf, name, other } = this;
    let size = 0;
    let opened = false;
    let named = false;
    for (let i = firstToken; i < tokenEnd; i++) {
      const { type } = tokens[i]!;
      const code = codeOf(type);
      codes[i - firstToken] = code;
      placeAt[i - firstToken] = size;
      const role = (code >>> ROLE) & 3;
      if (role === NAME || (role === CAPITAL && opened)) {
        opened = true;
        // "the New York Stock Exchange" is one name.
        if (named) {
          placeAt[i - firstToken] = -1;
          continue;
        }
        named = true;
        terms[size] = name;
        lemmas[size] = name;
      } else {
        named = false;
        if (role !== OTHER && (code & SHOWN_WORD) !== 0) opened = true;
        const both = termOf(type);
        terms[size] = both === 0 ? other : (both & 0xffff) - 1;
        lemmas[size] = both === 0 ? NO_LEMMA : (both >>> 16) - 1;
      }
      tokenAt[size++] = i;
    }
    this.size = size;
    this.first = firstToken;
  }

  /**
   * The place where a part of the stretch read last begins, if its words would be the same read by themselves:
   * the first word of a stretch is no name for its capital alone, and no part of a name is one place. Else -1.
   */
  placeOf(part: TokenRange): number {
    const { codes, first } = this;
    for (let i = part.firstToken; i < part.tokenEnd && part.firstToken > first; i++) {
      const code = codes[i - first]!;
      const role = (code >>> ROLE) & 3;
      if (role === CAPITAL) return -1;
      if (role === NAME || (role !== OTHER && (code & SHOWN_WORD) !== 0)) break;
    }
    return this.placeAt[part.firstToken - first]!;
  }

  /** Reads the signs of a part of the stretch read last, or of all of it, into `signs`. */
  readSigns({ firstToken, tokenEnd }: TokenRange): void {
    const { signs, codes, first } = this;
    signs.begin();
    let words = 0;
    let numbers = 0;
    let names = 0;
    let person = 0;
    let firstTense = 0;
    let shown = 0;
    for (let i = firstToken - first; i < tokenEnd - first; i++) {
      const code = codes[i]!;
      shown |= code;
      if ((code & SHOWN_WORD) !== 0) words++;
      if ((code & SHOWN_NUMBER) !== 0) numbers++;
      if ((code & SHOWN_NAME) !== 0) names++;
      if (firstTense === 0) firstTense = tenseShown(code);
      if (code >>> PERSON === 0) continue;
      if (person === 0) person = code >>> PERSON;
      this.seeDeeds(code >>> PERSON, i, tokenEnd - first);
    }
    signs.finish(words, numbers, names, person, firstTense, shown);
  }

  /**
   * Tells the sink every word and pair of a range; returns the signs of its form, 1 where one is there, in the
   * order of `SIGNS`.
   */
  read(tokens: readonly Token[], range: TokenRange, sink: TermSink): Uint8Array {
    this.scan(tokens, range);
    const { terms, lemmas, size } = this;
    let last = this.start;
    for (let k = 0; k < size; k++) {
      const term = terms[k]!;
      const lemma = lemmas[k]!;
      if (lemma !== NO_LEMMA) sink.word(term, lemma);
      sink.pair(last, term);
      last = term;
      if (lemma === NO_LEMMA) continue;
      for (let back = k - GAP_FROM; back >= 0 && back >= k - GAP_TO; back--) {
        const before = lemmas[back]!;
        if (before !== NO_LEMMA) sink.gap(before, lemma);
      }
    }
    if (size > 0) sink.pair(last, this.end);
    this.readSigns(range);
    return this.signs.present();
  }

  private seeDeeds(person: number, from: number, end: number): void {
    const { codes } = this;
    for (let j = from + 1; j <= from + VERB_WITHIN && j < end; j++) {
      const code = codes[j]!;
      if ((code & (SHOWN_VERB | SHOWN_AUXILIARY)) === 0) continue;
      this.signs.seeDeed(person, tenseShown(code));
      if ((code & SHOWN_VERB) !== 0) return;
    }
  }

  private grow(length: number): void {
    this.terms = grown(length);
    this.lemmas = grown(length);
    this.tokenAt = grown(length);
    this.placeAt = grown(length);
    this.codes = grown(length);
  }
}
