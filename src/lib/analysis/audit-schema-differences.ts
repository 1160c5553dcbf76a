/** The contract: how documents differ by metric and by word. */
import * as v from 'valibot';
import { count, interval, offset, VoiceSchema } from './audit-schema-values';

export const DivergenceSchema = v.object({
  metric: v.string(),
  spread: v.pipe(
    v.number(),
    v.description('Highest minus lowest document, in pooled standard deviations of a sentence')
  ),
  interval,
  high: v.pipe(v.array(v.string()), v.description('Documents tied for the highest value')),
  low: v.pipe(
    v.array(v.string()),
    v.description('Documents tied for the lowest value; empty when all are ties')
  )
});

export const KeynessSchema = v.object({
  term: v.string(),
  document: v.string(),
  logOdds: v.number(),
  z: v.number(),
  count,
  elsewhere: count,
  significant: v.pipe(v.boolean(), v.description('After Benjamini-Hochberg at .05 over the words tested')),
  base: v.optional(v.pipe(count, v.description('Content words of the document'))),
  elsewhereBase: v.optional(v.pipe(count, v.description('Content words of all others together'))),
  interval: v.optional(v.pipe(interval, v.description('95 % interval of the log-odds'))),
  logRatio: v.optional(
    v.pipe(v.number(), v.description('Log2 of how many times as often as elsewhere; .5 stands for no use'))
  ),
  gSquared: v.optional(v.pipe(v.number(), v.description('Log-likelihood ratio of the raw counts'))),
  p: v.optional(v.number()),
  q: v.optional(v.pipe(v.number(), v.description('Least false discovery rate at which it is significant'))),
  voices: v.optional(
    v.pipe(
      v.object({ author: count, attributed: count }),
      v.description('The count by voice: the author’s own words and words given to somebody else')
    )
  )
});

export const WordUsesSchema = v.object({
  document: v.string(),
  term: v.string(),
  places: v.pipe(
    v.array(v.object({ start: offset, end: offset, voice: VoiceSchema })),
    v.description('Every use that is counted, in text order')
  )
});

export const WordDivergenceSchema = v.object({
  a: v.string(),
  b: v.pipe(v.nullable(v.string()), v.description('Null: all other documents together')),
  jsd: v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(1),
    v.description('Jensen-Shannon divergence of the content words in bits, both sides weighing the same')
  ),
  words: v.pipe(v.tuple([count, count]), v.description('Content words counted on either side')),
  chance: v.pipe(
    v.object({ median: v.number(), band: interval, permutations: count }),
    v.description('The same after the sentences of both sides are shuffled between them')
  ),
  p: v.pipe(
    v.number(),
    v.description(
      'Share of shuffles that diverge at least as much; where none does, from a normal curve through them'
    )
  ),
  beyondChance: v.pipe(
    v.boolean(),
    v.description(
      'Above the band of chance, after Benjamini-Hochberg at .025 (one side of .05) over the rows'
    )
  ),
  effect: v.pipe(
    v.number(),
    v.description('How far from the median of chance towards vocabularies with no word in common, 0 to 1')
  ),
  interval: v.pipe(interval, v.description('95 % interval of the effect')),
  contributions: v.array(
    v.object({
      term: v.string(),
      share: v.pipe(v.number(), v.description('Share of the divergence that is due to this word')),
      a: count,
      b: count,
      more: v.pipe(v.picklist(['a', 'b']), v.description('Which side uses it more often'))
    })
  )
});

export const SeparationSchema = v.object({
  id: v.pipe(v.string(), v.description('Id of a metric, or `words` for the vocabulary as a whole')),
  kind: v.picklist(['metric', 'words']),
  effect: v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(1),
    v.description(
      'Share of the variation that goes with the source, over all documents at once, chance taken off: between sentences for a metric, between words for the vocabulary'
    )
  ),
  interval,
  p: v.pipe(v.number(), v.description('How often chance alone gives as much')),
  separates: v.pipe(v.boolean(), v.description('After Benjamini-Hochberg at .05 over the rows')),
  ranks: v.pipe(
    v.tuple([count, count]),
    v.description('Places it may have in this list; rows whose places overlap are ties')
  ),
  documents: v.pipe(count, v.description('Documents that could be measured'))
});
