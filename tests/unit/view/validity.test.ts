import { describe, expect, test } from 'vitest';
import { validityDots } from '$lib/charts/validity';
import { LIGHT_PALETTE } from '$lib/charts/chart-piece';
import {
  formatScore,
  validityOf,
  validitySentence,
  validityTable,
  type ValidityRow
} from '$lib/view/validity';
import { selfAuditSlice } from '$lib/view/validity-self-audit';

const tone: ValidityRow = {
  task: 'ratings',
  validates: ['sentiment'],
  data: 'Rated sentences',
  measure: 'Pearson r',
  gold: 'people’s ratings',
  score: 0.6,
  seen: null,
  crossValidated: false,
  interval: [0.57, 0.63],
  n: 2398,
  of: 'sentences',
  floor: [
    { label: 'one list', value: 0.492, sameScale: true },
    { label: 'another', value: 0.442, sameScale: true }
  ],
  published: [{ label: 'one person with the rest', value: 0.745, sameScale: true }],
  goal: 0.56,
  note: null
};
const voice: ValidityRow = {
  ...tone,
  task: 'voice',
  validates: ['voice', 'attribution'],
  measure: 'macro-F1',
  score: 0.7,
  interval: null,
  published: [{ label: 'agreement of people, α', value: 0.754, sameScale: false }],
  goal: 0.79
};
const rows = [tone, voice];

describe('validity in words', () => {
  test('prints scores as the field does', () => {
    expect([0.6, 0.745, 0.5961, 1, 0, -0.25].map(formatScore)).toEqual([
      '.60',
      '.745',
      '.596',
      '1.00',
      '.00',
      '−.25'
    ]);
  });

  test('says against whom, how sure, on how many, and what a person reaches', () => {
    expect(validitySentence(tone)).toBe(
      'Held against people’s ratings: Pearson r = .60 (95% interval .57 to .63) on 2,398 sentences, above what simple methods reach, .492 (one list). The goal of .56 is reached. For comparison: one person with the rest .745.'
    );
  });

  test('does not praise a score that simple methods reach too', () => {
    expect(validitySentence({ ...tone, interval: [0.45, 0.7] })).toContain('not clearly above');
    expect(validitySentence({ ...tone, score: 0.3, interval: [0.2, 0.4] })).toMatch(
      /, below what.*not reached/
    );
  });

  test('says why a score has no interval, and then calls no difference from simple methods sure', () => {
    const plain = validitySentence({ ...tone, interval: null });
    expect(plain).toContain('.60 on 2,398 sentences, where simple methods reach .492 (one list).');
    expect(plain).toContain('no formula gives one');
    const unseen = validitySentence({ ...tone, interval: null, seen: 0.7, crossValidated: true });
    expect(unseen).toContain('only the score of the parts left out is kept');
    expect(`${plain} ${unseen}`).not.toMatch(/above|below/);
    expect(validitySentence(tone)).not.toContain('no interval');
  });

  test('claims nothing from a score on the rows it was fitted on', () => {
    const fitted = validitySentence({ ...tone, seen: 0.6 });
    expect(fitted).toContain('fitted on this very data');
    expect(fitted).not.toMatch(/is reached|above/);
    const unseen = validitySentence({ ...tone, score: 0.58, seen: 0.6, crossValidated: true });
    expect(unseen).toContain('The goal of .56 is reached.');
    expect(unseen).toContain('on the rows it has seen it is .60');
  });

  test('are those of a metric, and none where it has no data', () => {
    expect(validityOf('readability', rows)).toEqual([]);
    expect(validityOf('attribution', rows)).toEqual([voice]);
  });
});

describe('the chart and its table', () => {
  const chart = validityDots(rows, LIGHT_PALETTE);
  const drawn = (label: string) =>
    (chart.config.data.datasets.find((dataset) => dataset.label === label)?.data ?? []) as unknown as {
      x: number;
      y: number;
      xMin: number;
    }[];

  test('draws a score in its row with its interval', () => {
    expect(drawn('Parallax').map(({ x, y, xMin }) => [x, y, xMin])).toEqual([
      [0.6, 0, 0.57],
      [0.7, 1, 0.7]
    ]);
    expect(drawn('Goal').map(({ x }) => x)).toEqual([0.56, 0.79]);
  });

  test('draws a score hollow that rests on the rows it was fitted on', () => {
    const { datasets } = validityDots([{ ...tone, seen: 0.6 }, voice], LIGHT_PALETTE).config.data;
    const { backgroundColor } = datasets[0] as { backgroundColor?: unknown };
    expect(backgroundColor).toEqual([LIGHT_PALETTE.paper, LIGHT_PALETTE.sources[0]]);
  });

  test('leaves a reference on another scale to the words', () => {
    expect(drawn('Published').map(({ x }) => x)).toEqual([0.745]);
    expect(validitySentence(voice)).toContain('agreement of people, α .754');
  });

  test('says in the table all that is drawn', () => {
    const [first, second] = validityTable(rows, 'Tone').rows;
    expect(first).toEqual([
      'Rated sentences',
      'Pearson r',
      '.60',
      '.57 to .63',
      '2,398 sentences',
      'one list .492; another .442',
      'one person with the rest .745',
      '.56'
    ]);
    expect(second![3]).toBe('none');
  });
});

describe('the self-audit in words', () => {
  const moved = {
    document: 'x',
    metric: 'hedging',
    voice: 'author',
    unit: 'per 1,000 words',
    before: 10,
    interval: [5, 15],
    after: 16,
    shift: 1.2,
    beyond: true,
    rules: [{ rule: 'hedges/may', change: 2 }]
  } as const;
  const slice = selfAuditSlice(
    {
      documents: ['x', 'y'],
      swaps: [
        {
          actors: [{ name: 'France' }, { name: 'Japan' }],
          exchanged: [
            { document: 'x', names: 4 },
            { document: 'y', names: 1 }
          ],
          compared: 30,
          moved: [moved]
        }
      ],
      sensitivity: [
        {
          metric: 'hedging',
          list: 'hedges',
          unit: 'per 1,000 words',
          entries: 29,
          entriesWithHits: 2,
          hits: 5,
          documents: [{ document: 'x', value: 10 }],
          high: ['x'],
          low: ['y'],
          changeOrder: 1,
          changeFinding: 0,
          beyond: 0,
          carriers: [
            {
              entry: 'hedges/tend-possible',
              words: ['may', 'possible'],
              hits: 4,
              documents: [{ document: 'x', hits: 4, after: 6 }],
              shift: 0.8,
              order: ['y', 'x'],
              finding: false,
              beyond: false
            }
          ]
        }
      ]
    },
    (id) => id.toUpperCase(),
    () => 'Hedging'
  );

  test('owns up to a value that depends on the name', () => {
    const [swap] = slice.swaps;
    expect(swap!.sentences.join(' ')).toContain('5 names in two texts');
    expect(swap!.sentences.join(' ')).toContain('Of 30 values, one moved beyond its interval.');
    expect(swap!.table.rows[0]).toEqual([
      'X',
      'Hedging',
      'author’s own',
      '10 (5 to 15)',
      '16, beyond',
      '1.20',
      '+2 hedges/may'
    ]);
  });

  test('names the entries that carry the result and what they change', () => {
    const [list] = slice.sensitivity;
    expect(list!.sentences.join(' ')).toContain('X is told apart as highest, Y as lowest');
    expect(list!.sentences.join(' ')).toContain('one entry would change the order of the sources');
    expect(list!.sentences.join(' ')).toContain('rests most on “may” or “possible”');
    expect(list!.table.rows[0]).toEqual(['“may” or “possible”', '4', 'X: 10 → 6', '0.80', 'the order']);
  });
});
