/** The clauses of a sentence as they are matched: fragments that say too little are joined to their neighbours. */
import type { Token } from '$lib/text/document';
import type { Reading } from '../reading';
import { CLUSTERS } from './cluster-weights';
import type { Piece } from './piece';
import { LONGEST_STATEMENT, sizeOf, unbroken } from './piece-extent';
import type { Terms } from './terms';

/** '… in the world," | gushed Ann Lee': who spoke is no part of what was said. */
function opensTag(tokens: readonly Token[], end: number, firstToken: number): boolean {
  return /^["”’]$/u.test(tokens[end - 1]!.text) && tokens[firstToken]!.pos === 'VERB';
}

/** The clauses of one sentence, in text order. Deeds told inside a clause are left to `nestedDeeds`. */
export function clausePieces(reading: Reading, terms: Terms, first: number, end: number): Piece[] {
  const { statements, document } = reading;
  const pieces: Piece[] = [];
  for (let position = first; position < end; position++) {
    const { firstToken } = statements[position]!;
    const tokenEnd = Math.min(statements[position]!.tokenEnd, firstToken + LONGEST_STATEMENT);
    const last = pieces[pieces.length - 1];
    if (last && tokenEnd <= last.tokenEnd) continue;
    const size = sizeOf(terms.keys, { firstToken, tokenEnd });
    const lastSize = last ? sizeOf(terms.keys, last) : 0;
    // A clause that ends at its verb has its object in the next piece: "approved | the merger".
    const waitsForObject =
      last !== undefined &&
      document.tokens[last.tokenEnd - 1]!.pos === 'VERB' &&
      document.tokens[firstToken]!.pos !== 'CCONJ' &&
      statements[last.statement]!.segment === statements[position]!.segment;
    if (
      last &&
      !opensTag(document.tokens, last.tokenEnd, firstToken) &&
      (size < CLUSTERS.leastKeys || lastSize < CLUSTERS.leastKeys || waitsForObject) &&
      tokenEnd - last.firstToken <= LONGEST_STATEMENT &&
      (waitsForObject || size + lastSize <= CLUSTERS.longestJoined) &&
      unbroken(document.tokens, last.tokenEnd, firstToken)
    ) {
      last.tokenEnd = tokenEnd;
      if (size > last.size) [last.statement, last.size] = [position, size];
    } else {
      pieces.push({ statement: position, size, firstToken, tokenEnd });
    }
  }
  return pieces;
}
