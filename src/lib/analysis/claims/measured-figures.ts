/** Figures that may be held against those of another text, however they are told. */
import type { Token, TokenRange } from '$lib/text/document';
import { readQuantities, type Quantity } from '$lib/text/read-quantities';
import { accountWords, type Place } from './account-phrases';
import { CLOCK, VOTES, type Figure } from './figure';
import { plainFigures } from './plain-figures';
import { tellingWords, wordOf } from './telling-clause';
import { agesIn } from './told-ages';

/** The measure of days of the week. */
export const WEEKDAY = 'weekday';
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
  const { tokenEnd } = quantity;
  // "The 30-year-old": so old, not for so long.
  if (days && tokens[tokenEnd]?.text === '-' && tokens[tokenEnd + 1]?.normal === 'old') return null;
  if (days && (kind === 'number' || kind === 'count' || kind === 'range')) return ['days', days];
  if (kind === 'percent') return ['share', [1, 1]];
  if (kind === 'money' || accountWords(place.knowledge, 'currency').has(name))
    return [`money ${name}`, [1, 1]];
  if (kind === 'count') {
    let head = -1;
    for (let i = firstToken; i < tokenEnd; i++) if (tokens[i]!.pos === 'NOUN') head = i;
    // "The 34,000-seat arena": seats.
    const dash = tokens.findIndex(({ text }, i) => i > firstToken && i < tokenEnd - 1 && text === '-');
    if (dash > 0 && tokens[dash + 1]!.pos === 'NOUN') head = dash + 1;
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

/** "40 metres high", "nine years old": the dimension of a size. */
function dimensionOf(tokens: readonly Token[], tokenEnd: number): string {
  const { pos, normal } = tokens[tokenEnd] ?? { pos: 'PUNCT', normal: '' };
  return pos === 'ADJ' ? ` ${normal}` : '';
}

/** "For one year", "half an hour": spans that are told without a number. */
function plainSpans(place: Place, { firstToken, tokenEnd }: TokenRange): Figure[] {
  const { tokens, text } = place.reading.document;
  const opening = tellingWords(place, 'span-opening');
  const found: Figure[] = [];
  for (let i = firstToken + 1; i < tokenEnd; i++) {
    const unit = DAYS.get(tokens[i]!.normal);
    if (!unit || !/^(?:a|an|one)$/.test(tokens[i - 1]!.normal)) continue;
    const half = tokens[i - 2]?.normal === 'half';
    const from = half ? i - 2 : i - 1;
    if (from <= firstToken || !opening.has(tokens[from - 1]!.normal)) continue;
    const factor = half ? 0.5 : 1;
    const [start, end] = [tokens[from]!.start, tokens[i]!.end];
    found.push({
      firstToken: from,
      tokenEnd: i + 1,
      start,
      end,
      measure: 'days',
      low: unit[0] * factor,
      high: unit[1] * factor,
      bound: half ? 'about' : null,
      value: text.slice(start, end).replace(/\s+/gu, ' '),
      date: null,
      deed: '',
      about: [],
      head: '',
      persons: null
    });
  }
  return found;
}

/** "Two hours and 15 minutes" is one span of time. */
function joinSpans(place: Place, figures: readonly Figure[]): Figure[] {
  const { tokens, text } = place.reading.document;
  const joined: Figure[] = [];
  for (const figure of figures) {
    const before = joined.at(-1);
    const between = before && tokens.slice(before.tokenEnd, figure.firstToken);
    const goesOn =
      before?.measure === 'days' &&
      figure.measure === 'days' &&
      figure.high < before.low &&
      between!.length <= 2 &&
      between!.every(({ normal }) => normal === 'and' || normal === ',');
    if (!goesOn) {
      joined.push(figure);
      continue;
    }
    joined[joined.length - 1] = {
      ...before,
      end: figure.end,
      tokenEnd: figure.tokenEnd,
      low: before.low + figure.low,
      high: before.high + figure.high,
      value: text.slice(before.start, figure.end).replace(/\s+/gu, ' ')
    };
  }
  return joined;
}

/** All figures of a sentence. A number that is part of a time of day, of a vote or of an age is none by itself. */
export function figuresOf(place: Place, sentence: TokenRange): Figure[] {
  const { tokens, text } = place.reading.document;
  const { firstToken: from, tokenEnd: to } = sentence;
  const whole = [
    ...plainFigures(place.reading, place.terms, place.knowledge, sentence).filter(
      ({ measure }) => measure === CLOCK || measure === WEEKDAY || measure === VOTES
    ),
    ...agesIn(place, sentence),
    ...plainSpans(place, sentence)
  ];
  const found = readQuantities(tokens.slice(from, to), text).flatMap((quantity): Figure[] => {
    const [firstToken, tokenEnd] = [quantity.firstToken + from, quantity.tokenEnd + from];
    const taken = whole.some((other) => other.firstToken < tokenEnd && firstToken < other.tokenEnd);
    const figure = taken ? null : figureOf(place, { ...quantity, firstToken, tokenEnd });
    return figure ? [figure] : [];
  });
  return [...joinSpans(place, found), ...whole];
}
