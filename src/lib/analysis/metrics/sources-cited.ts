import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Evidence } from '../audit-schema';
import { quoteOf } from '$lib/text/document';
import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';
import { lowerBound } from '../lower-bound';
import type { Measurement, Metric, Sums } from './metric';
import { oncePer } from './once-per';
import { readCitations, type Citation } from './sources-citations';

interface SourcesSums extends Sums {
  /** All citations. */
  value: number;
  named: number;
  unnamed: number;
  documents: number;
  figures: number;
}

const citationsOf = oncePer(readCitations);

/** The citations that begin inside the segment. */
function within(citations: readonly Citation[], segment: Segment): Citation[] {
  const from = lowerBound(citations, segment.start, ({ start }) => start);
  let to = from;
  while (to < citations.length && citations[to]!.start < segment.end) to++;
  return citations.slice(from, to);
}

export const sourcesCited: Metric<SourcesSums> = {
  id: 'sources-cited',
  label: 'Sources cited',
  unit: 'per 1,000 words',
  version: 1,
  kind: 'rate',
  range: [0, Infinity],
  series: ['value', 'named', 'unnamed', 'documents', 'figures'],
  question: 'How often does it point to a source or a figure?',
  method:
    'Places where somebody is quoted or reported, by name or without one; references to something written ("a study by", "Article 12"); and figures other than dates, per 1,000 words. A source counts where it is named, so that mostly it is the author who cites.',
  limits:
    'Says how often sources are pointed to, not whether they are good, independent or rightly quoted. Views that nobody is said to have uttered ("sees it as a threat") are not counted. Links are not followed.',
  source: 'Count of attributions, references and figures; original word lists.',
  minimumWords: 50,
  measure(segment: Segment, reading: Reading, knowledge: Knowledge): Measurement<SourcesSums> {
    const own = within(citationsOf(reading, knowledge), segment);
    const sums: SourcesSums = {
      base: wordsIn(reading, segment),
      value: own.length,
      named: 0,
      unnamed: 0,
      documents: 0,
      figures: 0
    };
    const evidence = own.map(({ start, end, kind, rule, note }): Evidence => {
      sums[kind]++;
      const { voice, holder } = segment;
      return { start, end, quote: quoteOf(reading.document, { start, end }), rule, note, voice, holder };
    });
    return { sums, evidence };
  },
  combine: (sums, series) => (sums.base > 0 ? (1000 * (sums[series] ?? 0)) / sums.base : null)
};
