/** Whether a stretch of words is hedged: possibility, likelihood, appearance. */
import type { TokenRange } from '$lib/text/document';
import type { ClauseMap } from './clauses';
import { CLASS } from './word-classes';

const MODALS = new Set(['may', 'might', 'could']);
const WORDS = new Set(
  'perhaps possibly probably likely unlikely potentially presumably seemingly apparently maybe arguably conceivably seem seems seemed seemingly appear appears appeared possible probable supposedly'.split(
    ' '
  )
);

export function isHedged(map: ClauseMap, part: TokenRange): boolean {
  const { tokens, classes } = map;
  for (let k = part.firstToken; k < part.tokenEnd; k++) {
    const { normal } = tokens[k]!;
    if (classes[k] === CLASS.modal ? MODALS.has(normal) : WORDS.has(normal)) return true;
  }
  return false;
}
