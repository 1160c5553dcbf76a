/** Where a target stands: its tokens, sentence and segments, each found by bisection. */
import type { Document, Sentence, Span, TokenRange } from '$lib/text/document';
import type { Reading, Segment, Statement } from '../reading';

/** First index of a sorted list for which `reached` holds. */
function firstWhere<T>(list: readonly T[], reached: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tokens that a span touches; null when none is measured. */
export function tokensAt(document: Document, span: Span): TokenRange | null {
  const { tokens } = document;
  const firstToken = firstWhere(tokens, (token) => token.end > span.start);
  const tokenEnd = firstWhere(tokens, (token) => token.start >= span.end);
  return firstToken < tokenEnd ? { firstToken, tokenEnd } : null;
}

function holding(sentences: readonly Sentence[], token: number): Sentence | null {
  const found = sentences[firstWhere(sentences, (sentence) => sentence.tokenEnd > token)];
  return found && found.firstToken <= token ? found : null;
}

/** The sentence or heading that a token stands in. */
export function sentenceAt(
  document: Document,
  token: number
): { readonly sentence: Sentence; readonly heading: boolean } | null {
  const sentence = holding(document.sentences, token);
  if (sentence) return { sentence, heading: false };
  const heading = holding(document.headings, token);
  return heading ? { sentence: heading, heading: true } : null;
}

/** The segments that reach into `[from, end)`, in text order. */
export function segmentsAt(reading: Reading, from: number, end: number): Segment[] {
  const { segments } = reading;
  const found: Segment[] = [];
  for (let i = firstWhere(segments, (segment) => segment.tokenEnd > from); i < segments.length; i++) {
    const segment = segments[i]!;
    if (segment.firstToken >= end) break;
    found.push(segment);
  }
  return found;
}

/** The smallest of the statements near a target that holds it. */
export function statementAt(reading: Reading, target: TokenRange): Statement | null {
  const { statements } = reading;
  let best: Statement | null = null;
  // Statements are sorted by start; few hold a token, and none of those starts far before it.
  const after = firstWhere(statements, (statement) => statement.firstToken > target.firstToken);
  for (let i = after - 1; i >= Math.max(0, after - 8); i--) {
    const statement = statements[i]!;
    if (statement.tokenEnd < target.tokenEnd) continue;
    if (!best || statement.tokenEnd - statement.firstToken < best.tokenEnd - best.firstToken)
      best = statement;
  }
  return best;
}
