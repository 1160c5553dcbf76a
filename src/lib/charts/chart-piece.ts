/** What a chart function gives: a configuration to draw, the same in a table, and the marks a reader can walk. */
import type { ChartConfiguration } from 'chart.js';
import type { EvidenceTarget } from '$lib/view/evidence';

/** The colours a chart is drawn in; read from the page's custom properties, so that it follows the theme. */
export interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly paper: string;
  /** One colour for every slot of `sourceClass`. */
  readonly sources: readonly string[];
  /** Red, green and blue of the heat scale, 0 to 255. */
  readonly heat: readonly [number, number, number];
}

/** What server-rendered pages and tests draw with. */
export const LIGHT_PALETTE: Palette = {
  ink: '#1f1c18',
  soft: '#5a544b',
  rule: '#ddd6c9',
  paper: '#fcfaf5',
  sources: ['#0072b2', '#d55e00', '#009e73', '#b0588a', '#c98600', '#3a9bd0', '#a39a00', '#5b5b5b'],
  heat: [29, 79, 124]
};

/** The colour that a source has in every chart. */
export function colourOf(source: { readonly slot: number }, palette: Palette): string {
  return palette.sources[source.slot] ?? palette.ink;
}

/** A mark on the canvas: where it is, how it is spoken, and what stands behind it. */
export interface ChartMark {
  readonly datasetIndex: number;
  readonly index: number;
  readonly summary: string;
  /** Null for a mark that counts over many claims at once and has no words of its own. */
  readonly target: EvidenceTarget | null;
  /** The documents it speaks of, where the target does not say. */
  readonly sources?: readonly string[];
  /** For a mark that counts over many sources: the place of the first of them in the order of the chart. */
  readonly from?: number;
}

export interface TableColumn {
  readonly label: string;
  readonly numeric: boolean;
}

export interface TableRow {
  /** Document ids whose badges head the row. */
  readonly sources: readonly string[];
  /** Heads a row that is not about single sources. */
  readonly name?: string;
  readonly cells: readonly string[];
  readonly target: EvidenceTarget | null;
}

export interface ChartTable {
  readonly caption: string;
  /** The first column names the sources; the cells of a row fill the others. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface ChartPiece {
  /** The question the chart answers. */
  readonly title: string;
  readonly config: ChartConfiguration;
  /** What its shapes mean, for a picture that leaves the page and its key behind. */
  readonly reading?: string;
  readonly table: ChartTable;
  readonly marks: readonly ChartMark[];
  /** Rows on the vertical axis; the drawing takes its height from this. */
  readonly rows: number;
}

/** What the shapes of the voices are. */
export const VOICE_SHAPES = 'Circles: the author’s own words; diamonds: attributed words.';
export const INTERVAL_BARS = 'Bars: 95% intervals.';

/** The same font the page's small print has. */
export const CHART_FONT =
  "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif";

/** A mark as Chart.js points at it. */
type PointedAt = Pick<ChartMark, 'datasetIndex'> & { readonly dataIndex: number };

/** Longest line of a tooltip, in characters: a chart on a telephone is no wider, and what stands outside it is cut. */
const TOOLTIP_LINE = 42;

/** Breaks a line between words where it is too long. */
function broken(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < TOOLTIP_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * No legend, since sources are named on the axis, and a tooltip that says what the mark says when spoken, in the
 * colours of the page the other way round.
 */
export function spokenTooltip(label: (item: PointedAt) => string | string[], { ink, paper }: Palette) {
  return {
    legend: { display: false },
    tooltip: {
      displayColors: false,
      backgroundColor: ink,
      bodyColor: paper,
      callbacks: {
        title: () => '',
        label: (item: PointedAt) => [label(item)].flat().flatMap(broken)
      }
    }
  };
}
