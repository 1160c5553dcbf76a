/** Whether a stretch of words is hedged: possibility, likelihood, appearance. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import { kindCodes } from '../word-kinds';
import type { ClauseMap } from './clauses';
import { CLASS } from './word-classes';

/** What a word hedges as: a modal verb, any other word, or not at all. */
const HEDGES = { no: 0, modal: 1, other: 2 } as const;
const hedgeOf = kindCodes('words-hedging', ['modal', 'other']);

export function isHedged({ tokens, classes }: ClauseMap, knowledge: Knowledge, part: TokenRange): boolean {
  const hedge = hedgeOf(knowledge);
  for (let k = part.firstToken; k < part.tokenEnd; k++) {
    const code = hedge(tokens[k]!.type);
    if (code !== HEDGES.no && (code === HEDGES.modal) === (classes[k] === CLASS.modal)) return true;
  }
  return false;
}
