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

  test('of a mean of correlations weigh every set alike', () => {
    const sets = ['2012.MSRpar', '2016.headlines'];
    const judged = sets.flatMap((set, of) =>
      Array.from({ length: of === 0 ? 300 : 60 }, (_, n) => ({ id: `${set} ${n}`, set, score: n % 6 }))
    );
    // The first set is told exactly, the second the wrong way round: the mean of 1 and -1 is 0.
    const said = new Map<string, unknown>(
      judged.map(({ id, set, score }) => [id, set === sets[0] ? 2 * score + 1 : -score])
    );
    const around = resampledInterval('similarity-news', 'pearson', judged, said, 0)!;
    expect(around[0]).toBeCloseTo(0, 6);
    expect(around[1]).toBeCloseTo(0, 6);
    const noisy = new Map<string, unknown>(
      judged.map(({ id, score }, n) => [id, score + 3 * ((n * 7919) % 11)])
    );
    const mean = resampledInterval('similarity-news', 'pearson', judged, noisy, 0.17);
    expect(mean === null || mean[1] - mean[0] > 0.05).toBe(true);
    expect(resampledInterval('similarity-news', 'pearson', judged, said, 0.5)).toBeNull();
  });

  test('of articles draw whole pages', () => {
    const pages = Array.from({ length: 40 }, (_, id) => ({ id, articleBody: 'one two three four five' }));
    // Half are whole (1), half miss the last word (one run of the two: 2 of 3).
    const cut = new Map<string, unknown>(
      pages.map(({ id }) => [String(id), id % 2 === 0 ? 'one two three four five' : 'one two three four'])
    );
    const [low, high] = resampledInterval('article-extraction', 'f1', pages, cut, 5 / 6)!;
    expect(low).toBeGreaterThan(0.76);
    expect(low).toBeLessThan(5 / 6);
    expect(high).toBeGreaterThan(5 / 6);
    expect(high).toBeLessThan(0.9);
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

  test('of an area under a curve draw whole topics, and ties count half', () => {
    // Two of three pairs of the same event get a higher score than the others: the area is 2/3.
    const topic = (name: string) => [
      { id: `${name} a`, topic: name, near: true, same: true },
      { id: `${name} b`, topic: name, near: true, same: true },
      { id: `${name} c`, topic: name, near: true, same: true },
      { id: `${name} d`, topic: name, near: true, same: false }
    ];
    const alike = ['x', 'y', 'z'].flatMap(topic);
    const scores = [0.9, 0.8, 0.1, 0.5];
    const said = new Map<string, unknown>(alike.map(({ id }, n) => [id, scores[n % 4]]));
    // Every topic is like every other: whichever are drawn, the area is the same.
    const [low, high] = resampledInterval('same-event-ecb', 'auc', alike, said, 2 / 3)!;
    expect(low).toBeCloseTo(2 / 3, 6);
    expect(high).toBeCloseTo(2 / 3, 6);
    const tied = new Map<string, unknown>(alike.map(({ id }) => [id, 0.5]));
    expect(resampledInterval('same-event-ecb', 'auc', alike, tied, 0.5)).toEqual([0.5, 0.5]);
    // One topic is told the wrong way round: it is drawn often, or not at all.
    const unlike = new Map(said);
    for (const { id, same } of topic('z')) unlike.set(id, same ? 0.1 : 0.9);
    const near = alike.map((row) => ({ ...row, near: row.topic !== 'z' }));
    expect(resampledInterval('same-event-ecb', 'aucNear', near, unlike, 2 / 3)![0]).toBeCloseTo(2 / 3, 6);
  });

  test('of events draw whole sentences, which may stand or fall as one', () => {
    const events = (each: number) =>
      Array.from({ length: 240 }, (_, id) => ({
        id,
        text: `sentence ${Math.floor(id / each)}`,
        score: [-2, 0, 2][id % 3]!
      }));
    // In every fourth sentence nothing is right; else all is: three quarters, for each of the three bands.
    const widthOf = (each: number): number => {
      const rows = events(each);
      const said = new Map<string, unknown>(
        rows.map(({ id, score }) => [
          String(id),
          Math.floor(id / each) % 4 === 0
            ? ({ '-2': 0, '0': 2, '2': -2 } as Record<string, number>)[score]
            : score
        ])
      );
      const [low, high] = resampledInterval('factuality-uw', 'macroF1', rows, said, 0.75)!;
      return high - low;
    };
    expect(widthOf(12)).toBeGreaterThan(2 * widthOf(1));
  });
});
