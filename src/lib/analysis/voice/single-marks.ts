/** Single quotation marks that set speech, as British papers print it, told from apostrophes. */
import type { Document, Token } from '$lib/text/document';
import { bytePerType } from '$lib/text/type-codes';
import { CLASS } from './word-classes';

/** Most tokens in a pair of single marks: an apostrophe must not swallow a page. */
const REACH = 400;

const isSingle = bytePerType(({ text }) => (text === "'" || text === '‘' || text === '’' ? 1 : 0));

/** Marks that stand before an opening one without a space. */
const BEFORE_OPENING = new Set<number>([CLASS.open, CLASS.dash, CLASS.hyphen]);

/**
 * Gives paired single marks outside double ones the class of quotation marks, and takes it from the double ones
 * between them: only the outer pair says whose words the text reports. Linear in the number of tokens.
 */
export function classSingleMarks(document: Document, classes: Uint8Array): void {
  const { tokens, sentences } = document;
  for (const { firstSentence, sentenceEnd } of document.blocks) {
    if (firstSentence >= sentenceEnd) continue;
    const from = sentences[firstSentence]!.firstToken;
    const end = sentences[sentenceEnd - 1]!.tokenEnd;
    let double = false;
    for (let i = from; i < end; i++) {
      if (classes[i] === CLASS.quote) {
        double = isDoubleOpen(tokens, i, from, double);
        continue;
      }
      if (double || isSingle(tokens[i]!.type) === 0 || !opens(tokens, classes, i, from, end)) continue;
      const close = closeOf(tokens, i, end);
      if (close < 0) continue;
      for (let k = i + 1; k < close; k++) if (classes[k] === CLASS.quote) classes[k] = CLASS.other;
      classes[i] = classes[close] = CLASS.quote;
      i = close;
    }
  }
}

/** Whether words behind a double mark stand in a double pair. */
function isDoubleOpen(tokens: readonly Token[], at: number, from: number, open: boolean): boolean {
  const { text, start } = tokens[at]!;
  if (text === '”' || text === '»') return false;
  if (text === '“' || text === '«' || text === '„') return true;
  // A straight mark right behind a word opens nothing.
  return !open && (at === from || tokens[at - 1]!.end < start || !tokens[at - 1]!.word);
}

const touches = (tokens: readonly Token[], at: number, end: number): boolean =>
  at + 1 < end && tokens[at + 1]!.start === tokens[at]!.end;

/** A mark with a word right behind it and none right before. */
function opens(
  tokens: readonly Token[],
  classes: Uint8Array,
  at: number,
  from: number,
  end: number
): boolean {
  const { text, start } = tokens[at]!;
  if (text === '’' || !touches(tokens, at, end)) return false;
  const apart = at === from || tokens[at - 1]!.end < start || BEFORE_OPENING.has(classes[at - 1]!);
  if (!apart || text === '‘') return apart;
  // "the '90s", "rock 'n' roll": letters left out.
  const next = tokens[at + 1]!;
  return classes[at + 1] !== CLASS.number && next.normal !== 'n';
}

/** Where the words that an opening mark opens end; -1 when nothing closes them. */
function closeOf(tokens: readonly Token[], open: number, end: number): number {
  let possessive = -1;
  for (let k = open + 1; k < end && k < open + REACH; k++) {
    const { type, start, text } = tokens[k]!;
    if (isSingle(type) === 0) continue;
    const before = tokens[k - 1]!;
    if (before.end < start || k - 1 === open) {
      // Another pair begins.
      if (text !== '’' && touches(tokens, k, end) && possessive >= 0) return possessive;
      continue;
    }
    if (touches(tokens, k, end) && tokens[k + 1]!.word) continue;
    // "the drivers' pay is low,'": behind a plural it is the end only when no surer one follows.
    const plural = before.word && /s$/i.test(before.text) && (tokens[k + 1]?.word ?? false);
    if (!plural) return k;
    if (possessive < 0) possessive = k;
  }
  return possessive;
}
