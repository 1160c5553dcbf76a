/** How sure whoever states a clause is of it, and whether the clause says that it is so or that it is not. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, TokenRange } from '$lib/text/document';
import type { ClauseMap } from '../voice/clauses';
import { commitmentTo } from '../voice/commitment';
import { COMMITMENT } from '../voice/commitment-calibration';
import { isHedged } from '../voice/hedges';
import type { Clause } from './clause-split';
import { negationIn } from './statement-polarity';

/** What a clause does with its own content. */
export interface ClauseCommitment {
  readonly hedged: boolean;
  readonly denied: boolean;
}

/** Tokens on either side of a verb, and at the head of a clause, where a hedge is the clause's own: "is probably". */
const BESIDE = 3;

/**
 * Reads a clause of `within`, one holder's words. A hedge on the verb of the clause, beside it or at the clause's
 * head hedges the clause, and a negative word on the verb, in its subject or its object denies it. Where such a
 * word stands elsewhere ("she noted that the price may rise", "no matter what it costs, they build"), commitment
 * to the verb decides whether it touches the clause at all.
 */
export function clauseCommitment(
  document: Document,
  map: ClauseMap,
  knowledge: Knowledge,
  clause: Clause,
  within: TokenRange
): ClauseCommitment {
  const { predicate } = clause;
  const hedged = isHedged(map, knowledge, clause);
  const negation = negationIn(map, knowledge, clause, predicate);
  if (predicate === null) return { hedged, denied: negation !== 'none' };
  const far = hedged && !hedgesItself(map, knowledge, clause, predicate.start, predicate.end);
  if (!far && negation !== 'elsewhere') return { hedged, denied: negation !== 'none' };
  const stated = commitmentTo(document, knowledge, predicate.head, within) >= COMMITMENT.asserted;
  return {
    hedged: hedged && !(far && stated),
    denied: negation !== 'none' && !(negation === 'elsewhere' && stated)
  };
}

function hedgesItself(
  map: ClauseMap,
  knowledge: Knowledge,
  clause: TokenRange,
  verb: number,
  verbEnd: number
): boolean {
  const { firstToken, tokenEnd } = clause;
  const near = (from: number, to: number): boolean =>
    isHedged(map, knowledge, { firstToken: Math.max(firstToken, from), tokenEnd: Math.min(tokenEnd, to) });
  return near(verb - BESIDE, verbEnd + BESIDE) || near(firstToken, firstToken + BESIDE);
}
