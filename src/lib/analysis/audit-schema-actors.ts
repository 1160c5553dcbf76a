/** The contract: whom documents write about, and whom they give words to. */
import * as v from 'valibot';
import { count, interval, offset, VoiceSchema } from './audit-schema-values';

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
