import { quoteOf } from '$lib/text/document';
import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';
import type { Measurement, Metric, Sums } from './metric';

interface AttributionSums extends Sums {
  /** Words that are somebody else's. */
  value: number;
}

export const attribution: Metric<AttributionSums> = {
  id: 'attribution',
  label: 'Attribution',
  unit: '% of words',
  version: 1,
  kind: 'share',
  range: [0, 100],
  voiceIsCounted: true,
  series: ['value'],
  question: 'How much of it is somebody else’s words?',
  method:
    'Words inside quotations, reported speech and named views ("NATO denied that …", "according to …"), as a share of all words.',
  limits:
    'Reports without a cue ("The plan was flawed. It would fail.") count as the author’s. Choosing whom to quote is a way of framing that this number does not show.',
  source: 'Source-introducing predicates after Saurí & Pustejovsky 2009.',
  minimumWords: 50,
  measure(segment: Segment, reading: Reading): Measurement<AttributionSums> {
    const words = wordsIn(reading, segment);
    if (segment.voice === 'author') return { sums: { base: words, value: 0 }, evidence: [] };
    const { start, end, voice, holder, rule } = segment;
    const note =
      holder === null ? 'Somebody else’s words; whose is not named here.' : `The words or view of ${holder}.`;
    return {
      sums: { base: words, value: words },
      evidence: [{ start, end, quote: quoteOf(reading.document, segment), rule, note, voice, holder }]
    };
  },
  combine: (sums) => (sums.base > 0 ? (100 * sums.value) / sums.base : null)
};
