import * as v from 'valibot';
import { CertaintySchema, PolaritySchema, StanceSchema, VoiceSchema } from '../../lib/analysis/audit-schema';

const GoldClaimSchema = v.object({
  id: v.string(),
  statement: v.string(),
  cues: v.optional(v.array(v.array(v.string()))),
  denials: v.optional(v.array(v.array(v.string()))),
  mentions: v.array(
    v.object({
      doc: v.string(),
      quote: v.string(),
      start: v.pipe(v.number(), v.integer(), v.minValue(0)),
      voice: v.nullable(VoiceSchema),
      polarity: v.nullable(PolaritySchema),
      certainty: v.nullable(CertaintySchema),
      holder: v.nullable(v.string()),
      optional: v.optional(v.boolean(), false)
    })
  ),
  either: v.optional(v.array(v.string()), []),
  stance: v.record(v.string(), StanceSchema)
});

/** A file of gold labels; `tests/gold/README.md` says what its fields mean. */
export const GoldSchema = v.array(GoldClaimSchema);
