/** Words of a statement as they are quoted beside a text: read as a sentence, however the statement begins. */
import { claimLabel } from './claims';
import { shorten } from './sources';

/** Joins a clause to what stands before it and says nothing of its own. */
const JOINING = /^(?:that|and|but)\s+(?=\S+\s)/u;

/**
 * A statement inside quotation marks: without the word that only joins it to the words before it, with an ellipsis
 * where it starts within a sentence, quotation marks of its own made single, cut at the end of a word.
 *
 * @param length the most characters before it is cut
 */
export function quotedStatement(words: string, length: number): string {
  const clause = words.trim().replace(JOINING, '… ');
  const inner = claimLabel(clause).replace(/“/gu, '‘').replace(/”/gu, '’').replace(/"/gu, '’');
  return shorten(inner, length);
}
