import type { Audit, Estimate, MetricResult } from '$lib/analysis/audit-schema';

/** A part of an audit, or some members of it. */
type Some<Part extends 'documents' | 'contested'> = {
  readonly [Name in Part]: readonly Audit[Name][number][];
};

export type Cell = string | number | boolean | null;

/** A spreadsheet would run text that begins like a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV (RFC 4180), UTF-8, with a header row. Missing is an empty cell. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function metricRows(document: string, metric: string, result: MetricResult): Cell[][] {
  if (!('value' in result)) {
    return [[document, metric, 'all', result.status, null, null, null, null, null, result.reason]];
  }
  const row = (voice: string, { value, interval, base }: Estimate): Cell[] => [
    document,
    metric,
    voice,
    result.status,
    value,
    interval?.[0] ?? null,
    interval?.[1] ?? null,
    base,
    result.unit,
    null
  ];
  return [
    row('all', result),
    row('author', result.author),
    row('attributed', result.attributed),
    ...(result.parts ?? []).map((part) => row(`part:${part.id}`, { ...part, base: result.base }))
  ];
}

/** Both ends of an interval, empty when there is none. */
export function ends(interval: readonly [number, number] | null | undefined): [Cell, Cell] {
  return [interval?.[0] ?? null, interval?.[1] ?? null];
}

/** Every metric of every document: one row for all words, each voice and each part. */
export function metricsCsv({ documents }: Some<'documents'>): string {
  return csv(
    ['document', 'metric', 'voice', 'status', 'value', 'low', 'high', 'base', 'unit', 'reason'],
    documents.flatMap(({ id, metrics }) =>
      Object.entries(metrics).flatMap(([metric, result]) => metricRows(id, metric, result))
    )
  );
}

/** Every statement with whose words it is. Offsets are UTF-16 code units. */
export function statementsCsv({ documents }: Some<'documents'>): string {
  return csv(
    [
      'document',
      'statement',
      'start',
      'end',
      'voice',
      'holder',
      'certainty',
      'polarity',
      'checkable',
      'quote',
      'who',
      'did',
      'whom',
      'when',
      'from',
      'to',
      'where',
      'howMany'
    ],
    documents.flatMap(({ id, statements }) =>
      statements.map((s): Cell[] => [
        id,
        s.id,
        s.start,
        s.end,
        s.voice,
        s.holder,
        s.certainty,
        s.polarity,
        s.checkable,
        s.quote,
        s.parts?.who?.quote ?? null,
        s.parts?.did?.quote ?? null,
        s.parts?.whom?.quote ?? null,
        s.parts?.when?.quote ?? null,
        s.parts?.when?.from ?? null,
        s.parts?.when?.to ?? null,
        s.parts?.where?.quote ?? null,
        s.parts?.howMany?.quote ?? null
      ])
    )
  );
}

/** What a reader says of a cell, beside the machine's answer and never in its place. */
interface Reading {
  readonly claim: string;
  readonly document: string;
  readonly stance: string;
  readonly reason: string;
}

/**
 * Every mention of a contested claim; a silent document has one row without a mention. What a reader said of a cell
 * stands in each of its rows.
 */
export function stancesCsv({ contested }: Some<'contested'>, readings: readonly Reading[] = []): string {
  const keyOf = (claim: string, document: string) => JSON.stringify([claim, document]);
  const byCell = new Map(readings.map((reading) => [keyOf(reading.claim, reading.document), reading]));
  return csv(
    [
      'claim',
      'statement',
      'document',
      'stance',
      'mixed',
      'start',
      'end',
      'voice',
      'holder',
      'polarity',
      'certainty',
      'score',
      'quote',
      'reading',
      'readingBecause'
    ],
    contested.flatMap(({ id, statement, cells }) =>
      cells.flatMap((cell): Cell[][] => {
        const about: Cell[] = [id, statement, cell.document, cell.stance, cell.mixed];
        const reading = byCell.get(keyOf(id, cell.document));
        const read: Cell[] = [reading?.stance ?? null, reading?.reason || null];
        if (cell.mentions.length === 0) return [[...about, ...Array<Cell>(8).fill(null), ...read]];
        return cell.mentions.map((m) => [
          ...about,
          m.start,
          m.end,
          m.voice,
          m.holder,
          m.polarity,
          m.certainty,
          m.score,
          m.quote,
          ...read
        ]);
      })
    )
  );
}

/** Every figure and date of every document; numbers as read, times of day in minutes. Offsets are UTF-16 code units. */
export function figuresCsv({ documents }: Some<'documents'>): string {
  return csv(
    ['document', 'start', 'end', 'kind', 'unit', 'low', 'high', 'date', 'bound', 'quote'],
    documents.flatMap(({ id, figures = [] }) =>
      figures.map(({ start, end, kind, unit, low, high, date, bound, quote }): Cell[] => [
        id,
        start,
        end,
        kind,
        unit,
        low,
        high,
        date,
        bound,
        quote
      ])
    )
  );
}
