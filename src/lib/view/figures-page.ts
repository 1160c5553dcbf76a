/** What the page of figures needs: one page of rows, and the counts around it. */
import type { Audit } from '$lib/analysis/audit-schema';
import { contextOf, type Passage } from './evidence';
import { figureEntries, filterFigures, isAlone, voiceAt, type FigureEntry } from './figures';
import { FIGURE_KINDS, type FigureFilter, type FigureKind } from './figures-filter';
import { figureWords, unitWords } from './figures-words';
import { describeSources, type Source, type SourceInput } from './sources';

/** A place in its sentence, and how often the same text names the figure besides. */
export interface FigurePassage extends Passage {
  readonly more: number;
}

export interface FigureRow {
  readonly key: string;
  readonly kind: FigureKind;
  /** "35", "65 million", "4 May". */
  readonly figure: string;
  /** What it is a figure of: "people", "US dollars"; '' where that is not said. */
  readonly unit: string;
  readonly documents: readonly string[];
  readonly elsewhere: readonly string[];
  readonly alone: boolean;
  /** Other numbers of its unit, and the texts that name them. */
  readonly others: readonly { readonly figure: string; readonly documents: readonly string[] }[];
  /** The first place in each of the first texts that name it. */
  readonly passages: readonly FigurePassage[];
}

/** How many figures a source names, and how many of them no other does. */
export interface SourceFigures {
  readonly document: string;
  readonly figures: number;
  readonly alone: number;
}

export interface FiguresSlice {
  readonly sources: readonly Source[];
  readonly filter: FigureFilter;
  readonly totals: { readonly figures: number; readonly shared: number; readonly differing: number };
  readonly bySource: readonly SourceFigures[];
  /** Kinds that the texts name at all, with how many figures of each. */
  readonly kinds: readonly { readonly id: FigureKind; readonly name: string; readonly figures: number }[];
  /** Figures the filter leaves. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly FigureRow[];
  /** False for an audit that was made before figures were read. */
  readonly read: boolean;
}

/** Figures on one page of the list. */
export const FIGURES_PER_PAGE = 50;
/** Texts whose words stand in a row; the others are named. */
const MOST_PASSAGES = 4;
/** Other numbers of a unit that a row names. */
const MOST_OTHERS = 4;
/** Places whose unit is looked at for how it is written. */
const MOST_QUOTES = 8;

/** Other numbers of the unit, in the order of the list. */
function othersOf(entry: FigureEntry, byKey: ReadonlyMap<string, FigureEntry>): FigureRow['others'] {
  return entry.differing
    .flatMap((key) => byKey.get(key) ?? [])
    .sort((a, b) => (a.low ?? 0) - (b.low ?? 0))
    .slice(0, MOST_OTHERS)
    .map((other) => ({
      figure: figureWords(other),
      documents: other.documents.filter((id) => !entry.documents.includes(id))
    }));
}

function passagesOf(
  entry: FigureEntry,
  by: string | null,
  audit: Audit,
  texts: ReadonlyMap<string, string>
): FigurePassage[] {
  const shown = [...entry.documents]
    .sort((a, b) => Number(b === by) - Number(a === by))
    .slice(0, MOST_PASSAGES);
  return shown.map((document): FigurePassage => {
    const here = entry.mentions.filter((mention) => mention.document === document);
    const { start, end, quote } = here[0]!;
    const voice = voiceAt(audit.documents.find(({ id }) => id === document)?.segments ?? [], start);
    return {
      document,
      start,
      end,
      quote,
      ...contextOf(texts.get(document) ?? '', { start, end }),
      voice: voice?.voice ?? null,
      holder: voice?.holder ?? null,
      certainty: null,
      polarity: null,
      rule: null,
      note: null,
      more: here.length - 1
    };
  });
}

/**
 * The slice behind the page of figures.
 *
 * @param documents the documents in the order of the audit, with what is known of them
 */
export function figuresSlice(
  audit: Audit,
  documents: readonly SourceInput[],
  filter: FigureFilter
): FiguresSlice {
  const entries = figureEntries(audit);
  const found = filterFigures(audit, documents, filter);
  const pages = Math.max(1, Math.ceil(found.length / FIGURES_PER_PAGE));
  const page = Math.min(filter.page, pages);
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const own = new Map(audit.documents.map(({ id }) => [id, { figures: 0, alone: 0 }]));
  for (const entry of entries) {
    for (const id of entry.documents) own.get(id)!.figures += 1;
    if (isAlone(entry)) own.get(entry.documents[0]!)!.alone += 1;
  }
  return {
    sources: describeSources(documents),
    filter,
    totals: {
      figures: entries.length,
      shared: entries.filter((entry) => entry.documents.length > 1).length,
      differing: entries.filter(({ differing }) => differing.length > 0).length
    },
    bySource: [...own].map(([document, counts]) => ({ document, ...counts })),
    kinds: FIGURE_KINDS.map(({ id, name }) => ({
      id,
      name,
      figures: entries.filter(({ kind }) => kind === id).length
    })).filter(({ figures }) => figures > 0),
    found: found.length,
    page,
    pages,
    rows: found.slice((page - 1) * FIGURES_PER_PAGE, page * FIGURES_PER_PAGE).map((entry): FigureRow => ({
      key: entry.key,
      kind: entry.kind,
      figure: figureWords(entry),
      unit: unitWords(
        entry.kind,
        entry.unit,
        entry.mentions.slice(0, MOST_QUOTES).map(({ quote }) => quote)
      ),
      documents: entry.documents,
      elsewhere: entry.elsewhere,
      alone: isAlone(entry),
      others: othersOf(entry, byKey),
      passages: passagesOf(entry, filter.by, audit, texts)
    })),
    read: audit.documents.length === 0 || audit.documents.some(({ figures }) => figures !== undefined)
  };
}

/** Rows by kind, under its name; they come in the order of kinds. */
export function groupsOfKinds(
  rows: readonly FigureRow[]
): { readonly name: string; readonly rows: readonly FigureRow[] }[] {
  return FIGURE_KINDS.map(({ id, name }) => ({ name, rows: rows.filter(({ kind }) => kind === id) })).filter(
    (group) => group.rows.length > 0
  );
}
