/**
 * Signs of form that the check-worthiness model sees in a stretch of words: length, numbers, names, parts of
 * speech, tense, person and modality. Each is there or not, and has a name that its weight is listed under.
 */
import type { WordType } from '$lib/text/word-type';
import { FORM, formOf } from '../voice/verb-forms';

const PERSONS = ['nobody', 'i', 'we', 'you', 'he', 'they', 'it'] as const;
const TENSES = ['no-tense', 'past', 'present', 'ing', 'base'] as const;
const PARTS = 'adj adp adv aux cconj det intj noun num part pron propn punct sconj sym verb x space'.split(
  ' '
);
/** At least so many words. */
const LENGTHS: readonly (readonly [number, string])[] = [
  [3, 'three'],
  [5, 'five'],
  [8, 'eight'],
  [12, 'twelve'],
  [16, 'sixteen'],
  [20, 'twenty'],
  [25, 'twenty-five'],
  [30, 'thirty'],
  [40, 'forty']
];
/** At least one, two, three and four. */
const COUNTS = ['one', 'two', 'three', 'four'];

/** Names of all signs; a sign's place here is its place in `Signs.present()`. Tenses and parts stand together. */
export const SIGNS: readonly string[] = [
  ...TENSES.map((tense) => `first-${tense}`),
  ...PERSONS.map((person) => `first-${person}`),
  ...PERSONS.flatMap((person) => TENSES.map((tense) => `first-${person}-${tense}`)),
  ...PERSONS.flatMap((person) => ['modal', ...TENSES.slice(1)].map((tense) => `${person}-does-${tense}`)),
  ...PERSONS.map((person) => `number-with-${person}`),
  ...TENSES.slice(1).map((tense) => `number-with-${tense}`),
  ...TENSES.slice(1).map((tense) => `tense-${tense}`),
  ...PARTS.map((part) => `part-${part}`),
  ...LENGTHS.map(([, name]) => `words-${name}`),
  ...COUNTS.map((name) => `numbers-${name}`),
  ...COUNTS.map((name) => `names-${name}`),
  'modal',
  'number-with-modal',
  'name-with-past'
];

const placeOf = new Map(SIGNS.map((name, place) => [name, place]));
const at = (name: string): number => placeOf.get(name)!;
const FIRST_TENSE = at('first-no-tense');
const FIRST_PERSON = at('first-nobody');
const FIRST_BOTH = at('first-nobody-no-tense');
const DOES = at('nobody-does-modal');
const NUMBER_PERSON = at('number-with-nobody');
const NUMBER_TENSE = at('number-with-past');
const TENSE = at('tense-past');
const LENGTH = at('words-three');
const NUMBERS = at('numbers-one');
const NAMES = at('names-one');
const MODAL = at('modal');
const NUMBER_MODAL = at('number-with-modal');
const NAME_PAST = at('name-with-past');
const partPlaces: ReadonlyMap<string, number> = new Map(
  PARTS.map((part) => [part.toUpperCase(), at(`part-${part}`)])
);

const PRESENT = new Set("is are am has have do does 're 've 'm".split(' '));
const LONGEST_FORM = 30;

/** Tense of a closed class of forms, whatever their tag: a place in `TENSES`, 0 for any other word. */
function closedTense(normal: string): number {
  if (normal === 'was' || normal === 'were' || normal === 'had' || normal === 'did') return 1;
  return PRESENT.has(normal) ? 2 : 0;
}

/** What tense a verb form shows, as far as the form alone says: a place in `TENSES`, 0 for no verb. */
function tenseOf({ normal, pos, lemma }: WordType): number {
  const closed = closedTense(normal);
  if (closed > 0) return closed;
  if (pos !== 'VERB') return pos === 'AUX' && normal === "'s" ? 2 : 0;
  if (normal.length > LONGEST_FORM) return 4;
  const form = formOf(normal, lemma);
  if (form & FORM.ing) return 3;
  if (form & (FORM.past | FORM.participle)) return form & FORM.base ? 4 : 1;
  return form & FORM.third ? 2 : 4;
}

const personPlaces: ReadonlyMap<string, number> = new Map(
  ['', 'i me my', 'we us our', 'you your', 'he his him she her', 'they their them', 'it its'].flatMap(
    (forms, person) => forms.split(' ').map((form): [string, number] => [form, person])
  )
);

/** Bits of what a word shows, above those of tenses and parts of speech. */
const SHOWN_MODAL = 1 << (TENSES.length - 1 + PARTS.length);
export const SHOWN_NUMBER = SHOWN_MODAL << 1;
export const SHOWN_NAME = SHOWN_MODAL << 2;
export const SHOWN_WORD = SHOWN_MODAL << 3;
/** The first bit that is free for others. */
export const SHOWN_END = SHOWN_MODAL << 4;
const PLACED = SHOWN_MODAL - 1;
export const SHOWN_VERB = 1 << (partPlaces.get('VERB')! - TENSE);
export const SHOWN_AUXILIARY = 1 << (partPlaces.get('AUX')! - TENSE);

/** A pronoun's grammatical person: a place in the list of persons, 0 for any other word. */
export const personOf = (normal: string): number => personPlaces.get(normal) ?? 0;

/** A word has one tense at most; what it shows has its bit lowest: by these bits, the place in the list of tenses. */
const TENSE_AT = [0, 1, 2, 0, 3, 0, 0, 0, 4];
const TENSE_BITS = 15;

/** The tense that a word shows: a place in the list of tenses, 0 for no verb. */
export const tenseShown = (shown: number): number => TENSE_AT[shown & TENSE_BITS]!;

/**
 * What a word says of the signs, whatever stands around it: the signs of tense and part of speech as bits, the one
 * at `TENSE` as the lowest; then modal, number, name, word.
 */
export function shownBy(type: WordType, number: boolean, modal: boolean): number {
  const { pos, word } = type;
  const tense = tenseOf(type);
  const part = partPlaces.get(pos);
  let shown = part === undefined ? 0 : 1 << (part - TENSE);
  if (tense > 0) shown |= 1 << (tense - 1);
  if (modal) shown |= SHOWN_MODAL;
  if (number || pos === 'NUM') shown |= SHOWN_NUMBER;
  if (pos === 'PROPN') shown |= SHOWN_NAME;
  if (word) shown |= SHOWN_WORD;
  return shown;
}

/** The signs of one stretch; made once and used again. */
export class Signs {
  /** One bit for each sign, in the order of `SIGNS`. */
  private readonly bits = new Int32Array(Math.ceil(SIGNS.length / 32));

  private set(place: number): void {
    this.bits[place >> 5]! |= 1 << (place & 31);
  }

  /** Forgets the stretch before. */
  begin(): void {
    const { bits } = this;
    for (let block = 0; block < bits.length; block++) bits[block] = 0;
  }

  /** A pronoun and the verb that follows it, by person and tense; a modal is a verb without tense. */
  seeDeed(person: number, tense: number): void {
    this.set(DOES + person * TENSES.length + tense);
  }

  /**
   * Works out what only the whole stretch shows.
   *
   * @param person of the first pronoun
   * @param firstTense of the first verb
   * @param shown by all words: one bit is set where any word has it set
   */
  finish(
    words: number,
    numbers: number,
    names: number,
    person: number,
    firstTense: number,
    shown: number
  ): void {
    const modal = (shown & SHOWN_MODAL) !== 0;
    for (let left = shown & PLACED; left !== 0; left &= left - 1) this.set(TENSE + lowest(left));
    for (let place = 0; place < LENGTHS.length && words >= LENGTHS[place]![0]; place++) {
      this.set(LENGTH + place);
    }
    for (let count = 0; count < COUNTS.length && numbers > count; count++) this.set(NUMBERS + count);
    for (let count = 0; count < COUNTS.length && names > count; count++) this.set(NAMES + count);
    this.set(FIRST_TENSE + firstTense);
    this.set(FIRST_PERSON + person);
    this.set(FIRST_BOTH + person * TENSES.length + firstTense);
    if (modal) this.set(MODAL);
    if (names > 0 && shown & 1) this.set(NAME_PAST);
    if (numbers === 0) return;
    this.set(NUMBER_PERSON + person);
    if (modal) this.set(NUMBER_MODAL);
    for (let tense = 0; tense < TENSES.length - 1; tense++) {
      if (shown & (1 << tense)) this.set(NUMBER_TENSE + tense);
    }
  }

  /** `start` and the weights of the signs that are there, added in the order of `SIGNS`; after `finish`. */
  addTo(start: number, weights: Float64Array): number {
    const { bits } = this;
    let sum = start;
    for (let block = 0; block < bits.length; block++) {
      for (let left = bits[block]!; left !== 0; left &= left - 1) sum += weights[32 * block + lowest(left)]!;
    }
    return sum;
  }

  /** 1 where the sign of that place is there; after `finish`. */
  present(): Uint8Array {
    return Uint8Array.from(SIGNS, (_, place) => (this.bits[place >> 5]! >>> (place & 31)) & 1);
  }
}

/** The place of the lowest bit that is set. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);
