/** Words of a statement as they are quoted beside a text: read as a sentence, however the statement begins. */
import { claimLabel } from './claims';
import { contextOf } from './evidence';
import type { Range } from './passages';
import { shorten } from './sources';

/** Joins a clause to what stands before it and says nothing of its own. */
const JOINING = /^(?:that|and|but)\s+(?=\S+\s)/u;
/** Characters of its sentence shown before a statement, and behind it. */
const BEFORE = 100;
const AFTER = 70;

/** Quotation marks of a text's own, as they stand inside others. */
const singled = (words: string) => words.replace(/“/gu, '‘').replace(/["”]/gu, '’');
const joined = (words: string) => singled(words.replace(/\s+/gu, ' '));

/**
 * A statement inside quotation marks: without the word that only joins it to the words before it, with an ellipsis
 * where it starts within a sentence, quotation marks of its own made single, cut at the end of a word.
 *
 * @param length the most characters before it is cut
 */
export function quotedStatement(words: string, length: number): string {
  return shorten(singled(claimLabel(words.trim().replace(JOINING, '… '))), length);
}

/** A statement in its sentence, ready to stand inside quotation marks. */
export interface StatementInSentence {
  /** The sentence up to the statement; empty where that opens it. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/**
 * The words of a place in a text with the rest of their sentence, which a clause cannot be understood without; of a
 * long sentence only what stands next to it. A statement that opens its sentence stands by itself.
 *
 * @param length the most characters of the statement before it is cut
 */
export function inSentence(text: string, place: Range, length: number): StatementInSentence {
  const around = contextOf(text, place);
  const words = text.slice(place.start, place.end);
  const said = shorten(singled(words), length);
  if (around.before.trim() === '') return { before: '', words: said.replace(/[.;,]$/u, ''), after: '' };
  let before = joined(around.before).trimStart();
  if (before.length > BEFORE) {
    const kept = before.slice(-BEFORE);
    before = `… ${kept.slice(kept.indexOf(' ') + 1)}`;
  }
  if (said.endsWith('…')) return { before, words: said, after: '' };
  const rest = joined(around.after).trimEnd();
  const after = rest.length > AFTER ? `${rest[0] === ' ' ? ' ' : ''}${shorten(rest, AFTER)}` : rest;
  return { before, words: said, after };
}
