/**
 * The words that the check-worthiness model sees, one pass over a stretch of tokens. Training and use both read
 * through this, so the weights always meet what they were fitted to. Names are all one word, `ANY_NAME`: who
 * acts makes a statement no easier to check.
 */
import type { Token, TokenRange } from '$lib/text/document';
import { closedTense, personOf, Signs, type SignWord } from './check-worthiness-signs';

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

/** What is known of a word form, whatever stands around it. */
interface Known<T> extends SignWord {
  readonly term: T | null;
  readonly digits: boolean;
}

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

const MOST_KNOWN = 20_000;

/** Reads stretches of tokens; `make` says what becomes of each different word. */
export class TermReader<T> {
  private readonly make: (word: string) => T;
  /** Words already seen: the same few thousand make up most of any text. */
  private readonly known = new Map<string, Known<T>>();
  private readonly signs = new Signs();
  private readonly name: T;
  private readonly other: T;
  private readonly start: T;
  private readonly end: T;

  constructor(make: (word: string) => T) {
    this.make = make;
    [this.name, this.other, this.start, this.end] = [
      make(ANY_NAME),
      make(OTHER_MARK),
      make(START),
      make(END)
    ];
  }

  private know(word: string): Known<T> {
    let known = this.known.get(word);
    if (known === undefined) {
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      const key = keyOf(word);
      const digits = key.endsWith('digits') || key === 'onedigit';
      known = {
        term: key === '' ? null : this.make(key),
        digits,
        number: digits || NUMBER_WORDS.has(word),
        modal: MODALS.has(word),
        person: personOf(word),
        tense: closedTense(word)
      };
      // A very long word is not worth keeping.
      if (word.length <= LONGEST_KEY) this.known.set(word, known);
    }
    return known;
  }

  /**
   * Tells the sink every word and pair of a range; returns the signs of its form, 1 where one is there, in the
   * order of `SIGNS`. They are good until the next reading.
   */
  read(tokens: readonly Token[], range: TokenRange, sink: TermSink<T>): Uint8Array {
    const { signs } = this;
    signs.begin();
    const { tokenEnd } = range;
    // The lemmas of the last places, the nearest first; null for a mark.
    let back1: T | null = null;
    let back2: T | null = null;
    let back3: T | null = null;
    let back4: T | null = null;
    let last: T = this.start;
    let opened = false;
    for (let i = range.firstToken; i < tokenEnd; i++) {
      const token = tokens[i]!;
      const { normal } = token;
      const known = this.know(normal);
      signs.see(token, known);
      if (known.person > 0) seeDeeds(signs, known.person, tokens, i, tokenEnd);
      let { term } = known;
      let lemma = term;
      if (term !== null && !known.digits) {
        if (isName(token, opened)) {
          opened = true;
          // "the New York Stock Exchange" is one name.
          if (last === this.name) continue;
          term = lemma = this.name;
        } else if (token.lemma !== normal) lemma = this.know(token.lemma).term ?? term;
        opened ||= token.word;
      }
      if (term !== null) sink.word(term, lemma ?? term, i);
      const here = term ?? this.other;
      sink.pair(last, here);
      last = here;
      if (lemma !== null) {
        if (back2 !== null) sink.gap(back2, lemma);
        if (back3 !== null) sink.gap(back3, lemma);
        if (back4 !== null) sink.gap(back4, lemma);
      }
      back4 = back3;
      back3 = back2;
      back2 = back1;
      back1 = lemma;
    }
    if (last !== this.start) sink.pair(last, this.end);
    signs.finish();
    return signs.present;
  }
}

/** A word in capitals that does not open its stretch, or one tagged as a name. */
function isName({ text, normal, pos }: Token, opened: boolean): boolean {
  if (pos === 'PROPN') return true;
  if (!opened || normal === 'i') return false;
  const code = text.charCodeAt(0);
  return code >= 65 && code <= 90;
}

function seeDeeds(signs: Signs, person: number, tokens: readonly Token[], from: number, end: number): void {
  for (let j = from + 1; j <= from + VERB_WITHIN && j < end; j++) {
    const verb = tokens[j]!;
    if (verb.pos !== 'VERB' && verb.pos !== 'AUX') continue;
    signs.seeDeed(person, verb);
    if (verb.pos === 'VERB') return;
  }
}
