/** The contract: contested claims, who speaks of them and how. */
import * as v from 'valibot';
import {
  CertaintySchema,
  PolaritySchema,
  StanceSchema,
  VoiceSchema,
  holder,
  offset
} from './audit-schema-values';

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
