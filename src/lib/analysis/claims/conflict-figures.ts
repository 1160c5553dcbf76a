import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { readQuantities, type Quantity } from '$lib/text/read-quantities';
import type { Reading } from '../reading';
import { wordSet } from '../word-kinds';
import { countIsMany } from './counts';
import type { Figure, Stretch } from './figure';
import { plainFigures } from './plain-figures';
import { stem } from './stem';
import type { Terms } from './terms';

/** Content words on each side of a figure that say what it is a figure of. */
const ABOUT = 3;
/** Tokens looked through for them. */
const NEAR = 12;

/** Keys of what is counted: its nouns, by concept where there is one, so that "member states" are "countries". */
function countedIn({ document }: Reading, terms: Terms, { firstToken, tokenEnd }: TokenRange): string {
  const parts: string[] = [];
  for (let i = firstToken; i < tokenEnd; i++) {
    const key = terms.plain[i]!;
    if (key === '' || key[0] === '#' || document.tokens[i]!.pos !== 'NOUN') continue;
    parts.push(terms.words.conceptOf(key) || key);
  }
  return parts.join('+');
}

const PEOPLE = 'count person';

const isPeople = (knowledge: Knowledge, { normal }: Token): boolean =>
  wordSet(knowledge, 'words-figures', 'people').has(normal);

function measureOf(reading: Reading, terms: Terms, knowledge: Knowledge, quantity: Quantity): string {
  switch (quantity.kind) {
    case 'date':
    case 'year':
      return 'date';
    case 'money':
    case 'percent':
      return `${quantity.kind} ${quantity.unit ?? ''}`;
    case 'count': {
      const counted = countedIn(reading, terms, quantity);
      const last = reading.document.tokens[quantity.tokenEnd - 1]!;
      if (isPeople(knowledge, last)) return PEOPLE;
      return counted !== '' && countIsMany(last) ? `count ${counted}` : '';
    }
    case 'number':
      // "Two miles" is a size. A bare number says nothing on what it measures; times are told from many points.
      return wordSet(knowledge, 'words-figures', 'size').has(quantity.unit?.split(' ').at(-1) ?? '')
        ? `size ${quantity.unit!}`
        : '';
    default:
      return '';
  }
}

/** "Took part in the march" says of them no more than "marched". */
const TAKE_PART = stem('participate');
/** Tokens behind a figure in which the verb of what it counts stands. */
const DEED_REACH = 5;

function deedAfter({ document: { tokens } }: Reading, terms: Terms, from: number, end: number): string {
  for (let i = from; i < Math.min(end, from + DEED_REACH); i++) {
    if (tokens[i]!.pos === 'PUNCT' || tokens[i]!.pos === 'CCONJ') return '';
    const key = terms.plain[i]!;
    if (tokens[i]!.pos !== 'VERB' || key === '' || terms.words.isLight(key) || key === TAKE_PART) continue;
    return terms.words.conceptOf(key) || key;
  }
  return '';
}

function aboutOf(terms: Terms, stretch: TokenRange, { firstToken, tokenEnd }: TokenRange): string[] {
  const about = new Set<string>();
  const look = (from: number, step: 1 | -1): void => {
    let left = ABOUT;
    for (let i = from, seen = 0; left > 0 && seen < NEAR; i += step, seen++) {
      if (i < stretch.firstToken || i >= stretch.tokenEnd) return;
      const key = terms.plain[i]!;
      if (key === '' || key[0] === '#' || terms.words.isLight(key)) continue;
      about.add(terms.words.conceptOf(key) || key);
      left--;
    }
  };
  look(firstToken - 1, -1);
  look(tokenEnd, 1);
  return [...about];
}

/** "30", "10–15", "$65 million" as digits; dates as ISO 8601. */
function shown({ low, high, date, kind, unit }: Quantity): string {
  if (date !== null) return date;
  const figures = low === high ? String(low) : `${low}–${high}`;
  return kind === 'money' ? `${figures} ${unit}` : kind === 'percent' ? `${figures} %` : figures;
}

/** Fewest words of a head that say what a figure is one of: "a rise" may be a rise of anything. */
const LEAST_HEAD = 2;

function headOf(
  { document: { tokens } }: Reading,
  terms: Terms,
  stretch: TokenRange,
  { firstToken, tokenEnd }: TokenRange
): string {
  const parts: string[] = [];
  const take = (i: number): boolean => {
    if (tokens[i]?.pos !== 'NOUN' || terms.plain[i] === '') return false;
    parts.push(terms.words.conceptOf(terms.plain[i]!) || terms.plain[i]!);
    return true;
  };
  if (tokens[firstToken - 1]?.normal === 'of')
    for (let i = firstToken - 2; i >= stretch.firstToken && take(i); i--);
  let behind = tokenEnd;
  if (parts.length === 0) while (behind < stretch.tokenEnd && take(behind)) behind++;
  if (parts.length < LEAST_HEAD) return '';
  const others: string[] = [];
  for (let i = behind; i < Math.min(stretch.tokenEnd, tokenEnd + ABOUT); i++) {
    const key = terms.plain[i]!;
    if (key !== '' && !terms.words.isLight(key)) others.push(key);
  }
  return `${parts.sort().join('+')}|${others.join('+')}`;
}

function personsIn(knowledge: Knowledge, measure: string, last: Token): Figure['persons'] {
  if (measure === PEOPLE) return 'all';
  return wordSet(knowledge, 'words-figures', 'person').has(last.lemma) ? 'some' : null;
}

/** All comparable figures of a stretch, in text order. Its sentence is read, for the words before a figure. */
export function readFigures(
  reading: Reading,
  terms: Terms,
  knowledge: Knowledge,
  stretch: Stretch
): Figure[] {
  const { tokens, text, sentences } = reading.document;
  const from = Math.max(sentences[stretch.sentence]!.firstToken, stretch.firstToken - NEAR);
  const found: Figure[] = [];
  for (const quantity of readQuantities(tokens.slice(from, stretch.tokenEnd), text)) {
    const range = { firstToken: quantity.firstToken + from, tokenEnd: quantity.tokenEnd + from };
    if (range.firstToken < stretch.firstToken) continue;
    // "One nurse for every five patients" counts no patients.
    if (/^(?:every|each|per)$/u.test(tokens[range.firstToken - 1]?.normal ?? '')) continue;
    const measure = measureOf(reading, terms, knowledge, { ...quantity, ...range });
    if (measure === '' || (measure !== 'date' && quantity.low === null)) continue;
    found.push({
      ...range,
      start: tokens[range.firstToken]!.start,
      end: tokens[range.tokenEnd - 1]!.end,
      measure,
      low: quantity.low ?? 0,
      high: quantity.high ?? 0,
      date: quantity.date,
      bound: quantity.bound,
      value: shown(quantity),
      deed: measure.startsWith('count ') ? deedAfter(reading, terms, range.tokenEnd, stretch.tokenEnd) : '',
      about: aboutOf(terms, stretch, range),
      head: headOf(reading, terms, stretch, range),
      persons: measure.startsWith('count ')
        ? personsIn(knowledge, measure, tokens[range.tokenEnd - 1]!)
        : null
    });
  }
  found.push(...plainFigures(reading, terms, knowledge, stretch));
  return found;
}
