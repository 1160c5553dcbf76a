import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { audit } from '$lib/analysis/audit';
import { knowledge } from '$lib/lexicons/generated';
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
import { appendChange, journalFile, readJournal } from '$lib/server/library/registry-journal';

const data = vi.hoisted(() => {
  const folder = `${process.env.TMPDIR ?? '/tmp'}/parallax-registry-${process.pid}`;
  process.env.PARALLAX_DATA = folder;
  return folder;
});
const ID = 'russia-nato';

const CLAIM = { id: 'article-five', statement: 'An attack on one member is an attack on all members.' };

beforeEach(() => rmSync(data, { recursive: true, force: true }));
afterAll(() => rmSync(data, { recursive: true, force: true }));

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
    expect(readJournal(ID)).toEqual([]);
  });

  it('refuses a change from a window that has not seen the last one', async () => {
    await changeContested(ID, { kind: 'add', claim: CLAIM }, 0);
    const late = { kind: 'edit', claim: { ...CLAIM, statement: 'Members help each other.' } };
    expect((await refusal(changeContested(ID, late, 0))).code).toBe('changed-meanwhile');
  });
});

describe('the journal', () => {
  it('holds the old state or the new one, wherever a write breaks off', () => {
    const at = new Date(0);
    appendChange(ID, { kind: 'dismiss', proposal: 'a', reason: 'ä first' }, at);
    const file = journalFile(ID);
    const old = readFileSync(file);
    appendChange(ID, { kind: 'dismiss', proposal: 'b', reason: 'second' }, at);
    const whole = readFileSync(file);
    for (let length = old.length; length <= whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      expect(readJournal(ID)).toHaveLength(length === whole.length ? 2 : 1);
    }
  });

  it('goes on after a line that was cut off', () => {
    const at = new Date(0);
    appendChange(ID, { kind: 'dismiss', proposal: 'a', reason: 'first' }, at);
    const file = journalFile(ID);
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"n":2,"at":"19`);
    appendChange(ID, { kind: 'dismiss', proposal: 'b', reason: 'second' }, at);
    expect(readJournal(ID).map(({ n, change }) => [n, change.kind])).toEqual([
      [1, 'dismiss'],
      [2, 'dismiss']
    ]);
  });

  it('names the line that somebody broke', () => {
    appendChange(ID, { kind: 'dismiss', proposal: 'a', reason: 'first' }, new Date(0));
    const file = journalFile(ID);
    writeFileSync(file, `${readFileSync(file, 'utf8')}nonsense\n`);
    expect(() => readJournal(ID)).toThrow(/registries.*:2 is no change/);
  });
});
