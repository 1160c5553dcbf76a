import type { Token, TokenRange } from '$lib/text/document';
import type { Terms } from './terms';
import type { Bag } from './units';
import { CLAIMS } from './weights';

/** Words that open a clause of time. */
export const TEMPORAL = new Set([
  'after',
  'before',
  'when',
  'while',
  'since',
  'until',
  'till',
  'once',
  'as',
  'during',
  'and'
]);

/** A clause of time that names nobody and no figure needs more words to make a claim: "after the war ended". */
export function namesNothing(bag: Bag): boolean {
  for (const [key, membership] of bag) if (membership > CLAIMS.context && /^[@#]/.test(key)) return false;
  return true;
}

/** Keys that belong to the statement itself or to what its pronoun stands for. */
export function membersOf(bag: Bag): number {
  let count = 0;
  for (const [key, membership] of bag) if (membership > CLAIMS.context && key[0] !== '%') count++;
  return count;
}

/** A clause has a verb; a noun phrase states something only with somebody in it. */
export function statesSomething(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  bag: Bag
): boolean {
  for (let i = firstToken; i < tokenEnd; i++)
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return true;
  return !namesNothing(bag);
}

/** Words that say which claim is made: neither names, numbers nor common words. */
export function tellingWords(bag: Bag, { words }: Terms): number {
  let count = 0;
  for (const [key, membership] of bag)
    if (membership === 1 && /^[^@#%]/.test(key) && !words.isLight(key)) count++;
  return count;
}
