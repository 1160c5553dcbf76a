/** The contract: what an audit says of one document. */
import * as v from 'valibot';
import {
  CertaintySchema,
  PolaritySchema,
  VoiceSchema,
  count,
  holder,
  interval,
  offset,
  quotedSpan
} from './audit-schema-values';

export const EvidenceSchema = v.object({
  start: offset,
  end: offset,
  quote: v.string(),
  rule: v.string(),
  note: v.string(),
  voice: VoiceSchema,
  holder
});

export const EstimateSchema = v.object({
  value: v.nullable(v.number()),
  interval: v.nullable(interval),
  base: v.number()
});

export const MetricPartSchema = v.object({
  id: v.string(),
  value: v.nullable(v.number()),
  interval: v.nullable(interval)
});

/** A number that could be measured; `none-found` is an honest 0 with its interval. */
export const MeasuredSchema = v.object({
  status: v.picklist(['ok', 'none-found']),
  value: v.number(),
  interval,
  base: v.number(),
  unit: v.string(),
  author: EstimateSchema,
  attributed: EstimateSchema,
  parts: v.optional(v.array(MetricPartSchema)),
  evidence: v.array(EvidenceSchema)
});

/** Too little text and failure are results of their own, never a 0. */
export const UnmeasuredSchema = v.object({
  status: v.picklist(['too-short', 'failed']),
  reason: v.string()
});

export const MetricResultSchema = v.variant('status', [MeasuredSchema, UnmeasuredSchema]);

export const ExcludedSchema = v.object({
  start: offset,
  end: offset,
  quote: v.string(),
  reason: v.picklist(['page-chrome', 'byline', 'date', 'caption', 'comments', 'teaser', 'title'])
});

export const NoticeSchema = v.object({
  code: v.picklist(['truncated', 'not-english', 'translated', 'no-sentences', 'short']),
  message: v.string(),
  start: v.optional(offset),
  end: v.optional(offset)
});

const partyPart = v.nullable(
  v.object({
    ...quotedSpan,
    actors: v.pipe(v.array(v.string()), v.description('Ids of the actors that these words are names of'))
  })
);
const bound = v.nullable(v.picklist(['about', 'at-least', 'at-most']));
const isoDay = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)));

export const StatementPartsSchema = v.pipe(
  v.object({
    who: partyPart,
    did: v.nullable(v.object(quotedSpan)),
    whom: partyPart,
    when: v.nullable(
      v.object({
        ...quotedSpan,
        from: v.pipe(isoDay, v.description('First day; null where it is open or no year is named')),
        to: v.pipe(isoDay, v.description('Last day; null where it is open or no year is named'))
      })
    ),
    where: partyPart,
    howMany: v.nullable(
      v.object({
        ...quotedSpan,
        low: v.number(),
        high: v.number(),
        unit: v.pipe(
          v.nullable(v.string()),
          v.description('ISO currency, "%", "pp", a measure, or what is counted')
        ),
        bound
      })
    )
  }),
  v.description('Each part where word order gives it away, else null; a part may stand before its statement')
);

export const StatementSchema = v.object({
  id: v.string(),
  start: offset,
  end: offset,
  quote: v.string(),
  voice: VoiceSchema,
  holder,
  certainty: CertaintySchema,
  polarity: PolaritySchema,
  checkable: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  parts: v.optional(StatementPartsSchema)
});

/** A number, a date or a time of day that a text names. */
export const FigureSchema = v.object({
  start: offset,
  end: offset,
  quote: v.string(),
  kind: v.pipe(
    v.picklist([
      'people',
      'count',
      'money',
      'share',
      'size',
      'span',
      'date',
      'time',
      'age',
      'votes',
      'number'
    ]),
    v.description(
      '`people` and `count` say whom or what they count, `number` does not; `span` is how long something lasts'
    )
  ),
  unit: v.pipe(
    v.nullable(v.string()),
    v.description(
      'ISO currency, "%", "pp", a measure, or what is counted: "person" for people, else its lemma or the word for its meaning'
    )
  ),
  low: v.pipe(
    v.nullable(v.number()),
    v.description('Times of day in minutes; of votes those for it, −1 where only said to be unanimous')
  ),
  high: v.pipe(v.nullable(v.number()), v.description('The same as `low` for a single figure; votes against')),
  date: v.pipe(
    v.nullable(v.string()),
    v.description('ISO 8601 as far as it goes, such as "2014-05" or "--05-04"')
  ),
  bound
});

export const SegmentSchema = v.object({
  start: offset,
  end: offset,
  voice: VoiceSchema,
  holder,
  certainty: CertaintySchema,
  polarity: PolaritySchema,
  rule: v.pipe(v.string(), v.description('Which reading rule decided whose words these are'))
});

export const ToneWindowSchema = v.object({
  start: offset,
  end: offset,
  sentences: count,
  value: v.number(),
  interval,
  base: v.pipe(v.number(), v.description('Words of the window')),
  author: EstimateSchema,
  attributed: EstimateSchema
});

/** Sentiment by position: windows of whole sentences, in text order, that depend on this text alone. */
export const ToneSchema = v.variant('status', [
  v.object({
    status: v.literal('ok'),
    unit: v.string(),
    p: v.pipe(
      v.number(),
      v.description('How often windows would differ this much if the tone were the same throughout')
    ),
    windows: v.array(ToneWindowSchema)
  }),
  UnmeasuredSchema
]);

export const DocumentAuditSchema = v.object({
  id: v.string(),
  textSha256: v.string(),
  words: count,
  sentences: count,
  headings: v.array(v.object({ start: offset, end: offset, quote: v.string() })),
  excluded: v.array(ExcludedSchema),
  notices: v.array(NoticeSchema),
  metrics: v.record(v.string(), MetricResultSchema),
  segments: v.array(SegmentSchema),
  statements: v.array(StatementSchema),
  figures: v.optional(
    v.pipe(v.array(FigureSchema), v.description('Every figure and date of the body, in text order'))
  ),
  tone: v.optional(ToneSchema)
});
