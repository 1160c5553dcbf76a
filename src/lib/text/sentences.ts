import type { Knowledge } from '$lib/lexicons/knowledge';
import { wordSet } from '$lib/lexicons/word-sets';
import { abbreviationKind, type AbbreviationKind } from './abbreviations';
import type { Token } from './document';
import { formSet } from './form-set';
import { tokenOf } from './token';
import { bytePerType } from './type-codes';
import { wordType } from './word-type';

/** Words that open a sentence, and verbs that name the speaker of a quotation: "Why?" Smith asked. */
const LIST = 'words-sentences';

const TERMINAL = /^(?:[.!?\u203D\u3002\uFF01\uFF1F]+|\u2026+)$/;
const CLOSER = /^(?:["'\u201D\u2019)\]}\u00BB]|\*{1,2}|_{1,2})$/;
/** What may stand before the first word of a sentence: quotation marks, brackets, dashes, "…" for words left out. */
const OPENS = /^(?:["'\u201C\u2018([{\u00AB*_\u00BF\u00A1]|[-\u2013\u2014]+$|\.{2,}$|\u2026$)/;
const STARTS_LOWER = /^\p{Ll}/u;
const STARTS_UPPER = /^[\p{Lu}\p{Lt}]/u;
const STARTS_DIGIT = /^\p{N}/u;
const DASH = /^[-\u2013\u2014]+$/;

/** What the cutting of sentences asks of a word, one bit each. */
const WORD = 1;
const STOP_FIRST = 2;
const STOP_LAST = 4;
const ENDS = 8;
const QUOTE = 16;

const FULL_STOP = '.';
const signsOf = bytePerType(
  ({ text, word }) =>
    (word ? WORD : 0) |
    (text.startsWith(FULL_STOP) ? STOP_FIRST : 0) |
    (text.endsWith(FULL_STOP) ? STOP_LAST : 0) |
    (TERMINAL.test(text) ? ENDS : 0) |
    (text === '"' ? QUOTE : 0)
);

/** Nearly all tokens: no sentence can end with them, and no short form. */
function isPlain(signs: number, next: Token | undefined): boolean {
  if ((signs & (STOP_LAST | ENDS | QUOTE)) !== 0) return false;
  return (signs & WORD) === 0 || next === undefined || (signsOf(next.type) & STOP_FIRST) === 0;
}

/**
 * Cuts the tokens of a block, those from `from` on, into sentences, and joins short forms with their full stops
 * ("Dept", ".") in place. Answers where sentences end: just past the last token of each.
 */
export function cutSentences(found: Token[], from: number, knowledge: Knowledge): number[] {
  // The tokens as they come out, from the first on that is joined or split; before that they are those found.
  let copy: Token[] | null = null;
  const tokenAt = (k: number): Token => (copy ? copy[k - from]! : found[k]!);
  let count = from;
  const ends: number[] = [];
  let first = from;
  let checked = from;
  let openQuote = false;
  let i = from;
  while (i < found.length) {
    const token = found[i]!;
    const signs = signsOf(token.type);
    if (isPlain(signs, found[i + 1])) {
      copy?.push(token);
      count++;
      i++;
      continue;
    }
    if ((signs & QUOTE) !== 0) openQuote = !openQuote;
    const short = shortForm(found, i, knowledge);
    const changed = short ? short.joined : splitStop(token);
    if (changed) {
      copy ??= found.slice(from, count);
      copy.push(...changed);
      count += changed.length;
      i += short ? short.length : 1;
    } else {
      const length = short ? short.length : 1;
      for (let k = 0; k < length; k++) copy?.push(found[i + k]!);
      count += length;
      i += length;
    }
    const kind = short?.kind ?? null;
    const terminal = (signs & ENDS) !== 0;
    if (kind === null && !terminal && (signs & STOP_LAST) === 0) continue;
    let mark = short || !terminal ? FULL_STOP : token.text;
    let closed = false;
    while (i < found.length) {
      const next = found[i]!;
      // Single marks may stand apart (". . ." is one), and a quotation mark with space on both sides.
      const apart = next.start > found[i - 1]!.end;
      if (apart && !/^[.!?]$/.test(next.text) && !(openQuote && isLoneQuote(found, i))) break;
      if (TERMINAL.test(next.text)) mark += next.text;
      else if (CLOSER.test(next.text)) closed = true;
      else if (!isNoteMark(found, i)) break;
      copy?.push(next);
      count++;
      if (next.text === '"') openQuote = !openQuote;
      i++;
    }
    if (i >= found.length) break;
    const onlyNumber = count - first <= 2 && STARTS_DIGIT.test(tokenAt(first).text) && mark === FULL_STOP;
    if (onlyNumber) continue;
    const shortOnly = kind !== null && mark === FULL_STOP ? kind : null;
    if (!endsHere(found, from, i, mark, closed, shortOnly, knowledge)) continue;
    // A run of marks without a word belongs to what stands beside it.
    while (checked < count && !tokenAt(checked).word) checked++;
    if (checked === count && ends.length === 0) continue;
    if (checked === count) ends[ends.length - 1] = count;
    else ends.push(count);
    first = count;
    checked = first;
  }
  if (count > first) {
    while (checked < count && !tokenAt(checked).word) checked++;
    if (checked === count && ends.length > 0) ends[ends.length - 1] = count;
    else ends.push(count);
  }
  if (copy) {
    found.length = from;
    for (const token of copy) found.push(token);
  }
  return ends;
}

function isLoneQuote(found: readonly Token[], i: number): boolean {
  const mark = found[i]!;
  return mark.text === '"' && (found[i + 1]?.start ?? mark.end + 1) > mark.end;
}

interface ShortForm {
  /** The form and its full stop as one token, where they were two and no space stands between ("Dr . Reed"). */
  readonly joined: readonly Token[] | null;
  /** How many of the tokens found it takes. */
  readonly length: number;
  readonly kind: AbbreviationKind;
}

/** The short form that begins at a token, in one token or with its full stop apart. */
function shortForm(found: readonly Token[], i: number, knowledge: Knowledge): ShortForm | null {
  const token = found[i]!;
  const whole = token.text.endsWith('.');
  const stop = found[i + 1];
  if (!whole && (stop?.text !== '.' || !token.word)) return null;
  if (token.text.length > 12 || token.text === '.') return null;
  const kind = abbreviationKind(whole ? token.text : `${token.text}.`, knowledge);
  const length = whole ? 1 : 2;
  const next = found[i + length];
  if (kind === null) return null;
  if (kind === 'number' && !STARTS_DIGIT.test(next?.text ?? '')) return null;
  if (kind === 'title' && !STARTS_UPPER.test(token.text)) return null;
  if (whole) return { joined: null, length, kind };
  // At the end of the text it may as well be a word and the end of a sentence.
  if (next === undefined) return null;
  if (stop!.start > token.end) return { joined: null, length, kind };
  const { text, normal, lemma, pos, word } = token;
  const joined = wordType(`${text}.`, `${normal}.`, `${lemma}.`, pos, word);
  return { joined: [tokenOf(token.start, stop!.end, joined)], length, kind };
}

const WORD_AND_STOP = /^\p{L}{2,}\.$/u;

/** wink takes "no." for a short form even at the end of "He said no."; null for all other tokens. */
function splitStop({ start, end, text, normal, lemma, pos, word }: Token): readonly Token[] | null {
  if (!WORD_AND_STOP.test(text)) return null;
  const cut = end - 1;
  const type = wordType(text.slice(0, -1), normal.slice(0, -1), lemma.replace(/\.$/, ''), pos, word);
  return [tokenOf(start, cut, type), tokenOf(cut, end, wordType('.', '.', '.', 'PUNCT', false))];
}

/** A reference such as [12] set right behind a full stop. */
function isNoteMark(found: readonly Token[], i: number): boolean {
  const text = found[i]!.text;
  if (text === '[') return STARTS_DIGIT.test(found[i + 1]?.text ?? '') && found[i + 2]?.text === ']';
  if (STARTS_DIGIT.test(text)) return found[i - 1]!.text === '[' && found[i + 1]?.text === ']';
  return false;
}

function endsHere(
  found: readonly Token[],
  from: number,
  i: number,
  mark: string,
  closed: boolean,
  short: AbbreviationKind | null,
  knowledge: Knowledge
): boolean {
  let next = found[i]!;
  const apart = next.start > found[i - 1]!.end;
  let at = i;
  while (OPENS.test(next.text) && at + 1 < found.length && at < i + 3) next = found[++at]!;
  const upper = STARTS_UPPER.test(next.text);
  const lower = STARTS_LOWER.test(next.text);
  if (!apart) return upper && short === null && mark === '.' && gluedSentence(found, from, i);
  if (found[i]!.text !== next.text && DASH.test(found[i]!.text) && !upper) return false;
  if (/^[,;:)\]]/.test(next.text)) return false;
  if (short === 'title' || short === 'inner' || short === 'number') return false;
  if (short === 'outer') return upper && opensSentence(next, found[i - 1]!, at > i, knowledge);
  if (mark.startsWith('.') && mark.length === 1) {
    if (!lower) return true;
    return !closed && isPlainWord(found, from, i) && at === i;
  }
  if (lower || (closed && namesSpeaker(found, at, knowledge))) return false;
  if (/^(?:\.\.+|\u2026)/.test(mark)) return upper && next.text !== 'I' && !next.text.startsWith("I'");
  return true;
}

/** "…the end.Then it…": a missing space, told from file names and domains by whole words on both sides. */
function gluedSentence(found: readonly Token[], from: number, i: number): boolean {
  const before = i - 2 < from ? undefined : found[i - 2];
  const after = found[i]!;
  return (
    before !== undefined && /^\p{Ll}{2,}$/u.test(before.text) && /^\p{Lu}(?:\p{Ll}+)?$/u.test(after.text)
  );
}

/** After "he left." a lower-case "then" is careless writing; after "approx." it is none. */
function isPlainWord(found: readonly Token[], from: number, i: number): boolean {
  const before = i - 2 < from ? undefined : found[i - 2];
  return before !== undefined && /^\p{Ll}{3,}$/u.test(before.text) && /\p{Ll}{2,}/u.test(found[i]!.text);
}

function opensSentence(next: Token, short: Token, quoted: boolean, knowledge: Knowledge): boolean {
  if (
    wordSet(knowledge, LIST, 'starter').has(next.normal) ||
    formSet(knowledge, 'function-words').has(next.normal)
  )
    return true;
  if (quoted) return false;
  // "at 5 p.m. Smith left", but not "at 5 p.m. Monday" or "5 p.m. EST".
  return /^[ap]\.m\.$/i.test(short.text) && !/^(?:\p{Lu}{2,4}|\p{Lu}\p{Ll}+day)$/u.test(next.text);
}

/** True when the words after a closing quotation mark say who spoke: "Smith asked", "the old man said". */
function namesSpeaker(found: readonly Token[], i: number, knowledge: Knowledge): boolean {
  const saying = wordSet(knowledge, LIST, 'saying');
  for (let k = i; k < found.length && k < i + 6; k++) {
    const token = found[k]!;
    if (saying.has(token.lemma) && k > i) return true;
    if (token.pos === 'PUNCT' || (token.pos === 'VERB' && k > i)) return false;
    if (token.pos === 'PRON' && k === i && !saying.has(found[k + 1]?.lemma ?? '')) return false;
  }
  return false;
}
