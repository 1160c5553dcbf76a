import type { Token, TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import type { Piece } from './piece';

/** Most words of one item of a list. */
const LONGEST_ITEM = 4;

/** The end of a list item that begins at a token: adjectives and nouns, the last one a noun; the token itself for none. */
function itemEnd(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  while (at < Math.min(end, from + LONGEST_ITEM) && (tokens[at]!.pos === 'NOUN' || tokens[at]!.pos === 'ADJ'))
    at++;
  return at > from && tokens[at - 1]!.pos === 'NOUN' ? at : from;
}

/** Items of the first list of things in a stretch: "troops, tanks and missile systems"; none of fewer than two. */
function firstList(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange): TokenRange[] {
  for (let start = firstToken; start < tokenEnd; start++) {
    const items: TokenRange[] = [];
    let at = start;
    for (;;) {
      const end = itemEnd(tokens, at, tokenEnd);
      if (end === at) break;
      items.push({ firstToken: at, tokenEnd: end });
      at = end;
      if (tokens[at]?.text === ',') at++;
      if (tokens[at]?.normal === 'and') at++;
      if (at === end || at >= tokenEnd) break;
    }
    // The last item comes after "and"; without it, commas part something else.
    const last = items[items.length - 1];
    if (items.length > 1 && tokens[last!.firstToken - 1]!.normal === 'and') return items;
    if (items.length > 0) start = last!.tokenEnd - 1;
  }
  return [];
}

/** Most items of a list that are taken apart. */
const MOST_ITEMS = 4;

/** "The deployment of troops and missile systems" tells of each: one stretch for every item, the others left out. */
export function itemised(reading: Reading, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) => {
    const items = firstList(reading.document.tokens, piece);
    if (items.length > MOST_ITEMS) return [];
    return items.map((item) => ({ ...piece, without: items.filter((other) => other !== item) }));
  });
}
