import { expect, test } from 'vitest';
import * as v from 'valibot';
import { audit } from '$lib/analysis/audit';
import { AuditRequestSchema } from '$lib/analysis/audit-schema';
import { knowledge } from '$lib/lexicons/generated';
import { COMPARISON_TABLES } from '$lib/server/export/comparison-csv';

const quotation =
  '“The dam was inspected twice last year and no crack was found,” said engineer Rosa Quispe.';
const report =
  'The reservoir above Arequipa lost a third of its water between March and May, and farmers downstream had to share what was left of it.';
const own = [
  'Farmers planted quinoa and waited for rain.',
  'Engineers measured the wall and wrote a report.'
];
const texts = own.map((sentence) => `${report} ${quotation} ${sentence} ${sentence.replace('and', 'or')}`);
const request = v.parse(AuditRequestSchema, { documents: texts.map((text, i) => ({ id: `d${i}`, text })) });
const result = audit(request, knowledge, (text) => `${text.length}`);

/** Rows of a table by column; no cell of these holds a comma or a quotation mark unless it is quoted. */
function lines(name: string): string[] {
  return COMPARISON_TABLES[name]!(result).trimEnd().split('\r\n');
}

test.each(Object.keys(COMPARISON_TABLES).filter((name) => name !== 'conflicts.csv'))(
  '%s has rows as wide as its header',
  (name) => {
    const [header, ...rows] = lines(name);
    const width = (line: string): number => line.replace(/"(?:[^"]|"")*"/gu, '').split(',').length;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(width(row)).toBe(width(header!));
  }
);

test('tables hold what the audit holds', () => {
  const { comparison } = result;
  expect(lines('duplicates.csv').slice(1)).toHaveLength(
    comparison.duplicates.reduce((sum, { passages }) => sum + passages.length, 0)
  );
  expect(lines('chains.csv').filter((line) => line.startsWith('q1,quotation,'))).toHaveLength(2);
  expect(
    lines('separation.csv')
      .slice(1)
      .map((line) => line.split(',')[0])
  ).toEqual(comparison.separation.map(({ id }) => id));
  const { threshold } = comparison.overlapCurve!;
  const used = lines('overlap-curve.csv').filter((line) => line.startsWith(`${threshold},true,d0,d1`));
  expect(used.map((line) => Number(line.split(',').pop()))).toEqual([comparison.overlap[0]!.jaccard]);
});

test('a document that leaves a claim out keeps its row', () => {
  const omitted = result.comparison.claims.flatMap(({ omittedBy }) => omittedBy ?? []);
  expect(omitted.length).toBeGreaterThan(0);
  expect(lines('claims.csv').filter((line) => line.includes(',false,'))).toHaveLength(omitted.length);
});
