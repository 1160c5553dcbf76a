/** The clause around a word, by the marks and joints nearest to it. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { wordSet } from '../word-kinds';

/** Tokens of a clause looked at on each side of a word. */
const REACH = 18;

const NOMINAL = /^(?:NOUN|PROPN|ADJ)$/;

/** What a clause without "that" begins with. */
const OPENS_CLAUSE = /^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/;

/** "Police said | the doors were locked": who tells it is no part of the clause. */
function opensSaid(tokens: readonly Token[], at: number, deed: TokenRange, knowledge: Knowledge): boolean {
  const { pos, lemma, normal } = tokens[at]!;
  if (
    pos !== 'VERB' ||
    !wordSet(knowledge, 'words-tellings', 'saying').has(lemma) ||
    at + 1 >= deed.firstToken
  )
    return false;
  // "The said doors", "were said to be locked", "reporting losses".
  if (/ing$/.test(normal) || tokens[at - 1]?.pos === 'AUX' || tokens[at - 1]?.pos === 'DET') return false;
  return OPENS_CLAUSE.test(tokens[at + 1]!.pos);
}

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

/** "Issue new shares | to raise half of the price": what for is another clause. */
const opensPurpose = (tokens: readonly Token[], at: number, { tokenEnd }: TokenRange): boolean =>
  at > tokenEnd + 1 &&
  tokens[at]!.normal === 'to' &&
  tokens[at + 1]?.pos === 'VERB' &&
  /^(?:NOUN|PROPN)$/.test(tokens[at - 1]!.pos);

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
    if (opensSaid(tokens, firstToken - 1, deed, knowledge)) break;
    // Another verb before it has a clause of its own, unless it only carries this one: "is suspected of", "were left",
    // "expected to cost".
    const carries = tokens[firstToken]!.normal === 'to' && tokens[firstToken + 1]?.pos === 'VERB';
    // "Fixing the pier could cost 11 million": the first word is its subject.
    const subject = firstToken - 1 === sentence.firstToken && before.normal.endsWith('ing');
    if (before.pos === 'VERB' && !carries && !subject && ++verbs > 1) break;
    firstToken--;
  }
  let tokenEnd = deed.tokenEnd;
  const last = Math.min(sentence.tokenEnd, deed.tokenEnd + REACH);
  while (tokenEnd < last && !parts(tokens, tokenEnd, knowledge) && !opensPurpose(tokens, tokenEnd, deed))
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
