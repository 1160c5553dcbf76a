import { describe, expect, it } from 'vitest';
import { pairFeatures } from '$lib/analysis/claims/pair-features';
import { readWholeSide } from '$lib/analysis/claims/score-texts';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const side = (text: string) => readWholeSide(readText(text, knowledge), knowledge);
const compare = (a: string, b: string) => pairFeatures(side(a), side(b));

const told = 'Storms flooded two villages near the coast.';

describe('what an alignment of two sentences leaves over', () => {
  it('is nothing for a sentence and itself', () => {
    const { rarestUnmet, openingMet, namesLeftAlike } = compare(told, told);
    expect([rarestUnmet, openingMet, namesLeftAlike]).toEqual([0, 1, 0]);
  });

  it('is the rarest word that one side alone has', () => {
    const common = compare(told, `${told.slice(0, -1)} today.`);
    const rare = compare(told, `${told.slice(0, -1)} and an aquarium.`);
    expect(rare.rarestUnmet).toBeGreaterThan(common.rarestUnmet);
  });

  it('tells the same words in the same order from the same words turned round', () => {
    const turned = compare(told, 'Near the coast two villages flooded: storms.');
    expect(turned.metInOrder).toBeLessThan(compare(told, told).metInOrder);
    expect(turned.openingMet).toBe(1);
  });

  it('asks whether the names that are left are used alike', () => {
    const town = compare('Floods hit Paris.', 'Floods hit London.').namesLeftAlike;
    const person = compare('Floods hit Paris.', 'Floods hit Microsoft.').namesLeftAlike;
    expect(town).toBeGreaterThan(person);
  });

  it('is the same whichever side comes first', () => {
    const [a, b] = ['Hail hit Paris and Lyon on Monday.', 'On Tuesday hail damaged farms near London.'];
    expect(compare(a, b)).toEqual(compare(b, a));
  });
});
