import { describe, expect, test } from 'vitest';
import { resampledInterval } from '../../../src/cli/record-accuracy/resample';

/** Rows whose prediction is wrong every `wrong`th time. */
function sample(size: number, wrong: number) {
  const rows = Array.from({ length: size }, (_, id) => ({ id, subjective: id % 2 === 0 }));
  const answers = new Map(
    rows.map(({ id, subjective }): [string, unknown] => [
      String(id),
      id % wrong === 0 ? !subjective : subjective
    ])
  );
  return { rows, answers };
}

describe('intervals of F1 scores', () => {
  const { rows, answers } = sample(200, 5);
  // 40 of 200 are wrong, as many of one label as of the other: macro-F1 is .8.
  const found = resampledInterval('subjectivity', 'macroF1', rows, answers, 0.8)!;

  test('hold the score and are about as wide as those of a share', () => {
    expect(found[0]).toBeGreaterThan(0.72);
    expect(found[0]).toBeLessThan(0.77);
    expect(found[1]).toBeGreaterThan(0.83);
    expect(found[1]).toBeLessThan(0.88);
  });

  test('are narrower with more rows, and the same every time', () => {
    const more = sample(2000, 5);
    const narrow = resampledInterval('subjectivity', 'macroF1', more.rows, more.answers, 0.8)!;
    expect(narrow[1] - narrow[0]).toBeLessThan((found[1] - found[0]) / 2);
    expect(resampledInterval('subjectivity', 'macroF1', rows, answers, 0.8)).toEqual(found);
  });

  test('are not given for a score that is not the scorer’s, or that rests on other rows', () => {
    expect(resampledInterval('subjectivity', 'macroF1', rows, answers, 0.82)).toBeNull();
    expect(resampledInterval('same-event-ecb', 'auc', rows, answers, 0.8)).toBeNull();
  });

  test('count a missing answer as wrong, and words apart from sentences', () => {
    const marked = [
      { id: 'a', biased: true, words: ['Vile', 'cruel'] },
      { id: 'b', biased: false, words: [] }
    ];
    const said = new Map([['a', { biased: true, words: ['vile', 'weather'] }]]);
    // One word of two found, one too many: F1 is .5.
    expect(resampledInterval('loaded-babe', 'wordF1', marked, said, 0.5)).not.toBeNull();
    expect(resampledInterval('loaded-babe', 'macroF1', marked, said, 1)).not.toBeNull();
    expect(resampledInterval('loaded-babe', 'macroF1', marked, new Map(), 1)).toBeNull();
  });

  test('of attribution look at every word of an article', () => {
    const text = 'He said that it rained. It did.';
    const article = {
      id: 'a',
      text,
      sentences: [
        [0, 23],
        [24, 31]
      ],
      attributions: [{ cue: [[3, 7]], content: [[8, 22]] }]
    };
    const same = new Map([
      ['a', { attributions: article.attributions }],
      ['b', { attributions: article.attributions }]
    ]);
    const rows = [article, { ...article, id: 'b' }];
    expect(resampledInterval('attribution-polnear', 'contentMacroF1', rows, same, 1)).toEqual([1, 1]);
    // "that it" of "that it rained": two words in, one missed, four out.
    const part = new Map(
      rows.map(({ id }): [string, unknown] => [id, { attributions: [{ content: [[8, 15]] }] }])
    );
    const expected = (4 / 5 + 8 / 9) / 2;
    expect(resampledInterval('attribution-polnear', 'contentMacroF1', rows, part, expected)![0]).toBeCloseTo(
      expected,
      6
    );
  });
});
