/** The table of a chart as a file that spreadsheets open. */
import { sourceIndex, type Source } from '$lib/view/sources';
import type { ChartTable } from './chart-piece';

/** A spreadsheet would run text that begins like a formula; the true minus sign of a number does not. */
const FORMULA = /^[=+\-@\t\r]/;
/** A signed number is no formula. */
const NUMBER = /^[+-]?[\d.,]+%?$/;

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as CSV (RFC 4180) with a head; sources by letter and label. */
export function chartCsv(table: ChartTable, sources: readonly Source[]): string {
  const index = sourceIndex(sources);
  const named = (ids: readonly string[]) =>
    ids
      .map((id) => {
        const source = index.get(id);
        return source ? (ids.length === 1 ? `${source.letter}: ${source.label}` : source.letter) : id;
      })
      .join(' + ');
  const lines = [
    table.columns.map(({ label }) => label),
    ...table.rows.map((row) => [row.name ?? named(row.sources), ...row.cells])
  ];
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
