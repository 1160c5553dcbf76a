import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { audit } from '$lib/analysis/audit';
import { knowledge } from '$lib/lexicons/generated';
import { closeDatabase } from '$lib/server/db';
import { DomainError } from '$lib/server/domain-error';
import {
  auditCollection,
  auditJson,
  changeContested,
  openCollection,
  openRegistry,
  requestOf,
  stepContested
} from '$lib/server/library';
import { sha256 } from '$lib/server/library/load-collection';
import { appendChange, readJournal } from '$lib/server/library/registry-journal';
import { useLibrary, wipeLibrary } from '../test-library';

const { data } = useLibrary();
const ID = 'russia-nato';

const CLAIM = { id: 'article-five', statement: 'An attack on one member is an attack on all members.' };

beforeEach(wipeLibrary);

async function refusal(use: Promise<unknown>): Promise<DomainError> {
  const error = await use.then(
    () => null,
    (cause: unknown) => cause
  );
  expect(error).toBeInstanceOf(DomainError);
  return error as DomainError;
}

const claimIds = async (): Promise<string[]> => (await openCollection(ID)).contested.map(({ id }) => id);

describe('the registry of contested claims', () => {
  it('takes a claim of which only the statement is known, and says what changed', async () => {
    const before = await claimIds();
    const { changed } = await changeContested(ID, { kind: 'add', claim: CLAIM }, 0);
    expect(await claimIds()).toEqual([...before, CLAIM.id]);
    const row = (await auditCollection(ID)).contested.find(({ id }) => id === CLAIM.id)!;
    expect(changed).toEqual(
      row.cells.map(({ document, stance }) => ({ claim: CLAIM.id, document, from: null, to: stance }))
    );
    expect(row.cells.filter(({ stance }) => stance !== 'silent').length).toBeGreaterThan(1);
  });

  it('of two who had seen the same and change it at once, one is told that it was changed', async () => {
    const add = (id: string) => changeContested(ID, { kind: 'add', claim: { ...CLAIM, id } }, 0);
    const ends = await Promise.allSettled([add('one'), add('two')]);
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    expect(refused).toMatchObject([{ code: 'changed-meanwhile', status: 409 }]);
    expect((await openRegistry(ID)).history).toHaveLength(1);
  });

  it('of two who add the same claim at once, one is told that it is there', async () => {
    const add = () => changeContested(ID, { kind: 'add', claim: CLAIM }, null);
    const ends = await Promise.allSettled([add(), add()]);
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    expect(refused).toMatchObject([{ code: 'not-possible', path: 'claim.id' }]);
  });

  it('two who take back at once take two changes back, and both come back', async () => {
    const start = await claimIds();
    for (const id of ['one', 'two', 'three'])
      await changeContested(ID, { kind: 'add', claim: { ...CLAIM, id } }, null);
    await Promise.all([stepContested(ID, 'undo'), stepContested(ID, 'undo')]);
    expect(await claimIds()).toEqual([...start, 'one']);
    await Promise.all([stepContested(ID, 'redo'), stepContested(ID, 'redo')]);
    expect(await claimIds()).toEqual([...start, 'one', 'two', 'three']);
  });

  it('gives the bytes that a whole new audit gives', async () => {
    await auditCollection(ID);
    await changeContested(ID, { kind: 'add', claim: CLAIM }, null);
    const quick = await auditCollection(ID);
    expect(auditJson(quick)).toBe(auditJson(audit(requestOf(await openCollection(ID)), knowledge, sha256)));
  });

  it('undoes and redoes, step by step', async () => {
    const start = (await openCollection(ID)).contested;
    await changeContested(ID, { kind: 'add', claim: CLAIM }, null);
    const edited = { ...CLAIM, statement: 'NATO members defend each other.' };
    await changeContested(ID, { kind: 'edit', claim: edited }, null);
    await changeContested(ID, { kind: 'withdraw', claim: start[0]!.id, reason: 'Said twice.' }, null);
    await stepContested(ID, 'undo');
    expect((await claimIds())[0]).toBe(start[0]!.id);
    await stepContested(ID, 'undo');
    expect((await openCollection(ID)).contested.at(-1)!.statement).toBe(CLAIM.statement);
    await stepContested(ID, 'undo');
    expect((await openCollection(ID)).contested).toEqual(start);
    expect((await refusal(stepContested(ID, 'undo'))).status).toBe(409);
    await stepContested(ID, 'redo');
    await stepContested(ID, 'redo');
    expect((await openCollection(ID)).contested.at(-1)!.statement).toBe(edited.statement);
    // A new change closes the way forward.
    await changeContested(ID, { kind: 'withdraw', claim: CLAIM.id, reason: 'Not disputed.' }, null);
    expect((await refusal(stepContested(ID, 'redo'))).status).toBe(409);
  });

  it('keeps a judgement beside the answer of the machine', async () => {
    const row = (await auditCollection(ID)).contested[0]!;
    const cell = row.cells.find(({ stance }) => stance === 'silent')!;
    const judge = { kind: 'judge', claim: row.id, document: cell.document, stance: 'attributes' };
    expect((await refusal(changeContested(ID, judge, null))).path).toBe('reason');
    await changeContested(ID, { ...judge, reason: 'The third paragraph reports it.' }, null);
    const [kept] = (await openRegistry(ID)).registry.judgements;
    expect(kept).toMatchObject({ stance: 'attributes', machine: 'silent', document: cell.document });
    // The machine's own answer stays as it is.
    const again = (await auditCollection(ID)).contested[0]!;
    expect(again.cells.find(({ document }) => document === cell.document)!.stance).toBe('silent');
  });

  it('agrees with the machine without asking for a reason', async () => {
    const row = (await auditCollection(ID)).contested[0]!;
    const { document, stance } = row.cells[0]!;
    await changeContested(ID, { kind: 'judge', claim: row.id, document, stance }, null);
    expect((await openRegistry(ID)).registry.judgements).toHaveLength(1);
  });

  it('refuses what is not possible and stores nothing', async () => {
    const [known] = await claimIds();
    const wrong: [unknown, number, string | null][] = [
      [{ kind: 'add', claim: { ...CLAIM, id: known } }, 409, 'claim.id'],
      [{ kind: 'add', claim: { id: 'x', statement: ' ' } }, 400, 'claim.statement'],
      [{ kind: 'edit', claim: CLAIM }, 404, 'claim.id'],
      [{ kind: 'withdraw', claim: 'atlantis', reason: 'gone' }, 404, 'claim'],
      [{ kind: 'withdraw', claim: known, reason: '' }, 400, 'reason'],
      [{ kind: 'judge', claim: known, document: 'none', stance: 'asserts', reason: 'x' }, 404, 'document'],
      [{ kind: 'dismiss', proposal: 'none', reason: 'x' }, 404, 'proposal'],
      [{ kind: 'undo', of: 1 }, 400, 'kind'],
      [{ kind: 'verdict' }, 400, 'kind'],
      [null, 400, null]
    ];
    for (const [change, status, path] of wrong) {
      const error = await refusal(changeContested(ID, change, null));
      expect([error.status, error.path], JSON.stringify(change)).toEqual([status, path]);
    }
    expect(await readJournal(ID)).toEqual([]);
  });

  it('refuses a change from a window that has not seen the last one', async () => {
    await changeContested(ID, { kind: 'add', claim: CLAIM }, 0);
    const late = { kind: 'edit', claim: { ...CLAIM, statement: 'Members help each other.' } };
    expect((await refusal(changeContested(ID, late, 0))).code).toBe('changed-meanwhile');
  });
});

describe('the journal', () => {
  const dismiss = (proposal: string) => ({ kind: 'dismiss' as const, proposal, reason: 'ä reason' });
  const at = new Date(0);

  it('takes no number twice', async () => {
    const added = await Promise.all(
      ['a', 'b', 'c', 'd'].map((proposal) => appendChange(ID, dismiss(proposal), at, 0))
    );
    expect(added.filter((entry) => entry !== null)).toHaveLength(1);
    const entries = await readJournal(ID);
    expect(entries.map((entry) => entry.n)).toEqual([1]);
    expect(entries.every((entry) => entry.at === '1970-01-01T00:00:00.000Z')).toBe(true);
  });

  describe('of old, in a file', () => {
    const file = join(data, 'registries', `${ID}.jsonl`);
    const lines = (...proposals: string[]): string =>
      proposals
        .map((proposal, index) =>
          JSON.stringify({ n: index + 1, at: at.toISOString(), change: dismiss(proposal) })
        )
        .join('\n');
    const reopenWith = async (text: string): Promise<void> => {
      await closeDatabase();
      mkdirSync(join(data, 'registries'), { recursive: true });
      writeFileSync(file, text);
    };

    it('is taken over once, without a line that was cut off', async () => {
      await reopenWith(`${lines('a', 'b')}\n{"n":3,"at":"19`);
      expect((await readJournal(ID)).map(({ n, change }) => [n, change])).toEqual([
        [1, dismiss('a')],
        [2, dismiss('b')]
      ]);
      expect(existsSync(file)).toBe(false);
      // Interrupted after the changes were written and before the file got its other name.
      await reopenWith(`${lines('a', 'b')}\n`);
      expect(await readJournal(ID)).toHaveLength(2);
    });

    it('stays, and names the line, when somebody broke it', async () => {
      await reopenWith(`${lines('a')}\nnonsense\n`);
      await expect(readJournal(ID)).rejects.toThrow(/registries.*:2 is no change/);
      expect(await readJournal('another')).toEqual([]);
      await reopenWith(`${lines('a')}\n`);
      expect(await readJournal(ID)).toHaveLength(1);
    });
  });
});
