/** Distinctive words by whose words they stand in. */
import type { Voice } from '$lib/analysis/audit-schema';
import { formatNumber } from '$lib/view/format';
import { usesWords } from '$lib/view/keyness';
import type { KeynessSlice } from '$lib/view/slices-words';
import type { Source } from '$lib/view/sources';
import type { VoiceChoice } from '$lib/view/url-state';
import { VOICE_SHAPES, colourOf, type ChartPiece, type Palette } from './chart-piece';
import { rowChart } from './divergence-dots';
import { keynessTable, MOST_WORDS, wordLabel, wordMarks, wordRows } from './keyness-words';

/** How far the two voices of a word stand from the middle of its row. */
const VOICE_OFFSET = 0.2;

/**
 * Uses of each word in the voices that are chosen: circle for the author’s own words, diamond for attributed ones,
 * hollow for none. Counted, not estimated, so there is no interval.
 *
 * @param words in the order they are drawn; those that were not counted by voice are left out
 * @param from the first word that is drawn
 */
export function keynessVoices(
  words: readonly KeynessSlice[],
  sources: readonly Source[],
  choice: VoiceChoice,
  palette: Palette,
  from = 0
): ChartPiece {
  const voices: readonly Voice[] =
    choice === 'author' || choice === 'attributed' ? [choice] : ['author', 'attributed'];
  const rows = wordRows(words, sources)
    .flatMap(({ word, source }) => (word.voices ? [{ word, source, counts: word.voices }] : []))
    .slice(from, from + MOST_WORDS);
  const dots = rows.flatMap(({ word, source, counts }, row) =>
    voices.map((voice) => {
      const offset = voices.length === 1 ? 0 : voice === 'author' ? -VOICE_OFFSET : VOICE_OFFSET;
      return { word, source, voice, uses: counts[voice], row: row + offset };
    })
  );
  const spoken = (at: number): string => {
    const dot = dots[at];
    if (!dot) return '';
    const whose = dot.voice === 'author' ? 'in the author’s own words' : 'attributed';
    return `${dot.source.letter}, “${dot.word.shown}”: ${dot.uses} ${whose}; ${usesWords(dot.word, 'all')}`;
  };
  return {
    title: 'In whose voice does a source use the words that set it apart?',
    reading: `${VOICE_SHAPES} Hollow: none.`,
    rows: rows.length,
    config: rowChart(
      {
        dots: dots.map(({ source, voice, uses, row }) => ({
          value: uses,
          interval: null,
          colour: colourOf(source, palette),
          filled: uses > 0,
          row,
          shape: voice === 'attributed' ? 'rectRot' : 'circle'
        })),
        labels: rows.map((row) => wordLabel(row, palette)),
        axis: {
          title: 'uses in this source',
          fromZero: true,
          format: (value) => (Number.isInteger(value) ? formatNumber(value, 0) : '')
        },
        spoken
      },
      palette
    ),
    marks: wordMarks(dots, spoken),
    table: keynessTable(words)
  };
}
