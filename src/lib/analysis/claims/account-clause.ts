/** The clause around a word, by the marks and joints nearest to it. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { wordSet } from '../word-kinds';

/** Tokens of a clause looked at on each side of a word. */
const REACH = 18;

const NOMINAL = /^(?:NOUN|PROPN|ADJ)$/;

/** Whether a clause may end at a token, seen from the deed. */
function parts(tokens: readonly Token[], at: number, knowledge: Knowledge): boolean {
  const { pos, normal, text } = tokens[at]!;
  if (pos === 'PUNCT') return !/^["“”'’()-]$/u.test(text);
  if (wordSet(knowledge, 'words-accounts', 'parting').has(normal)) return true;
  // "Members and colleagues" is one phrase; "died and 26 were injured" is two clauses.
  if (pos === 'CCONJ')
    return !(NOMINAL.test(tokens[at - 1]?.pos ?? '') && NOMINAL.test(tokens[at + 1]?.pos ?? ''));
  return false;
}

/** The clause that a deed stands in. */
export function clauseAround(
  tokens: readonly Token[],
  deed: TokenRange,
  sentence: TokenRange,
  knowledge: Knowledge
): TokenRange {
  let firstToken = deed.firstToken;
  let verbs = 0;
  while (firstToken > Math.max(sentence.firstToken, deed.firstToken - REACH)) {
    const before = tokens[firstToken - 1]!;
    if (parts(tokens, firstToken - 1, knowledge)) break;
    // Another verb before it has a clause of its own, unless it only carries this one: "is suspected of", "were left".
    if (before.pos === 'VERB' && ++verbs > 1) break;
    firstToken--;
  }
  let tokenEnd = deed.tokenEnd;
  while (tokenEnd < Math.min(sentence.tokenEnd, deed.tokenEnd + REACH) && !parts(tokens, tokenEnd, knowledge))
    tokenEnd++;
  return { firstToken, tokenEnd };
}

/** "Were killed", "have been laid off". */
export function isPassive(tokens: readonly Token[], at: number, { firstToken }: TokenRange): boolean {
  for (let i = at - 1; i >= firstToken; i--) {
    const { pos, lemma } = tokens[i]!;
    if (lemma === 'be' || lemma === 'get') return /(?:ed|en|t|d)$/.test(tokens[at]!.normal);
    if (pos !== 'ADV' && pos !== 'PART') return false;
  }
  return false;
}
