/** The words a source uses more than the others, with the interval of how much more. */
import { formatInterval, formatNumber, formatSigned, plural } from '$lib/view/format';
import { knowsVoices } from '$lib/view/keyness';
import type { KeynessSlice } from '$lib/view/slices-words';
import { sourceIndex, type Source } from '$lib/view/sources';
import { INTERVAL_BARS, colourOf, type ChartPiece, type ChartTable, type Palette } from './chart-piece';
import { rowChart } from './divergence-dots';
import { chanceWords } from './divergence-ranking';

/** Words drawn at once; the table holds all of them. */
export const MOST_WORDS = 24;

/** Each word with its source; words of sources that are not shown have no row. */
export function wordRows(
  words: readonly KeynessSlice[],
  sources: readonly Source[]
): { word: KeynessSlice; source: Source }[] {
  const index = sourceIndex(sources);
  return words.flatMap((word) => {
    const source = index.get(word.document);
    return source ? [{ word, source }] : [];
  });
}

/** What a row is called: the word, and the letter of its source. */
export function wordLabel({ word, source }: { word: KeynessSlice; source: Source }, palette: Palette) {
  return { text: `${word.shown}  ${source.letter}`, colour: palette.ink };
}

/** A mark for each dot, which leads to the uses of its word. */
export function wordMarks(
  dots: readonly { readonly word: KeynessSlice }[],
  spoken: (at: number) => string
): ChartPiece['marks'] {
  return dots.map(({ word }, position) => ({
    datasetIndex: 0,
    index: position,
    summary: spoken(position),
    target: { kind: 'term', term: word.term, document: word.document }
  }));
}

/** Uses in a thousand content words: "17.7 against 0.8". */
function rates({ count, elsewhere, base, elsewhereBase }: KeynessSlice): string {
  if (!base || !elsewhereBase) return '–';
  return `${formatNumber((count / base) * 1000)} against ${formatNumber((elsewhere / elsewhereBase) * 1000)}`;
}

/**
 * Log-odds with their intervals, the words of each source together.
 *
 * @param from the first word that is drawn
 */
export function keynessWords(
  words: readonly KeynessSlice[],
  sources: readonly Source[],
  palette: Palette,
  from = 0
): ChartPiece {
  const rows = wordRows(words, sources).slice(from, from + MOST_WORDS);
  const spoken = (at: number): string => {
    const row = rows[at];
    if (!row) return '';
    const { word, source } = row;
    return `${source.letter}, “${word.shown}”: ${word.count} here, ${word.elsewhere} in the others, log-odds ${formatSigned(word.logOdds)}, 95% interval ${formatInterval(word.interval)}${word.base ? `, n = ${plural(word.base, 'content word')}` : ''}`;
  };
  return {
    title: 'Which words does one source use more than the others?',
    reading: `${INTERVAL_BARS} Hollow: chance alone may give as much.`,
    rows: rows.length,
    config: rowChart(
      {
        dots: rows.map(({ word, source }) => ({
          value: word.logOdds,
          interval: word.interval,
          colour: colourOf(source, palette),
          filled: word.significant
        })),
        labels: rows.map((row) => wordLabel(row, palette)),
        axis: {
          title: 'log-odds; 0: as often as the others',
          fromZero: true,
          format: (value) => formatNumber(value)
        },
        spoken
      },
      palette
    ),
    marks: wordMarks(rows, spoken),
    table: keynessTable(words)
  };
}

/** The words in a table; where they were counted by voice, with that. */
export function keynessTable(words: readonly KeynessSlice[]): ChartTable {
  const byVoice = knowsVoices(words);
  return {
    caption: `Uses here${byVoice ? ', by voice,' : ''} and in all the others together, as counts and in a thousand content words, with log-odds, 95% interval and the least false discovery rate.`,
    columns: [
      { label: 'Source', numeric: false },
      { label: 'Word', numeric: false },
      { label: 'Here', numeric: true },
      ...(byVoice
        ? [
            { label: 'Author’s own', numeric: true },
            { label: 'Attributed', numeric: true }
          ]
        : []),
      { label: 'Others', numeric: true },
      { label: 'In a thousand words', numeric: true },
      { label: 'Log-odds', numeric: true },
      { label: '95% interval', numeric: true },
      { label: 'q', numeric: true }
    ],
    rows: words.map((word) => ({
      sources: [word.document],
      get cells() {
        return [
          word.shown,
          String(word.count),
          ...(byVoice && word.voices ? [String(word.voices.author), String(word.voices.attributed)] : []),
          String(word.elsewhere),
          rates(word),
          formatSigned(word.logOdds),
          formatInterval(word.interval),
          word.q === undefined ? '–' : chanceWords(word.q)
        ];
      },
      target: { kind: 'term', term: word.term, document: word.document }
    }))
  };
}
