/** The pairs that share most, where sources are too many for a map of all pairs. */
import { formatNumber, formatShare } from '$lib/view/format';
import type { ChartPiece, Palette } from './chart-piece';
import { rowChart } from './divergence-dots';
import { pairsOf, pairTable, pairWords } from './overlap-matrix';
import type { OverlapOf } from './pair-cells';

/** Pairs drawn; the table holds all of them. */
export const MOST_PAIRS = 16;

/**
 * A dot for the share of each of the pairs that share most, a bar for its 95 % interval; the table says the same of
 * all pairs.
 */
export function overlapPairs(slice: OverlapOf, palette: Palette): ChartPiece {
  const pairs = pairsOf(slice).sort((a, b) => b.share - a.share || b.pair.shared - a.pair.shared);
  const drawn = pairs.filter(({ pair }) => pair.shared > 0).slice(0, MOST_PAIRS);
  const spoken = (at: number) => {
    const pair = drawn[at];
    return pair ? pairWords(pair) : '';
  };
  const n = slice.claims === undefined ? '' : ` · n = ${formatNumber(slice.claims, 0)} claims in all`;
  return {
    title: 'Which pairs share most?',
    rows: drawn.length,
    config: rowChart(
      {
        dots: drawn.map(({ share, pair }) => ({
          value: share,
          interval: pair.interval,
          colour: palette.ink,
          filled: true
        })),
        labels: drawn.map(({ column, row }) => ({
          text: `${column.letter}, ${row.letter}`,
          colour: palette.ink,
          letter: true
        })),
        axis: { title: `shared, % of all claims the two make${n}`, fromZero: true, format: formatShare },
        spoken
      },
      palette
    ),
    marks: drawn.map(({ pair }, index) => ({
      datasetIndex: 0,
      index,
      summary: spoken(index),
      target: { kind: 'overlap', a: pair.a, b: pair.b }
    })),
    table: pairTable(pairs)
  };
}
