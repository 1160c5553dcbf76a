import { describe, expect, it } from 'vitest';
import { sparseRows } from '../../../../src/cli/fit/logistic';
import { chancesOf, fitTone, type ToneClass } from '../../../../src/cli/fit/tone-classes';

describe('three classes told apart by tone and plainness', () => {
  it('are as likely as each other where nothing is said, and sum to one', () => {
    for (const chance of chancesOf(0, 0)) expect(chance).toBeCloseTo(1 / 3, 12);
    expect(chancesOf(800, -800).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  it('get the shares of the data where the penalty has no say', () => {
    // Without the column: one of each; with it: 3 good, 2 plain, 1 ill.
    const labels: ToneClass[] = [
      ...(['negative', 'neutral', 'positive'] as const),
      ...(['positive', 'positive', 'positive', 'neutral', 'neutral', 'negative'] as const)
    ];
    const rows = sparseRows(
      labels.map((_, i) => (i < 3 ? [] : [[0, 1]])),
      1
    );
    const { tone, plain, constants } = fitTone(rows, labels, 1e-6);
    for (const chance of chancesOf(...constants)) expect(chance).toBeCloseTo(1 / 3, 2);
    const [ill, dry, good] = chancesOf(constants[0] + tone[0]!, constants[1] + plain[0]!);
    expect(good).toBeCloseTo(1 / 2, 2);
    expect(dry).toBeCloseTo(1 / 3, 2);
    expect(ill).toBeCloseTo(1 / 6, 2);
  });

  it('keep weights small where errors cost little', () => {
    const rows = sparseRows([[[0, 1]], [[0, 1]], [], []], 1);
    const { tone } = fitTone(rows, ['positive', 'positive', 'negative', 'negative'], 1000);
    expect(Math.abs(tone[0]!)).toBeLessThan(0.01);
  });
});
