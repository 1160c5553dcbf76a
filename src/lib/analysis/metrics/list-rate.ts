import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Evidence } from '../audit-schema';
import { quoteOf, type TokenRange } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import type { Reading, Segment } from '../reading';
import type { Measurement, Metric, Sums } from './metric';
import { oncePer } from './once-per';
import { plainerWording } from './plainer';

/** Words before each token: a sentence of a megabyte may hold many segments. */
const wordsBefore = oncePer(({ document: { tokens } }: Reading) => {
  const before = new Int32Array(tokens.length + 1);
  for (let i = 0; i < tokens.length; i++) before[i + 1] = before[i]! + (tokens[i]!.type.word ? 1 : 0);
  return before;
});

/** Words, as a reader would count them, in a range of tokens. */
export function wordsIn(reading: Reading, range: TokenRange): number {
  const before = wordsBefore(reading);
  return before[range.tokenEnd]! - before[range.firstToken]!;
}

/** A word-list hit as evidence, with the list's note and its plainer wording. */
export function evidenceOf(match: Match, segment: Segment, reading: Reading, knowledge: Knowledge): Evidence {
  const { note, alternative, id } = match.entry;
  const plainer =
    alternative === null ? null : plainerWording(alternative, reading.document.tokens, match, knowledge);
  return {
    start: match.start,
    end: match.end,
    quote: quoteOf(reading.document, match),
    rule: id,
    note: plainer === null ? note : `${note} Plainer: ${plainer}.`,
    voice: segment.voice,
    holder: segment.holder
  };
}

interface RateSums extends Sums {
  /** Hits. */
  value: number;
}

/** The counting half of a metric that is "hits of one word list per 1,000 words". */
export function listRate(
  list: string
): Pick<Metric<RateSums>, 'unit' | 'kind' | 'range' | 'series' | 'measure' | 'combine'> {
  return {
    unit: 'per 1,000 words',
    kind: 'rate',
    range: [0, Infinity],
    series: ['value'],
    measure(segment, reading, knowledge): Measurement<RateSums> {
      const hits = reading.hitsIn(list, segment);
      return {
        sums: { base: wordsIn(reading, segment), value: hits.length },
        evidence: hits.map((match) => evidenceOf(match, segment, reading, knowledge))
      };
    },
    combine: (sums) => (sums.base > 0 ? (1000 * sums.value) / sums.base : null)
  };
}
