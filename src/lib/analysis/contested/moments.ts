/** On which side of a moment something is told: "before the deadline", "after the vote". */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Terms } from '../claims/terms';
import { contestedWords } from './contested-words';

export type Side = 'earlier' | 'later';

/** Words between "after" and the noun it sets a time by: "after the first deadline". */
const REACH = 3;

/** The moments that a stretch of words names with a side, as the key of their noun; a name or a year is none. */
export function momentsIn(
  tokens: readonly Token[],
  terms: Terms,
  { firstToken, tokenEnd }: TokenRange,
  knowledge: Knowledge
): ReadonlyMap<string, Side> {
  const earlier = contestedWords(knowledge, 'earlier');
  const later = contestedWords(knowledge, 'later');
  const found = new Map<string, Side>();
  for (let i = firstToken; i < tokenEnd; i++) {
    const { normal, pos } = tokens[i]!;
    if (pos === 'VERB' || pos === 'NOUN') continue;
    const side = earlier.has(normal) ? 'earlier' : later.has(normal) ? 'later' : null;
    if (side === null) continue;
    let k = i + 1;
    while (k < tokenEnd && k <= i + REACH && (tokens[k]!.pos === 'DET' || tokens[k]!.pos === 'ADJ')) k++;
    const key = k < tokenEnd && tokens[k]!.pos === 'NOUN' ? terms.plain[k]! : '';
    if (key !== '') found.set(key, side);
  }
  return found;
}

/** Whether words set the same moment on the other side: "before the deadline" for "after the deadline". */
export function onOtherSide(claim: ReadonlyMap<string, Side>, told: ReadonlyMap<string, Side>): boolean {
  for (const [key, side] of claim) if (told.has(key) && told.get(key) !== side) return true;
  return false;
}
