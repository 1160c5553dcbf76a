/** Times of day, in figures and in words: "3 a.m.", "7.40pm", "half past four", "20 to eight", "nine o'clock", "noon". */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { boundBefore, type Bound } from '$lib/text/quantity-bounds';
import type { Reading } from '../reading';
import { wordSet } from '../word-kinds';
import type { Terms } from './terms';

/** A time of day in minutes. Where nothing says which half of the day is meant, the later one is `high`. */
export interface ClockTime {
  readonly tokenEnd: number;
  readonly low: number;
  readonly high: number;
  readonly bound: Bound;
}

/** A text that times are read from. */
interface Place {
  readonly reading: Reading;
  readonly terms: Terms;
  readonly knowledge: Knowledge;
}

type Found = Omit<ClockTime, 'bound'>;

const HALF_DAY = 12 * 60;
const DAY = 2 * HALF_DAY;

const FIGURES = /(\d{1,2})(?:[:.](\d\d))?\s?([ap])(?:\.m\b\.?|m\b)/uy;
const TWENTY_FOUR = /(\d{1,2}):(\d\d)(?![\d:])/uy;
/** Tokens behind an hour in which the part of the day is told: "on Sunday night". */
const PART_REACH = 4;

/** The whole number that a token is, in figures or in words; NaN for any other. */
function numberAt({ terms }: Place, at: number): number {
  const key = terms.plain[at] ?? '';
  const number = key[0] === '#' ? Number(key.slice(1)) : Number.NaN;
  return Number.isInteger(number) ? number : Number.NaN;
}

/** "In the morning", "on Sunday night"; '' where it is not told right behind. */
function partOfDay({ reading, knowledge }: Place, from: number): string {
  const { tokens } = reading.document;
  const parts = wordSet(knowledge, 'words-figures', 'part-of-day');
  const days = wordSet(knowledge, 'words-figures', 'which-day');
  for (let i = from; i < Math.min(tokens.length, from + PART_REACH); i++) {
    const { normal, pos } = tokens[i]!;
    if (parts.has(normal)) return normal;
    if (pos !== 'ADP' && pos !== 'DET' && pos !== 'PROPN' && !days.has(normal)) break;
  }
  return '';
}

/** Minutes before or past the hour, and the token that the hour stands at: "half past | four", "20 minutes to | eight". */
function offsetAt(place: Place, i: number): readonly [minutes: number, hourAt: number] | null {
  const { tokens } = place.reading.document;
  const { normal } = tokens[i]!;
  const minutes = normal === 'half' ? 30 : normal === 'quarter' ? 15 : numberAt(place, i);
  if (!(minutes > 0 && minutes < 60)) return null;
  const joint = tokens[i + 1]?.lemma === 'minute' ? i + 2 : i + 1;
  const word = tokens[joint]?.normal;
  if (word === 'past' || word === 'after') return [minutes, joint + 1];
  return word === 'to' && normal !== 'half' ? [-minutes, joint + 1] : null;
}

function inWords(place: Place, i: number): Found | null {
  const { tokens } = place.reading.document;
  const { normal } = tokens[i]!;
  const opens = wordSet(place.knowledge, 'words-figures', 'clock-opens').has(tokens[i - 1]?.normal ?? '');
  if (normal === 'noon' || normal === 'midnight') {
    const time = normal === 'noon' ? HALF_DAY : 0;
    return opens ? { tokenEnd: i + 1, low: time, high: time } : null;
  }
  const offset = opens ? offsetAt(place, i) : null;
  const at = offset ? offset[1] : i;
  const hour = numberAt(place, at);
  if (!(hour >= 1 && hour <= 12)) return null;
  const oclock = tokens[at + 1]?.normal === "o'clock";
  const end = oclock ? at + 2 : at + 1;
  const part = partOfDay(place, end);
  // "At eight" may be eight of anything; "at eight in the morning" is a time.
  if (!offset && !oclock && !(opens && part !== '')) return null;
  // "Ten to one thousand", "at five past two weeks".
  if (offset && part === '' && /^(?:NOUN|NUM)$/.test(tokens[end]?.pos ?? 'PUNCT') && !oclock) return null;
  const time = (hour % 12) * 60 + (offset ? offset[0] : 0);
  const early = (time + HALF_DAY) % HALF_DAY;
  if (part === '') return { tokenEnd: end, low: early, high: early + HALF_DAY };
  const late = part === 'night' ? hour >= 6 && hour < 12 : part !== 'morning';
  const told = late ? early + HALF_DAY : early;
  return { tokenEnd: end, low: told, high: told };
}

function inFigures({ reading }: Place, i: number): Found | null {
  const { tokens, text } = reading.document;
  const { start } = tokens[i]!;
  FIGURES.lastIndex = TWENTY_FOUR.lastIndex = start;
  const half = FIGURES.exec(text);
  const full = half ? null : TWENTY_FOUR.exec(text);
  const [whole, hour, minute = '0', of] = half ?? full ?? [];
  if (whole === undefined || Number(hour) > (of ? 12 : 23) || Number(minute) > 59) return null;
  const end = start + whole.length;
  let tokenEnd = i + 1;
  // A token "9pm." holds the end of its sentence.
  while (tokenEnd < tokens.length && tokens[tokenEnd]!.start < end && tokens[tokenEnd]!.end <= end + 1)
    tokenEnd++;
  const hours = of ? (Number(hour) % 12) + (of === 'p' ? 12 : 0) : Number(hour);
  const time = hours * 60 + Number(minute);
  return { tokenEnd, low: time, high: time };
}

/** The time of day that begins with a token; null for none. */
export function clockTimeAt(place: Place, i: number): ClockTime | null {
  const { tokens } = place.reading.document;
  const { normal } = tokens[i]!;
  let found: Found | null = null;
  if (/^\d/u.test(normal)) found = inFigures(place, i) ?? inWords(place, i);
  else if (place.terms.plain[i]![0] === '#' || wordSet(place.knowledge, 'words-figures', 'clock').has(normal))
    found = inWords(place, i);
  if (!found) return null;
  const near = wordSet(place.knowledge, 'words-figures', 'clock-near').has(tokens[i - 1]?.normal ?? '');
  return { ...found, bound: boundBefore(tokens, i) ?? (near ? 'about' : null) };
}

/** Minutes between two times of day, the clock going round: 23:50 and 00:10 are 20 apart. */
export function minutesApart(
  a: { readonly low: number; readonly high: number },
  b: { readonly low: number; readonly high: number }
): number {
  let least = DAY;
  for (const x of [a.low, a.high])
    for (const y of [b.low, b.high]) {
      const apart = Math.abs(x - y) % DAY;
      least = Math.min(least, apart, DAY - apart);
    }
  return least;
}
