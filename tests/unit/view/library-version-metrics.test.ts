import { expect, test, vi } from 'vitest';
import { readVersions } from '$lib/view/library-version-metrics';
import { rewriteRows } from '$lib/view/rewrite-rows';
import { fixture, metrics, texts } from './fixture-audit';

const signal = new AbortController().signal;
const [before, after] = texts;
const answering = (body: unknown, status = 200) =>
  vi.fn<typeof fetch>(async () => new Response(JSON.stringify(body), { status }));
/** The engine's answer, two documents taken as the two versions. */
const [first, second] = fixture.documents;
const answer = {
  before: first,
  after: second,
  contested: [],
  differences: {
    'loaded-language': {
      all: { difference: -50, interval: [-80, -20], changed: 4, sentences: 9 },
      author: null,
      attributed: null
    }
  }
};

test('both versions are measured in one request, and the rows say how each metric moved', async () => {
  const fetcher = answering(answer);
  const claims = [{ id: 'c', statement: 'It rained.' }];
  const pair = { before: before!.text, after: after!.text };
  const read = await readVersions(pair, claims, metrics, fetcher, signal);
  expect(fetcher.mock.calls[0]![0]).toBe('/api/v1/revision');
  expect(JSON.parse(String(fetcher.mock.calls[0]![1]!.body))).toEqual({ ...pair, claims });
  const rows = rewriteRows(metrics, read.before, read.after, 'all');
  expect(rows.map(({ id }) => id)).toEqual(metrics.map(({ id }) => id));
  expect(rows.find(({ id }) => id === 'loaded-language')).toMatchObject({
    differenceInterval: [-80, -20],
    move: 'beyond'
  });
});

test('what cannot be measured is said in words', async () => {
  const pair = { before: 'a', after: 'b' };
  const refused = answering({ error: { code: 'x', message: 'It is too long.', path: null } }, 413);
  await expect(readVersions(pair, [], metrics, refused, signal)).rejects.toThrow('It is too long.');
  const gone = vi.fn<typeof fetch>(() => Promise.reject(new TypeError('failed')));
  await expect(readVersions(pair, [], metrics, gone, signal)).rejects.toThrow('still running');
  await expect(readVersions(pair, [], metrics, answering(null, 500), signal)).rejects.toThrow('status 500');
});
