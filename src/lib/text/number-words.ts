import type { Token } from './document';

/** A number as it stands in a text, in digits or words, with its magnitude ("1.5 million") taken in. */
export interface FoundNumber {
  readonly value: number;
  /** Index just past its last token. */
  readonly end: number;
  /** The magnitude word's factor; 1 when there is none. `65-100 million` shares it. */
  readonly factor: number;
  /** True for figures with nothing but digits, as a year is written. */
  readonly bare: boolean;
}

const SMALL: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value])
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 10 * (i + 2)])
);
const FACTORS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
  ['dozen', 12],
  ['score', 20]
]);
/** Letters that are a magnitude only when they touch their figure. */
const TOUCHING: ReadonlySet<string> = new Set(['k', 'm', 'tn']);

/** "a dozen", "half a million" */
const OPENERS: ReadonlySet<string> = new Set(['a', 'an', 'half']);

const FIGURE = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** The value of a figure such as "1,200" or "3.5"; null for anything else, and for more digits than are exact. */
export function figureOf(text: string): number | null {
  if (text.length > 20 || !FIGURE.test(text)) return null;
  const value = Number(text.replaceAll(',', ''));
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null;
}

/** The magnitude word at a token, if it is one there. */
export function factorAt(tokens: readonly Token[], i: number): number | null {
  const token = tokens[i];
  if (!token) return null;
  const factor = FACTORS.get(token.normal);
  if (factor === undefined) return null;
  return TOUCHING.has(token.normal) && tokens[i - 1]?.end !== token.start ? null : factor;
}

/** Whether a number or a fraction may begin with a word in lower case: it has a figure or is a number word. */
export function opensNumber(word: string): boolean {
  return SMALL.has(word) || TENS.has(word) || OPENERS.has(word) || /\d/.test(word);
}

/** Reads the number that begins at a token; null when none does. */
export function numberAt(tokens: readonly Token[], i: number): FoundNumber | null {
  const token = tokens[i];
  if (!token) return null;
  const figure = figureOf(token.text);
  if (figure !== null) {
    // "$53.7-million".
    const at = tokens[i + 1]?.text === '-' && (tokens[i + 2]?.normal.length ?? 0) > 2 ? i + 2 : i + 1;
    const factor = factorAt(tokens, at);
    if (factor === null) return { value: figure, end: i + 1, factor: 1, bare: /^\d+$/.test(token.text) };
    return { value: figure * factor, end: at + 1, factor, bare: false };
  }
  return wordsAt(tokens, i);
}

/** "twenty-nine", "two hundred and fifty thousand", "a dozen", "half a million". */
function wordsAt(tokens: readonly Token[], start: number): FoundNumber | null {
  let i = start;
  const first = tokens[i]!.normal;
  if (first === 'a' || first === 'an') {
    const factor = tokens[i + 1] && tokens[i + 1]!.normal.length > 2 ? factorAt(tokens, i + 1) : null;
    return factor === null || factor === 20 ? null : scaled(tokens, factor, i + 2, factor);
  }
  if (first === 'half' && tokens[i + 1]?.normal === 'a') {
    const factor = tokens[i + 2] && tokens[i + 2]!.normal.length > 2 ? factorAt(tokens, i + 2) : null;
    return factor === null ? null : { value: factor / 2, end: i + 3, factor, bare: false };
  }
  let total = 0;
  let group = 0;
  let largest = 1;
  let read = false;
  for (let steps = 0; steps < 16; steps++) {
    const word = tokens[i]?.normal ?? '';
    const small = SMALL.get(word);
    const tens = TENS.get(word);
    if (tens !== undefined && group % 100 === 0 && (group > 0 || !read || largest > 1)) {
      group += tens;
      read = true;
      i++;
      const hyphen = tokens[i]?.text === '-' ? 1 : 0;
      const unit = SMALL.get(tokens[i + hyphen]?.normal ?? '');
      if (unit !== undefined && unit > 0 && unit < 10) {
        group += unit;
        i += hyphen + 1;
      }
    } else if (small !== undefined && group % 100 === 0 && (group > 0 || !read || largest > 1)) {
      group += small;
      read = true;
      i++;
    } else if (read && factorAt(tokens, i) !== null && group > 0 && word.length > 2) {
      const factor = factorAt(tokens, i)!;
      if (factor === 100) group *= factor;
      else {
        total += group * factor;
        group = 0;
      }
      largest = Math.max(largest, factor);
      i++;
    } else if (word === 'and' && read && largest >= 100 && isNumberWord(tokens[i + 1])) i++;
    else break;
  }
  if (!read) return null;
  return { value: total + group, end: i, factor: total > 0 && group === 0 ? largest : 1, bare: false };
}

function isNumberWord(token: Token | undefined): boolean {
  return token !== undefined && (SMALL.has(token.normal) || TENS.has(token.normal));
}

/** "a hundred thousand". */
function scaled(tokens: readonly Token[], value: number, end: number, factor: number): FoundNumber {
  const more = factorAt(tokens, end);
  return more !== null && more > factor && tokens[end]!.normal.length > 2
    ? { value: value * more, end: end + 1, factor: more, bare: false }
    : { value, end, factor, bare: false };
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['seventh', 7],
  ['sevenths', 7],
  ['eighth', 8],
  ['eighths', 8],
  ['ninth', 9],
  ['ninths', 9],
  ['tenth', 10],
  ['tenths', 10]
]);

/** "a third of", "two-thirds", "half of the", as a share of 1; null for "a third man" and "half past". */
export function fractionAt(tokens: readonly Token[], i: number): { value: number; end: number } | null {
  const first = tokens[i]?.normal ?? '';
  const after = (end: number): string => tokens[end]?.normal ?? '.';
  if (first === 'half') {
    const next = after(i + 1);
    return next === 'of' || next === 'the' || next === 'its' || next === 'their'
      ? { value: 0.5, end: i + 1 }
      : null;
  }
  const count = first === 'a' || first === 'an' ? 1 : (SMALL.get(first) ?? 0);
  if (count === 0) return null;
  const hyphen = tokens[i + 1]?.text === '-' ? 1 : 0;
  const word = after(i + 1 + hyphen);
  const part = PARTS.get(word);
  if (part === undefined || count >= part) return null;
  const end = i + 2 + hyphen;
  const plural = word.endsWith('s') || word === 'halves';
  if (count > 1 !== plural) return null;
  // One fifth may be a rank; "of", a comma or the sentence's end show that it is a share.
  if (count === 1 && !/^(?:of|[.,;:!?)]|more|less|higher|lower)$/.test(after(end))) return null;
  return { value: count / part, end };
}
