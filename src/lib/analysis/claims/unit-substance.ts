import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { MEMBER, type Member } from './bags';
import { claimWords } from './claim-words';
import { CLUSTERS } from './cluster-weights';
import type { Terms } from './terms';

/** The keys of a stretch and of what stands around it, each with how it belongs to the stretch. */
export type Keys = ReadonlyMap<string, Member>;

/** A clause of time that names nobody and no figure needs more words to make a claim: "after the war ended". */
function namesNothing(keys: Keys): boolean {
  for (const [key, member] of keys) if (member !== MEMBER.context && /^[@#]/.test(key)) return false;
  return true;
}

/** Keys that belong to the statement itself or to what its pronoun stands for. */
function membersOf(keys: Keys): number {
  let count = 0;
  for (const [key, member] of keys) if (member !== MEMBER.context && key[0] !== '%') count++;
  return count;
}

/** A clause has a verb; a noun phrase states something only with somebody in it. */
function statesSomething(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  keys: Keys
): boolean {
  for (let i = firstToken; i < tokenEnd; i++)
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return true;
  return !namesNothing(keys);
}

/** Words that say which claim is made: neither names, numbers nor common words. */
function hasTellingWord(keys: Keys, { words }: Terms): boolean {
  for (const [key, member] of keys)
    if (member === MEMBER.own && /^[^@#%]/.test(key) && !words.isLight(key)) return true;
  return false;
}

/** "Which is 1.8 miles away" says nothing without what it follows. */
function isWhichIs(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange): boolean {
  if (tokens[firstToken]!.normal !== 'which') return false;
  for (let i = firstToken; i < tokenEnd; i++)
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'PROPN') return false;
  return true;
}

/** Whether a stretch says enough to be matched with others. */
export function canBeMatched(
  tokens: readonly Token[],
  stretch: TokenRange,
  keys: Keys,
  terms: Terms,
  knowledge: Knowledge
): boolean {
  if (!statesSomething(tokens, stretch, keys)) return false;
  if (isWhichIs(tokens, stretch)) return false;
  const opener = tokens[stretch.firstToken]!.normal;
  const bare = namesNothing(keys) && claimWords(knowledge, 'time-clause').has(opener);
  const least = bare ? CLUSTERS.leastUnnamedKeys : CLUSTERS.leastKeys;
  return membersOf(keys) >= least && hasTellingWord(keys, terms);
}
