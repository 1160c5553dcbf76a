/** How old somebody or something is, and who: "Per Aas, 51,", "the 58-year-old guard", "a man aged 33". */
import type { Token, TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import { wordKinds, wordSet } from '../word-kinds';
import { accountWords, type Place } from './account-phrases';
import { AGE, type Figure } from './figure';
import { tellingWords, wordOf } from './telling-clause';

/** Nobody is older, in years; a house or a ship may be, but is seldom told so. */
const OLDEST = 120;
/** Words between "58-year-old" and whom it tells of. */
const REACH = 5;

/** Who it is that has an age: the name, in lower case, and what they are, by concept. */
interface Aged extends TokenRange {
  readonly years: number;
  readonly name: readonly string[];
  readonly thing: string;
}

const yearsAt = (tokens: readonly Token[], at: number): number => {
  const text = tokens[at]?.text ?? '';
  return /^\d{1,3}$/.test(text) && Number(text) <= OLDEST ? Number(text) : 0;
};

/** Names right before a place, in lower case, titles aside. */
function nameBefore({ reading, knowledge }: Place, end: number): readonly string[] {
  const { tokens } = reading.document;
  const titles = wordKinds(knowledge, 'claim-person-titles');
  const name: string[] = [];
  for (let i = end - 1; i >= 0 && tokens[i]!.pos === 'PROPN' && !titles.has(tokens[i]!.normal); i--)
    name.unshift(tokens[i]!.normal);
  return name;
}

const remembered = new WeakMap<Reading, ReadonlySet<string>>();

/** Nouns that a text uses in the plural, too: of those it tells of several. */
function pluralsIn(reading: Reading): ReadonlySet<string> {
  let plurals = remembered.get(reading);
  if (!plurals) {
    const found = reading.document.tokens.filter(
      ({ pos, normal, lemma }) => pos === 'NOUN' && normal !== lemma
    );
    remembered.set(reading, (plurals = new Set(found.map(({ lemma }) => lemma))));
  }
  return plurals;
}

/** What a noun says somebody is; '' for a word that may be said of anybody. */
function thingAt(place: Place, at: number): string {
  const { lemma, pos, normal } = place.reading.document.tokens[at]!;
  if (pos !== 'NOUN' || normal !== lemma || pluralsIn(place.reading).has(lemma)) return '';
  if (tellingWords(place, 'anything').has(lemma)) return '';
  if (accountWords(place.knowledge, 'persons').has(lemma)) return '';
  return wordSet(place.knowledge, 'words-figures', 'person').has(lemma) ? '' : wordOf(place, at);
}

/** "Per Aas, 51,", "a night guard (62)", "Ann Lee, aged 33". */
function behind(place: Place, at: number): Aged | null {
  const { tokens } = place.reading.document;
  const aged = tokens[at - 1]?.normal === 'aged' ? at - 1 : at;
  const mark = tokens[aged - 1]?.text;
  const after = tokens[at + 1]?.text ?? '.';
  const enclosed = mark === '(' ? after === ')' : mark === ',' && /^[,.;]$/.test(after);
  if (!enclosed && aged === at) return null;
  const end = mark === '(' || mark === ',' ? aged - 1 : aged;
  const name = nameBefore(place, end);
  const noun = name.length > 0 ? -1 : end - 1;
  const thing = noun >= 0 ? thingAt(place, noun) : '';
  if (name.length === 0 && thing === '') return null;
  const firstToken = name.length > 0 ? end - name.length : noun;
  return { firstToken, tokenEnd: at + 1, years: yearsAt(tokens, at), name, thing };
}

/** "The 58-year-old guard", "58-year-old skipper Per Aas", "Ann Lee, a 33-year-old teacher". */
function before(place: Place, at: number): Aged | null {
  const { tokens } = place.reading.document;
  const parts = [1, 2, 3, 4].map((step) => tokens[at + step]?.normal ?? '').join('');
  if (parts !== '-year-old') return null;
  let noun = -1;
  let end = at + 5;
  for (; end < Math.min(tokens.length, at + 5 + REACH); end++) {
    const { pos } = tokens[end]!;
    if (pos === 'NOUN') noun = end;
    else if (pos !== 'ADJ' || noun >= 0) break;
  }
  const first = end;
  while (tokens[end]?.pos === 'PROPN') end++;
  let name = tokens.slice(first, end).map(({ normal }) => normal);
  let firstToken = at;
  // "Ann Lee, a 33-year-old teacher".
  if (
    name.length === 0 &&
    /^(?:a|an|the)$/.test(tokens[at - 1]?.normal ?? '') &&
    tokens[at - 2]?.text === ','
  ) {
    name = [...nameBefore(place, at - 2)];
    if (name.length > 0) firstToken = at - 2 - name.length;
  }
  const thing = noun < 0 ? '' : thingAt(place, noun);
  return name.length === 0 && thing === ''
    ? null
    : { firstToken, tokenEnd: end, years: yearsAt(tokens, at), name, thing };
}

/** The ages told in a sentence, each as a figure whose `about` is the name and whose `head` is what has that age. */
export function agesIn(place: Place, sentence: TokenRange): Figure[] {
  const { tokens } = place.reading.document;
  const found: Figure[] = [];
  for (let i = sentence.firstToken; i < sentence.tokenEnd; i++) {
    if (yearsAt(tokens, i) === 0) continue;
    const aged = before(place, i) ?? behind(place, i);
    if (!aged || aged.firstToken < sentence.firstToken) continue;
    const { firstToken, tokenEnd, years, name, thing } = aged;
    found.push({
      firstToken,
      tokenEnd,
      start: tokens[firstToken]!.start,
      end: tokens[tokenEnd - 1]!.end,
      // Whoever has a name is met by it alone.
      measure: name.length > 0 ? AGE : `${AGE} ${thing}`,
      low: years,
      high: years,
      bound: null,
      value: String(years),
      date: null,
      deed: '',
      about: name,
      head: thing,
      persons: null
    });
  }
  return found;
}

/** Whether two names may be one: the same surname, and no other first name. */
function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1)) return false;
  return a.length < 2 || b.length < 2 || a[0] === b[0];
}

/** Whether a figure is an age that was read here. */
export const isAge = ({ measure }: Figure): boolean => measure === AGE || measure.startsWith(`${AGE} `);

/** Whether two ages of one measure are of one person, by name, or of what neither text tells of two of. */
export function sameAged(a: Figure, b: Figure): boolean {
  return a.measure === b.measure && (a.about.length === 0 || sameName(a.about, b.about));
}
