/** Every figure and date that a text names, for whoever holds them against those of another. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf, type Span, type Token, type TokenRange } from '$lib/text/document';
import { readQuantities, type Quantity } from '$lib/text/read-quantities';
import { MEASURES } from '$lib/text/quantity-units';
import type { FigureAudit } from '../audit-schema';
import type { Reading } from '../reading';
import { wordSet } from '../word-kinds';
import { AGE, CLOCK, VOTES, type Figure } from './figure';
import { plainFigures } from './plain-figures';
import { readTerms } from './terms';
import { agesIn } from './told-ages';
import { wordKeys } from './word-keys';

/** What people are counted as, however they are named: "12 dead", "12 lives". */
export const PERSON = 'person';
type Kind = FigureAudit['kind'];
type Told = TokenRange & Omit<FigureAudit, 'quote'>;

/** What a figure that is no quantity by itself tells; null for those that quantities tell better. */
function toldBy({ measure, firstToken, tokenEnd, start, end, low, high, date, bound }: Figure): Told | null {
  const place = { firstToken, tokenEnd, start, end, unit: null, bound };
  if (measure === 'date') return { ...place, kind: 'date', low: null, high: null, date };
  const kinds: Readonly<Record<string, Kind>> = { [CLOCK]: 'time', [VOTES]: 'votes', [AGE]: 'age' };
  const kind = kinds[measure];
  return kind === undefined ? null : { ...place, kind, low, high, date: null };
}

/** The ages told in a sentence; what is marked is the number and its unit, not whose age it is. */
function agesTold(reading: Reading, knowledge: Knowledge, sentence: TokenRange): Told[] {
  const { tokens } = reading.document;
  const terms = readTerms(reading, knowledge);
  return agesIn({ reading, knowledge, terms }, sentence).map(({ firstToken, tokenEnd, low, value }): Told => {
    let at = firstToken;
    while (at < tokenEnd - 1 && tokens[at]!.text !== value) at++;
    const joined = tokens.slice(at + 1, at + 5).map(({ normal }) => normal);
    const last = joined.join('') === '-year-old' ? at + 4 : at;
    const { start } = tokens[at]!;
    const place = { firstToken: at, tokenEnd: last + 1, start, end: tokens[last]!.end };
    return { ...place, kind: 'age', unit: null, low, high: low, date: null, bound: null };
  });
}

/** "A four-year | contract", "the 34,000-seat | arena": where the noun stands that the number is joined to, or -1. */
function joinedNoun(reading: Reading, { firstToken, tokenEnd }: TokenRange): number {
  const { tokens } = reading.document;
  for (let i = firstToken + 1; i < tokenEnd - 2; i++)
    if (tokens[i]!.text === '-' && tokens[i + 1]!.pos === 'NOUN') return i + 1;
  return -1;
}

/** "Twelve passengers": some kind of persons; "30 members" may be states. */
function isPerson(knowledge: Knowledge, { lemma }: Token): boolean {
  const is = (list: string): boolean => wordSet(knowledge, 'words-figures', list).has(lemma);
  return (is('person') || is('person-besides')) && !is('person-or-body');
}

/** Words of one meaning count as one: "states" are "countries"; '' for a word that the list of them does not hold. */
function meaningOf(knowledge: Knowledge, token: Token): string {
  const words = wordKeys(knowledge);
  const meaning = words.conceptOf(words.keyOf(token)).slice(1);
  return wordSet(knowledge, 'words-figures', 'counted-meaning').has(meaning) ? meaning : '';
}

function measureKind(knowledge: Knowledge, unit: string): Kind {
  const lasts = ['span', 'span-beyond'].some((list) => wordSet(knowledge, 'words-figures', list).has(unit));
  if (lasts) return 'span';
  return MEASURES.has(unit.split(' ').at(-1)!) ? 'size' : 'count';
}

/** Nobody is older, in years. */
const OLDEST = 120;

/** Where an age ends: "30 years old", "the 30-year-old", "aged 30", "the driver, 30,"; -1 for what is none. */
function ageEnd(reading: Reading, { firstToken, tokenEnd, unit, kind, low }: Quantity): number {
  const { tokens } = reading.document;
  const at = (i: number) => tokens[i]?.normal ?? '';
  if (kind === 'number' && unit === null) {
    const aged =
      at(firstToken - 1) === 'aged' || (at(firstToken - 1) === 'of' && at(firstToken - 2) === 'age');
    const named = /^(?:NOUN|PROPN)$/u.test(tokens[firstToken - 2]?.pos ?? '');
    const aside = named && at(firstToken - 1) === ',' && at(tokenEnd) === ',' && (low ?? 0) <= OLDEST;
    return aged || aside ? tokenEnd : -1;
  }
  if (unit !== 'year') return -1;
  if (at(tokenEnd) === 'old') return tokenEnd + 1;
  return at(tokenEnd) === '-' && at(tokenEnd + 1) === 'old' ? tokenEnd + 2 : -1;
}

/** What a quantity is one of, in what unit, and where it ends. */
function kindOf(
  reading: Reading,
  knowledge: Knowledge,
  quantity: Quantity
): Pick<Told, 'kind' | 'unit' | 'tokenEnd'> {
  const { tokens } = reading.document;
  const { kind, unit, counted, tokenEnd } = quantity;
  const as = (told: Kind, of: string | null, end = tokenEnd) => ({ kind: told, unit: of, tokenEnd: end });
  if (kind === 'date' || kind === 'year') return as('date', null);
  if (kind === 'money') return as('money', unit);
  if (kind === 'percent') return as('share', unit);
  const oldAt = ageEnd(reading, quantity);
  if (oldAt >= 0) return as('age', null, oldAt);
  if (kind === 'count') {
    const joined = joinedNoun(reading, quantity);
    const head = tokens[joined]?.lemma ?? '';
    if (joined >= 0) return as(measureKind(knowledge, head), head, joined + 1);
    const noun = tokens[tokenEnd - 1]!;
    const anybody = wordSet(knowledge, 'words-figures', 'people').has(noun.normal);
    const of = anybody ? PERSON : meaningOf(knowledge, noun) || counted;
    return as(anybody || isPerson(knowledge, noun) ? 'people' : 'count', of);
  }
  return unit === null ? as('number', null) : as(measureKind(knowledge, unit), unit);
}

/** "The two sides" names them and counts nothing; "the 30 members" does. */
function namesThem({ document: { tokens } }: Reading, at: number): boolean {
  return (
    tokens[at]!.normal === 'two' && /^(?:the|these|those|our|their|its)$/u.test(tokens[at - 1]?.normal ?? '')
  );
}

/** The figures of a sentence or a heading, in text order and without overlap. */
function figuresIn(reading: Reading, knowledge: Knowledge, stretch: TokenRange): Told[] {
  const { tokens, text } = reading.document;
  const { firstToken: from, tokenEnd: to } = stretch;
  const terms = readTerms(reading, knowledge);
  const found: Told[] = [];
  const add = (told: Told): void => {
    const taken = found.some((other) => other.firstToken < told.tokenEnd && told.firstToken < other.tokenEnd);
    if (!taken) found.push(told);
  };
  // The number of a time, an age or a vote is none by itself: these come first.
  agesTold(reading, knowledge, stretch).forEach(add);
  for (const figure of plainFigures(reading, terms, knowledge, stretch)) {
    const told = toldBy(figure);
    if (told) add(told);
  }
  for (const quantity of readQuantities(tokens.slice(from, to), text)) {
    const place = { firstToken: quantity.firstToken + from, tokenEnd: quantity.tokenEnd + from };
    if (quantity.kind === 'count' && namesThem(reading, place.firstToken)) continue;
    const { start, low, high, date, bound } = quantity;
    const told = kindOf(reading, knowledge, { ...quantity, ...place });
    const dated = told.kind === 'date';
    add({
      ...place,
      ...told,
      start,
      end: tokens[told.tokenEnd - 1]!.end,
      low: dated ? null : low,
      high: dated ? null : high,
      date: dated ? date : null,
      bound
    });
  }
  return found.sort((a, b) => a.firstToken - b.firstToken);
}

/**
 * Every number, date and time of day of a text's body and headings, in text order; what they belong to is in the
 * words around them. Figures in words ("thirty") are read as those in digits. Linear in the length of the text.
 */
export function namedFigures(reading: Reading, knowledge: Knowledge): FigureAudit[] {
  const { document } = reading;
  const quoted = (span: Span) => ({ start: span.start, end: span.end, quote: quoteOf(document, span) });
  return [...document.sentences, ...document.headings]
    .sort((a, b) => a.start - b.start)
    .flatMap((stretch) =>
      figuresIn(reading, knowledge, stretch).map(({ kind, unit, low, high, date, bound, ...place }) => ({
        ...quoted(place),
        kind,
        unit,
        low,
        high,
        date,
        bound
      }))
    );
}
