import { expect, it } from 'vitest';
import { fontSize, isBold, textWidth } from '$lib/charts/stills/text-width';

it('measures as Helvetica does: figures are all of one width, an i is narrower than an m', () => {
  expect(textWidth('0000', '10px Arial')).toBeCloseTo(22.24);
  expect(textWidth('1111', '10px Arial')).toBeCloseTo(22.24);
  expect(textWidth('iii', '10px Arial')).toBeLessThan(textWidth('m', '10px Arial'));
});

it('makes bold wider and grows with the size; an unknown letter has a width too', () => {
  expect(textWidth('NATO', 'bold 12px Arial')).toBeGreaterThan(textWidth('NATO', '12px Arial'));
  expect(textWidth('NATO', '24px Arial')).toBeCloseTo(2 * textWidth('NATO', '12px Arial'));
  expect(textWidth('Ж', '10px Arial')).toBeGreaterThan(0);
});

it('reads size and weight of a CSS font', () => {
  expect([fontSize('italic 11.5px system-ui'), fontSize('serif')]).toEqual([11.5, 12]);
  expect([isBold('600 15px Arial'), isBold('bold 9px Arial'), isBold('400 15px Arial')]).toEqual([
    true,
    true,
    false
  ]);
});
