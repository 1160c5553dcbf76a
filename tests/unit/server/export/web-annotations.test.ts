import { expect, it } from 'vitest';
import { cslSources } from '$lib/server/export/csl';
import { webAnnotations } from '$lib/server/export/web-annotations';
import { parseAuditRequest, runAudit } from '$lib/server/library/audit-request';

const text =
  '\u{1F6A2}\u{1F6A2} News. The council sold the harbour. Critics say the council never sold the harbour.';
const request = parseAuditRequest({
  documents: [{ id: 'a', text }],
  claims: [{ id: 'sold', statement: 'The council sold the harbour.', cues: [['sell'], ['harbour']] }]
});
const annotations = webAnnotations(runAudit(request), new Map([['a', text]]));

it('selects each mention by quote and by position in code points', () => {
  const points = [...text];
  expect(annotations.total).toBeGreaterThan(1);
  expect(annotations.first.items).toHaveLength(annotations.total);
  for (const { target } of annotations.first.items) {
    const [quote, position] = target.selector;
    if (quote?.exact === undefined || position?.start === undefined)
      throw new Error('Two selectors expected.');
    expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
    expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
    expect(target.source).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/);
  }
});

it('gives every annotation an id of its own', () => {
  const ids = annotations.first.items.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('writes only what a document shows of itself as CSL', () => {
  const none = {
    file: 'x.txt',
    title: null,
    author: null,
    publisher: null,
    published: null,
    retrieved: null,
    note: null
  };
  const shown = {
    ...none,
    id: 'b',
    title: 'T',
    author: 'A. B.',
    published: '2019-10-17',
    shown: [],
    text: 'x'
  };
  expect(cslSources({ documents: [{ ...none, id: 'a', shown: [], text: 'x' }, shown] })).toEqual([
    { id: 'a', type: 'document' },
    {
      id: 'b',
      type: 'document',
      title: 'T',
      author: [{ literal: 'A. B.' }],
      issued: { 'date-parts': [[2019, 10, 17]] }
    }
  ]);
});
