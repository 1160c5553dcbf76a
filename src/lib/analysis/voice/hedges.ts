/** Whether a stretch of words is hedged: possibility, likelihood, appearance. */
import type { TokenRange } from '$lib/text/document';
import { bytePerType } from '$lib/text/type-codes';
import type { ClauseMap } from './clauses';
import { CLASS } from './word-classes';

const MODALS = new Set(['may', 'might', 'could']);
const WORDS = new Set(
  'perhaps possibly probably likely unlikely potentially presumably seemingly apparently maybe arguably conceivably seem seems seemed seemingly appear appears appeared possible probable supposedly'.split(
    ' '
  )
);

/** What a word hedges as: a modal verb, any other word, or not at all. */
const HEDGES = { no: 0, modal: 1, other: 2 } as const;

const hedgeOf = bytePerType(({ normal }) =>
  MODALS.has(normal) ? HEDGES.modal : WORDS.has(normal) ? HEDGES.other : HEDGES.no
);

export function isHedged({ tokens, classes }: ClauseMap, part: TokenRange): boolean {
  for (let k = part.firstToken; k < part.tokenEnd; k++) {
    const hedge = hedgeOf(tokens[k]!.type);
    if (hedge !== HEDGES.no && (hedge === HEDGES.modal) === (classes[k] === CLASS.modal)) return true;
  }
  return false;
}
