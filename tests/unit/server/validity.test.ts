import { describe, expect, test } from 'vitest';
import { readValidity } from '$lib/server/library/validity';
import { benchmarksOf, type TaskScores } from '$lib/server/library/validity-tasks';

describe('scores become figures to be shown', () => {
  const rows = benchmarksOf([
    { task: 'loaded-babe', n: 200, missing: 3, scores: { macroF1: 0.66, wordF1: 0.31 } },
    { task: 'sentiment-nyt', n: 2398, missing: 0, scores: { pearson: 0.6 } },
    {
      task: 'news-triples-basil',
      n: 132,
      missing: 0,
      scores: { pairOrder: 0.575, pairs: 113, lexicalF1: 0.2 }
    },
    { task: 'attribution-polnear-train', n: 250, missing: 0, scores: { contentMacroF1: 0.85 } }
  ]);
  const of = (measure: string) => rows.find((row) => row.measure === measure)!;

  test('each measure with its own floor and goal', () => {
    expect(of('macro-F1 of sentences')).toMatchObject({ score: 0.66, goal: 0.65, n: 200, missing: 3 });
    expect(of('F1 of words')).toMatchObject({ score: 0.31, goal: 0.33 });
    expect(of('F1 of words').floor.map(({ value }) => value)).toEqual([0.263]);
  });

  test('a correlation has its interval, an F1 has none rather than a made-up one', () => {
    const [low, high] = of('Pearson r').interval!;
    // Fisher's z of .6 with 2,398 rows.
    expect(low).toBeCloseTo(0.5737, 3);
    expect(high).toBeCloseTo(0.6251, 3);
    expect(of('F1 of words').interval).toBeNull();
  });

  test('a cross-validated score takes the place of one on rows that weights were fitted on', () => {
    const scored: TaskScores[] = [
      { task: 'sentiment-nyt', n: 2398, missing: 0, scores: { pearson: 0.6 } },
      { task: 'loaded-babe', n: 200, missing: 0, scores: { macroF1: 0.66 } }
    ];
    const crossValidated = { 'sentiment-nyt.pearson': 0.57, 'loaded-babe.macroF1': 0.5 };
    const [tone, loaded] = benchmarksOf(scored, { crossValidated });
    expect(tone).toMatchObject({ score: 0.57, seen: 0.6, crossValidated: true });
    expect(tone!.interval![0]).toBeLessThan(0.57);
    // Nothing was fitted on this one: its score stands.
    expect(loaded).toMatchObject({ score: 0.66, seen: null, crossValidated: false });
  });

  test('a cross-validated F1 has an interval from answers by weights that had not seen the rows, and no other', () => {
    const scored: TaskScores[] = [
      { task: 'checkworthy-claimbuster', n: 9141, missing: 0, scores: { f1: 0.92 } },
      { task: 'subjectivity', n: 1292, missing: 0, scores: { macroF1: 0.7 } }
    ];
    const [worth, subjective] = benchmarksOf(scored, {
      crossValidated: { 'checkworthy-claimbuster.f1': 0.8 },
      resampled: () => [0.6, 0.75],
      resampledUnseen: (task, key, score) =>
        `${task}.${key}` === 'checkworthy-claimbuster.f1' ? [score - 0.01, 0.81] : null
    });
    expect(worth).toMatchObject({ score: 0.8, interval: [0.79, 0.81] });
    expect(subjective).toMatchObject({ score: 0.7, interval: [0.6, 0.75] });
  });

  test('a share of pairs counts pairs, not rows', () => {
    const row = of('share of pairs in the same order');
    expect(row.n).toBe(113);
    const [low, high] = row.interval!;
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.65);
  });

  test('what was fitted on is not taken for a test', () => {
    expect(rows.map(({ task }) => task)).not.toContain('attribution-polnear-train');
  });

  test('a score that is no number is left out', () => {
    expect(benchmarksOf([{ task: 'sentiment-nyt', n: 0, missing: 0, scores: { pearson: NaN } }])).toEqual([]);
  });
});

describe('what is committed', () => {
  const { accuracy, selfAudit } = readValidity();

  test('covers whose words, tone and charged words', () => {
    const covered = accuracy.benchmarks.flatMap(({ validates }) => validates);
    expect(covered).toEqual(expect.arrayContaining(['attribution', 'voice', 'sentiment', 'loaded-language']));
    for (const { score, interval } of accuracy.benchmarks) {
      if (interval) expect(interval[0] <= score && score <= interval[1]).toBe(true);
    }
  });

  test('tells a score on rows that weights were fitted on from one on unseen rows', () => {
    const row = accuracy.benchmarks.find(({ task }) => task === 'sentiment-nyt')!;
    expect(row.seen).not.toBeNull();
    expect(accuracy.benchmarks.find(({ task }) => task === 'attribution-polnear')!.seen).toBeNull();
  });

  test('no metric of the bundled texts depends on whose name stands where', () => {
    expect(selfAudit.documents).toHaveLength(5);
    expect(selfAudit.swaps.length).toBeGreaterThan(0);
    expect(selfAudit.swaps.flatMap(({ moved }) => moved.filter(({ beyond }) => beyond))).toEqual([]);
  });
});
