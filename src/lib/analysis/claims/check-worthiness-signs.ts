/**
 * Signs of form that the check-worthiness model sees in a stretch of words: length, numbers, names, parts of
 * speech, tense, person and modality. Each is there or not, and has a name that its weight is listed under.
 */
import type { Token } from '$lib/text/document';
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

/** Names of all signs; a sign's place here is its place in `Signs.present`. */
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
export function closedTense(normal: string): number {
  if (normal === 'was' || normal === 'were' || normal === 'had' || normal === 'did') return 1;
  return PRESENT.has(normal) ? 2 : 0;
}

/** What tense a verb form shows, as far as the form alone says: a place in `TENSES`, 0 for no verb. */
function tenseOf({ normal, pos, lemma }: Token, closed: number): number {
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

/** A pronoun's grammatical person: a place in the list of persons, 0 for any other word. */
export const personOf = (word: string): number => personPlaces.get(word) ?? 0;

/** What a word form says of the signs, whatever stands around it. */
export interface SignWord {
  readonly number: boolean;
  readonly modal: boolean;
  /** See `personOf` and `closedTense`. */
  readonly person: number;
  readonly tense: number;
}

/** Collects the signs of one stretch, token by token; made once and used again. */
export class Signs {
  /** 1 where the sign of that place is there. Complete after `finish`, good until `begin`. */
  readonly present = new Uint8Array(SIGNS.length);
  private words = 0;
  private numbers = 0;
  private names = 0;
  private modal = false;
  private person = 0;
  private firstTense = 0;

  /** Forgets the stretch before. */
  begin(): void {
    this.present.fill(0);
    this.words = this.numbers = this.names = this.person = this.firstTense = 0;
    this.modal = false;
  }

  /** One token, and what is known of its form. */
  see(token: Token, word: SignWord): void {
    const { present } = this;
    const { pos } = token;
    if (token.word) this.words++;
    const part = partPlaces.get(pos);
    if (part !== undefined) present[part] = 1;
    if (word.number || pos === 'NUM') this.numbers++;
    if (pos === 'PROPN') this.names++;
    if (word.modal) this.modal = true;
    if (word.person > 0 && this.person === 0) this.person = word.person;
    const tense = tenseOf(token, word.tense);
    if (tense === 0) return;
    if (this.firstTense === 0) this.firstTense = tense;
    present[TENSE + tense - 1] = 1;
  }

  /** A pronoun and the verb that follows it; a modal is a verb without tense. */
  seeDeed(person: number, verb: Token): void {
    this.present[DOES + person * TENSES.length + tenseOf(verb, closedTense(verb.normal))] = 1;
  }

  /** Works out what only the whole stretch shows. */
  finish(): void {
    const { present, words, numbers, names, person, firstTense } = this;
    for (let place = 0; place < LENGTHS.length && words >= LENGTHS[place]![0]; place++) {
      present[LENGTH + place] = 1;
    }
    for (let count = 0; count < COUNTS.length && numbers > count; count++) present[NUMBERS + count] = 1;
    for (let count = 0; count < COUNTS.length && names > count; count++) present[NAMES + count] = 1;
    present[FIRST_TENSE + firstTense] = 1;
    present[FIRST_PERSON + person] = 1;
    present[FIRST_BOTH + person * TENSES.length + firstTense] = 1;
    if (this.modal) present[MODAL] = 1;
    if (names > 0 && present[TENSE]) present[NAME_PAST] = 1;
    if (numbers === 0) return;
    present[NUMBER_PERSON + person] = 1;
    if (this.modal) present[NUMBER_MODAL] = 1;
    for (let tense = 0; tense < TENSES.length - 1; tense++) {
      if (present[TENSE + tense]) present[NUMBER_TENSE + tense] = 1;
    }
  }
}
