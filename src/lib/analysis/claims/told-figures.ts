/** Figures of any clause, each with the words that say what it is a figure of. */
import type { Token, TokenRange } from '$lib/text/document';
import { readQuantities, type Quantity } from '$lib/text/read-quantities';
import { wordSet } from '../word-kinds';
import { clauseAround } from './account-clause';
import { accountWords, type Place } from './account-phrases';
import { CLOCK, type Figure } from './figure';
import { plainFigures } from './plain-figures';
import { clauseWords, tellingWords, wordOf } from './telling-clause';
import type { ToldFigure } from './telling';

const WEEKDAY = 'weekday';
/** Tokens on each side of a figure that are next to it. */
const NEAR = 5;
/** Longest of a unit of time in days: the shortest and the longest that its name may stand for. */
const DAYS: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['minute', [1 / 1440, 1 / 1440]],
  ['hour', [1 / 24, 1 / 24]],
  ['day', [1, 1]],
  ['week', [7, 7]],
  ['month', [28, 31]],
  ['year', [365, 366]],
  ['decade', [3650, 3660]]
]);

/** What a quantity measures, and in what unit of it; null where it says neither. */
function measured(place: Place, quantity: Quantity): readonly [string, readonly [number, number]] | null {
  const { kind, unit, counted, firstToken } = quantity;
  const name = unit ?? counted ?? '';
  const days = DAYS.get(name);
  const { tokens } = place.reading.document;
  if (days && (kind === 'number' || kind === 'count' || kind === 'range')) return ['days', days];
  if (kind === 'percent') return ['share', [1, 1]];
  if (kind === 'money' || accountWords(place.knowledge, 'currency').has(name))
    return [`money ${name}`, [1, 1]];
  if (kind === 'count') {
    let head = -1;
    for (let i = firstToken; i < quantity.tokenEnd; i++) if (tokens[i]!.pos === 'NOUN') head = i;
    const word =
      head < 0 || tellingWords(place, 'anything').has(tokens[head]!.lemma) ? '' : wordOf(place, head);
    return word === '' ? null : [`count ${word}`, [1, 1]];
  }
  return kind === 'number' && unit !== null
    ? [`size ${unit}${dimensionOf(tokens, quantity.tokenEnd)}`, [1, 1]]
    : null;
}

function figureOf(place: Place, quantity: Quantity): Figure | null {
  const found = measured(place, quantity);
  const { low, high, start, end, firstToken, tokenEnd, bound, kind } = quantity;
  if (!found || low === null || high === null) return null;
  const [measure, [least, most]] = found;
  const { text, tokens } = place.reading.document;
  // "Two thirds" is a rough share.
  const rough = kind === 'percent' && !/^\d/u.test(text.slice(start, end));
  return {
    start,
    end,
    firstToken,
    tokenEnd,
    measure,
    low: low * least,
    high: high * most,
    date: null,
    // "7 percent over two years": in that time.
    bound:
      measure.startsWith('days') && tokens[firstToken - 1]?.normal === 'over'
        ? null
        : (bound ?? (rough ? 'about' : null)),
    value: text.slice(start, end).replace(/\s+/gu, ' '),
    deed: '',
    about: [],
    head: '',
    persons: null
  };
}

/** "It was 40 metres high": what the sentence before told of first. */
function subjectOf(place: Place, { firstToken, tokenEnd }: TokenRange): string {
  const { tokens } = place.reading.document;
  for (let i = firstToken; i < tokenEnd; i++) {
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return '';
    if (tokens[i]!.pos === 'NOUN' && tokens[i + 1]?.pos !== 'NOUN') return wordOf(place, i);
  }
  return '';
}

/** Telling verbs of a clause. */
function verbsIn(place: Place, { firstToken, tokenEnd }: TokenRange): ReadonlySet<string> {
  const { tokens } = place.reading.document;
  const found = new Set<string>();
  for (let i = firstToken; i < tokenEnd; i++) {
    const word = tokens[i]!.pos === 'VERB' ? wordOf(place, i) : '';
    if (word !== '') found.add(word);
  }
  return found;
}

/** Nouns of a clause behind its first verb, the figure aside. */
function nounsBehind(place: Place, clause: TokenRange, figure: TokenRange): ReadonlySet<string> {
  const { tokens } = place.reading.document;
  const found = new Set<string>();
  let verb = false;
  for (let i = clause.firstToken; i < clause.tokenEnd; i++) {
    const { pos } = tokens[i]!;
    verb ||= pos === 'VERB';
    if (!verb || pos !== 'NOUN' || (figure.firstToken <= i && i < figure.tokenEnd)) continue;
    const word = wordOf(place, i);
    if (word !== '') found.add(word);
  }
  return found;
}

/** "To pay the ransom of 4 million": what is to be done. */
function isAimed(tokens: readonly Token[], clause: TokenRange, figure: TokenRange): boolean {
  for (let i = clause.firstToken; i < figure.firstToken; i++)
    if (
      tokens[i]!.normal === 'to' &&
      tokens[i + 1]?.pos === 'VERB' &&
      !/^(?:is|are)$/.test(tokens[i - 1]?.normal ?? '')
    )
      return true;
  return false;
}

/** "40 metres high", "nine years old": the dimension of a size. */
function dimensionOf(tokens: readonly Token[], tokenEnd: number): string {
  const { pos, normal } = tokens[tokenEnd] ?? { pos: 'PUNCT', normal: '' };
  return pos === 'ADJ' ? ` ${normal}` : '';
}

/** The figures of a sentence that can be held against those of another text. */
export function toldFigures(place: Place, sentence: TokenRange, before: TokenRange | null): ToldFigure[] {
  const { tokens, text } = place.reading.document;
  const { firstToken: from, tokenEnd: to } = sentence;
  const weekdays = wordSet(place.knowledge, 'words-figures', 'weekday');
  let numeric = false;
  for (let i = from; i < to && !numeric; i++)
    numeric = place.terms.plain[i]![0] === '#' || tokens[i]!.pos === 'NUM' || weekdays.has(tokens[i]!.normal);
  if (!numeric) return [];
  const quantities = readQuantities(tokens.slice(from, to), text).map((quantity) => ({
    ...quantity,
    firstToken: quantity.firstToken + from,
    tokenEnd: quantity.tokenEnd + from
  }));
  const clocks = plainFigures(place.reading, place.terms, place.knowledge, sentence).filter(
    ({ measure }) => measure === CLOCK || measure === WEEKDAY
  );
  const figures = [...quantities.map((quantity) => figureOf(place, quantity)), ...clocks];
  return figures.flatMap((figure): ToldFigure[] => {
    if (!figure) return [];
    const clause = clauseAround(tokens, figure, sentence, place.knowledge);
    const { words, names, days, planned, unsure, partial, denials } = clauseWords(place, clause, figure);
    // What was done on one day may have been done on another; what will be done once, will not.
    if (figure.measure === WEEKDAY && !planned) return [];
    if (unsure || partial || denials > 0 || isAimed(tokens, clause, figure)) return [];
    const all = new Set(words);
    // What is counted says what the figure is one of.
    const counted = figure.measure.startsWith('count ') ? figure.measure.slice('count '.length) : '';
    if (counted !== '') all.add(counted);
    const near = new Set<string>();
    const kinds = new Set<string>();
    for (
      let i = Math.max(clause.firstToken, figure.firstToken - NEAR);
      i < Math.min(clause.tokenEnd, figure.tokenEnd + NEAR);
      i++
    ) {
      const word = tokens[i]!.pos === 'PROPN' ? '' : wordOf(place, i);
      if (word === '') continue;
      const inside = figure.firstToken <= i && i < figure.tokenEnd;
      if (!inside && words.has(word)) near.add(word);
      if (inside && counted !== '' && counted !== word) {
        kinds.add(word);
        all.add(word);
      }
    }
    if (counted !== '') near.add(counted);
    const opens = tokens[clause.firstToken]!;
    if (opens.pos === 'PRON' && before) {
      const subject = subjectOf(place, before);
      if (subject !== '') {
        all.add(subject);
        near.add(subject);
      }
    }
    // "Each family".
    for (let i = clause.firstToken; i < clause.tokenEnd; i++)
      if (/^(?:each|every|per)$/.test(tokens[i]!.normal)) all.add('each');
    const { firstToken, tokenEnd, start, end } = figure;
    return [
      {
        of: 'figure',
        firstToken,
        tokenEnd,
        start,
        end,
        clause,
        words: all,
        names,
        days,
        planned,
        figure,
        near,
        verbs: verbsIn(place, clause),
        behind: nounsBehind(place, clause, figure),
        kinds,
        others: []
      }
    ];
  });
}
