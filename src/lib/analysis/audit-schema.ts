/**
 * The contract between engine and screen: what `audit()` takes and what it answers.
 *
 * The CLI, `POST /api/v1/audit`, the pages and the exports all hand out the same `Audit`; the OpenAPI
 * document is generated from these schemas. Fields may be added, never renamed.
 *
 * Every `start`/`end` is a half-open UTF-16 range into the document's text exactly as it was submitted:
 * `text.slice(start, end) === quote`.
 */
import * as v from 'valibot';

export const AUDIT_SCHEMA_ID = 'parallax.audit/1';
/** Most documents one inline audit takes; larger collections are jobs. */
export const MAX_DOCUMENTS = 200;
/** Most claims one inline audit looks for. */
export const MAX_CLAIMS = 200;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const interval = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.description('95 % interval, lower and upper bound')
);
const nullableText = v.nullish(v.string(), null);

const idText = v.pipe(
  v.string('must be a string'),
  v.regex(/^[^\p{C}]{1,200}$/u, 'must be 1 to 200 characters without control characters')
);

// ---------------------------------------------------------------- request

export const RequestDocumentSchema = v.object({
  id: idText,
  text: v.pipe(
    v.string('must be a string with the text of the document'),
    v.check(
      (text) => text.trim().length > 0,
      'is empty: put the text of the document here, or leave the document out'
    )
  ),
  title: nullableText,
  publisher: nullableText,
  author: nullableText,
  published: nullableText
});

const cueGroups = v.array(
  v.pipe(
    v.array(
      v.pipe(v.string(), v.trim(), v.nonEmpty('is an empty cue: write a word or phrase, or leave it out'))
    ),
    v.minLength(1, 'is an empty group: name at least one term, or leave the group out')
  )
);

const year = v.pipe(
  v.number('must be a year such as 2004'),
  v.integer('must be a year such as 2004'),
  v.minValue(1, 'must be a year such as 2004'),
  v.maxValue(9999, 'must be a year such as 2004')
);

export const RequestClaimSchema = v.object({
  id: idText,
  statement: v.pipe(
    v.string('must be a string with the claim as one plain sentence'),
    v.trim(),
    v.nonEmpty('is empty: state the claim as one plain sentence')
  ),
  cues: v.optional(
    v.pipe(
      cueGroups,
      v.description(
        'One term of every group must be near: in the same sentence, or the one before it. Matched on lemmas.'
      )
    )
  ),
  denials: v.optional(
    v.pipe(cueGroups, v.description('Terms that, when they stand with the claim, mark it as denied.'))
  ),
  aliases: v.optional(
    v.pipe(
      cueGroups,
      v.description(
        'Other names for what the claim speaks of: in each group, one term of the statement and what else it is called.'
      )
    )
  ),
  years: v.optional(
    v.pipe(
      v.tuple([year, year]),
      v.check(([from, to]) => from <= to, 'must name the earlier year first'),
      v.description(
        'First and last year of what the claim speaks of. A sentence that names only other years does not make it.'
      )
    )
  ),
  credits: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.trim(), v.nonEmpty('is an empty name: write it, or leave it out'))),
      v.description('Who the claim has do the deed; without it, the actors its statement names as doing it.')
    )
  )
});

function uniqueIds(items: readonly { id: string }[]): boolean {
  return new Set(items.map((item) => item.id)).size === items.length;
}

export const AuditRequestSchema = v.object({
  documents: v.pipe(
    v.array(RequestDocumentSchema, 'must be a list of documents, each with an "id" and a "text"'),
    v.minLength(1, 'is empty: send at least one document'),
    v.maxLength(MAX_DOCUMENTS, `holds too many: an inline audit takes up to ${MAX_DOCUMENTS} documents`),
    v.check((items) => uniqueIds(items), 'holds two documents with the same id: give each its own')
  ),
  claims: v.optional(
    v.pipe(
      v.array(RequestClaimSchema, 'must be a list of claims, each with an "id" and a "statement"'),
      v.maxLength(MAX_CLAIMS, `holds too many: an inline audit looks for up to ${MAX_CLAIMS} claims`),
      v.check((items) => uniqueIds(items), 'holds two claims with the same id: give each its own')
    ),
    []
  ),
  seed: v.optional(v.pipe(v.number('must be a whole number'), v.integer('must be a whole number')), 1)
});

// ---------------------------------------------------------------- answer

export const VoiceSchema = v.picklist(['author', 'attributed']);
export const CertaintySchema = v.picklist(['plain', 'hedged']);
export const PolaritySchema = v.picklist(['affirm', 'deny']);
export const StanceSchema = v.picklist(['asserts', 'disputes', 'hedges', 'attributes', 'silent']);

const holder = v.pipe(
  v.nullable(v.string()),
  v.description('Whose words: as named in the text; null for the author')
);

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

const quotedSpan = { start: offset, end: offset, quote: v.string() };
const partyPart = v.nullable(
  v.object({
    ...quotedSpan,
    actors: v.pipe(v.array(v.string()), v.description('Ids of the actors that these words are names of'))
  })
);
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
        bound: v.nullable(v.picklist(['about', 'at-least', 'at-most']))
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
  tone: v.optional(ToneSchema)
});

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
  q: v.optional(v.pipe(v.number(), v.description('Least false discovery rate at which it is significant')))
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
      agent: count,
      patient: count
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

export const MentionSchema = v.object({
  start: offset,
  end: offset,
  quote: v.string(),
  voice: VoiceSchema,
  holder,
  polarity: PolaritySchema,
  certainty: CertaintySchema,
  score: v.number()
});

export const StanceCellSchema = v.object({
  document: v.string(),
  stance: StanceSchema,
  mixed: v.boolean(),
  mentions: v.array(MentionSchema),
  nearest: v.nullable(v.object({ start: offset, end: offset, quote: v.string(), score: v.number() }))
});

export const CreditPartySchema = v.object({
  name: v.pipe(v.string(), v.description('Name of the actor where it is known, else the words of the text')),
  actors: v.pipe(v.array(v.string()), v.description('Ids of the actors named in these words')),
  start: offset,
  end: offset,
  quote: v.string(),
  deed: v.pipe(v.string(), v.description('The verb or noun that says what was done')),
  voice: VoiceSchema,
  holder
});

export const CreditCellSchema = v.object({
  document: v.string(),
  agents: v.pipe(v.array(CreditPartySchema), v.description('Who is said to have done it')),
  affected: v.pipe(v.array(CreditPartySchema), v.description('What or whom it is said to be done to')),
  unnamed: v.pipe(
    v.array(
      v.object({
        telling: v.picklist(['passive', 'happening', 'noun']),
        start: offset,
        end: offset,
        quote: v.string(),
        voice: VoiceSchema,
        holder
      })
    ),
    v.description('Where the deed is told without who did it')
  ),
  absent: v.pipe(
    v.array(v.string()),
    v.description('Whom the claim credits and no mention of this document names in either role')
  )
});

export const ContestedSchema = v.object({
  id: v.string(),
  statement: v.string(),
  cells: v.array(StanceCellSchema),
  credit: v.pipe(
    v.nullable(v.object({ credited: v.array(v.string()), cells: v.array(CreditCellSchema) })),
    v.description(
      'Who is named as doing the deed, who as suffering it, who is left out; null for a claim that tells no deed'
    )
  )
});

export const ProposalSchema = v.object({
  id: v.pipe(
    v.string(),
    v.description('Made of the words of the statement, so that it outlives a new audit')
  ),
  claim: v.pipe(v.string(), v.description('Id of the claim in `comparison.claims`')),
  statement: v.string(),
  reasons: v.pipe(
    v.array(v.picklist(['disputed', 'attributed', 'hedged'])),
    v.description('Why it may be contested: one source asserts it, another disputes, attributes or hedges it')
  ),
  cells: v.array(
    v.object({
      document: v.string(),
      stance: StanceSchema,
      mixed: v.boolean(),
      statements: v.array(v.string())
    })
  )
});

export const AuditSchema = v.object({
  schema: v.literal(AUDIT_SCHEMA_ID),
  engine: v.object({ version: v.string(), knowledge: v.string(), seed: v.number() }),
  documents: v.array(DocumentAuditSchema),
  comparison: v.object({
    claims: v.array(ClaimClusterSchema),
    overlap: v.array(OverlapSchema),
    divergence: v.array(DivergenceSchema),
    overlapCurve: v.nullable(OverlapCurveSchema),
    keyness: v.array(KeynessSchema),
    wordDivergence: v.array(WordDivergenceSchema),
    separation: v.array(SeparationSchema),
    chains: v.array(ChainSchema),
    duplicates: v.array(DuplicateSchema),
    actors: v.array(ActorSchema),
    speakers: v.optional(v.array(SpeakerSchema))
  }),
  contested: v.array(ContestedSchema),
  proposals: v.pipe(
    v.array(ProposalSchema),
    v.description('Claims that the sources treat differently and the request does not name')
  )
});

/** What every 4xx and 5xx of the API answers. */
export const ErrorSchema = v.object({
  error: v.object({
    code: v.string(),
    message: v.string(),
    path: v.pipe(v.nullable(v.string()), v.description('Where in the input, such as documents[2].text'))
  })
});

export type Voice = v.InferOutput<typeof VoiceSchema>;
export type Certainty = v.InferOutput<typeof CertaintySchema>;
export type Polarity = v.InferOutput<typeof PolaritySchema>;
export type Stance = v.InferOutput<typeof StanceSchema>;
export type AuditRequestInput = v.InferInput<typeof AuditRequestSchema>;
export type AuditRequest = v.InferOutput<typeof AuditRequestSchema>;
export type RequestDocument = v.InferOutput<typeof RequestDocumentSchema>;
export type RequestClaim = v.InferOutput<typeof RequestClaimSchema>;
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
export type Estimate = v.InferOutput<typeof EstimateSchema>;
export type MetricPart = v.InferOutput<typeof MetricPartSchema>;
export type Measured = v.InferOutput<typeof MeasuredSchema>;
export type Unmeasured = v.InferOutput<typeof UnmeasuredSchema>;
export type MetricResult = v.InferOutput<typeof MetricResultSchema>;
export type Excluded = v.InferOutput<typeof ExcludedSchema>;
export type Notice = v.InferOutput<typeof NoticeSchema>;
export type StatementAudit = v.InferOutput<typeof StatementSchema>;
export type StatementParts = v.InferOutput<typeof StatementPartsSchema>;
export type SegmentAudit = v.InferOutput<typeof SegmentSchema>;
export type DocumentAudit = v.InferOutput<typeof DocumentAuditSchema>;
export type Conflict = v.InferOutput<typeof ConflictSchema>;
export type Grade = v.InferOutput<typeof GradeSchema>;
export type ClaimCluster = v.InferOutput<typeof ClaimClusterSchema>;
export type Overlap = v.InferOutput<typeof OverlapSchema>;
export type Divergence = v.InferOutput<typeof DivergenceSchema>;
export type OverlapCurve = v.InferOutput<typeof OverlapCurveSchema>;
export type Keyness = v.InferOutput<typeof KeynessSchema>;
export type WordDivergence = v.InferOutput<typeof WordDivergenceSchema>;
export type Separation = v.InferOutput<typeof SeparationSchema>;
export type Chain = v.InferOutput<typeof ChainSchema>;
export type Duplicate = v.InferOutput<typeof DuplicateSchema>;
export type Actor = v.InferOutput<typeof ActorSchema>;
export type Speaker = v.InferOutput<typeof SpeakerSchema>;
export type Tone = v.InferOutput<typeof ToneSchema>;
export type ToneWindow = v.InferOutput<typeof ToneWindowSchema>;
export type Mention = v.InferOutput<typeof MentionSchema>;
export type StanceCell = v.InferOutput<typeof StanceCellSchema>;
export type Proposal = v.InferOutput<typeof ProposalSchema>;
export type CreditParty = v.InferOutput<typeof CreditPartySchema>;
export type CreditCell = v.InferOutput<typeof CreditCellSchema>;
export type Contested = v.InferOutput<typeof ContestedSchema>;
export type Comparison = Audit['comparison'];
export type Audit = v.InferOutput<typeof AuditSchema>;
export type ApiError = v.InferOutput<typeof ErrorSchema>;
