import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { AuditRequest } from '$lib/analysis/audit-schema';
import { AuditPool } from '$lib/server/library/audit-pool';

const ENTRY = fileURLToPath(new URL('echo-thread.mjs', import.meta.url));
let pool = new AuditPool(ENTRY, 2);
afterEach(async () => {
  await pool.close();
  pool = new AuditPool(ENTRY, 2);
});

function requestOf(count: number): AuditRequest {
  const documents = Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    text: 'Rain fell.',
    title: null,
    publisher: null,
    author: null,
    published: null
  }));
  return { documents, claims: [], seed: 1 };
}

/** The number of the thread that audits a collection. */
async function threadOf(count: number, affinity: string): Promise<string> {
  return new TextDecoder().decode(await pool.audit(requestOf(count), affinity));
}

describe('threads that audit', () => {
  it('take a collection that grew where it was read, and other work elsewhere', async () => {
    const large = await threadOf(60, 'large');
    const small = await threadOf(1, 'small');
    expect(small).not.toBe(large);
    expect(await threadOf(2, 'another')).toBe(small);
    expect(await threadOf(61, 'large')).toBe(large);
    expect(await threadOf(1, 'small')).toBe(small);
  });

  it('hand out an audit piece by piece where somebody takes the pieces', async () => {
    const pieces: unknown[] = [];
    const rest = await pool.audit(requestOf(1), 'a', { onPiece: (piece) => pieces.push(piece) });
    expect(pieces).toMatchObject([{ document: 0 }]);
    expect(rest.byteLength).toBe(0);
  });

  it('that run out of memory say so, and others go on in new ones', async () => {
    await pool.close();
    pool = new AuditPool(ENTRY, 2, 64);
    await expect(threadOf(99, 'a')).rejects.toMatchObject({
      code: 'too-large-to-audit',
      status: 422,
      message: expect.stringContaining('These 99 documents')
    });
    expect(await threadOf(1, 'a')).toMatch(/^\d+$/);
  });

  it('refuse what was asked for when they are closed', async () => {
    await pool.close();
    await expect(threadOf(1, 'a')).rejects.toMatchObject({ status: 409 });
  });
});
