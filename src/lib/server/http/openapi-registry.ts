/** The part of the OpenAPI document that is about the registry of contested claims. */
import * as v from 'valibot';
import { StanceSchema } from '$lib/analysis/audit-schema';
import { EditedClaimSchema } from '../library/collection-schema';
import { AskedChangeSchema, EntrySchema } from '../library/registry-change';
import {
  answer,
  AUDITED,
  bodyLike,
  COLLECTION,
  held,
  libraryAnswers,
  ref,
  refused,
  SENT,
  taken,
  UNKNOWN,
  type Json,
  type Paths
} from './openapi-parts';

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
  request: { Change: AskedChangeSchema, RegistryClaim: EditedClaimSchema },
  answer: { Registry, ChangedRegistry }
};

const asked: Json = {
  oneOf: [
    taken({ change: ref('Change'), since: { type: ['integer', 'null'], minimum: 0 } }, ['change']),
    taken({ step: { enum: ['undo', 'redo'] } }, ['step'])
  ]
};

export const REGISTRY_PATHS: Paths = {
  '/api/v1/collections/{collection}/contested': {
    get: {
      operationId: 'openRegistry',
      summary: 'The registry of contested claims, with its history',
      parameters: [COLLECTION],
      responses: libraryAnswers({ 200: answer('The registry', ref('Registry')) }, UNKNOWN, AUDITED)
    },
    post: {
      operationId: 'changeRegistry',
      summary: 'Change the registry, or take the last change back',
      description:
        'Kept in the data folder of this server; the files of the collection stay as they are. `since` is how many changes you have seen: with another number, nothing is changed.',
      parameters: [COLLECTION],
      requestBody: bodyLike(asked, {
        change: {
          kind: 'add',
          claim: { id: 'bridge-was-late', statement: 'The bridge opened later than planned.' }
        },
        since: 0
      }),
      responses: libraryAnswers(
        { 200: answer('The registry after the change', ref('ChangedRegistry')) },
        held('claim.statement must not be empty: write it or remove the line.', 'claim.statement'),
        SENT,
        UNKNOWN,
        AUDITED,
        {
          409: refused(
            'The collection is empty, or the change does not fit the registry as it stands.',
            'changed-meanwhile',
            'The registry was changed meanwhile, perhaps in another window: look at it as it is now, then save again.'
          )
        }
      )
    }
  }
};
