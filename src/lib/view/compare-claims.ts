/** What documents side by side share, and what only one of them says. */
import type { Conflict, DocumentAudit, Voice } from '$lib/analysis/audit-schema';
import type { ClaimEntry } from './claims-entries';
import { contextOf } from './evidence';
import { byPlace, type Range } from './passages';

/** A place in a text and whose words stand there. */
export interface SpokenRange extends Range {
  readonly voice: Voice;
  readonly holder: string | null;
}

/** One claim that at least two of the documents make, with every place where each makes it. */
export interface SharedClaim {
  /** Its lasting address, see `claimKey`. */
  readonly key: string;
  /** What this one result calls it. */
  readonly id: string;
  readonly label: string;
  /** 1, 2, 3 … in reading order, the left document first; stands beside the colour in every column. */
  readonly number: number;
  /** For every column the places, in text order; empty where the document does not make it. */
  readonly places: readonly (readonly SpokenRange[])[];
  /** Clashes between documents that are laid side by side. */
  readonly conflicts: readonly Conflict[];
}

/** Something one of the documents says and none of those beside it. */
export interface OnlyHere extends SpokenRange {
  /** Ids of documents beyond those side by side that say it as well. */
  readonly others: readonly string[];
  /** Shared claims that the same sentence makes with other words of its own. */
  readonly beside: readonly Pick<SharedClaim, 'key' | 'number'>[];
}

/** Statements less likely than this to be checkable are not listed as left out by the others. */
const CHECKABLE = 0.4;
/** Nor are those with fewer words: they say too little by themselves to be missed. */
const FEWEST_WORDS = 5;

/** True for a statement that another document could be said to leave out. */
export function isTelling(statement: { readonly quote: string; readonly checkable: number }): boolean {
  return statement.checkable >= CHECKABLE && statement.quote.trim().split(/\s+/u).length >= FEWEST_WORDS;
}

function placesIn(entry: ClaimEntry, document: string): SpokenRange[] {
  return entry.statements
    .filter((statement) => statement.document === document)
    .map(({ start, end, voice, holder }) => ({ start, end, voice, holder }));
}

/** The claims that at least two of the documents make, in reading order; `ids` are the columns, left to right. */
export function sharedClaims(entries: readonly ClaimEntry[], ids: readonly string[]): SharedClaim[] {
  const shared = entries.flatMap((entry) => {
    const places = ids.map((id) => placesIn(entry, id));
    if (places.filter((list) => list.length > 0).length < 2) return [];
    const conflicts = entry.conflicts
      .map((conflict) => ({
        ...conflict,
        values: conflict.values.filter(({ document }) => ids.includes(document))
      }))
      .filter(({ values }) => new Set(values.map(({ document }) => document)).size > 1);
    return [{ key: entry.key, id: entry.id, label: entry.label, places, conflicts }];
  });
  const firstColumn = (places: SharedClaim['places']) => places.findIndex((list) => list.length > 0);
  return shared
    .sort((x, y) => {
      const [p, q] = [firstColumn(x.places), firstColumn(y.places)];
      return p - q || byPlace(x.places[p]![0]!, y.places[q]![0]!);
    })
    .map((claim, index) => ({ ...claim, number: index + 1 }));
}

/**
 * What a document says and none of those beside it; what more documents say comes first. Part of a statement that is
 * shared is none of it, and a sentence that shares another part names what it shares.
 *
 * @param ids the columns, left to right
 * @param shared the claims that they share
 */
export function onlyIn(
  entries: readonly ClaimEntry[],
  { document, text }: { readonly document: DocumentAudit; readonly text: string },
  ids: readonly string[],
  shared: readonly SharedClaim[]
): OnlyHere[] {
  const column = ids.indexOf(document.id);
  const matched = new Set<string>();
  const only: Omit<OnlyHere, 'beside'>[] = [];
  for (const entry of entries) {
    const makers = entry.makers.map((maker) => maker.document);
    // A claim that nobody else makes is a statement like any other.
    if (makers.length < 2 || !makers.includes(document.id)) continue;
    const places = placesIn(entry, document.id);
    for (const { start, end } of places) matched.add(`${start}-${end}`);
    const others = makers.filter((id) => id !== document.id);
    if (!others.some((id) => ids.includes(id))) only.push({ ...places[0]!, others });
  }
  for (const statement of document.statements) {
    const { start, end, voice, holder } = statement;
    if (isTelling(statement) && !matched.has(`${start}-${end}`))
      only.push({ start, end, voice, holder, others: [] });
  }
  const places = shared.flatMap(({ key, number, places: all }) =>
    (all[column] ?? []).map(({ start, end }) => ({ start, end, key, number }))
  );
  return only
    .filter(({ start, end }) => !places.some((place) => place.start <= start && place.end >= end))
    .map((item) => ({ ...item, beside: besideIn(text, item, places) }))
    .sort((x, y) => y.others.length - x.others.length || byPlace(x, y));
}

/** The claims made in the sentence of a range, each once, in the order of their numbers. */
function besideIn(
  text: string,
  range: Range,
  places: readonly (Range & OnlyHere['beside'][number])[]
): OnlyHere['beside'] {
  const { before, after } = contextOf(text, range);
  const [start, end] = [range.start - before.length, range.end + after.length];
  const found = places.filter((place) => place.start < end && place.end > start);
  const byKey = new Map(found.map(({ key, number }) => [key, { key, number }]));
  return [...byKey.values()].sort((x, y) => x.number - y.number);
}
