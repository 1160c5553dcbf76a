/** The tone that each source aims at one actor, in its own words and in attributed ones, with its interval. */
import type { Plugin } from 'chart.js';
import type { Actor } from '$lib/analysis/audit-schema';
import { actorMarks, actorMarkWords, actorVoices, toneQuestion, type ActorMark } from '$lib/view/actors';
import { formatInterval, formatNumber, formatSigned } from '$lib/view/format';
import { sourceIndex, type Source } from '$lib/view/sources';
import type { VoiceChoice } from '$lib/view/url-state';
import { INTERVAL_BARS, VOICE_SHAPES, colourOf, type ChartPiece, type Palette } from './chart-piece';
import { rowChart } from './divergence-dots';
import { rowNotes, type RowNote } from './row-notes';

/** How far the two voices of a source stand from the middle of its row. */
const VOICE_OFFSET = 0.2;
const VOICE_NAMES = { author: 'author’s own', attributed: 'attributed' } as const;

/** Only rows of sources that name the actor. */
export function actorTone(
  actor: Actor,
  sources: readonly Source[],
  choice: VoiceChoice,
  palette: Palette
): ChartPiece {
  const index = sourceIndex(sources);
  const marks = actorMarks(actor, choice).flatMap((mark) => {
    const source = index.get(mark.document);
    return source ? [{ mark, source }] : [];
  });
  const rows = [...new Set(marks.map(({ source }) => source))];
  const place = new Map(rows.map((source, row) => [source.id, row]));
  const apart = actorVoices(choice).length > 1;
  const rowOf = ({ document, voice }: ActorMark) =>
    (place.get(document) ?? 0) + (apart ? (voice === 'author' ? -VOICE_OFFSET : VOICE_OFFSET) : 0);
  const drawn = marks.filter(({ mark }) => mark.value !== null);
  const spoken = (at: number) => {
    const item = drawn[at];
    return item ? `${item.source.letter}, ${actorMarkWords(item.mark)}` : '';
  };
  const notes = rows.flatMap((source, row): RowNote[] =>
    drawn.some((item) => item.source === source) ? [] : [{ row, x: null, text: 'too few mentions to say' }]
  );
  const target = ({ document, voice }: ActorMark) =>
    ({ kind: 'actor', actor: actor.id, document, aspect: voice }) as const;
  const mentions = drawn.reduce((sum, { mark }) => sum + mark.mentions, 0);
  return {
    title: toneQuestion(actor),
    reading: `${VOICE_SHAPES} ${INTERVAL_BARS}`,
    rows: rows.length,
    config: rowChart(
      {
        dots: drawn.map(({ mark, source }) => ({
          value: mark.value ?? 0,
          interval: mark.interval,
          colour: colourOf(source, palette),
          filled: true,
          row: rowOf(mark),
          shape: mark.voice === 'attributed' ? 'rectRot' : 'circle'
        })),
        labels: rows.map((source) => ({ text: source.letter, colour: palette.ink, letter: true })),
        axis: {
          title: `tone aimed at it, −1 to 1 · n = ${formatNumber(mentions, 0)} mentions`,
          fromZero: true,
          ends: [-0.6, 0.6],
          format: (value) => formatNumber(value, 1)
        },
        spoken,
        plugins: [rowNotes(notes, palette) as Plugin<'scatterWithErrorBars'>]
      },
      palette
    ),
    marks: drawn.map(({ mark }, at) => ({
      datasetIndex: 0,
      index: at,
      summary: spoken(at),
      target: target(mark)
    })),
    table: {
      caption: `Mean tone aimed at ${actor.name}, −1 to 1, in each voice, with its 95% interval.`,
      columns: [
        { label: 'Source', numeric: false },
        { label: 'Whose words', numeric: false },
        { label: 'Tone, −1 to 1', numeric: true },
        { label: '95% interval', numeric: true },
        { label: 'n, mentions', numeric: true }
      ],
      rows: marks.map(({ mark }) => ({
        sources: [mark.document],
        cells: [
          VOICE_NAMES[mark.voice],
          mark.value === null ? 'too few mentions' : formatSigned(mark.value),
          mark.value === null ? '–' : formatInterval(mark.interval, (end) => formatNumber(end, 2)),
          formatNumber(mark.mentions, 0)
        ],
        target: target(mark)
      }))
    }
  };
}
