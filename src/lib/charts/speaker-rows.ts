/** Who gets to speak in many sources at once: a row for each speaker, all sources together. */
import { formatNumber, formatShare, plural } from '$lib/view/format';
import type { SpeakerRow } from '$lib/view/speakers';
import type { ChartPiece, Palette } from './chart-piece';
import { rowChart } from './divergence-dots';
import { MOST_SPEAKERS } from './speaker-matrix';

/** Share of all words, with the number of sources that give the speaker any; the table leads to single sources. */
export function speakerRowsChart(
  speakers: readonly SpeakerRow[],
  allWords: number,
  table: ChartPiece['table'],
  palette: Palette
): ChartPiece {
  const rows = speakers.slice(0, MOST_SPEAKERS);
  const share = ({ words }: SpeakerRow) => (allWords === 0 ? 0 : words / allWords);
  const spoken = (at: number) => {
    const row = rows[at];
    if (!row) return '';
    const giving = row.shares.filter(({ words }) => words > 0).length;
    return `${row.name}: ${formatShare(share(row))} of all words, ${formatNumber(row.words, 0)} of ${plural(allWords, 'word')}, in ${giving} of ${plural(row.shares.length, 'source')}`;
  };
  return {
    title: 'Whose words do the sources report?',
    rows: rows.length,
    config: rowChart(
      {
        dots: rows.map((row) => ({
          value: share(row),
          interval: null,
          colour: palette.ink,
          filled: true
        })),
        labels: rows.map(({ name }) => ({ text: name, colour: palette.ink })),
        axis: {
          title: `% of all words · n = ${formatNumber(allWords, 0)} words`,
          fromZero: true,
          format: formatShare
        },
        spoken
      },
      palette
    ),
    marks: rows.map(({ id, shares }, index) => ({
      datasetIndex: 0,
      index,
      summary: spoken(index),
      target: { kind: 'speaker', speaker: id, document: null },
      sources: shares.flatMap(({ document, words }) => (words > 0 ? [document] : []))
    })),
    table
  };
}
