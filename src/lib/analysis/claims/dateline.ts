import type { Token, TokenRange } from '$lib/text/document';

/** Most tokens of a dateline. */
const LONGEST_DATELINE = 10;

/** Where a sentence begins behind its dateline: "TORVIK, March 3 - | Eleven workers died". */
export function afterDateline(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange): number {
  if (!/^\p{Lu}{3,}$/u.test(tokens[firstToken]?.text ?? '')) return firstToken;
  for (let i = firstToken + 1; i < Math.min(tokenEnd, firstToken + LONGEST_DATELINE); i++) {
    const { text, pos } = tokens[i]!;
    if (/^(?:-|--|–|—)$/u.test(text)) return i + 1;
    if (pos !== 'PROPN' && pos !== 'NUM' && !/^[\d(),./]+$/u.test(text)) return firstToken;
  }
  return firstToken;
}
