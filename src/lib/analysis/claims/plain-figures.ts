/** Figures that are no quantity by themselves: weekdays, ages, how long a thing lasts, votes. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import { boundBefore, type Bound } from '$lib/text/quantity-bounds';
import type { Reading } from '../reading';
import { wordSet } from '../word-kinds';
import { SPAN, UNANIMOUS, VOTES, type Figure } from './conflict-figures';
import type { Terms } from './terms';

/** Nobody is older, in years. */
const OLDEST = 120;
/** Tokens on each side of "31 to 18" in which a word says that these are votes. */
const VOTE_REACH = 8;
/** Tokens before "lasted" in which the noun stands that lasted. */
const LASTING_REACH = 4;

interface Place {
  readonly reading: Reading;
  readonly terms: Terms;
  readonly knowledge: Knowledge;
  readonly stretch: TokenRange;
}

const wordsOf = ({ knowledge }: Place, category: string): ReadonlySet<string> =>
  wordSet(knowledge, 'words-figures', category);

/** The whole number that a token is; NaN for any other. */
function wholeAt({ terms }: Place, at: number): number {
  const key = terms.plain[at] ?? '';
  const number = key[0] === '#' ? Number(key.slice(1)) : Number.NaN;
  return Number.isInteger(number) ? number : Number.NaN;
}

function figure(
  { reading: { document } }: Place,
  firstToken: number,
  tokenEnd: number,
  measure: string,
  [low, high]: readonly [number, number],
  bound: Bound = null
): Figure {
  const { start } = document.tokens[firstToken]!;
  const { end } = document.tokens[tokenEnd - 1]!;
  const value = document.text.slice(start, end).replace(/\s+/gu, ' ');
  const none = { date: null, deed: '', about: [], head: '', persons: null };
  return { firstToken, tokenEnd, start, end, measure, low, high, bound, value, ...none };
}

/** "On Monday". */
function weekdayAt(place: Place, i: number): Figure | null {
  const { normal, pos } = place.reading.document.tokens[i]!;
  if (pos !== 'PROPN' || place.reading.document.tokens[i - 1]?.normal !== 'on') return null;
  const day = [...wordsOf(place, 'weekday')].indexOf(normal);
  return day < 0 ? null : figure(place, i, i + 1, 'weekday', [day, day]);
}

/** "Ann Lee, 23, …". */
function ageAt(place: Place, i: number, number: number): Figure | null {
  const { tokens } = place.reading.document;
  if (tokens[i - 1]?.text !== ',' || tokens[i + 1]?.text !== ',') return null;
  if (number > OLDEST || tokens[i - 2]?.pos !== 'PROPN') return null;
  return figure(place, i, i + 1, 'age', [number, number]);
}

/** "A two-year deal", "the strike lasted 19 days": how long the thing goes on. */
function spanAt(place: Place, i: number, number: number): Figure | null {
  const { tokens } = place.reading.document;
  const { plain } = place.terms;
  const spans = wordsOf(place, 'span');
  if (tokens[i + 1]?.text === '-' && spans.has(tokens[i + 2]?.lemma ?? '')) {
    const last = tokens[i + 3]?.text === '-' ? i + 4 : i + 3;
    if (tokens[last]?.pos !== 'NOUN') return null;
    return figure(place, i, i + 1, `count ${tokens[i + 2]!.lemma} ${plain[last]!}`, [number, number]);
  }
  if (!spans.has(tokens[i + 1]?.lemma ?? '')) return null;
  const bound = boundBefore(tokens, i);
  const unit = tokens[i + 1]!.lemma;
  // "Twelve weeks of pay".
  if (tokens[i + 2]?.normal === 'of' && (plain[i + 3] ?? '') !== '')
    return figure(place, i, i + 1, `count ${unit} ${plain[i + 3]!}`, [number, number], bound);
  let verb = i - 1;
  while (verb > i - LASTING_REACH && verb > place.stretch.firstToken && tokens[verb]!.pos !== 'VERB') verb--;
  if (tokens[verb]?.pos !== 'VERB' || !wordsOf(place, 'lasting').has(tokens[verb]!.lemma)) {
    // "Freeze the fares for two years".
    const before = tokens[i - 1]?.normal;
    return before === 'for' ? figure(place, i, i + 2, SPAN + unit, [number, number], bound) : null;
  }
  for (let k = verb - 1; k >= Math.max(place.stretch.firstToken, verb - LASTING_REACH); k--) {
    if (tokens[k]!.pos === 'NOUN')
      return figure(place, i, i + 1, `count ${unit} ${plain[k]!}`, [number, number], bound);
    if (!/^(?:AUX|ADV|PART)$/.test(tokens[k]!.pos)) return null;
  }
  return null;
}

/** "By 31 votes to 18", "four to one", "unanimous": votes for and against. */
function votesAt(place: Place, i: number, number: number): Figure | null {
  const { tokens } = place.reading.document;
  // "By a vote of 31 | to 18": what follows "to" may have been cut off.
  const { firstToken, tokenEnd } = place.stretch;
  const { normal } = tokens[i]!;
  if (normal === 'unanimous' || normal === 'unanimously')
    return figure(place, i, i + 1, VOTES, [UNANIMOUS, 0]);
  if (Number.isNaN(number)) return null;
  const joint = tokens[i + 1]?.lemma === 'vote' ? i + 2 : i + 1;
  if (tokens[joint]?.normal !== 'to') return null;
  const against = wholeAt(place, joint + 1);
  if (Number.isNaN(against) || tokens[joint + 2]?.pos === 'NOUN') return null;
  const voting = wordsOf(place, 'voting');
  for (let k = Math.max(firstToken, i - VOTE_REACH); k < Math.min(tokenEnd, i + VOTE_REACH); k++)
    if (voting.has(tokens[k]!.lemma)) return figure(place, i, joint + 2, VOTES, [number, against]);
  return null;
}

/** The figures of a stretch that are no quantities by themselves, in text order. */
export function plainFigures(
  reading: Reading,
  terms: Terms,
  knowledge: Knowledge,
  stretch: TokenRange
): Figure[] {
  const place = { reading, terms, knowledge, stretch };
  const found: (Figure | null)[] = [];
  for (let i = stretch.firstToken; i < stretch.tokenEnd; i++) {
    found.push(weekdayAt(place, i));
    const number = wholeAt(place, i);
    found.push(votesAt(place, i, number));
    if (!Number.isNaN(number)) found.push(spanAt(place, i, number), ageAt(place, i, number));
  }
  return found.filter((one) => one !== null);
}
