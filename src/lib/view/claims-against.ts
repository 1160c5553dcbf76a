/** One text against the others: what it alone says, what differs, who speaks in it alone, what it leaves out. */
import type { Conflict, Speaker } from '$lib/analysis/audit-schema';
import type { ClaimEntry } from './claims-entries';

/** A claim by its label and address. */
export interface ClaimLink {
  readonly key: string;
  readonly label: string;
  /** Documents that make it. */
  readonly documents: readonly string[];
}

/** What a source says of a claim, and what others say of it that does not go together with that. */
export interface OwnClash extends Pick<ClaimLink, 'key' | 'label'> {
  readonly kind: Conflict['kind'];
  readonly verdict: Conflict['verdict'];
  /** The words that differ, as they stand here. */
  readonly here: readonly string[];
  readonly there: readonly { readonly quote: string; readonly documents: readonly string[] }[];
}

export interface AgainstOthers {
  readonly document: string;
  /** Said by it alone, easiest to check first. */
  readonly own: readonly ClaimLink[];
  /** What does not go together with what others say; of all `clashing` claims the first. */
  readonly clashes: readonly OwnClash[];
  readonly clashing: number;
  /** Who speaks in it and in no other, those with the most words first. */
  readonly speakers: readonly { readonly id: string; readonly name: string }[];
  /** What at least two others say and it does not, widest shared first. */
  readonly missing: readonly ClaimLink[];
}

/** Claims of a source named in the lists; the rest is one link away. */
const NAMED = 5;
/** Sources that get lists of their own; in a larger collection the filters do that. */
const MOST_WITH_LISTS = 12;

const linkOf = ({ key, label, makers }: ClaimEntry): ClaimLink => ({
  key,
  label,
  documents: makers.map(({ document }) => document)
});

/** The conflicts of one claim and kind that a source has a side in, as one. */
function clashOf({ key, label, conflicts }: ClaimEntry, document: string): OwnClash[] {
  const mine = conflicts.filter(
    ({ verdict, values }) =>
      verdict !== 'different-referents' &&
      values.some((value) => value.document === document) &&
      values.some((value) => value.document !== document)
  );
  return [...new Set(mine.map(({ kind }) => kind))].map((kind): OwnClash => {
    const same = mine.filter((conflict) => conflict.kind === kind);
    const there = new Map<string, Set<string>>();
    for (const value of same.flatMap(({ values }) => values)) {
      if (value.document === document) continue;
      there.set(value.quote, (there.get(value.quote) ?? new Set()).add(value.document));
    }
    const here = same.flatMap(({ values }) => values).filter((value) => value.document === document);
    return {
      key,
      label,
      kind,
      // One pair that cannot both be so is what a reader has to look at first.
      verdict: same.some(({ verdict }) => verdict === 'clash') ? 'clash' : same[0]!.verdict,
      here: [...new Set(here.map(({ quote }) => quote))],
      there: [...there].map(([quote, documents]) => ({ quote, documents: [...documents] }))
    };
  });
}

function spokenAlone(speakers: readonly Speaker[], document: string): AgainstOthers['speakers'] {
  return speakers
    .filter(({ name, documents }) => name !== null && documents.every((item) => item.document === document))
    .map(({ id, name, documents }) => ({ id, name: name!, words: documents[0]?.words ?? 0 }))
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words)
    .map(({ id, name }) => ({ id, name }));
}

/** Each of the first sources of `order` against all others. */
export function againstOthers(
  entries: readonly ClaimEntry[],
  order: readonly string[],
  speakers: readonly Speaker[]
): AgainstOthers[] {
  const shared = entries
    .filter(({ makers }) => makers.length > 1)
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => b.entry.makers.length - a.entry.makers.length || a.index - b.index)
    .map(({ entry }) => entry);
  return order.slice(0, MOST_WITH_LISTS).map((document) => {
    const clashes = entries
      .flatMap((entry) => clashOf(entry, document))
      .sort((a, b) => Number(b.verdict === 'clash') - Number(a.verdict === 'clash'));
    return {
      document,
      own: entries
        .filter(({ makers }) => makers.length === 1 && makers[0]!.document === document)
        .sort((a, b) => b.checkable - a.checkable)
        .slice(0, NAMED)
        .map(linkOf),
      clashes: clashes.slice(0, NAMED),
      clashing: new Set(clashes.map(({ key }) => key)).size,
      speakers: spokenAlone(speakers, document),
      missing: shared
        .filter(({ makers }) => makers.every((maker) => maker.document !== document))
        .slice(0, NAMED)
        .map(linkOf)
    };
  });
}
