/** The contract: what an audit says of documents beside each other. */
import * as v from 'valibot';
import { count, holder, interval, offset, VoiceSchema } from './audit-schema-values';

export const ConflictSchema = v.object({
  kind: v.picklist(['number', 'date', 'polarity', 'agent', 'outcome']),
  verdict: v.picklist(['clash', 'may-differ-by-date', 'different-referents']),
  rule: v.string(),
  values: v.array(
    v.object({ document: v.string(), value: v.string(), start: offset, end: offset, quote: v.string() })
  )
});

export const GradeSchema = v.pipe(
  v.picklist(['same-claim', 'related', 'same-topic']),
  v.description('How far a statement matches the one that the label is taken from')
);

const because = v.pipe(
  v.array(v.string()),
  v.description('What decided the grade, the weightiest first: words, names, figures met or missed')
);

export const ClaimClusterSchema = v.object({
  id: v.string(),
  label: v.string(),
  mentions: v.array(
    v.object({
      document: v.string(),
      statement: v.string(),
      score: v.number(),
      grade: v.optional(GradeSchema),
      because: v.optional(because)
    })
  ),
  omittedBy: v.optional(v.array(v.string())),
  omittedCount: v.optional(count),
  nearest: v.optional(
    v.pipe(
      v.array(
        v.object({
          document: v.string(),
          statement: v.string(),
          score: v.number(),
          grade: GradeSchema,
          because
        })
      ),
      v.description(
        'For documents that leave the claim out, the nearest thing that they do say; a document with nothing near is not listed'
      )
    )
  ),
  conflicts: v.array(ConflictSchema)
});

export const OverlapSchema = v.object({
  a: v.string(),
  b: v.string(),
  jaccard: v.number(),
  interval: v.nullable(interval),
  aInB: v.number(),
  bInA: v.number(),
  aInBInterval: v.optional(v.nullable(interval)),
  bInAInterval: v.optional(v.nullable(interval)),
  shared: v.pipe(count, v.description('Claims both documents make'))
});

export const OverlapCurveSchema = v.object({
  threshold: v.pipe(v.number(), v.description('The score from which statements count as the same claim')),
  claims: v.pipe(count, v.description('Claims made, each once for every document that makes it')),
  points: v.array(
    v.object({
      threshold: v.number(),
      shared: v.pipe(count, v.description('Those of them that at least one other document would make too')),
      jaccard: v.pipe(
        v.array(v.number()),
        v.description('Jaccard of each row of `overlap`, in its order; empty above 50 documents')
      )
    })
  )
});

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

export const ChainSchema = v.object({
  id: v.string(),
  kind: v.pipe(
    v.picklist(['quotation', 'origin']),
    v.description('The same quoted words, or the same person or document as the origin of the same claim')
  ),
  label: v.string(),
  documents: v.pipe(count, v.description('Documents that carry it: repetition, not corroboration')),
  mentions: v.array(
    v.object({
      document: v.string(),
      start: offset,
      end: offset,
      quote: v.string(),
      holder,
      quoted: v.pipe(v.boolean(), v.description('Stands in quotation marks there'))
    })
  )
});

export const DuplicateSchema = v.object({
  id: v.string(),
  words: v.pipe(count, v.description('Words that the passages have in common, in order')),
  documents: v.pipe(
    count,
    v.description('Documents that hold it; passages beyond the first 50 are not listed')
  ),
  passages: v.array(v.object({ document: v.string(), start: offset, end: offset, quote: v.string() }))
});

export const ActorSchema = v.object({
  id: v.string(),
  name: v.string(),
  aliases: v.array(v.string()),
  kind: v.picklist(['person', 'organisation', 'place']),
  documents: v.array(
    v.object({
      document: v.string(),
      mentions: count,
      sentiment: v.object({ author: v.nullable(v.number()), attributed: v.nullable(v.number()) }),
      sentimentInterval: v.optional(
        v.object({ author: v.nullable(interval), attributed: v.nullable(interval) })
      ),
      sentimentBase: v.optional(
        v.pipe(
          v.object({ author: count, attributed: count }),
          v.description('Mentions whose tone was measured, by voice')
        )
      ),
      agent: count,
      patient: count,
      places: v.optional(
        v.pipe(
          v.array(
            v.object({
              start: offset,
              end: offset,
              voice: VoiceSchema,
              role: v.nullable(v.picklist(['agent', 'patient'])),
              tone: v.pipe(v.nullable(v.number()), v.description('Aimed at the actor here, -1 to 1'))
            })
          ),
          v.description('Every mention, in text order; the counts and the tone are worked out from these')
        )
      )
    })
  )
});

export const SpeakerSchema = v.object({
  id: v.string(),
  name: v.pipe(v.nullable(v.string()), v.description('Null: words whose speaker is not named there')),
  holders: v.pipe(v.array(v.string()), v.description('The ways in which the texts name this speaker')),
  documents: v.pipe(
    v.array(v.object({ document: v.string(), words: count, passages: count })),
    v.description('Documents that give this speaker words, and how many')
  )
});
