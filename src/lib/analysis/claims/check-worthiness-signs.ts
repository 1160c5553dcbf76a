/**
 * What the check-worthiness model sees of a stretch of words. Training and use both call this, so the
 * weights always meet the features they were fitted to. One pass, linear in the number of tokens.
 */
import type { Token, TokenRange } from '$lib/text/document';
import { FORM, formOf } from '../voice/verb-forms';

/** Receives every feature by name, words and pairs as often as they stand, signs once. */
export interface SignSink {
  /** The lemma stands in for a form without a weight of its own. */
  word(form: string, lemma: string): void;
  pair(first: string, second: string): void;
  sign(key: string): void;
}

const KEY = /^[a-z]+(?:['-][a-z]+)*$/;
const LONGEST_KEY = 30;
const MARKS: Readonly<Record<string, string>> = {
  '%': 'percent',
  $: 'dollar',
  ',': 'comma',
  '?': 'question'
};
const NUMBER_WORDS = new Set(
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half third quarter dozen percent percentage'.split(
    ' '
  )
);
const MODALS = new Set("will would shall should can could may might must ought 'll wo ca".split(' '));
const PERSONS: ReadonlyMap<string, string> = new Map(
  [
    ['i', 'i me my'],
    ['we', 'we us our'],
    ['you', 'you your'],
    ['he', 'he his him she her'],
    ['they', 'they their them'],
    ['it', 'it its']
  ].flatMap(([person, forms]) => forms!.split(' ').map((form): [string, string] => [form, person!]))
);
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
const COUNTS: readonly (readonly [number, string])[] = [
  [1, 'one'],
  [2, 'two'],
  [3, 'three'],
  [4, 'four']
];
/** A pronoun's verb is looked for so many tokens on. */
const VERB_WITHIN = 4;

/** What the model needs to know of a word form, whatever stands around it. */
interface Known {
  readonly key: string;
  readonly digits: boolean;
  readonly number: boolean;
  readonly modal: boolean;
  readonly person: string | undefined;
}

/** Words already seen: the same few thousand make up most of any text. */
const seen = new Map<string, Known>();
const MOST_SEEN = 20_000;

function know(word: string): Known {
  let known = seen.get(word);
  if (known === undefined) {
    if (seen.size >= MOST_SEEN) seen.clear();
    const key = word.length > LONGEST_KEY ? '' : makeKey(word);
    const digits = key.startsWith('digit');
    const number = digits || NUMBER_WORDS.has(word);
    known = { key, digits, number, modal: MODALS.has(word), person: PERSONS.get(word) };
    // A very long word is not worth keeping.
    if (word.length <= LONGEST_KEY) seen.set(word, known);
  }
  return known;
}

/** A word as the model knows it; empty for what it does not look at. */
function makeKey(word: string): string {
  if (KEY.test(word)) return word;
  if (/\d/.test(word)) {
    if (/^(?:1[789]|20)\d\d$/.test(word)) return 'digits-year';
    return /^\D*\d\D*$/.test(word) ? 'digit' : 'digits';
  }
  if (word.startsWith("'") && KEY.test(word.slice(1))) return word.slice(1);
  return MARKS[word] ?? '';
}

const PRESENT = new Set("is are am has have do does 're 've 'm".split(' '));

/** What tense a verb form shows, as far as the form alone says; null for no verb. */
function tenseOf(token: Token): 'past' | 'present' | 'ing' | 'base' | null {
  const { normal, pos, lemma } = token;
  // All that is read without a verb's tag is short: "were", "'re".
  if (pos !== 'VERB' && pos !== 'AUX' && normal.length > 4) return null;
  if (normal === 'was' || normal === 'were' || normal === 'had' || normal === 'did') return 'past';
  if (PRESENT.has(normal)) return 'present';
  if (pos !== 'VERB') return normal === "'s" && pos === 'AUX' ? 'present' : null;
  if (normal.length > LONGEST_KEY) return 'base';
  const form = formOf(normal, lemma);
  if (form & FORM.ing) return 'ing';
  if (form & (FORM.past | FORM.participle)) return form & FORM.base ? 'base' : 'past';
  return form & FORM.third ? 'present' : 'base';
}

/** Tells the sink every feature of a range of tokens. */
export function readSigns(tokens: readonly Token[], range: TokenRange, sink: SignSink): void {
  const signs = new Set<string>();
  const parts = new Set<string>();
  const tenses = new Set<string>();
  let words = 0;
  let numbers = 0;
  let names = 0;
  let modal = false;
  let person = 'nobody';
  let firstTense = 'no-tense';
  let last = 'start';
  for (let i = range.firstToken; i < range.tokenEnd; i++) {
    const token = tokens[i]!;
    if (token.word) words++;
    const known = know(token.normal);
    const form = known.key;
    if (form !== '') {
      const same = known.digits || token.lemma === token.normal;
      sink.word(form, same ? form : know(token.lemma).key || form);
    }
    if (form !== '' && last !== '') sink.pair(last, form);
    last = form;
    parts.add(token.pos);
    if (known.number || token.pos === 'NUM') numbers++;
    if (token.pos === 'PROPN') names++;
    if (known.modal) modal = true;
    const tense = tenseOf(token);
    if (tense) {
      if (tenses.size === 0) firstTense = tense;
      tenses.add(tense);
    }
    const who = known.person;
    if (who !== undefined) {
      if (person === 'nobody') person = who;
      for (let j = i + 1; j <= i + VERB_WITHIN && j < range.tokenEnd; j++) {
        const verb = tokens[j]!;
        if (verb.pos !== 'VERB' && verb.pos !== 'AUX') continue;
        signs.add(`${who}-does-${tenseOf(verb) ?? 'modal'}`);
        if (verb.pos === 'VERB') break;
      }
    }
  }
  if (last !== '') sink.pair(last, 'end');
  for (const part of parts) signs.add(`part-${part.toLowerCase()}`);
  for (const [least, name] of LENGTHS) if (words >= least) signs.add(`words-${name}`);
  for (const [least, name] of COUNTS) {
    if (numbers >= least) signs.add(`numbers-${name}`);
    if (names >= least) signs.add(`names-${name}`);
  }
  for (const tense of tenses) {
    signs.add(`tense-${tense}`);
    if (numbers > 0) signs.add(`number-with-${tense}`);
  }
  signs.add(`first-${firstTense}`);
  signs.add(`first-${person}`);
  signs.add(`first-${person}-${firstTense}`);
  if (numbers > 0) signs.add(`number-with-${person}`);
  if (modal) signs.add('modal');
  if (modal && numbers > 0) signs.add('number-with-modal');
  if (names > 0 && tenses.has('past')) signs.add('name-with-past');
  for (const sign of signs) sink.sign(sign);
}
