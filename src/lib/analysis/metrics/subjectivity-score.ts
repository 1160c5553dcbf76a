/**
 * Whether a sentence gives the writer's own judgement. A transparent sum of signs found in the words of one
 * holder: listed signs of opinion, charged words, words of certainty, strong tone, questions, exclamations and
 * statements in general. Figures, dates, official sources and what somebody named did count against. The weights
 * are set by hand, not fitted.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';
import { segmentSentiment } from './sentiment-score';
import { mannerOf, type MannerSign } from './subjectivity-manner';
import { ONCE, SENTENCE_LISTS, SUBJECTIVE_WEIGHTS as W } from './subjectivity-weights';

/** A sign of judgement, or with a weight below 0 of report: where it stands, what it adds, and what it is. */
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

interface Weighed {
  readonly match: Match;
  readonly weight: number;
}

/** Hits of the lists; of hits that share a word the strongest stays, so that no word counts twice. */
function listed(reading: Reading, segment: Segment): { signs: SubjectiveSign[]; taken: ReadonlySet<number> } {
  const weighed: Weighed[] = [];
  const seen = new Set<string>();
  for (const [list, weight] of SENTENCE_LISTS) {
    for (const match of reading.hitsIn(list, segment)) {
      const { category, weight: own } = match.entry;
      if (list === 'subjectivity' && ONCE.has(category)) {
        if (seen.has(category)) continue;
        seen.add(category);
      }
      weighed.push({ match, weight: weight * own });
    }
  }
  weighed.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.match.firstToken - b.match.firstToken);
  const taken = new Set<number>();
  const signs: SubjectiveSign[] = [];
  for (const { match, weight } of weighed) {
    const { start, end, entry, firstToken, tokenEnd } = match;
    let free = true;
    for (let k = firstToken; k < tokenEnd && free; k++) free = !taken.has(k);
    if (!free) continue;
    for (let k = firstToken; k < tokenEnd; k++) taken.add(k);
    signs.push({ start, end, rule: entry.id, note: entry.note, weight });
  }
  return { signs, taken };
}

const MANNER_NOTES: Readonly<Record<MannerSign['kind'], string>> = {
  opening: 'Opens as a comment or a step in an argument does.',
  outlook: 'Says what could, would or will be, which nobody has seen.',
  denial: 'Denies what somebody might think.'
};

/** Scores one segment. Longer stretches need more signs, because they hold more of everything. */
export function scoreSubjectivity(reading: Reading, segment: Segment, knowledge: Knowledge): Subjectivity {
  const { signs, taken } = listed(reading, segment);
  const manner = mannerOf(reading, segment, knowledge);
  for (const { token, kind } of manner.signs) {
    if (taken.has(token)) continue;
    const { start, end } = reading.document.tokens[token]!;
    signs.push({ start, end, rule: `subjectivity/${kind}`, note: MANNER_NOTES[kind], weight: W[kind] });
  }
  const mark = endMark(reading, segment);
  if (mark) signs.push(mark);
  signs.sort((a, b) => a.start - b.start);
  let sum = manner.whole;
  for (const { weight } of signs) sum += weight;
  sum += W.tone * Math.abs(segmentSentiment(reading, knowledge).scores[segment.firstToken]!);
  const words = wordsIn(reading, segment);
  return { score: Math.max(0, sum / Math.max(1, Math.sqrt(words / W.usualWords))), signs };
}
