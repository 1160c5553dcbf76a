/** Stretches of a sentence that tell what a text of the same event can contradict. */
import type { Token, TokenRange } from '$lib/text/document';
import { lowerBound } from '../lower-bound';
import type { Reading } from '../reading';
import { statementWith } from './account-pieces';
import type { Piece } from './piece';
import type { Telling } from './telling';

/** The tellings in a stretch, in text order. */
export function tellingsIn(
  tellings: readonly Telling[],
  { firstToken, tokenEnd }: TokenRange
): readonly Telling[] {
  const from = lowerBound(tellings, firstToken, (telling) => telling.firstToken);
  let to = from;
  while (to < tellings.length && tellings[to]!.firstToken < tokenEnd) to++;
  return tellings.slice(from, to);
}

/** Those that a stretch tells first of all. */
export function tellingsOf(
  tokens: readonly Token[],
  tellings: readonly Telling[],
  { firstToken, tokenEnd }: TokenRange
): readonly Telling[] {
  return tellings.filter((telling) => {
    if (telling.firstToken < firstToken || telling.tokenEnd > tokenEnd) return false;
    for (let i = firstToken; i < telling.clause.firstToken; i++) if (tokens[i]!.pos === 'VERB') return false;
    return true;
  });
}

/** Tellings that no stretch tells first of all, each clause as a stretch of its own. */
export function tellingPieces(
  reading: Reading,
  tellings: readonly Telling[],
  pieces: readonly Piece[],
  within: readonly [number, number]
): Piece[] {
  const { tokens } = reading.document;
  if (tellings.length === 0) return [];
  const told = new Set(pieces.flatMap((piece) => tellingsOf(tokens, tellings, piece)));
  const clauses = new Set<number>();
  return tellings.flatMap((telling): Piece[] => {
    const { firstToken, tokenEnd } = telling.clause;
    if (told.has(telling) || clauses.has(firstToken)) return [];
    clauses.add(firstToken);
    const statement = statementWith(reading, telling, within);
    return statement < 0 ? [] : [{ statement, size: 1, firstToken, tokenEnd, quiet: true }];
  });
}
