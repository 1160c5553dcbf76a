import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foundIn, measuredOf, plain } from './measured';

describe('reader-address', () => {
  it.each([
    ['So you see the point.', ['reader-address/you: you']],
    ['Our town is small.', ['reader-address/we: Our']],
    ['Let’s move on.', ['reader-address/lets: Let’s']],
    ['Hey folks, it rains.', ['reader-address/call: Hey folks']],
    ['The road is long, guys.', ['reader-address/call: guys']],
    ['But who paid for it?', ['reader-address/question: But who paid for it?']],
    ['It was late, right?', ['reader-address/question: It was late, right?']],
    ['Imagine a town without water.', ['reader-address/think: Imagine']],
    ['Think about it: the sea is cold.', ['reader-address/think: Think about']],
    ['If it rains, take a hat.', ['reader-address/think: take a']]
  ])('finds %s', (sentence, hits) => {
    expect(foundIn('reader-address', sentence)).toEqual(hits);
  });

  it.each([
    'US troops left the town.',
    'Two guys ran off.',
    'They imagine a town without water.',
    'He asked who paid for it.',
    'The folks of the town sang.',
    'Thank you, he said.'
  ])('leaves "%s" alone', (sentence) => {
    expect(foundIn('reader-address', sentence)).toEqual([]);
  });

  it('does not charge the writer with a quoted address', () => {
    const found = measuredOf('reader-address', `${plain.repeat(5)}"You should be ashamed," Anna Berg said.`);
    expect(found.author.value).toBe(0);
    expect(found.attributed.value).toBeGreaterThan(0);
  });

  it('counts each hit in one part', () => {
    const found = measuredOf(
      'reader-address',
      `${plain.repeat(5)}Hey folks, let’s ask: do you see it? Look at it.`
    );
    const parts = found.parts!.filter((part) => part.id !== 'value');
    expect(parts.reduce((sum, part) => sum + part.value!, 0)).toBeCloseTo(found.value, 9);
    expect(parts.every((part) => part.value! > 0)).toBe(true);
  });

  it('puts the chatty document of the bundled collection first', () => {
    const folder = join(import.meta.dirname, '../../../../corpus/russia-nato/documents');
    const values = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({
        name,
        value: measuredOf('reader-address', readFileSync(join(folder, name), 'utf8')).value
      }));
    values.sort((a, b) => b.value - a.value);
    expect(values[0]!.name).toMatch(/^003/);
    expect(values[0]!.value).toBeGreaterThan(2 * values[1]!.value);
  });
});
