import { describe, expect, test } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { importBytes } from '$lib/server/import';
import { HOSTILE_FILES } from '../../../fixtures/import/hostile-files';

test('there are at least 60 of them', () => {
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(60);
});

describe('a hostile file is refused in one sentence that names it', () => {
  test.each(HOSTILE_FILES)('$what', async ({ name, bytes, code }) => {
    const refused: unknown = await importBytes(bytes(), { name }).then(
      (documents) => documents.map(({ text }) => text.slice(0, 80)),
      (error: unknown) => error
    );
    expect(refused).toBeInstanceOf(DomainError);
    const error = refused as DomainError;
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(name)]);
    expect(error.message).toMatch(/^["\p{L}\p{N}].+\.$/su);
    expect(error.status).toBeGreaterThanOrEqual(400);
    expect(error.status).toBeLessThan(500);
  });
});
