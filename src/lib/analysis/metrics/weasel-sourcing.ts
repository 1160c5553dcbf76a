import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf } from '$lib/text/document';
import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';
import type { Measurement, Metric, Sums } from './metric';
import { hidesHolder } from './sources-cues';
import { sourceKind } from './sources-holders';

interface WeaselSums extends Sums {
  /** Attributed words whose holder nobody could look up. */
  value: number;
  'unnamed-people': number;
  nobody: number;
}

export const weaselSourcing: Metric<WeaselSums> = {
  id: 'weasel-sourcing',
  label: 'Vague sourcing',
  unit: '% of attributed words',
  version: 1,
  kind: 'share',
  range: [0, 100],
  series: ['value', 'unnamed-people', 'nobody'],
  question: 'How much of what it attributes belongs to nobody in particular?',
  method:
    'Words attributed to people of whom none is named ("experts", "many", "critics") or to nobody at all ("it is said", "is seen as"), as a share of all attributed words. "The mayor" and "Treasury officials" are not counted: the reader can tell who is meant.',
  limits:
    'Sources may have good reasons to stay unnamed, and a name does not make a source right. A name given a few sentences earlier is not always found. The author’s own words have no source and are left out.',
  source: 'Vague attribution ("weasel words"); original list of unnamed holders.',
  minimumWords: 50,
  withoutBase: 'The text attributes nothing to anybody, so there are no sources that could be vague.',
  measure(segment: Segment, reading: Reading, knowledge: Knowledge): Measurement<WeaselSums> {
    const sums: WeaselSums = { base: 0, value: 0, 'unnamed-people': 0, nobody: 0 };
    if (segment.voice === 'author') return { sums, evidence: [] };
    sums.base = wordsIn(reading, segment);
    const { start, end, voice, holder } = segment;
    const kind = sourceKind(segment, reading, knowledge);
    const vague = kind === 'unnamed' || (kind === 'nobody' && hidesHolder(segment, reading, knowledge));
    if (!vague) return { sums, evidence: [] };
    sums.value = sums.base;
    sums[kind === 'unnamed' ? 'unnamed-people' : 'nobody'] = sums.base;
    const rule = kind === 'unnamed' ? 'weasel-sourcing/unnamed-people' : 'weasel-sourcing/nobody';
    const note =
      kind === 'unnamed'
        ? `Attributed to “${holder}”: which of them?`
        : 'Attributed, but to nobody in particular: who says so?';
    const quote = quoteOf(reading.document, segment);
    return { sums, evidence: [{ start, end, quote, rule, note, voice, holder }] };
  },
  combine: (sums, series) => (sums.base > 0 ? (100 * (sums[series] ?? 0)) / sums.base : null)
};
