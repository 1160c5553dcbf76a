/**
 * Whether a sentence gives the writer's own judgement. A transparent sum of signs found in the author's own
 * words: listed signs of opinion, charged words, words of certainty, strong tone, questions and exclamations.
 * Figures count against. The weights are set by hand, not fitted.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span } from '$lib/text/document';
import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';
import { scoreSentiment } from './sentiment-score';
import { SENTENCE_LISTS, SUBJECTIVE_WEIGHTS as W } from './subjectivity-weights';

/** A sign of judgement: where it stands, what it adds, and what it is. */
export interface SubjectiveSign extends Span {
  readonly rule: string;
  readonly note: string;
  readonly weight: number;
}

export interface Subjectivity {
  /** 0 without a sign; `SUBJECTIVE` says from where on the words count as subjective. */
  readonly score: number;
  readonly signs: readonly SubjectiveSign[];
}

function endMark(reading: Reading, segment: Segment): SubjectiveSign | null {
  const { document } = reading;
  const first = Math.max(segment.firstToken, segment.tokenEnd - 3);
  for (let i = segment.tokenEnd - 1; i >= first; i--) {
    const { start, end, text } = document.tokens[i]!;
    if (text.startsWith('?')) {
      const note = 'A question put by the writer.';
      return { start, end, rule: 'subjectivity/question', note, weight: W.question };
    }
    if (text.startsWith('!')) {
      return { start, end, rule: 'subjectivity/exclamation', note: 'An exclamation.', weight: W.exclamation };
    }
  }
  return null;
}

/** Scores one segment. Longer stretches need more signs, because they hold more of everything. */
export function scoreSubjectivity(reading: Reading, segment: Segment, knowledge: Knowledge): Subjectivity {
  const { document } = reading;
  const signs: SubjectiveSign[] = [];
  for (const [list, weight] of SENTENCE_LISTS) {
    for (const { start, end, entry } of reading.hitsIn(list, segment)) {
      signs.push({ start, end, rule: entry.id, note: entry.note, weight: weight * entry.weight });
    }
  }
  const mark = endMark(reading, segment);
  if (mark) signs.push(mark);
  let sum = 0;
  for (const { weight } of signs) sum += weight;
  const { score } = scoreSentiment(document.tokens, segment, knowledge);
  sum += W.tone * Math.abs(score);
  let figures = 0;
  for (let i = segment.firstToken; i < segment.tokenEnd && figures < 2; i++) {
    const first = document.tokens[i]!.normal.charCodeAt(0);
    if (first >= 48 && first <= 57) figures++;
  }
  sum += W.figure * figures;
  const words = wordsIn(reading, segment);
  return { score: Math.max(0, sum / Math.max(1, Math.sqrt(words / W.usualWords))), signs };
}
