/** Use cases of the registry of contested claims: reading it, changing it, taking changes back. */
import * as v from 'valibot';
import type { Audit, Contested, Stance } from '$lib/analysis/audit-schema';
import { claimId } from '$lib/analysis/contested/claim-id';
import { DomainError } from '../domain-error';
import { pathText, problemOf } from './audit-request';
import type { ContestedClaim } from './collection';
import { ChangeSchema, replay, undone, type Change, type Entry, type Registry } from './registry-change';
import { appendChange, readJournal } from './registry-journal';

/** A cell of the matrix that says something else than before. */
export interface ChangedCell {
  readonly claim: string;
  readonly document: string;
  /** Null where the claim was not looked for before, or is not now. */
  readonly from: Stance | null;
  readonly to: Stance | null;
}

/** What the registry of a collection holds, and how it came to hold it. */
export interface RegistryView {
  readonly registry: Registry;
  readonly history: readonly (Entry & { readonly undone: boolean })[];
  /** Number of the change that undo would take back, and that redo would bring back; null when there is none. */
  readonly undo: number | null;
  readonly redo: number | null;
}

/** A collection as the registry needs it: the claims of its file, its documents, its audit as things stand. */
export interface RegistryOf {
  readonly id: string;
  readonly fromFile: readonly ContestedClaim[];
  readonly documents: readonly { readonly id: string }[];
  audit(): Promise<Audit>;
}

/** The registry of a collection after all changes. */
export async function viewRegistry({
  id,
  fromFile
}: Pick<RegistryOf, 'id' | 'fromFile'>): Promise<RegistryView> {
  const entries = await readJournal(id);
  const taken = undone(entries);
  const isUndo = (n: number): boolean => entries[n - 1]?.change.kind === 'undo';
  const standing = entries.filter(({ n }) => !isUndo(n) && !taken.has(n));
  // Only what was taken back comes back, as long as nothing was changed since.
  const lastChange = entries.findLast(({ n }) => !isUndo(n))?.n ?? 0;
  const takenBack = entries.findLast(
    ({ n, change }) => change.kind === 'undo' && !taken.has(n) && !isUndo(change.of)
  );
  return {
    registry: replay(fromFile, entries),
    history: entries.map((entry) => ({ ...entry, undone: taken.has(entry.n) })),
    undo: standing.at(-1)?.n ?? null,
    redo: takenBack && takenBack.n > lastChange ? takenBack.n : null
  };
}

function refuse(message: string, path: string, status = 409): DomainError {
  return new DomainError('not-possible', message, path, status);
}

/** What a change speaks of must be there, and a new claim must not be. */
async function check(of: RegistryOf, { registry }: RegistryView, change: Change): Promise<void> {
  const known = (claim: string): boolean => registry.claims.some(({ id }) => id === claim);
  const missing = (claim: string, path: string): DomainError =>
    refuse(`There is no contested claim "${claim}": it may have been withdrawn meanwhile.`, path, 404);
  switch (change.kind) {
    case 'add':
      if (known(change.claim.id))
        throw refuse(`There is a claim "${change.claim.id}" already: give this one another id.`, 'claim.id');
      break;
    case 'edit':
      if (!known(change.claim.id)) throw missing(change.claim.id, 'claim.id');
      break;
    case 'withdraw':
    case 'judge':
    case 'unjudge':
      if (!known(change.claim)) throw missing(change.claim, 'claim');
      if ('document' in change && !of.documents.some(({ id }) => id === change.document))
        throw refuse(`There is no document "${change.document}" here.`, 'document', 404);
      if (change.kind === 'judge' && change.stance !== change.machine && change.reason === '')
        throw new DomainError(
          'invalid-request',
          'reason is empty: say why, so that others can follow.',
          'reason'
        );
      break;
    case 'dismiss':
      if (!(await of.audit()).proposals.some(({ id }) => id === change.proposal))
        throw refuse(`There is no proposal "${change.proposal}".`, 'proposal', 404);
      break;
    case 'undo':
      throw new DomainError('invalid-request', 'kind is "undo": use undo and redo instead.', 'kind');
  }
}

function parseChange(raw: unknown): Change {
  const result = v.safeParse(ChangeSchema, raw, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = pathText((issue.path ?? []).map(({ key }) => key));
  throw new DomainError('invalid-request', `${path ?? 'The change'} ${problemOf(issue)}.`, path);
}

/** A new claim without an id is named after its statement, unlike any claim here, a withdrawn one included. */
function named(raw: { kind: unknown; claim?: unknown }, { registry }: RegistryView): unknown {
  const claim = raw.claim;
  if (claim === null || typeof claim !== 'object') return raw;
  const { id, statement } = claim as { id?: unknown; statement?: unknown };
  if ((id !== undefined && id !== '') || typeof statement !== 'string') return raw;
  const taken = new Set(
    [...registry.claims, ...registry.withdrawn.map((item) => item.claim)].map((item) => item.id)
  );
  return { ...raw, claim: { ...claim, id: claimId(statement, (name) => taken.has(name)) } };
}

/** Fills in what the server knows better: the id of a new claim, the machine's answer beside a judgement. */
async function completed(of: RegistryOf, raw: unknown, view: RegistryView): Promise<unknown> {
  if (raw === null || typeof raw !== 'object' || !('kind' in raw)) return raw;
  if (raw.kind === 'add') return named(raw, view);
  if (raw.kind !== 'judge') return raw;
  const { claim, document } = raw as { claim?: unknown; document?: unknown };
  const row = (await of.audit()).contested.find(({ id }) => id === claim);
  const cell = row?.cells.find((item) => item.document === document);
  return { ...raw, machine: cell?.stance ?? 'silent' };
}

function changedCells(before: readonly Contested[], after: readonly Contested[]): ChangedCell[] {
  const rows = (list: readonly Contested[]) => new Map(list.map((row) => [row.id, row]));
  const [old, now] = [rows(before), rows(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((claim) => {
    const stances = (row: Contested | undefined) =>
      new Map((row?.cells ?? []).map(({ document, stance }) => [document, stance]));
    const [from, to] = [stances(old.get(claim)), stances(now.get(claim))];
    return [...new Set([...from.keys(), ...to.keys()])]
      .map((document): ChangedCell => ({
        claim,
        document,
        from: from.get(document) ?? null,
        to: to.get(document) ?? null
      }))
      .filter((cell) => cell.from !== cell.to);
  });
}

interface Applied {
  readonly entry: Entry;
  readonly changed: ChangedCell[];
}

/** @returns null where somebody else's change came before this one, which may not fit any more then */
async function apply(of: RegistryOf, { history }: RegistryView, change: Change): Promise<Applied | null> {
  const before = (await of.audit()).contested;
  const entry = await appendChange(of.id, change, new Date(), history.at(-1)?.n ?? 0);
  return entry && { entry, changed: changedCells(before, (await of.audit()).contested) };
}

/**
 * Makes one change.
 *
 * @param raw as `ChangeSchema` says; a new claim's id may be left out, and the machine's answer to a judgement
 * @param since how many changes the reader had seen; null when that does not matter
 * @throws DomainError 400, 404 or 409 when the change is not possible; nothing is stored then
 */
export async function changeRegistry(of: RegistryOf, raw: unknown, since: number | null): Promise<Applied> {
  // Until nobody else's change came in between: as the registry stands then.
  for (;;) {
    const view = await viewRegistry(of);
    const change = parseChange(await completed(of, raw, view));
    if (since !== null && since !== view.history.length) {
      throw new DomainError(
        'changed-meanwhile',
        'The registry was changed meanwhile, perhaps in another window: look at it as it is now, then save again.',
        null,
        409
      );
    }
    await check(of, view, change);
    const applied = await apply(of, view, change);
    if (applied) return applied;
  }
}

/**
 * Takes the last change back, or brings back what was taken back last.
 *
 * @throws DomainError 409 when there is nothing to take back
 */
export async function stepRegistry(of: RegistryOf, step: 'undo' | 'redo'): Promise<Applied> {
  for (;;) {
    const view = await viewRegistry(of);
    const n = view[step];
    if (n === null) throw refuse(`There is nothing to ${step}.`, step);
    const applied = await apply(of, view, { kind: 'undo', of: n });
    if (applied) return applied;
  }
}
