/**
 * Characters as the tokens are cut from them: which stand for an apostrophe, which stand apart from the words
 * beside them, and where a sentence starts without a space before it.
 */
import { isBlank } from './lines';

/** The straight apostrophe. */
export const APOSTROPHE = 0x27;

/** True for the curly apostrophes and their like, which wink does not know. */
export function isApostrophe(code: number): boolean {
  return code === 0x2018 || code === 0x2019 || code === 0x02bc || code === 0xff07;
}

const EN_DASH = 0x2013;

/** True for a dash or dots that part the words beside them: an en dash before a figure is a range. */
export function isParting(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  if (code === EN_DASH) return at + 1 >= to || !isDigit(text.charCodeAt(at + 1));
  return code === 0x2014 || code === 0x2015 || code === 0x2026;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLower = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff);
const isUpper = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde);
const ends = (code: number): boolean => code === 0x2e || code === 0x21 || code === 0x3f;
const closes = (code: number): boolean =>
  code === 0x22 || code === 0x201d || code === APOSTROPHE || isApostrophe(code);

/**
 * True where a sentence starts without a space before it: "the end.Then it", "he said.'I". Looks at the stretch
 * `[from, to)` of the text alone.
 */
export function startsGlued(text: string, from: number, at: number, to: number): boolean {
  if (at - 3 < from || at + 1 >= to || !isUpper(text.charCodeAt(at))) return false;
  let end = at - 1;
  if (closes(text.charCodeAt(end))) end--;
  if (end - 2 < from || !ends(text.charCodeAt(end))) return false;
  if (!isLower(text.charCodeAt(end - 1)) || !isLower(text.charCodeAt(end - 2))) return false;
  const next = text.charCodeAt(at + 1);
  return isLower(next) || isBlank(next) || isParting(text, at + 1, to);
}
