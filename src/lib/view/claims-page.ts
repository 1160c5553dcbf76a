/** What the page of all claims needs: one page of rows, and the counts around it. */
import type { Audit, Conflict } from '$lib/analysis/audit-schema';
import { againstOthers, type AgainstOthers } from './claims-against';
import { headClashes, type Clash } from './claims-clashes';
import { claimEntries, type ClaimMaker, type ClaimStatement } from './claims-entries';
import { filterClaims, foundIn, type ClaimFilter } from './claims-filter';
import { claimsBySource, claimSets, type ClaimSet, type SourceClaims } from './claims-sets';
import { contextOf, type Passage } from './evidence';
import { repetitions, type RepetitionSlice } from './repetition';
import { describeSources, type Source, type SourceInput } from './sources';

/** A claim as one row of the list. */
export interface ClaimRow {
  readonly key: string;
  readonly label: string;
  readonly makers: readonly ClaimMaker[];
  readonly conflicts: readonly Pick<Conflict, 'kind' | 'verdict' | 'values'>[];
  /** Every statement that makes it, in its context. */
  readonly passages: readonly Passage[];
  /** What is searched for stands in these passages and not in the label: they are shown with it. */
  readonly found: readonly number[];
}

export interface ClaimTotals {
  readonly claims: number;
  /** Claims of at least two sources. */
  readonly shared: number;
  /** Claims with at least one conflict. */
  readonly conflicting: number;
}

/** What stands around the list: the same whatever the filter. */
export interface ClaimsAround {
  readonly sources: readonly Source[];
  /** Every pair, where they are few enough for a map. */
  readonly overlap: Audit['comparison']['overlap'];
  /** How the overlap changes with the threshold; null where no pair was compared. */
  readonly overlapCurve: Audit['comparison']['overlapCurve'];
  readonly repetition: RepetitionSlice;
  readonly totals: ClaimTotals;
  /** The conflicts that head the page. */
  readonly clashes: readonly Clash[];
  readonly sets: readonly ClaimSet[];
  readonly bySource: readonly SourceClaims[];
  /** Each of the first sources against the others. */
  readonly against: readonly AgainstOthers[];
}

/** One page of the list, as a filter leaves it. */
export interface ClaimsList {
  readonly filter: ClaimFilter;
  /** Claims the filter leaves. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly ClaimRow[];
}

export type ClaimsSlice = ClaimsAround & ClaimsList;

/** Claims on one page of the list. */
export const ROWS_PER_PAGE = 40;
/** With more sources than this a map of all pairs cannot be read; the sets and the filters can. */
export const MOST_IN_MAP = 24;

/** A statement with the sentence around it. */
export function passageOf(statement: ClaimStatement, text: string, note: string | null = null): Passage {
  const { document, start, end, quote, voice, holder, certainty, polarity } = statement;
  return {
    document,
    start,
    end,
    quote,
    ...contextOf(text, { start, end }),
    voice,
    holder,
    certainty,
    polarity,
    rule: null,
    note
  };
}

/** What does not change with the filter. */
interface Summary {
  readonly totals: ClaimTotals;
  readonly sets: readonly ClaimSet[];
  readonly bySource: readonly SourceClaims[];
  readonly against: readonly AgainstOthers[];
}

const SUMMARIES = new WeakMap<Audit, Summary>();

/** Made once for an audit, as its claims are. */
function summaryOf(audit: Audit, order: readonly string[]): Summary {
  const known = SUMMARIES.get(audit);
  if (known) return known;
  const entries = claimEntries(audit);
  const sets = claimSets(entries, order);
  const summary = {
    totals: {
      claims: entries.length,
      shared: entries.filter(({ makers }) => makers.length > 1).length,
      conflicting: entries.filter(({ conflicts }) => conflicts.length > 0).length
    },
    sets,
    bySource: claimsBySource(sets, order),
    against: againstOthers(entries, order, audit.comparison.speakers ?? [])
  };
  SUMMARIES.set(audit, summary);
  return summary;
}

const textsOf = (documents: readonly SourceInput[]) => new Map(documents.map(({ id, text }) => [id, text]));

/** What the page of claims says around its list; `documents` as for `claimsSlice`. */
export function claimsAround(audit: Audit, documents: readonly SourceInput[]): ClaimsAround {
  return {
    sources: describeSources(documents),
    overlap: documents.length <= MOST_IN_MAP ? audit.comparison.overlap : [],
    overlapCurve: audit.comparison.overlapCurve,
    repetition: repetitions(audit, documents),
    ...summaryOf(
      audit,
      audit.documents.map(({ id }) => id)
    ),
    clashes: headClashes(claimEntries(audit), textsOf(documents))
  };
}

/** The page of the list that a filter asks for; `documents` as for `claimsSlice`. */
export function claimsList(audit: Audit, documents: readonly SourceInput[], filter: ClaimFilter): ClaimsList {
  const texts = textsOf(documents);
  const found = filterClaims(
    claimEntries(audit),
    filter,
    audit.documents.map(({ id }) => id)
  );
  const pages = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE));
  const page = Math.min(filter.page, pages);
  return {
    filter,
    found: found.length,
    page,
    pages,
    rows: found.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE).map((entry) => ({
      key: entry.key,
      label: entry.label,
      makers: entry.makers,
      conflicts: entry.conflicts.map(({ kind, verdict, values }) => ({ kind, verdict, values })),
      passages: entry.statements.map((item) => passageOf(item, texts.get(item.document) ?? '')),
      found: foundIn(entry, filter.search)
    }))
  };
}

/**
 * The slice behind the page of claims.
 *
 * @param documents the documents in the order of the audit, with what is known of them
 */
export function claimsSlice(
  audit: Audit,
  documents: readonly SourceInput[],
  filter: ClaimFilter
): ClaimsSlice {
  return { ...claimsAround(audit, documents), ...claimsList(audit, documents, filter) };
}
