import { expect, test } from 'vitest';
import type { Audit } from '$lib/analysis/audit-schema';
import { csv, figuresCsv, metricsCsv, stancesCsv } from '$lib/server/export/csv';

test('quotes, commas and line breaks survive; missing is an empty cell', () => {
  const text = csv(['a', 'b', 'c'], [['say "hi", then\nleave', null, -1.5]]);
  expect(text).toBe('a,b,c\r\n"say ""hi"", then\nleave",,-1.5\r\n');
});

test('text that a spreadsheet would run as a formula is made text', () => {
  expect(csv(['a'], [['=HYPERLINK("x")'], ['@x'], ['+1'], ['-x']])).toBe(
    'a\r\n"\'=HYPERLINK(""x"")"\r\n\'@x\r\n\'+1\r\n\'-x\r\n'
  );
});

const estimate = { value: 2, interval: [1, 3] as [number, number], base: 100 };

test('a metric has a row for each voice and part, and a reason where it has no number', () => {
  const metrics = {
    hedging: {
      status: 'ok',
      ...estimate,
      unit: 'per 1,000 words',
      author: estimate,
      attributed: { value: null, interval: null, base: 0 },
      parts: [{ id: 'modal', value: 1, interval: null }],
      evidence: []
    },
    readability: { status: 'too-short', reason: 'Under 100 words.' }
  };
  const rows = metricsCsv({ documents: [{ id: 'a', metrics }] } as unknown as Audit).split('\r\n');
  expect(rows.slice(1, 6)).toEqual([
    'a,hedging,all,ok,2,1,3,100,"per 1,000 words",',
    'a,hedging,author,ok,2,1,3,100,"per 1,000 words",',
    'a,hedging,attributed,ok,,,,0,"per 1,000 words",',
    'a,hedging,part:modal,ok,1,,,100,"per 1,000 words",',
    'a,readability,all,too-short,,,,,,Under 100 words.'
  ]);
});

test('a silent document keeps its row', () => {
  const cells = [{ document: 'a', stance: 'silent', mixed: false, mentions: [], nearest: null }];
  const audit = { contested: [{ id: 'c', statement: 'S.', cells }] } as unknown as Audit;
  expect(stancesCsv(audit).split('\r\n')[1]).toBe('c,S.,a,silent,false,,,,,,,,,,');
});

test('what a reader said of a cell stands beside the answer of the machine, with its reason', () => {
  const cells = ['a', 'b'].map((document) => ({ document, stance: 'silent', mixed: false, mentions: [] }));
  const audit = { contested: [{ id: 'c', statement: 'S.', cells }] } as unknown as Audit;
  const readings = [{ claim: 'c', document: 'a', stance: 'hedges', reason: 'It says "may", twice.' }];
  const rows = stancesCsv(audit, readings).split('\r\n');
  expect(rows[0]).toMatch(/,quote,reading,readingBecause$/u);
  expect(rows[1]).toBe('c,S.,a,silent,false,,,,,,,,,hedges,"It says ""may"", twice."');
  expect(rows[2]).toBe('c,S.,b,silent,false,,,,,,,,,,');
});

test('figures have a row each, with what they are figures of', () => {
  const figure = { start: 4, end: 13, quote: '35 people', kind: 'count', unit: 'person', low: 35, high: 35 };
  const documents = [{ id: 'a', figures: [{ ...figure, date: null, bound: 'about' }] }, { id: 'older' }];
  expect(figuresCsv({ documents } as unknown as Audit)).toBe(
    'document,start,end,kind,unit,low,high,date,bound,quote\r\na,4,13,count,person,35,35,,about,35 people\r\n'
  );
});
