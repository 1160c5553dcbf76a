/** The table of a chart as a file that spreadsheets open. */
import { sourceIndex, type Source } from '$lib/view/sources';
import type { ChartTable } from './chart-piece';

/** A spreadsheet would run text that begins like a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** A signed number is no formula. */
const NUMBER = /^[+-]?[\d.,]+%?$/;

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell of numbers holds, for a column of its own each. */
type Part = 'value' | 'low' | 'high' | 'of' | 'here' | 'elsewhere';
type Parts = Readonly<Partial<Record<Part, string>>>;
const PARTS: readonly Part[] = ['value', 'low', 'high', 'of', 'here', 'elsewhere'];

const ALONE = /^([+−-]?\d[\d.,]*%?)(?: \(none found\))?$/u;
const RANGE = /^(?:([+−-]?\d[\d.,]*%?) \()?([+−-]?\d[\d.,]*%?) to ([+−-]?\d[\d.,]*%?)\)?$/u;
const PAIR = /^([+−-]?\d[\d.,]*%?) (?:against|\/) ([+−-]?\d[\d.,]*%?)$/u;
const COUNTED = /^([+−-]?\d[\d.,]*%?) (\p{L}[\p{L} ]*)$/u;

/** As spreadsheets read numbers: no commas, no plus, and the hyphen for a minus sign. */
const plain = (figure: string) => figure.replaceAll(',', '').replace('+', '').replace('−', '-');

/** Takes apart what a page prints in one cell: "8.1 to 16.9", "3 (1 to 5)", "500 words". */
function partsOf(text: string): Parts {
  if (text === '–' || text === 'no interval') return {};
  const alone = ALONE.exec(text);
  if (alone) return { value: plain(alone[1]!) };
  const range = RANGE.exec(text);
  if (range) {
    const ends = { low: plain(range[2]!), high: plain(range[3]!) };
    return range[1] === undefined ? ends : { value: plain(range[1]), ...ends };
  }
  const pair = PAIR.exec(text);
  if (pair) return { here: plain(pair[1]!), elsewhere: plain(pair[2]!) };
  const counted = COUNTED.exec(text);
  return counted ? { value: plain(counted[1]!), of: counted[2]! } : { value: text };
}

/** One column of a page as the columns of a file, head first. */
function columnsOf(label: string, numeric: boolean, cells: readonly string[]): string[][] {
  if (!numeric) return [[label, ...cells]];
  const read = cells.map(partsOf);
  // Among ranges a number by itself is a range too: place 1 beside places 2 to 7.
  const ranges = read.some(({ value, low }) => value === undefined && low !== undefined);
  const parts = read.map((item) =>
    ranges && item.value !== undefined && item.low === undefined
      ? { low: item.value, high: item.value }
      : item
  );
  const held = PARTS.filter((part) => parts.some((item) => item[part] !== undefined));
  const kept = held.length === 0 ? (['value'] as const) : held;
  return kept.map((part) => [
    part === 'value' ? label : `${label}, ${part}`,
    ...parts.map((item) => item[part] ?? '')
  ]);
}

/** The table as CSV (RFC 4180) with a head; sources by letter and label, every number in a cell of its own. */
export function chartCsv(table: ChartTable, sources: readonly Source[]): string {
  const index = sourceIndex(sources);
  const named = (ids: readonly string[]) =>
    ids
      .map((id) => {
        const source = index.get(id);
        return source ? (ids.length === 1 ? `${source.letter}: ${source.label}` : source.letter) : id;
      })
      .join(' + ');
  const rows = table.rows.map((row) => [row.name ?? named(row.sources), ...row.cells]);
  const columns = table.columns.flatMap(({ label, numeric }, place) =>
    columnsOf(
      label,
      numeric && place > 0,
      rows.map((row) => row[place] ?? '')
    )
  );
  const lines = ['', ...rows].map((_, line) => columns.map((column) => column[line] ?? ''));
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** A file name from the chart's question: "how-many-claims-does-each-pair-share". */
export function chartFileName(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[’'\p{M}]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/gu);
  return (words ?? ['chart']).join('-').slice(0, 80);
}
