import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { wordSet } from '../word-kinds';

/** What a name may hold besides capitalised words: "University of Belgrade". */
const INSIDE = new Set(['of', 'for', 'and', 'the', '&']);
/** What leads from a report to its author: "a study by", "the report from". */
const LEADS = new Set(['by', 'from', 'of']);
/** Most words of a name. */
const NAME_REACH = 7;

const CAPITAL = /^\p{Lu}/u;
const isName = (token: Token | undefined): boolean => token !== undefined && CAPITAL.test(token.text);
const isInside = (token: Token | undefined): boolean => token !== undefined && INSIDE.has(token.normal);
const isPossessive = (token: Token | undefined): boolean => token?.normal === "'s" || token?.normal === "'";

/** The name that ends before a token: "the University of Belgrade's" before "study". */
function nameBefore(tokens: readonly Token[], at: number, floor: number): TokenRange | null {
  const end = at > floor && isPossessive(tokens[at - 1]) ? at - 1 : at;
  let first = end;
  while (
    first > floor &&
    end - first < NAME_REACH &&
    (isName(tokens[first - 1]) || (first < end && isInside(tokens[first - 1])))
  )
    first--;
  while (first < end && isInside(tokens[first])) first++;
  return first < end ? { firstToken: first, tokenEnd: end } : null;
}

/** The name that a token leads to: "by the University of Belgrade". */
function nameAfter(tokens: readonly Token[], at: number, ceiling: number): TokenRange | null {
  if (at >= ceiling || !LEADS.has(tokens[at]!.normal)) return null;
  const first = tokens[at + 1]?.normal === 'the' ? at + 2 : at + 1;
  let end = first;
  while (
    end < ceiling &&
    end - first < NAME_REACH &&
    (isName(tokens[end]) || (end > first && isInside(tokens[end])))
  )
    end++;
  while (end > first && isInside(tokens[end - 1])) end--;
  return end > first ? { firstToken: first, tokenEnd: end } : null;
}

/** Names of those whose reports, studies and the like a sentence speaks of. */
export function reportAuthors(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  knowledge: Knowledge
): TokenRange[] {
  const findings = wordSet(knowledge, 'words-sources', 'finding');
  const found: TokenRange[] = [];
  for (let at = firstToken; at < tokenEnd; at++) {
    if (!findings.has(tokens[at]!.normal)) continue;
    const name = nameAfter(tokens, at + 1, tokenEnd) ?? nameBefore(tokens, at, firstToken);
    if (name) found.push(name);
  }
  return found;
}
