/** Tells the clause that says who spoke from what was said. */
import type { Token, TokenRange } from '$lib/text/document';
import type { Roles } from './part-auxiliary';
import { stem } from './stem';
import type { Terms } from './terms';

const SAY = stem('say');

/** ", the head of the school": what somebody is, and no deed. */
function isApposition(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from]?.text !== ',' || from >= to) return false;
  for (let i = from; i < to; i++) if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return false;
  return true;
}

/** "Said Ann Lee, the head of the school": who spoke, and nothing of what was said. */
export function isTag(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  { head, who }: Roles,
  { keys, plain, words }: Terms
): boolean {
  if (!head || !who || head.head < firstToken || head.head >= tokenEnd) return false;
  // '… in the world," gushed Ann Lee': behind a quotation any verb is one of saying.
  const behindQuotation = head.head === firstToken && /^["”’]$/u.test(tokens[firstToken - 1]?.text ?? '');
  if (plain[head.head] !== SAY && !behindQuotation) return false;
  // What stands beside the name and the verb tells no more than who it is.
  const from = Math.min(who.firstToken, head.head);
  const to = Math.max(who.tokenEnd, head.head + 1);
  const end = isApposition(tokens, to, tokenEnd) ? to : tokenEnd;
  for (let i = firstToken; i < end; i++) {
    if (i >= from && i < to) continue;
    if (keys[i] !== '' && keys[i]![0] !== '@' && !words.isLight(keys[i]!)) return false;
  }
  return true;
}
