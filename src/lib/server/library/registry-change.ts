/** Changes that readers make to the registry of contested claims, and what follows from them. */
import * as v from 'valibot';
import { StanceSchema } from '$lib/analysis/audit-schema';
import type { ContestedClaim } from './collection';
import { EditedClaimSchema } from './collection-schema';

const id = v.pipe(v.string(), v.nonEmpty('is missing: name it'), v.maxLength(200, 'is too long'));
const reason = v.pipe(
  v.string('must be text'),
  v.trim(),
  v.nonEmpty('is empty: say why, so that others can follow'),
  v.maxLength(1_000, 'must have at most 1,000 letters')
);

const add = v.strictObject({
  kind: v.literal('add'),
  claim: EditedClaimSchema,
  /** Id of the proposal that was accepted. */
  proposal: v.nullish(id, null)
});
const judge = v.strictObject({
  kind: v.literal('judge'),
  claim: id,
  document: id,
  stance: StanceSchema,
  /** What the machine said when it was judged. */
  machine: StanceSchema,
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1_000, 'must have at most 1,000 letters')), '')
});
const others = [
  v.strictObject({ kind: v.literal('edit'), claim: EditedClaimSchema }),
  v.strictObject({ kind: v.literal('withdraw'), claim: id, reason }),
  v.strictObject({ kind: v.literal('unjudge'), claim: id, document: id }),
  v.strictObject({ kind: v.literal('dismiss'), proposal: id, reason })
] as const;
const undo = v.strictObject({
  kind: v.literal('undo'),
  of: v.pipe(v.number(), v.integer(), v.minValue(1))
});

/** One change. None says who is right; a judgement says what a text does, not whether it is true. */
export const ChangeSchema = v.variant('kind', [add, judge, undo, ...others]);
export type Change = v.InferOutput<typeof ChangeSchema>;

/** A change as it is asked for: what the server knows better may be left out, and taking back is a step of its own. */
export const AskedChangeSchema = v.variant('kind', [
  v.strictObject({
    ...add.entries,
    claim: v.strictObject({
      ...EditedClaimSchema.pipe[0].entries,
      id: v.pipe(
        v.optional(v.string()),
        v.description('Named after its statement where it is left out or empty')
      )
    })
  }),
  v.strictObject({
    ...judge.entries,
    machine: v.pipe(v.optional(StanceSchema), v.description('Written down by the server in any case'))
  }),
  ...others
]);

/** A change as it is kept: its number, counted from 1, and when it was made (ISO 8601, UTC). */
export const EntrySchema = v.strictObject({
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: v.pipe(v.string(), v.isoTimestamp()),
  change: ChangeSchema
});
export type Entry = v.InferOutput<typeof EntrySchema>;

/** What a reader found a text to do with a claim, beside what the machine said then. */
export type Judgement = Omit<Extract<Change, { kind: 'judge' }>, 'kind'> & { readonly at: string };

export interface Dismissal {
  readonly proposal: string;
  readonly reason: string;
}

/** The registry as it stands after all changes. */
export interface Registry {
  readonly claims: readonly ContestedClaim[];
  /** Withdrawn claims of the collection's file or the app, with the reason. */
  readonly withdrawn: readonly { readonly claim: ContestedClaim; readonly reason: string }[];
  readonly judgements: readonly Judgement[];
  readonly dismissed: readonly Dismissal[];
  /** Ids of claims that were added or changed in the app. */
  readonly edited: ReadonlySet<string>;
}

/** Numbers of the entries that were taken back. An undo that was itself taken back no longer counts. */
export function undone(entries: readonly Entry[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const { n, change } of [...entries].reverse())
    if (change.kind === 'undo' && !taken.has(n)) taken.add(change.of);
  return taken;
}

/** The claims of a collection's file after the changes that stand, in their order; new ones come last. */
export function replay(fromFile: readonly ContestedClaim[], entries: readonly Entry[]): Registry {
  const claims = new Map(fromFile.map((claim) => [claim.id, claim]));
  const withdrawn = new Map<string, { claim: ContestedClaim; reason: string }>();
  const judgements = new Map<string, Judgement>();
  const dismissed = new Map<string, Dismissal>();
  const edited = new Set<string>();
  const taken = undone(entries);
  for (const { n, at, change } of entries) {
    if (taken.has(n)) continue;
    switch (change.kind) {
      case 'add':
      case 'edit':
        claims.set(change.claim.id, change.claim);
        withdrawn.delete(change.claim.id);
        edited.add(change.claim.id);
        break;
      case 'withdraw': {
        const claim = claims.get(change.claim);
        if (claim) withdrawn.set(claim.id, { claim, reason: change.reason });
        claims.delete(change.claim);
        break;
      }
      case 'judge': {
        const { claim, document, stance, machine, reason } = change;
        judgements.set(JSON.stringify([claim, document]), { claim, document, stance, machine, reason, at });
        break;
      }
      case 'unjudge':
        judgements.delete(JSON.stringify([change.claim, change.document]));
        break;
      case 'dismiss':
        dismissed.set(change.proposal, { proposal: change.proposal, reason: change.reason });
        break;
      case 'undo':
        break;
    }
  }
  return {
    claims: [...claims.values()],
    withdrawn: [...withdrawn.values()],
    // What was found of a claim says nothing once the claim is gone.
    judgements: [...judgements.values()].filter(({ claim }) => claims.has(claim)),
    dismissed: [...dismissed.values()],
    edited
  };
}
