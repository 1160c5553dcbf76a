import { describe, expect, it } from 'vitest';
import { deedDoneTo, othersAffected } from '$lib/analysis/claims/pair-deeds';
import { pairFeatures } from '$lib/analysis/claims/pair-features';
import { readPairSide } from '$lib/analysis/claims/pair-side';
import { readWholeSide } from '$lib/analysis/claims/score-texts';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const side = (text: string) => readWholeSide(readText(text, knowledge), knowledge);

describe('deeds of two texts', () => {
  it('meet where the same is done to the same, whoever does it', () => {
    const met = (a: string, b: string) => deedDoneTo(side(a), side(b));
    expect(met('The council closed the bridge.', 'Engineers closed the bridge.')).toBeGreaterThan(0.2);
    expect(met('The council closed the bridge.', 'The council closed the school.')).toBe(0);
    expect(met('The bridge was closed.', 'The council closed the bridge.')).toBeGreaterThan(0.2);
  });

  it('are done to others only where both say to whom', () => {
    const apart = (a: string, b: string) => othersAffected(side(a), side(b));
    expect(apart('The council closed the bridge.', 'The council closed the school.')).toBe(true);
    expect(apart('The council closed the bridge.', 'The council met in May.')).toBe(false);
  });

  it('are those of the stretch alone', () => {
    const reading = readText('The council closed the bridge, and it opened the school.', knowledge);
    const { tokens } = reading.document;
    const half = tokens.findIndex(({ text }) => text === ',');
    const deeds = (firstToken: number, tokenEnd: number) =>
      readPairSide({ reading, firstToken, tokenEnd }, knowledge).deeds.map(({ did }) => did.text);
    expect(deeds(0, half)).toEqual(['closed']);
    expect(deeds(half, tokens.length)).toEqual(['opened']);
  });
});

describe('what two texts have in common', () => {
  it('is the same whichever comes first, their deeds and the rarest noun included', () => {
    const [a, b] = [
      side('The council shut the old ferry pier, and 40 boats left.'),
      side('An old pier for ferries was shut by the council of Tarnby.')
    ];
    const [forth, back] = [pairFeatures(a, b), pairFeatures(b, a)];
    for (const name of Object.keys(forth) as (keyof typeof forth)[])
      expect(forth[name]).toBeCloseTo(back[name], 12);
    expect(forth.oneNumbered).toBe(1);
  });

  it('finds texts of like words closer in direction than texts of other words', () => {
    const direction = (x: string, y: string) => pairFeatures(side(x), side(y)).direction;
    expect(direction('The soldiers fired at the village.', 'Troops shelled a town.')).toBeGreaterThan(
      direction('The soldiers fired at the village.', 'The bank raised its rates.') + 0.2
    );
  });
});
