/** How well the numbers agree with people, in words and tables. */
import { formatNumber } from './format';

/** A figure to read a score against. */
export interface ScoreReference {
  readonly label: string;
  readonly value: number;
  /** False where it is another measure: said in words, not drawn. */
  readonly sameScale: boolean;
}

/** One score on public data that people have annotated. */
export interface ValidityRow {
  readonly task: string;
  /** Metric ids, or the part of the engine that is no metric: `voice`, `stance`, `actors`, `across`. */
  readonly validates: readonly string[];
  readonly data: string;
  readonly measure: string;
  readonly gold: string;
  readonly score: number;
  /** The score on the rows that shipped weights were fitted on; null when none were. */
  readonly seen: number | null;
  /** `score` is of rows that the weights had not seen. */
  readonly crossValidated: boolean;
  readonly interval: readonly [number, number] | null;
  readonly n: number;
  /** What n counts. */
  readonly of: string;
  readonly floor: readonly ScoreReference[];
  readonly published: readonly ScoreReference[];
  readonly goal: number | null;
  readonly note: string | null;
}

export interface PlainTable {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  /** The first cell heads its row. */
  readonly rows: readonly (readonly string[])[];
}

/** What experts themselves reach, for loaded wording. */
export const EXPERT_AGREEMENT =
  'Experts who label biased language agree among themselves only weakly: Krippendorff’s α is about .42 (Spinde et al. 2021); .667 counts as tentative, .800 as good.';

export const UNCHECKED = 'Not yet checked against people’s judgement.';

/** A score between -1 and 1 as the field prints it: .60, .745. */
export function formatScore(score: number): string {
  const digits = Math.abs(score).toFixed(3).replace(/0$/, '').replace(/^0/, '');
  return `${score < 0 && Number(digits) !== 0 ? '−' : ''}${digits}`;
}

/** The scores that concern a metric or a part of the engine. */
export function validityOf(id: string, rows: readonly ValidityRow[]): ValidityRow[] {
  return rows.filter(({ validates }) => validates.includes(id));
}

const listed = (references: readonly ScoreReference[]): string =>
  references.map(({ label, value }) => `${label} ${formatScore(value)}`).join(', ');

/** The highest of the simple methods. */
function bestFloor(row: ValidityRow): ScoreReference | null {
  return row.floor.reduce<ScoreReference | null>(
    (best, item) => (item.sameScale && (!best || item.value > best.value) ? item : best),
    null
  );
}

function againstFloor(row: ValidityRow): string | null {
  const floor = bestFloor(row);
  if (!floor) return null;
  const named = floor.label === 'floor' ? '' : ` (${floor.label})`;
  // Without an interval nothing says how sure the difference is: the two figures only stand beside each other.
  if (!row.interval) return `where simple methods reach ${formatScore(floor.value)}${named}`;
  const at = `what simple methods reach, ${formatScore(floor.value)}${named}`;
  const [low, high] = row.interval;
  if (high < floor.value) return `below ${at}`;
  return low > floor.value ? `above ${at}` : `not clearly above ${at}`;
}

/** Score, interval and n: "Pearson r = .596 (95% interval .569 to .621) on 2,398 sentences". */
function scoreWords(row: ValidityRow): string {
  const interval = row.interval
    ? ` (95% interval ${formatScore(row.interval[0])} to ${formatScore(row.interval[1])})`
    : '';
  return `${row.measure} = ${formatScore(row.score)}${interval} on ${formatNumber(row.n, 0)} ${row.of}`;
}

/** Why a score stands without an interval; nothing where it has one. */
function withoutInterval({ interval, crossValidated }: ValidityRow): string | null {
  if (interval !== null) return null;
  return crossValidated
    ? 'It has no interval: only the score of the parts left out is kept, not the answers to their rows.'
    : 'It has no interval: no formula gives one for this kind of mean, and its rows were not drawn anew.';
}

/** What fitting on the very data does to a score; nothing where nothing was fitted. */
function fittedWords({ seen, crossValidated }: ValidityRow): string | null {
  if (seen === null) return null;
  return crossValidated
    ? `Weights that ship were fitted on this data, so this is the score on parts of it that were left out of the fitting; on the rows it has seen it is ${formatScore(seen)}.`
    : 'Weights that ship were fitted on this very data: on new text the agreement is lower, and the score proves little.';
}

/** One score in plain sentences: what it is held against, how good it is, what others reach, what is aimed at. */
export function validitySentence(row: ValidityRow): string {
  const fitted = fittedWords(row);
  const proves = row.seen === null || row.crossValidated;
  const floor = proves ? againstFloor(row) : null;
  const sentences = [`Held against ${row.gold}: ${scoreWords(row)}${floor ? `, ${floor}` : ''}.`];
  const without = withoutInterval(row);
  if (without !== null) sentences.push(without);
  if (fitted !== null) sentences.push(fitted);
  if (proves && row.goal !== null) {
    const reached = row.score >= row.goal ? 'reached' : 'not reached';
    sentences.push(`The goal of ${formatScore(row.goal)} is ${reached}.`);
  }
  if (row.published.length > 0) sentences.push(`For comparison: ${listed(row.published)}.`);
  if (row.note !== null) sentences.push(row.note);
  return sentences.join(' ');
}

/**
 * The same as the chart, in figures.
 *
 * @param subject what the scores concern, for the caption
 */
export function validityTable(rows: readonly ValidityRow[], subject: string): PlainTable {
  const references = (items: readonly ScoreReference[]): string =>
    items
      .map(({ label, value }) => (label === 'floor' ? formatScore(value) : `${label} ${formatScore(value)}`))
      .join('; ') || '–';
  return {
    caption: `${subject}: agreement with people on public, annotated data.`,
    columns: [
      { label: 'Data', numeric: false },
      { label: 'Measure', numeric: false },
      { label: 'Parallax', numeric: true },
      { label: '95% interval', numeric: true },
      { label: 'n', numeric: true },
      { label: 'Simple methods', numeric: false },
      { label: 'Published', numeric: false },
      { label: 'Goal', numeric: true }
    ],
    rows: rows.map((row) => [
      row.data,
      row.measure,
      `${formatScore(row.score)}${row.seen === null ? '' : row.crossValidated ? ', cross-validated' : ', fitted on it'}`,
      row.interval ? `${formatScore(row.interval[0])} to ${formatScore(row.interval[1])}` : 'none',
      `${formatNumber(row.n, 0)} ${row.of}`,
      references(row.floor),
      references(row.published),
      row.goal === null ? '–' : formatScore(row.goal)
    ])
  };
}
