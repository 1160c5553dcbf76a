/**
 * Whether a sentence gives the writer's own judgement. A transparent sum of signs found in the words of one
 * holder: listed signs of opinion, charged words, words of certainty, strong tone, questions, exclamations and
 * statements in general. Figures, dates, official sources and what somebody named did count against. The weights
 * are set by hand, not fitted.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span } from '$lib/text/document';
import { bytePerType } from '$lib/text/type-codes';
import type { Match } from '$lib/text/match-patterns';
import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';
import { segmentSentiment } from './sentiment-score';
import { mannerOf } from './subjectivity-manner';
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

const MARK = { question: 1, exclamation: 2 } as const;
const markCode = bytePerType(({ text }) =>
  text.startsWith('?') ? MARK.question : text.startsWith('!') ? MARK.exclamation : 0
);

function endMark(reading: Reading, segment: Segment): SubjectiveSign | null {
  const { document } = reading;
  const first = Math.max(segment.firstToken, segment.tokenEnd - 3);
  for (let i = segment.tokenEnd - 1; i >= first; i--) {
    const { start, end, type } = document.tokens[i]!;
    const mark = markCode(type);
    if (mark === MARK.question) {
      const note = 'A question put by the writer.';
      return { start, end, rule: 'subjectivity/question', note, weight: W.question };
    }
    if (mark === MARK.exclamation) {
      return { start, end, rule: 'subjectivity/exclamation', note: 'An exclamation.', weight: W.exclamation };
    }
  }
  return null;
}

interface Weighed {
  readonly match: Match;
  readonly weight: number;
}

const UNLISTED: readonly Weighed[] = [];

/** Hits of the lists; of hits that share a word the strongest stays, so that no word counts twice. */
function listed(reading: Reading, segment: Segment): readonly Weighed[] {
  let weighed: Weighed[] | null = null;
  let seen: string[] | null = null;
  for (const [list, weight] of SENTENCE_LISTS) {
    for (const match of reading.hitsIn(list, segment)) {
      const { category, weight: own } = match.entry;
      if (list === 'subjectivity' && ONCE.has(category)) {
        if (seen?.includes(category)) continue;
        (seen ??= []).push(category);
      }
      (weighed ??= []).push({ match, weight: weight * own });
    }
  }
  if (weighed === null) return UNLISTED;
  if (weighed.length === 1) return weighed;
  weighed.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.match.firstToken - b.match.firstToken);
  const taken = new Set<number>();
  return weighed.filter(({ match: { firstToken, tokenEnd } }) => {
    for (let k = firstToken; k < tokenEnd; k++) if (taken.has(k)) return false;
    for (let k = firstToken; k < tokenEnd; k++) taken.add(k);
    return true;
  });
}

/** A sign of manner, unless it stands in a hit of the lists. */
function pushManner(
  signs: SubjectiveSign[],
  hits: readonly Weighed[],
  reading: Reading,
  at: number,
  kind: 'opening' | 'outlook' | 'denial'
): void {
  if (at < 0 || hits.some(({ match }) => at >= match.firstToken && at < match.tokenEnd)) return;
  const { start, end } = reading.document.tokens[at]!;
  signs.push({ start, end, rule: `subjectivity/${kind}`, note: MANNER_NOTES[kind], weight: W[kind] });
}

const MANNER_NOTES = {
  opening: 'Opens as a comment or a step in an argument does.',
  outlook: 'Says what could, would or will be, which nobody has seen.',
  denial: 'Denies what somebody might think.'
} as const;

/** Scores one segment. Longer stretches need more signs, because they hold more of everything. */
export function scoreSubjectivity(reading: Reading, segment: Segment, knowledge: Knowledge): Subjectivity {
  const hits = listed(reading, segment);
  const signs = hits.map(({ match: { start, end, entry }, weight }): SubjectiveSign => {
    return { start, end, rule: entry.id, note: entry.note, weight };
  });
  const manner = mannerOf(reading, segment, knowledge);
  pushManner(signs, hits, reading, manner.opening, 'opening');
  pushManner(signs, hits, reading, manner.outlook, 'outlook');
  pushManner(signs, hits, reading, manner.denial, 'denial');
  const mark = endMark(reading, segment);
  if (mark) signs.push(mark);
  if (signs.length > 1) signs.sort((a, b) => a.start - b.start);
  let sum = manner.whole;
  for (const { weight } of signs) sum += weight;
  sum += W.tone * Math.abs(segmentSentiment(reading, knowledge).scores[segment.firstToken]!);
  const words = wordsIn(reading, segment);
  return { score: Math.max(0, sum / Math.max(1, Math.sqrt(words / W.usualWords))), signs };
}
