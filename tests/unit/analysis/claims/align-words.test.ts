import { describe, expect, it } from 'vitest';
import { alignWords } from '$lib/analysis/claims/align-words';
import { readWholeSide } from '$lib/analysis/claims/score-texts';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const side = (text: string) => readWholeSide(readText(text, knowledge), knowledge);

/** How well the other text meets a word of the first. */
function metIn(a: string, b: string, word: string): number {
  const [x, y] = [side(a), side(b)];
  const at = x.words.findIndex(({ text }) => text === word);
  expect(at, `${word} is a word that counts`).toBeGreaterThanOrEqual(0);
  return alignWords(x, y).met[at]!;
}

describe('words of two stretches meet', () => {
  it('by themselves and by their families', () => {
    expect(metIn('The port was closed.', 'They closed the port.', 'port')).toBe(1);
    expect(metIn('The deployment began.', 'They deployed troops.', 'deployment')).toBe(1);
  });

  it('by likeness of use, less than by themselves', () => {
    const akin = metIn('A lorry hit the gate.', 'A truck struck the gate.', 'lorry');
    expect(akin).toBeGreaterThan(0.3);
    expect(akin).toBeLessThan(1);
    expect(metIn('A lorry hit the gate.', 'The choir sang a psalm.', 'lorry')).toBeLessThan(0.2);
  });

  it('by the actor they name', () => {
    expect(metIn('Britain left.', 'The United Kingdom left.', 'Britain')).toBe(1);
  });

  it('as figures only when one may be the other rounded, and never as years', () => {
    const told = 'It cost 312 crowns.';
    const rounded = metIn(told, 'It cost 300 crowns.', '312');
    expect(rounded).toBeGreaterThan(0);
    expect(rounded).toBeLessThan(1);
    expect(metIn(told, 'It cost 200 crowns.', '312')).toBe(0);
    expect(metIn('It closed in 1996.', 'It closed in 1998.', '1996')).toBe(0);
    expect(metIn('Fifty-seven people came.', 'There were 57 people.', 'Fifty')).toBe(1);
  });

  it('not as names or days that are merely used alike', () => {
    expect(metIn('They met on Monday.', 'They met on Tuesday.', 'Monday')).toBe(0);
    expect(metIn('We asked Johnson.', 'We asked Williams.', 'Johnson')).toBe(0);
  });
});
