import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseReportRequest, type ReportRequest } from '$lib/server/export/html/report-request';
import { main } from '../../../src/cli/parallax.js';

const folder = mkdtempSync(join(tmpdir(), 'parallax html '));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'texts'));
writeFileSync(join(folder, 'texts', 'a.txt'), 'The bridge opened on Monday.');

function reportOf(...args: string[]): {
  code: number;
  file: string;
  asked: ReportRequest | null;
  err: string;
} {
  let [file, err] = ['', ''];
  let asked: ReportRequest | null = null;
  const code = main(args, {
    folder,
    out: () => undefined,
    err: (text) => void (err += text),
    report: (body, path) => {
      asked = parseReportRequest(JSON.parse(body));
      file = path;
    }
  });
  return { code, file, asked, err };
}

test('--html asks for the report of what is audited, to a file beside where the command was typed', () => {
  const { code, file, asked } = reportOf('audit', 'texts', '--html', 'out/report.html');
  expect([code, file]).toEqual([0, join(folder, 'out/report.html')]);
  expect(asked!.request.documents.map(({ id }) => id)).toEqual(['a']);
  expect(asked!.about.title).toBe('texts');
});

test('a collection’s report has its question, positions and provenance', () => {
  const { asked } = reportOf('audit', join(process.cwd(), 'corpus', 'russia-nato'), '--html', 'r.html');
  expect(asked!.about.question).toMatch(/\?$/);
  expect(asked!.about.contested.every(({ positions }) => positions.length > 1)).toBe(true);
  expect(asked!.request.claims).toHaveLength(asked!.about.contested.length);
  expect(asked!.about.documents).toHaveLength(5);
});

test('the report is of the claims that were asked for', () => {
  const claims = join(process.cwd(), 'corpus', 'russia-nato', 'contested.yaml');
  const { asked } = reportOf('audit', 'texts', '--collection-claims', claims, '--html', 'r.html');
  expect(asked!.about.contested.length).toBe(asked!.request.claims.length);
  expect(asked!.about.contested.length).toBeGreaterThan(20);
});

test('bad input asks for no report', () => {
  const { code, file, err } = reportOf('audit', 'nowhere', '--html', 'r.html');
  expect([code, file]).toEqual([2, '']);
  expect(err).toContain('nowhere');
});
