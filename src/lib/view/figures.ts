/** Every figure and date of an audit, and which texts name it. */
import type { Audit, FigureAudit, SegmentAudit } from '$lib/analysis/audit-schema';
import { differingRows } from './figures-differing';
import { FIGURE_KINDS, type FigureFilter } from './figures-filter';
import { folded, searchWords } from './search-words';
import { contextOf } from './evidence';
import type { SourceInput } from './sources';

/** One place where a text names a figure. */
export interface FigureMention extends Pick<FigureAudit, 'start' | 'end' | 'quote'> {
  readonly document: string;
}

/** A figure by its value and unit: one row, however often and by whomever it is named. */
export interface FigureEntry extends Pick<FigureAudit, 'kind' | 'unit' | 'low' | 'high' | 'date'> {
  readonly key: string;
  /** In document order, then text order. */
  readonly mentions: readonly FigureMention[];
  /** In document order. */
  readonly documents: readonly string[];
  /**
   * Others that name the same number of other people ("7 fans"), the same from 13 on with another unit or none, or a date that goes less
   * far or further ("May 2014" beside "5 May 2014").
   */
  readonly elsewhere: readonly string[];
  /** Rows of the same unit by which other texts name other numbers, where a text names few: 30 trains, 90 trains. */
  readonly differing: readonly string[];
}

/** Shares such as two thirds are told to two decimals. */
const round = (value: number | null): number | null => value && Math.round(value * 100) / 100;

const keyOf = ({ kind, unit, low, high, date }: FigureAudit): string =>
  [kind, unit ?? '', date ?? [round(low), round(high)].join('..')].join(' ');

/** Kinds whose numbers may be told without their unit. */
const PLAIN: ReadonlySet<FigureAudit['kind']> = new Set(['people', 'count', 'number', 'span', 'age']);
/** Smaller numbers stand in every text, and mean nothing by themselves. */
const LEAST_ALIKE = 13;

/** What different rows have in common that may be one figure, told otherwise; empty for what stands alone. */
function likenessesOf({ kind, low, high, date }: FigureAudit): string[] {
  const value = `${low}..${high}`;
  const alike: string[] = [];
  // "Seven people" may be "seven travellers".
  if (kind === 'people') alike.push(`people ${value}`);
  if (PLAIN.has(kind) && (low ?? 0) >= LEAST_ALIKE) alike.push(value);
  // A date without its month may be any of a year's.
  const month = date === null ? undefined : /^(?:\d{4}|-)-(\d\d)/u.exec(date)?.[1];
  if (month !== undefined) alike.push(`month ${month}`);
  return alike;
}

/** Whether two dates say the same as far as both go. */
function datesAgree(a: string, b: string): boolean {
  const parts = (date: string) => date.replace(/^--/u, '-').split('-');
  const [x, y] = [parts(a), parts(b)];
  return [0, 1, 2].every((i) => !x[i] || !y[i] || x[i] === y[i]);
}

interface Collected {
  readonly figure: FigureAudit;
  readonly mentions: FigureMention[];
  readonly documents: Set<string>;
}

function collect(audit: Audit): Map<string, Collected> {
  const rows = new Map<string, Collected>();
  for (const { id, figures } of audit.documents) {
    for (const figure of figures ?? []) {
      const key = keyOf(figure);
      const { start, end, quote } = figure;
      let row = rows.get(key);
      if (!row) rows.set(key, (row = { figure, mentions: [], documents: new Set() }));
      row.mentions.push({ document: id, start, end, quote });
      row.documents.add(id);
    }
  }
  return rows;
}

const ENTRIES = new WeakMap<Audit, readonly FigureEntry[]>();

/** All figures of an audit in the order in which the texts first name them; made once for an audit. */
export function figureEntries(audit: Audit): readonly FigureEntry[] {
  const known = ENTRIES.get(audit);
  if (known) return known;
  const order = audit.documents.map(({ id }) => id);
  const rows = collect(audit);
  const alike = new Map<string, Collected[]>();
  for (const row of rows.values()) {
    for (const likeness of likenessesOf(row.figure)) {
      const group = alike.get(likeness);
      if (group) group.push(row);
      else alike.set(likeness, [row]);
    }
  }
  const elsewhereOf = (row: Collected): string[] => {
    const others = new Set<string>();
    for (const other of likenessesOf(row.figure).flatMap((likeness) => alike.get(likeness) ?? [])) {
      const [a, b] = [row.figure.date, other.figure.date];
      if (a !== null && (b === null || !datesAgree(a, b))) continue;
      for (const id of other.documents) if (!row.documents.has(id)) others.add(id);
    }
    return order.filter((id) => others.has(id));
  };
  const differing = differingRows(rows);
  const entries = [...rows].map(([key, row]): FigureEntry => {
    const { kind, unit, low, high, date } = row.figure;
    const documents = order.filter((id) => row.documents.has(id));
    return {
      key,
      kind,
      unit,
      low: round(low),
      high: round(high),
      date,
      mentions: row.mentions,
      documents,
      elsewhere: elsewhereOf(row),
      differing: differing.get(key) ?? []
    };
  });
  ENTRIES.set(audit, entries);
  return entries;
}

/** True where no other text names a figure, not even with another unit. */
export const isAlone = ({ documents, elsewhere }: FigureEntry): boolean =>
  documents.length === 1 && elsewhere.length === 0;

/** Dates without a year come after those with one. */
const dateOrder = ({ date }: FigureEntry): string => (date?.startsWith('--') ? `~${date}` : (date ?? ''));

/** The figures of a kind and unit, least first, those units first that most texts name. */
function byKind(entries: readonly FigureEntry[]): FigureEntry[] {
  const named = new Map<string, { documents: Set<string>; mentions: number }>();
  const unitOf = ({ kind, unit }: FigureEntry) => `${kind} ${unit ?? ''}`;
  for (const entry of entries) {
    const key = unitOf(entry);
    const known = named.get(key) ?? { documents: new Set(), mentions: 0 };
    named.set(key, known);
    for (const id of entry.documents) known.documents.add(id);
    known.mentions += entry.mentions.length;
  }
  const place = new Map(FIGURE_KINDS.map(({ id }, index) => [id, index]));
  const compare = (a: FigureEntry, b: FigureEntry): number => {
    const [x, y] = [named.get(unitOf(a))!, named.get(unitOf(b))!];
    const [dateA, dateB] = [dateOrder(a), dateOrder(b)];
    return (
      place.get(a.kind)! - place.get(b.kind)! ||
      y.documents.size - x.documents.size ||
      y.mentions - x.mentions ||
      Number(unitOf(a) > unitOf(b)) - Number(unitOf(a) < unitOf(b)) ||
      Number(dateA > dateB) - Number(dateA < dateB) ||
      (a.low ?? 0) - (b.low ?? 0) ||
      (a.high ?? 0) - (b.high ?? 0)
    );
  };
  return [...entries].sort(compare);
}

/** In the order of one text, or of all of them one after the other. */
function byText(entries: readonly FigureEntry[], by: string | null, order: readonly string[]): FigureEntry[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const first = ({ mentions }: FigureEntry) =>
    mentions.find(({ document }) => by === null || document === by) ?? mentions[0]!;
  return entries
    .map((entry) => ({ entry, at: first(entry) }))
    .sort((a, b) => place.get(a.at.document)! - place.get(b.at.document)! || a.at.start - b.at.start)
    .map(({ entry }) => entry);
}

const SENTENCES = new WeakMap<FigureMention, string>();

/** The sentence around a figure, as a search reads it; cut out once, however often a reader types. */
function sentenceOf(mention: FigureMention, texts: ReadonlyMap<string, string>): string {
  const known = SENTENCES.get(mention);
  if (known !== undefined) return known;
  const { before, after } = contextOf(texts.get(mention.document) ?? '', mention);
  const sentence = folded(before + mention.quote + after);
  SENTENCES.set(mention, sentence);
  return sentence;
}

function fits(entry: FigureEntry, reach: FigureFilter['reach']): boolean {
  if (reach === 'any') return true;
  return reach === 'differ' ? entry.differing.length > 0 : isAlone(entry) === (reach === 'one');
}

/** The figures that a filter leaves, in its order; `documents` as for `claimsSlice`. */
export function filterFigures(
  audit: Audit,
  documents: readonly SourceInput[],
  { search, kind, by, reach, sort }: FigureFilter
): FigureEntry[] {
  const words = searchWords(search);
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const says = (mention: FigureMention): boolean => {
    const sentence = sentenceOf(mention, texts);
    return words.every((word) => sentence.includes(word));
  };
  const found = figureEntries(audit).filter(
    (entry) =>
      (kind === null || entry.kind === kind) &&
      (by === null || entry.documents.includes(by)) &&
      fits(entry, reach) &&
      (words.length === 0 || entry.mentions.some(says))
  );
  return sort === 'text'
    ? byText(
        found,
        by,
        audit.documents.map(({ id }) => id)
      )
    : byKind(found);
}

/** Whose words a place of a text is in; null for headings, which are nobody's. */
export function voiceAt(
  segments: readonly SegmentAudit[],
  start: number
): Pick<SegmentAudit, 'voice' | 'holder'> | null {
  return segments.find((segment) => segment.start <= start && start < segment.end) ?? null;
}
