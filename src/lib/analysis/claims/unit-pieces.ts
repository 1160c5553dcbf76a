import type { Token, TokenRange } from '$lib/text/document';
import type { Reading, Statement } from '../reading';
import { CLUSTERS } from './cluster-weights';
import { isYearKey, type Terms } from './terms';

/** A statement is compared by so many of its first tokens. */
const LONGEST_STATEMENT = 200;
/** A year nearer than this to the end of its clause leaves nothing to cut off. */
const LEAST_REST = 3;

/** A statement, with the fragments around it that are too short to stand alone. */
export interface Piece extends TokenRange {
  statement: number;
  /** Keys of the statement itself. */
  size: number;
  firstToken: number;
  tokenEnd: number;
}

function distinctKeys(keys: readonly string[], { firstToken, tokenEnd }: TokenRange): Set<string> {
  const found = new Set<string>();
  for (let i = firstToken; i < tokenEnd; i++) if (keys[i] !== '') found.add(keys[i]!);
  return found;
}

/** Whether nothing but words stands between two stretches. */
function unbroken(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!tokens[i]!.word) return false;
  return true;
}

/** Clauses of one sentence, short fragments joined to their neighbours. Nested deeds are left to `nestedDeeds`. */
function piecesOf(reading: Reading, terms: Terms, first: number, end: number): Piece[] {
  const { statements, document } = reading;
  const pieces: Piece[] = [];
  for (let position = first; position < end; position++) {
    const { firstToken } = statements[position]!;
    const tokenEnd = Math.min(statements[position]!.tokenEnd, firstToken + LONGEST_STATEMENT);
    const last = pieces[pieces.length - 1];
    if (last && tokenEnd <= last.tokenEnd) continue;
    const size = distinctKeys(terms.keys, { firstToken, tokenEnd }).size;
    const lastSize = last ? distinctKeys(terms.keys, last).size : 0;
    if (
      last &&
      (size < CLUSTERS.leastKeys || lastSize < CLUSTERS.leastKeys) &&
      tokenEnd - last.firstToken <= LONGEST_STATEMENT &&
      size + lastSize <= CLUSTERS.longestJoined &&
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

/** What stands in brackets says something of its own: "(the club now has 40 members)". */
function asides({ document }: Reading, terms: Terms, pieces: readonly Piece[]): Piece[] {
  const { tokens } = document;
  const found: Piece[] = [];
  for (const { statement, firstToken, tokenEnd } of pieces) {
    let open = -1;
    for (let i = firstToken; i < tokenEnd; i++) {
      const { text } = tokens[i]!;
      if (text === '(') open = i + 1;
      else if (text === ')' && open >= 0) {
        const range = { firstToken: open, tokenEnd: i };
        const size = distinctKeys(terms.keys, range).size;
        if (size >= CLUSTERS.leastKeys) found.push({ statement, size, ...range });
        open = -1;
      }
    }
  }
  return found;
}

/**
 * Who, what and when, up to the year: "NATO was founded in 1949 …", "The founding of NATO in 1949 …". The same
 * event told at length and in passing meets in this core.
 */
function datedCores(terms: Terms, pieces: readonly Piece[]): Piece[] {
  const cores: Piece[] = [];
  for (const { statement, firstToken, tokenEnd } of pieces) {
    let year = -1;
    let several = false;
    for (let i = firstToken; i < tokenEnd; i++) {
      if (!isYearKey(terms.plain[i]!)) continue;
      several ||= year >= 0;
      year = i;
    }
    if (year < 0 || several || tokenEnd - year < LEAST_REST) continue;
    const range = { firstToken, tokenEnd: year + 1 };
    const size = distinctKeys(terms.keys, range).size;
    if (size >= 2) cores.push({ statement, size, ...range });
  }
  return cores;
}

/** A deed in a noun phrase inside a clause counts when it says who and when, or who and whom. */
function nestedDeeds(reading: Reading, terms: Terms, first: number, end: number): Piece[] {
  const deeds: Piece[] = [];
  let enclosing: Statement | null = null;
  for (let position = first; position < end; position++) {
    const statement = reading.statements[position]!;
    if (enclosing === null || statement.tokenEnd > enclosing.tokenEnd) {
      enclosing = statement;
      continue;
    }
    if (enclosing.tokenEnd - enclosing.firstToken > LONGEST_STATEMENT) continue;
    const keys = distinctKeys(terms.keys, statement);
    let actors = 0;
    let numbers = 0;
    for (const key of keys) {
      if (key[0] === '@') actors++;
      else if (key[0] === '#') numbers++;
    }
    const specific = keys.size >= CLUSTERS.leastKeys && (actors >= 2 || (actors >= 1 && numbers >= 1));
    // A deed that is nearly the whole clause is that clause.
    const apart = keys.size <= 0.75 * distinctKeys(terms.keys, enclosing).size;
    if (specific && apart) {
      const { firstToken, tokenEnd } = statement;
      deeds.push({ statement: position, size: keys.size, firstToken, tokenEnd });
    }
  }
  return deeds;
}

/**
 * The stretches of one sentence that can be matched, from the statements `[first, end)`: clauses, what stands
 * in brackets, dated cores and deeds told in passing.
 */
export function readPieces(reading: Reading, terms: Terms, first: number, end: number): Piece[] {
  const pieces = piecesOf(reading, terms, first, end);
  return [
    ...pieces,
    ...asides(reading, terms, pieces),
    ...datedCores(terms, pieces),
    ...nestedDeeds(reading, terms, first, end)
  ];
}
