import { readFileSync, readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditRequest } from '$lib/analysis/audit-schema';
import { libraryIfAny, openLibrary, tables } from '$lib/server/db';
import { auditJson, describeMetrics, runAudit } from '$lib/server/library';
import { makeBundle } from '$lib/server/export/bundle';
import { COMPARISON_TABLES } from '$lib/server/export/comparison-csv';
import { metricsCsv, stancesCsv, statementsCsv } from '$lib/server/export/csv';
import { closingPieces, membersIn, openingJson } from '$lib/server/library/audit-pieces';
import { inMemory, type AuditSource } from '$lib/server/library/audit-source';
import { evidenceReader } from '$lib/server/library/evidence-reader';
import { AUDIT_FILE, EXPORT_FILES, exportFile } from '$lib/server/library/exports';
import {
  documentsOf,
  isLarge,
  isMade,
  largeSource,
  makeLarge,
  pagesOf,
  wholeOf,
  writtenOut
} from '$lib/server/library/large-audits';
import { reportView } from '$lib/view/report';
import { overviewSlice } from '$lib/view/slices';
import { useLibrary, wipeLibrary } from '../test-library';

useLibrary();
beforeEach(wipeLibrary);

const FOLDER = 'corpus/russia-nato/documents';
const TEXTS = readdirSync(FOLDER).map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));
const CLAIMS = [{ id: 'promise', statement: 'NATO promised not to expand to the east.' }];

function requestOf(count: number): AuditRequest {
  return {
    documents: TEXTS.slice(0, count).map((text, index) => ({
      id: `d:${index}`,
      text,
      title: null,
      publisher: null,
      author: null,
      published: null
    })),
    claims: CLAIMS,
    seed: 1
  };
}

async function written(request: AuditRequest): Promise<string> {
  let text = '';
  for await (const piece of writtenOut(request, request.documents)) text += piece;
  return text;
}

describe('the audit of a large collection', () => {
  it('is written out as the same bytes as any audit, also when the collection has grown', async () => {
    const few = requestOf(3);
    expect(await isMade(few, few.documents)).toBe(false);
    await makeLarge(few, few.documents);
    expect(await written(few)).toBe(auditJson(runAudit(few)));
    const all = requestOf(5);
    expect(await isMade(all, all.documents)).toBe(false);
    await makeLarge(all, all.documents);
    expect(await isMade(all, all.documents)).toBe(true);
    expect(await written(all)).toBe(auditJson(runAudit(all)));
    expect(auditJson(await wholeOf(all, all.documents))).toBe(auditJson(runAudit(all)));
  }, 120_000);

  it('reads a document again whose piece was lost', async () => {
    const request = requestOf(2);
    await makeLarge(request, request.documents);
    const { db } = await openLibrary();
    await db.delete(tables.documentAudits);
    expect(await written(request)).toBe(auditJson(runAudit(request)));
  });

  it('gives pages what an overview shows, and one document in full where it is asked for', async () => {
    const request = requestOf(4);
    const { documents } = request;
    await makeLarge(request, documents);
    const whole = runAudit(request);
    const { audit, counts } = (await pagesOf(request, documents, ['d:2']))!;
    expect(audit.documents[2]).toEqual(whole.documents[2]);
    expect(audit.documents[1]!.metrics['loaded-language']).toMatchObject({ evidence: [] });
    expect(audit.documents[1]!.statements.map(({ id, quote }) => [id, quote])).toEqual(
      whole.documents[1]!.statements.map(({ id, quote }) => [id, quote])
    );
    const light = (await pagesOf(request, documents))!;
    const told = documents.map(({ id, text }) => ({ id, text, title: id }));
    const { keyness: words, ...rest } = overviewSlice(light.audit, [...told], light.counts);
    const { keyness, ...expected } = overviewSlice(whole, [...told]);
    expect(counts).not.toBeNull();
    expect(rest).toEqual(expected);
    expect(words.length).toBeGreaterThan(0);
    expect(keyness).toEqual(expect.arrayContaining([...words]));
  });

  it('is reported as any audit is, from what pages read and the evidence it shows', async () => {
    const request = requestOf(4);
    const documents = request.documents.map((document) => ({ ...document }));
    await makeLarge(request, documents);
    const about = { title: 'Texts', question: '', description: '', documents, contested: [] };
    const pages = (await pagesOf(request, documents))!;
    const read: string[][] = [];
    const evidence = evidenceReader((ids) => {
      read.push([...ids]);
      return documentsOf({ ...request, documents: documents.filter(({ id }) => ids.includes(id)) });
    });
    const report = await reportView(pages.audit, about, describeMetrics(), {
      counts: pages.counts,
      evidence
    });
    const whole = await reportView(
      runAudit(request),
      { ...about, documents: [...documents] },
      describeMetrics()
    );
    expect(report.findings).toEqual(whole.findings);
    expect(report.findings.some(({ kind, passages }) => kind === 'metric' && passages > 0)).toBe(true);
    // Each document once, whatever is asked of it.
    expect(read.flat().sort()).toEqual(documents.map(({ id }) => id));
  }, 120_000);

  it('is exported as the same files as any audit, piece by piece', async () => {
    const request = requestOf(3);
    const { documents } = request;
    await makeLarge(request, documents);
    const whole = runAudit(request);
    const { openCollection } = await import('$lib/server/library');
    const collection = { ...(await openCollection('russia-nato')), documents: [] };
    const told = { collection, request, judgements: [], withTexts: true };
    const text = async (name: string, audit: AuditSource): Promise<string> => {
      const { body } = await exportFile(name, { ...told, audit });
      let all = '';
      for await (const piece of typeof body === 'string' ? [body] : body) all += piece;
      return all;
    };
    const kept = await largeSource(request, documents);
    for (const name of EXPORT_FILES.filter((one) => one !== AUDIT_FILE))
      expect(await text(name, kept), name).toBe(await text(name, inMemory(whole)));
    for (const [name, table] of Object.entries(COMPARISON_TABLES))
      expect(await text(name, kept), name).toBe(table(whole));
    expect(await text('statements.csv', kept)).toBe(statementsCsv(whole));
    expect(await text('metrics.csv', kept)).toBe(metricsCsv(whole));
    expect(await text('stances.csv', kept)).toBe(stancesCsv(whole));
    expect(await text('bundle.json', kept)).toBe(`${JSON.stringify(makeBundle(request, whole, [], true))}\n`);
  }, 120_000);

  it('is not there until its last piece is, and a crash before that is made good', async () => {
    const request = requestOf(2);
    const { documents } = request;
    await makeLarge(request, documents);
    const whole = await written(request);
    const { db } = await openLibrary();
    // As a crash between two pieces leaves it.
    await db.update(tables.audits).set({ body: new Uint8Array() });
    await db.execute(`delete from audit_parts where n > 0`);
    expect(await isMade(request, documents)).toBe(false);
    expect(await pagesOf({ ...request, seed: 1 }, [...documents])).toBeNull();
    // Asked for twice at a time, once by work that can be cancelled.
    const { signal } = new AbortController();
    await Promise.all([makeLarge(request, documents), makeLarge(request, documents, { signal })]);
    expect(await isMade(request, documents)).toBe(true);
    expect(await written(request)).toBe(whole);
  }, 120_000);

  it('is not there for other texts, and large is what takes long to read', async () => {
    const request = requestOf(2);
    await makeLarge(request, request.documents);
    const other = requestOf(1);
    expect(await pagesOf(other, other.documents)).toBeNull();
    expect(isLarge(request)).toBe(false);
    expect(isLarge({ documents: [{ ...request.documents[0]!, text: 'x'.repeat(400_001) }] })).toBe(true);
    expect(await libraryIfAny()).not.toBeNull();
  });
});

describe('the pieces of what is about documents together', () => {
  const audit = runAudit(requestOf(2));
  const { comparison, proposals } = audit;
  const long = Array.from({ length: 40 }, (_, n) => ({
    ...comparison.overlap[0]!,
    a: `${n},[{"`,
    b: 'x'.repeat(n % 7 === 0 ? 700_000 : 9)
  }));
  const large = { comparison: { ...comparison, overlap: long, chains: [] }, contested: [], proposals };
  const pieces = [...closingPieces(large)];

  it('are the JSON of an audit after its documents, cut between members and small', () => {
    const json = openingJson(audit.engine) + pieces.map((piece) => piece.json).join('');
    expect(json).toBe(auditJson({ ...audit, documents: [], ...large }));
    expect(pieces.filter(({ list }) => list === 'comparison.overlap').length).toBeGreaterThan(2);
    for (const piece of pieces) expect(piece.json.length).toBeLessThan(2_500_000);
  });

  it('give each list back without the others', () => {
    const membersOf = (wanted: string) =>
      pieces.flatMap(({ list, json }) => (list === wanted ? membersIn(json) : []));
    expect(membersOf('comparison.overlap')).toEqual(long);
    expect(membersOf('comparison.keyness')).toEqual(comparison.keyness);
    expect(membersOf('proposals')).toEqual(proposals ?? []);
    expect(membersOf('comparison.chains')).toEqual([]);
  });
});
