/** Deeds of a stretch of text with who does them to whom, and how those of two stretches meet. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import { lowerBound } from '../lower-bound';
import type { Reading } from '../reading';
import type { Deed, PairSide, PairWord } from './pair-word';
import { readRoles } from './part-roles';
import type { Terms } from './terms';
import { meet } from './word-meeting';

/** Deeds looked at on each side. */
const MOST_DEEDS = 6;

const NONE: readonly never[] = [];

function keysIn(phrase: TokenRange | null, { keys, plain }: Terms): readonly string[] {
  if (!phrase) return NONE;
  const found: string[] = [];
  for (let i = phrase.firstToken; i < phrase.tokenEnd; i++) {
    const key = keys[i]! || plain[i]!;
    if (key !== '' && !found.includes(key)) found.push(key);
  }
  return found;
}

/**
 * The first deeds of a stretch, in text order.
 *
 * @param wordAt reads the word at a token by its key
 */
export function readDeeds(
  { reading, firstToken, tokenEnd }: TokenRange & { readonly reading: Reading },
  terms: Terms,
  knowledge: Knowledge,
  wordAt: (token: number, key: string) => PairWord
): Deed[] {
  const { statements } = reading;
  const roles = readRoles(reading, knowledge);
  const deeds: Deed[] = [];
  // A statement that begins before the stretch can have its verb inside.
  let at = lowerBound(statements, firstToken, (statement) => statement.firstToken);
  while (at > 0 && statements[at - 1]!.tokenEnd > firstToken) at--;
  for (; at < statements.length && deeds.length < MOST_DEEDS; at++) {
    if (statements[at]!.firstToken >= tokenEnd) break;
    const { head, did, who, whom } = roles[at]!;
    const verb = head?.head ?? did?.firstToken ?? -1;
    if (verb < firstToken || verb >= tokenEnd || terms.plain[verb] === '') continue;
    deeds.push({ did: wordAt(verb, terms.plain[verb]!), who: keysIn(who, terms), whom: keysIn(whom, terms) });
  }
  return deeds;
}

const shareOne = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key));

/** How well a deed that is done to the same on both sides meets, 0 to 1: the best of all pairs. */
export function deedDoneTo(a: PairSide, b: PairSide): number {
  let best = 0;
  for (const here of a.deeds) {
    for (const there of b.deeds) {
      if (!shareOne(here.whom, there.whom)) continue;
      const met = here.did.key === there.did.key ? 1 : meet(here.did, there.did, a.vectors);
      best = Math.max(best, met * Math.sqrt(here.did.weight * there.did.weight));
    }
  }
  return best;
}

/** Whether what both sides tell first is done to others. */
export function othersAffected({ deeds: [a] }: PairSide, { deeds: [b] }: PairSide): boolean {
  return (a?.whom.length ?? 0) > 0 && (b?.whom.length ?? 0) > 0 && !shareOne(a!.whom, b!.whom);
}
