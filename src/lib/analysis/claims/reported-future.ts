/** "He said he would resign": what was to come when it was said, told as surely as "will". */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token } from '$lib/text/document';
import { wordSet } from '../word-kinds';

/** Tokens on each side of "would" in which its sentence says who told it. */
const REACH = 30;
const ENDS = /^[.!?;]$/u;

/** Whether a "would" only moves a "will" into the past, because somebody said it, and hangs on no condition. */
export function isReportedFuture(tokens: readonly Token[], at: number, knowledge: Knowledge): boolean {
  if (tokens[at]!.normal !== 'would') return false;
  const saying = wordSet(knowledge, 'words-tellings', 'saying');
  let told = false;
  for (const step of [-1, 1]) {
    for (let i = at + step, seen = 0; i >= 0 && i < tokens.length && seen < REACH; i += step, seen++) {
      const { text, normal, lemma, pos } = tokens[i]!;
      if (ENDS.test(text)) break;
      if (normal === 'if' || normal === 'unless' || normal === 'have' || normal === 'like') return false;
      told ||= pos === 'VERB' && saying.has(lemma) && /(?:d|t)$/u.test(normal);
    }
  }
  return told;
}

/** "Are to be shut", "is going to close", "is expected to close": a "to" behind which stands what is still to come. */
export function isToCome(tokens: readonly Token[], at: number, knowledge: Knowledge): boolean {
  if (tokens[at]!.normal !== 'to') return false;
  const before = tokens[at - 1]?.normal ?? '';
  if (/^(?:is|are)$/u.test(before)) return true;
  const be = tokens[at - 2]?.normal ?? '';
  return /^(?:is|are|'s|'re)$/u.test(be) && wordSet(knowledge, 'words-tellings', 'to-come').has(before);
}
