/** The part of the OpenAPI document that is about the registry of contested claims and the exports. */
import * as v from 'valibot';
import { StanceSchema } from '$lib/analysis/audit-schema';
import { EditedClaimSchema } from '../library/collection-schema';
import { ChangeSchema, EntrySchema } from '../library/registry-change';

const stance = v.nullable(StanceSchema);
const share = v.object({
  hits: v.number(),
  of: v.number(),
  interval: v.pipe(v.nullable(v.tuple([v.number(), v.number()])), v.description('95 %, after Wilson'))
});

const Registry = v.object({
  claims: v.array(EditedClaimSchema),
  withdrawn: v.array(v.object({ claim: EditedClaimSchema, reason: v.string() })),
  judgements: v.pipe(
    v.array(
      v.object({
        claim: v.string(),
        document: v.string(),
        stance: StanceSchema,
        machine: StanceSchema,
        reason: v.string(),
        at: v.string()
      })
    ),
    v.description('What readers found of cells, beside what the machine said then')
  ),
  dismissed: v.array(v.object({ proposal: v.string(), reason: v.string() })),
  edited: v.pipe(v.array(v.string()), v.description('Claims that were added or changed in the app')),
  history: v.array(v.object({ ...EntrySchema.entries, undone: v.boolean() })),
  undo: v.pipe(v.nullable(v.number()), v.description('The change that undo would take back')),
  redo: v.nullable(v.number()),
  agreement: v.pipe(
    v.object({ checked: v.number(), same: share, precision: share, recall: share }),
    v.description('Over the cells that readers checked')
  )
});

const ChangedRegistry = v.object({
  entry: EntrySchema,
  changed: v.pipe(
    v.array(v.object({ claim: v.string(), document: v.string(), from: stance, to: stance })),
    v.description('Cells of the matrix that say something else than before')
  ),
  ...Registry.entries
});

/** What the registry takes and answers, by name. */
export const registrySchemas = {
  request: { Change: ChangeSchema, RegistryClaim: EditedClaimSchema },
  answer: { Registry, ChangedRegistry }
};
