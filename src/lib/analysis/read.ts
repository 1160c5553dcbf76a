import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import { searchOf, type Match } from '$lib/text/match-patterns';
import { readDocument } from '$lib/text/read-document';
import { readStatements } from './claims/read-statements';
import type { Reading } from './reading';
import { readSegments } from './voice/read-segments';

/** First index whose `firstToken` is not before the given token, by bisection. */
function lowerBound(matches: readonly Match[], token: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (matches[middle]!.firstToken < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads a text once: sentences, whose words, statements, and word-list hits on demand. */
export function readText(text: string, knowledge: Knowledge): Reading {
  const document = readDocument(text, knowledge);
  const segments = readSegments(document, knowledge);
  const statements = readStatements(document, segments, knowledge);
  const search = searchOf(knowledge, document.tokens);
  const hits = (list: string): readonly Match[] => search.hits(list);
  const hitsIn = (list: string, range: TokenRange): readonly Match[] => {
    const matches = hits(list);
    const inside: Match[] = [];
    for (let i = lowerBound(matches, range.firstToken); i < matches.length; i++) {
      const match = matches[i]!;
      if (match.firstToken >= range.tokenEnd) break;
      if (match.tokenEnd <= range.tokenEnd) inside.push(match);
    }
    return inside;
  };
  return { document, segments, statements, hits, hitsIn };
}
