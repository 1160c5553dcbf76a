import type { Span, TokenRange } from '$lib/text/document';
import { lowerBound } from '../lower-bound';
import type { Reading, Segment, Statement } from '../reading';

/** A stretch of a sentence that can be a mention. */
export type Clause = Span & TokenRange;

/** Index of the first item that ends after a token; items are in order and do not overlap. */
function firstEndingAfter(items: readonly TokenRange[], token: number): number {
  return lowerBound(items, token + 1, ({ tokenEnd }) => tokenEnd);
}

/** Statements of one sentence; `sentence` never falls along the list. */
function statementsOf(statements: readonly Statement[], sentence: number): readonly Statement[] {
  const low = lowerBound(statements, sentence, (statement) => statement.sentence);
  let end = low;
  while (end < statements.length && statements[end]!.sentence === sentence) end++;
  return statements.slice(low, end);
}

/** A sentence with more clauses than this is no prose; the rest of it is not looked at clause by clause. */
const MOST_CLAUSES = 64;

/** The clauses of a sentence: its statements, and the segments that none of them touches. */
export function clausesOf(reading: Reading, index: number): Clause[] {
  const sentence = reading.document.sentences[index]!;
  const statements = statementsOf(reading.statements, index);
  const clauses: Clause[] = statements.slice(0, MOST_CLAUSES);
  const { segments } = reading;
  let next = 0;
  let covered = sentence.firstToken;
  for (let i = firstEndingAfter(segments, sentence.firstToken); i < segments.length; i++) {
    const segment = segments[i]!;
    if (segment.firstToken >= sentence.tokenEnd || clauses.length >= MOST_CLAUSES) break;
    for (; next < statements.length && statements[next]!.firstToken < segment.tokenEnd; next++) {
      covered = Math.max(covered, statements[next]!.tokenEnd);
    }
    const touched = next > 0 && covered > segment.firstToken;
    if (!touched) clauses.push(segment);
  }
  return clauses.length > 0 ? clauses.sort((a, b) => a.start - b.start) : [sentence];
}

/** The segment that holds a token. */
export function segmentAt(reading: Reading, token: number): Segment | undefined {
  const segment = reading.segments[firstEndingAfter(reading.segments, token)];
  return segment && segment.firstToken <= token ? segment : undefined;
}

/** The shortest statement that holds a token. */
export function statementAt(reading: Reading, sentence: number, token: number): Statement | undefined {
  let best: Statement | undefined;
  for (const statement of statementsOf(reading.statements, sentence)) {
    if (!inside(statement, token)) continue;
    if (!best || statement.tokenEnd - statement.firstToken < best.tokenEnd - best.firstToken)
      best = statement;
  }
  return best;
}

/** Whether a token lies in a range. */
export const inside = (range: TokenRange, token: number): boolean =>
  token >= range.firstToken && token < range.tokenEnd;
