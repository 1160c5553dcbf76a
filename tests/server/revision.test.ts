import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ErrorSchema } from '$lib/analysis/audit-schema';
import { RevisionSchema } from '$lib/analysis/audit-schema-revision';
import { fallback, POST } from '../../src/routes/api/v1/revision/+server';

const sent = (method: string, body?: string): RequestEvent =>
  ({
    url: new URL('http://localhost/api/v1/revision'),
    route: { id: '/api/v1/revision' },
    locals: {},
    getClientAddress: () => '127.0.0.1',
    request: new Request('http://localhost/api/v1/revision', { method, ...(body ? { body } : {}) })
  }) as unknown as RequestEvent;

const before = Array.from(
  { length: 30 },
  (_, day) => `The mayor opened bridge ${day} in the old town. Critics say it was a brutal mess.`
).join(' ');

describe('POST /api/v1/revision', () => {
  it('answers with both versions and what the change did, as the contract says', async () => {
    const after = before.replaceAll('a brutal mess', 'not finished');
    const claims = [{ id: 'mess', statement: 'The bridge was a mess.', cues: [['mess'], ['bridge', 'it']] }];
    const response = await POST(sent('POST', JSON.stringify({ before, after, claims })));
    expect(response.status).toBe(200);
    const revision = v.parse(RevisionSchema, await response.json());
    const loaded = revision.differences['loaded-language']!.all!;
    expect(loaded.difference).toBeLessThan(0);
    expect(loaded.interval![1]).toBeLessThan(0);
    expect(loaded).toMatchObject({ changed: 30, sentences: 60 });
    expect(revision.contested[0]!.cells.map(({ document }) => document)).toEqual(['before', 'after']);
  });

  it('names the place that is wrong', async () => {
    const claim = { id: 'one', statement: 'It rained.' };
    for (const [body, path] of [
      [{ before: 'Words.' }, 'after'],
      [{ before: ' ', after: 'Words.' }, 'before'],
      [{ before: 'Words.', after: 'Words.', claims: [claim, claim] }, 'claims'],
      [['Words.'], null]
    ] as const) {
      const response = await POST(sent('POST', JSON.stringify(body)));
      expect(response.status).toBe(400);
      expect(v.parse(ErrorSchema, await response.json()).error).toMatchObject({
        code: 'invalid-request',
        path
      });
    }
    const other = await fallback(sent('GET'));
    expect(other.status).toBe(405);
  });
});
