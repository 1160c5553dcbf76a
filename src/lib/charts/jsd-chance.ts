/** How far each source's choice of words is from the others', with what chance gives drawn behind it. */
import { againstTheRest, divergenceWords } from '$lib/view/divergence';
import { formatInterval, formatNumber, formatShare, plural } from '$lib/view/format';
import type { OverviewSlice } from '$lib/view/slices';
import type { WordDivergenceSlice } from '$lib/view/slices-words';
import { sourceIndex, type Source } from '$lib/view/sources';
import { colourOf, type ChartPiece, type Palette, type TableRow } from './chart-piece';
import { rowChart } from './divergence-dots';
import { chanceWords } from './divergence-ranking';

/** Sources drawn at once; the table holds all of them. */
export const MOST_ROWS = 24;

function spoken(row: WordDivergenceSlice, source: Source): string {
  return `${source.letter}, ${source.short}: ${divergenceWords(row)}${row.beyondChance ? '' : '; within what chance gives'}`;
}

/** From how many words the sources were counted: "261 to 1,040 content words". */
function wordsOf(rows: readonly { readonly row: WordDivergenceSlice }[]): string {
  const counts = rows.map(({ row }) => row.words[0]);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  return counts.length === 0
    ? 'no words'
    : `${fewest === most ? '' : `${formatNumber(fewest, 0)} to `}${plural(most, 'content word')}`;
}

function tableRow(row: WordDivergenceSlice): TableRow {
  return {
    sources: row.b === null ? [row.a] : [row.a, row.b],
    get cells() {
      return [
        row.b === null ? 'all others' : 'each other',
        formatNumber(row.jsd, 3),
        `${formatNumber(row.chance.median, 3)} (${formatInterval(row.chance.band, (value) => formatNumber(value, 3))})`,
        chanceWords(row.p),
        row.beyondChance ? 'yes' : 'no',
        `${formatShare(row.effect)} (${formatInterval(row.interval, formatShare)})`,
        `${formatNumber(row.words[0], 0)} / ${formatNumber(row.words[1], 0)}`
      ];
    },
    target: row.b === null ? { kind: 'vocabulary', document: row.a } : null
  };
}

/**
 * Each source against all the others: a dot for the Jensen-Shannon divergence, a band for what shuffling the
 * sentences between the two sides gives. Hollow where the dot is no further than chance.
 *
 * @param from of the furthest first, the first source that is drawn
 */
export function jsdChance(
  overview: Pick<OverviewSlice, 'wordDivergence' | 'sources'>,
  palette: Palette,
  from = 0
): ChartPiece {
  const index = sourceIndex(overview.sources);
  const rows = againstTheRest(overview)
    .flatMap((row) => {
      const source = index.get(row.a);
      return source ? [{ row, source }] : [];
    })
    .slice(from, from + MOST_ROWS)
    .sort((x, y) => x.source.index - y.source.index);
  const shuffles = rows[0]?.row.chance.permutations ?? 0;
  return {
    title: 'Whose choice of words stands apart from the others’?',
    reading: 'Bands: what shuffling the sentences gives. Hollow: no further than chance.',
    rows: rows.length,
    config: rowChart(
      {
        dots: rows.map(({ row, source }) => ({
          value: row.jsd,
          interval: null,
          colour: colourOf(source, palette),
          filled: row.beyondChance
        })),
        labels: rows.map(({ source }) => ({ text: source.letter, colour: palette.ink, letter: true })),
        bands: rows.map(({ row: { chance } }) => ({
          low: chance.band[0],
          middle: chance.median,
          high: chance.band[1]
        })),
        axis: {
          title: `Jensen-Shannon divergence, bits · n = ${wordsOf(rows)} · band: ${shuffles} shuffles`,
          fromZero: false,
          format: (value) => formatNumber(value, 2)
        },
        spoken: (at) => (rows[at] ? spoken(rows[at].row, rows[at].source) : '')
      },
      palette
    ),
    marks: rows.map(({ row, source }, position) => ({
      datasetIndex: 0,
      index: position,
      summary: spoken(row, source),
      target: { kind: 'vocabulary', document: row.a }
    })),
    table: {
      caption:
        'Jensen-Shannon divergence of the content words in bits, beside the median and 95% band of shuffled sentences.',
      columns: [
        { label: 'Source', numeric: false },
        { label: 'Against', numeric: false },
        { label: 'Divergence, bits', numeric: true },
        { label: 'Chance, median and 95% band', numeric: true },
        { label: 'p', numeric: true },
        { label: 'Beyond chance', numeric: false },
        { label: 'Of the way from chance to no word in common', numeric: true },
        { label: 'Words here / there', numeric: true }
      ],
      rows: overview.wordDivergence.map(tableRow)
    }
  };
}
