import { describe, expect, it } from 'vitest';
import { audit } from '$lib/analysis/audit';
import type { Metric } from '$lib/analysis/metrics/metric';
import { metrics } from '$lib/analysis/metrics';
import { listRate } from '$lib/analysis/metrics/list-rate';
import { pairedDifferences } from '$lib/analysis/metrics/paired-differences';
import { readText } from '$lib/analysis/read';
import { RevisionAudits } from '$lib/analysis/revision-audit';
import { randomStream } from '$lib/analysis/statistics/random-stream';
import { knowledge } from '$lib/lexicons/generated';

const hash = (text: string) => `hash of ${text.length}`;
const claims = [
  { id: 'waste', statement: 'The bridge was a waste of money.', cues: [['waste'], ['bridge']] }
];

const PARTS = [
  'The mayor opened the bridge over the river on Monday.',
  'Critics say the brutal bridge was a waste of money.',
  '"It cost three million dollars," said Anna Bell, who keeps the books of the town.',
  'Perhaps the ruthless plan was never meant to work.',
  'The council voted for it in March, according to the minutes.',
  'Nobody asked the people who live beside the road.',
  'A shameful mess was left behind in the valley.',
  'The report names two firms and the year 2019.'
];
const long = (rounds: number) =>
  Array.from({ length: rounds }, (_, round) =>
    PARTS.map((part) => part.replace('Monday', `day ${round}`)).join(' ')
  ).join('\n\n');

describe('two versions of a text', () => {
  const before = long(6);
  const after = before.replace('brutal ', '').replace('A shameful mess', 'A mess');

  it('have the numbers and stances that an audit of each by itself gives', () => {
    const revision = new RevisionAudits(knowledge, hash).of({ before, after, claims });
    for (const [id, text] of [
      ['before', before],
      ['after', after]
    ] as const) {
      const alone = audit(
        {
          documents: [{ id, text, title: null, publisher: null, author: null, published: null }],
          claims,
          seed: 1
        },
        knowledge,
        hash
      );
      expect(revision[id].metrics).toEqual(alone.documents[0]!.metrics);
      expect(revision[id].textSha256).toBe(alone.documents[0]!.textSha256);
      expect(revision.contested[0]!.cells.find(({ document }) => document === id)).toEqual(
        alone.contested[0]!.cells[0]
      );
    }
  });

  it('differ by later minus earlier, in every voice', () => {
    const {
      before: x,
      after: y,
      differences
    } = new RevisionAudits(knowledge, hash).of({ before, after, claims });
    let compared = 0;
    for (const { id, whole } of metrics) {
      const [was, is] = [x.metrics[id]!, y.metrics[id]!];
      if (whole) expect(differences[id]).toBeUndefined();
      if (!('value' in was) || !('value' in is) || whole) continue;
      expect(differences[id]!.all!.difference).toBeCloseTo(is.value - was.value, 3);
      for (const voice of ['author', 'attributed'] as const) {
        if (was[voice].value === null || is[voice].value === null) continue;
        expect(differences[id]![voice]!.difference).toBeCloseTo(is[voice].value - was[voice].value, 3);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(8);
    expect(differences['loaded-language']!.all).toMatchObject({ changed: 2, sentences: 48 });
  });

  it('the same text twice differs in nothing', () => {
    const { differences } = new RevisionAudits(knowledge, hash).of({ before, after: before, claims: [] });
    for (const { all } of Object.values(differences)) {
      expect(all).toMatchObject({ difference: 0, interval: [0, 0], changed: 0 });
    }
  });

  it('get the same answer whatever was asked before', () => {
    const kept = new RevisionAudits(knowledge, hash);
    kept.of({ before, after: long(2), claims: [] });
    kept.of({ before: long(3), after, claims });
    for (const later of [after, before, long(5)]) {
      expect(kept.of({ before, after: later, claims })).toEqual(
        new RevisionAudits(knowledge, hash).of({ before, after: later, claims })
      );
    }
  });

  it('too short to be measured have no difference', () => {
    const { before: x, differences } = new RevisionAudits(knowledge, hash).of({
      before: 'Words.',
      after: 'Other words. And more.',
      claims: []
    });
    const short = Object.entries(x.metrics).filter(([, result]) => !('value' in result));
    expect(short.length).toBeGreaterThan(0);
    for (const [id] of short) expect(differences[id]?.all ?? null).toBeNull();
  });
});

describe('the interval of a difference', () => {
  /** Counts the word "grim" per 1,000 words: a rate as the word lists give it. */
  const grim: Metric = {
    ...listRate('none'),
    id: 'grim',
    label: 'Grim',
    version: 1,
    question: '',
    method: '',
    limits: '',
    source: '',
    minimumWords: 0,
    measure: ({ firstToken, tokenEnd }, { document }) => {
      const words = document.tokens.slice(firstToken, tokenEnd).filter(({ word }) => word);
      const hits = words.filter(({ normal }) => normal === 'grim').length;
      return { sums: { base: words.length, value: hits }, evidence: [] };
    }
  };

  it('holds what such edits do on average, in texts of sentences of many lengths', () => {
    const random = randomStream('edits of sentences');
    const chance = (share: number) => random.below(1000) < 1000 * share;
    let held = 0;
    let told = 0;
    let beyond = 0;
    // Two of ten sentences hold the word; a quarter of those loses it, and one in twenty of the others gains it.
    const sentence = () =>
      `The ${'old '.repeat(1 + random.below(9))}road is ${chance(0.2) ? 'grim' : 'long'} here.`;
    const edited = (words: string) =>
      words.includes('grim')
        ? chance(0.25)
          ? words.replace('is grim', 'is quite long')
          : words
        : chance(0.05)
          ? words.replace('long', 'grim')
          : words;
    // Words per sentence: 10 on average (5 and 1 to 9 "old"); those that lose the word gain one.
    const truth = 1000 * ((0.2 * 0.75 + 0.8 * 0.05) / (10 + 0.2 * 0.25) - 0.2 / 10);
    for (let round = 0; round < 150; round++) {
      const sentences = Array.from({ length: 90 }, sentence);
      const [before, after] = [sentences, sentences.map(edited)].map((list) =>
        readText(list.join(' '), knowledge)
      );
      const { interval } = pairedDifferences(before!, after!, knowledge, [grim])['grim']!.all!;
      if (!interval) continue;
      told++;
      if (interval[0] <= truth && truth <= interval[1]) held++;
      if (interval[0] > 0 || interval[1] < 0) beyond++;
    }
    expect(told).toBeGreaterThan(140);
    expect(held / told).toBeGreaterThan(0.92);
    expect(beyond / told).toBeLessThan(0.15);
  });
});
