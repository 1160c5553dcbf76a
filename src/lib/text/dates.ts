import type { Token } from './document';
import { figureOf } from './number-words';

/** A point or stretch of time named in a text. */
export interface FoundDate {
  readonly kind: 'date' | 'year';
  /** ISO 8601 as far as it goes: "1949-04-04", "1949-04", "--04-04", "1949", "1997/1999". */
  readonly date: string;
  /** First and last year; null when none is named. */
  readonly low: number | null;
  readonly high: number | null;
  readonly start: number;
  readonly end: number;
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january jan jan.',
    'february feb feb.',
    'march mar mar.',
    'april apr apr.',
    'may',
    'june jun jun.',
    'july jul jul.',
    'august aug aug.',
    'september sep sept sep. sept.',
    'october oct oct.',
    'november nov nov.',
    'december dec dec.'
  ].flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1]))
);

/** Words before a figure of four digits that make it a year. */
const YEAR_AFTER: ReadonlySet<string> = new Set(
  'in since by until till from after before during of to between around circa about year late early mid through throughout and ( , – -'.split(
    ' '
  )
);
const PEOPLE: ReadonlySet<string> = new Set(['people', 'men', 'women', 'children', 'percent', 'troops']);

const PARTS_OF_DECADES = /^(?:early|mid|late)$/;
const CENTURY_WORDS: ReadonlyMap<string, number> = new Map([
  ['fifteenth', 15],
  ['sixteenth', 16],
  ['seventeenth', 17],
  ['eighteenth', 18],
  ['nineteenth', 19],
  ['twentieth', 20]
]);

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function yearOf(token: Token | undefined): number | null {
  if (!token || !/^\d{4}$/.test(token.text)) return null;
  const year = Number(token.text);
  return year >= 1000 && year <= 2100 ? year : null;
}

function dayOf(token: Token | undefined): number | null {
  const digits = token && /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token.text)?.[1];
  const day = digits ? Number(digits) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

function monthOf(token: Token | undefined): number | null {
  return token && /^\p{Lu}/u.test(token.text) ? (MONTHS.get(token.normal) ?? null) : null;
}

/** Whether a date may begin with a word in lower case, figures aside. */
export function opensDate(word: string): boolean {
  return MONTHS.has(word) || CENTURY_WORDS.has(word) || PARTS_OF_DECADES.test(word);
}

/** Reads the date, year, decade or century that begins at a token; null when none does. */
export function dateAt(tokens: readonly Token[], i: number): FoundDate | null {
  return (
    monthDate(tokens, i) ??
    numericDate(tokens, i) ??
    decade(tokens, i) ??
    century(tokens, i) ??
    years(tokens, i)
  );
}

/** "April 4, 1949", "4 April 1949", "April 1949", "4 April". */
function monthDate(tokens: readonly Token[], i: number): FoundDate | null {
  let month = monthOf(tokens[i]);
  let day: number | null;
  let end: number;
  if (month !== null) {
    day = dayOf(tokens[i + 1]);
    end = i + 1 + (day === null ? 0 : 1);
  } else {
    day = dayOf(tokens[i]);
    const of = tokens[i + 1]?.normal === 'of' ? 1 : 0;
    month = day === null ? null : monthOf(tokens[i + 1 + of]);
    end = i + 2 + of;
  }
  if (month === null) return null;
  const comma = tokens[end]?.text === ',' ? 1 : 0;
  const year = yearOf(tokens[end + comma]);
  if (day === null && (year === null || comma > 0)) return null;
  if (year !== null) end += comma + 1;
  const date = `${year ?? '-'}-${two(month)}${day === null ? '' : `-${two(day)}`}`;
  return { kind: 'date', date, low: year, high: year, start: i, end };
}

/** "1949-04-04", "4/4/1949"; where day and month cannot be told apart, the year alone. */
function numericDate(tokens: readonly Token[], i: number): FoundDate | null {
  const text = tokens[i]!.text;
  if (text.length > 10) return null;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  const other = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  const found = iso ?? other;
  if (!found) return null;
  const [first, second, third] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const year = iso ? first : third;
  let [month, day] = iso ? [second, third] : [first, second];
  const ambiguous = !iso && month <= 12 && day <= 12 && month !== day;
  if (!iso && month > 12) [month, day] = [day, month];
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000 || year > 2100) return null;
  const date = ambiguous ? String(year) : `${year}-${two(month)}-${two(day)}`;
  return { kind: 'date', date, low: year, high: year, start: i, end: i + 1 };
}

function stretch(low: number, high: number, start: number, end: number): FoundDate {
  return { kind: 'year', date: low === high ? String(low) : `${low}/${high}`, low, high, start, end };
}

/** "1990s", "the late 1990s", "mid-1990s", "the '90s". */
function decade(tokens: readonly Token[], i: number): FoundDate | null {
  const part = PARTS_OF_DECADES.exec(tokens[i]!.normal)?.[0];
  const hyphen = part && tokens[i + 1]?.text === '-' ? 1 : 0;
  const at = part ? i + 1 + hyphen : i;
  const found = /^(?:(early|mid|late)-)?'?(\d{2}|\d{4})'?s$/.exec(tokens[at]?.normal ?? '');
  if (!found || (found[2]!.length === 2 && !/['\u2019]/.test(tokens[at]!.text[0]!))) return null;
  const first = found[2]!.length === 2 ? 1900 + Number(found[2]) : Number(found[2]);
  if (first % 10 !== 0 || first < 1000 || first > 2100) return null;
  const [from, to] = { early: [0, 3], mid: [4, 6], late: [7, 9] }[part ?? found[1] ?? ''] ?? [0, 9];
  return stretch(first + from!, first + to!, i, at + 1);
}

/** "the 19th century". */
function century(tokens: readonly Token[], i: number): FoundDate | null {
  const hyphen = tokens[i + 1]?.text === '-' ? 1 : 0;
  if (tokens[i + 1 + hyphen]?.lemma !== 'century') return null;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(tokens[i]!.normal)?.[1];
  const number = digits ? Number(digits) : (CENTURY_WORDS.get(tokens[i]!.normal) ?? 0);
  if (number < 1 || number > 21) return null;
  return stretch((number - 1) * 100 + 1, number * 100, i, i + 2 + hyphen);
}

/** "2008", "2008-2014", "1914-18"; "from 2008 to 2014" is two years. */
function years(tokens: readonly Token[], i: number): FoundDate | null {
  const token = tokens[i]!;
  const span = /^(\d{4})[-/](\d{2}|\d{4})$/.exec(token.text);
  if (span) {
    const low = Number(span[1]);
    const high = span[2]!.length === 2 ? low - (low % 100) + Number(span[2]) : Number(span[2]);
    return low >= 1000 && high <= 2100 && high > low ? stretch(low, high, i, i + 1) : null;
  }
  const year = yearOf(token);
  if (year === null || !readsAsYear(tokens, i, year)) return null;
  const dash = tokens[i + 1];
  if (dash && /^[-\u2013]$/.test(dash.text)) {
    const last = yearOf(tokens[i + 2]);
    if (last !== null && last > year) return stretch(year, last, i, i + 3);
  }
  return stretch(year, year, i, i + 1);
}

function readsAsYear(tokens: readonly Token[], i: number, year: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const counts = after?.pos === 'NOUN' && (PEOPLE.has(after.normal) || after.lemma !== after.normal);
  const timed = before === undefined || YEAR_AFTER.has(before.normal);
  if (before?.pos === 'SYM' || after?.text === '%' || figureOf(after?.text ?? '') !== null) return false;
  if (counts && !(timed && before?.normal === 'in')) return false;
  return timed || year >= 1500;
}
