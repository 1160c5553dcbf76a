/** How far a statement could be checked against the world: the model of check-worthiness, not a verdict. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, TokenRange } from '$lib/text/document';
import { sentenceScores, shareOf, type SentenceScores } from './check-worthiness';

/**
 * Scores a statement: the mean of the log-odds of its own words and of its sentence's. A clause says little by
 * itself ("that it was broken"), and what it stands in says what it is about; where it is the whole sentence,
 * this is the sentence's score.
 *
 * @param sentence index of the sentence that holds the statement
 * @param scores those of the document, for a caller with many statements
 * @returns 0 to 1 in hundredths, comparable with the metric's scores of sentences
 */
export function checkableScore(
  document: Document,
  part: TokenRange,
  sentence: number,
  knowledge: Knowledge,
  scores: SentenceScores = sentenceScores(document, knowledge)
): number {
  const whole = scores.of(sentence);
  const range = document.sentences[sentence]!;
  const same = part.firstToken === range.firstToken && part.tokenEnd === range.tokenEnd;
  const own = same ? whole : scores.ofPart(sentence, part);
  if (own === null || whole === null) return 0;
  return Math.round(100 * shareOf((own + whole) / 2)) / 100;
}
