/** Cases about people and the course of a text: actors, speakers, tone. The numbers are invented. */
import type { Actor, Tone } from '$lib/analysis/audit-schema';
import { actorRoles } from '$lib/charts/actor-roles';
import { actorTone } from '$lib/charts/actor-tone';
import { speakerMatrix } from '$lib/charts/speaker-matrix';
import { speakerRowsChart } from '$lib/charts/speaker-rows';
import { toneArc } from '$lib/charts/tone-arc';
import type { Source } from '$lib/view/sources';
import type { SpeakerRow } from '$lib/view/speakers';
import type { ChartCase } from './chart-cases';

type Interval = [number, number];

const part = (
  document: string,
  mentions: number,
  [author, attributed]: [number | null, number | null],
  [agent, patient]: [number, number]
): Actor['documents'][number] => {
  const around = (value: number | null): Interval | null =>
    value === null ? null : [value - 0.2, value + 0.3];
  return {
    document,
    mentions,
    sentiment: { author, attributed },
    sentimentInterval: { author: around(author), attributed: around(attributed) },
    sentimentBase: { author: mentions - 3, attributed: 3 },
    agent,
    patient
  };
};

const mayor: Actor = {
  id: 'mayor',
  name: 'the mayor',
  aliases: [],
  kind: 'person',
  documents: [
    part('a', 8, [-0.3, 0.1], [4, 1]),
    part('b', 3, [0.4, null], [0, 2]),
    part('d', 5, [0, -0.4], [2, 3])
  ]
};

const speaker = (id: string, name: string, words: readonly number[]): SpeakerRow => ({
  id,
  name,
  otherNames: [],
  words: words.reduce((sum, count) => sum + count, 0),
  shares: ['a', 'b', 'c', 'd'].map((document, index) => ({
    document,
    words: words[index] ?? 0,
    passages: 2,
    base: 500,
    share: (words[index] ?? 0) / 500
  }))
});
const speakers = [
  speaker('mayor', 'the mayor', [90, 0, 20, 45]),
  speaker('critics', 'critics', [0, 60, 0, 10]),
  speaker('', 'somebody not named there', [15, 5, 5, 0])
];

const estimate = (value: number | null) => ({
  value,
  interval: value === null ? null : ([value - 0.25, value + 0.2] as Interval),
  base: value === null ? 0 : 60
});
const tone: Extract<Tone, { status: 'ok' }> = {
  status: 'ok',
  unit: '-1 to 1',
  p: 0.001,
  windows: [0.3, 0.1, -0.2, -0.5].map((value, index) => ({
    start: index * 100,
    end: index * 100 + 99,
    sentences: 6,
    value,
    interval: [value - 0.2, value + 0.2],
    base: 120,
    author: estimate(value + 0.1),
    attributed: estimate(index === 1 ? null : value - 0.1)
  }))
};

/** @param sources four, with the ids a to d */
export function peopleCases(sources: readonly Source[]): ChartCase[] {
  const options = { scale: [-0.8, 0.8] as const, texts: 2 };
  return [
    {
      name: 'actor-tone',
      width: 360,
      height: 174,
      draw: (palette) => actorTone(mayor, sources, 'both', palette)
    },
    { name: 'actor-roles', width: 360, height: 140, draw: (palette) => actorRoles(mayor, sources, palette) },
    {
      name: 'speaker-matrix',
      width: 400,
      height: 150,
      draw: (palette) => speakerMatrix(speakers, sources, palette)
    },
    {
      name: 'speaker-rows',
      width: 400,
      height: 140,
      draw: (palette) =>
        speakerRowsChart(speakers, 2000, speakerMatrix(speakers, sources, palette).table, palette)
    },
    {
      name: 'tone-arc',
      width: 360,
      height: 200,
      draw: (palette) => toneArc(tone, sources[0]!, { ...options, choice: 'all' }, palette)
    },
    {
      name: 'tone-arc-voices',
      width: 360,
      height: 200,
      draw: (palette) => toneArc({ ...tone, p: 0.6 }, sources[3]!, { ...options, choice: 'both' }, palette)
    }
  ];
}
