/** Every claim of an audit with the words that make it, who makes it and how, and an address that lasts. */
import type { Audit, ClaimCluster, Conflict, Grade, StatementAudit } from '$lib/analysis/audit-schema';
import { byPlace } from './passages';

/** How a source makes a claim: what it says itself comes before what it lets others say. */
export type Manner = 'states' | 'hedges' | 'reports';

export interface MannerWords {
  readonly name: string;
  /** A sign that can be told apart without colour; the same as in the matrix of contested claims. */
  readonly glyph: string;
  readonly meaning: string;
}

const MANNERS: Readonly<Record<Manner | 'none', MannerWords>> = {
  states: { name: 'own words', glyph: '●', meaning: 'in the author’s own voice, without a hedge' },
  hedges: { name: 'hedged', glyph: '◐', meaning: 'in the author’s own voice, but not as certain' },
  reports: { name: 'reported', glyph: '❝', meaning: 'only in words given to somebody else' },
  none: { name: 'not found', glyph: '–', meaning: 'no statement close enough was found' }
};

export const MANNER_LIST: readonly (Manner | 'none')[] = ['states', 'hedges', 'reports', 'none'];

/** The words for how a source makes a claim, or that it does not. */
export function mannerWords(manner: Manner | 'none'): MannerWords {
  return MANNERS[manner];
}

/** One statement that makes a claim. */
export interface ClaimStatement extends Pick<
  StatementAudit,
  'start' | 'end' | 'quote' | 'voice' | 'holder' | 'certainty' | 'polarity' | 'checkable'
> {
  readonly document: string;
  /** The engine's score of the match with the statement that gives the label, 0 to 1. */
  readonly score: number;
  readonly grade: Grade | null;
  /** What decided the match, weightiest first. */
  readonly because: readonly string[];
}

/** A source that makes a claim. */
export interface ClaimMaker {
  readonly document: string;
  readonly manner: Manner;
  readonly statements: number;
  /** Whose words it reports, as named in the text; empty where it says it itself or names nobody. */
  readonly holders: readonly string[];
}

export interface ClaimEntry {
  readonly id: string;
  /** See `claimKey`. */
  readonly key: string;
  readonly label: string;
  /** The statement that the label is taken from. */
  readonly named: ClaimStatement;
  /** In document order, then text order. */
  readonly statements: readonly ClaimStatement[];
  /** In document order. */
  readonly makers: readonly ClaimMaker[];
  readonly conflicts: readonly Conflict[];
  /** How likely its most checkable statement can be checked, 0 to 1. */
  readonly checkable: number;
}

/**
 * The address of a claim: the document and place of the statement that gives its label. Ids such as `c12` count
 * through one result and move when a document is added; the place of words in a text does not.
 */
export function claimKey(place: {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}): string {
  return `${place.document}~${place.start}-${place.end}`;
}

/** Reads what `claimKey` wrote; null for anything else. */
export function placeOfKey(key: string): { document: string; start: number; end: number } | null {
  const match = /^(.+)~(\d{1,9})-(\d{1,9})$/su.exec(key);
  const [document, start, end] = [match?.[1], Number(match?.[2]), Number(match?.[3])];
  return document !== undefined && start < end ? { document, start, end } : null;
}

function mannerOf(statements: readonly ClaimStatement[]): Manner {
  const own = statements.filter(({ voice }) => voice === 'author');
  if (own.some(({ certainty }) => certainty === 'plain')) return 'states';
  return own.length > 0 ? 'hedges' : 'reports';
}

type Statements = ReadonlyMap<string, StatementAudit & { readonly document: string }>;

/** All statements of an audit by id. */
export function statementsById(audit: Audit): Statements {
  return new Map(
    audit.documents.flatMap(({ id: document, statements }) =>
      statements.map((item) => [item.id, { ...item, document }] as const)
    )
  );
}

function statementsOf(cluster: ClaimCluster, all: Statements): ClaimStatement[] {
  return cluster.mentions.flatMap((mention): ClaimStatement[] => {
    const found = all.get(mention.statement);
    if (!found) return [];
    const { document, start, end, quote, voice, holder, certainty, polarity, checkable } = found;
    const { score, grade = null, because = [] } = mention;
    return [
      { document, start, end, quote, voice, holder, certainty, polarity, checkable, score, grade, because }
    ];
  });
}

/** The statement that the label is taken from: it has its words, and nothing decided that it matches itself. */
function namedBy(cluster: ClaimCluster, statements: readonly ClaimStatement[]): ClaimStatement | undefined {
  const label = cluster.label.toLowerCase();
  const worded = statements.filter(({ quote }) => quote.toLowerCase().includes(label));
  return worded.find(({ because }) => because.length === 0) ?? worded[0] ?? statements[0];
}

const READ = new WeakMap<
  Audit['comparison']['claims'],
  { readonly documents: number; readonly entries: readonly ClaimEntry[] }
>();

/**
 * The claims of an audit in its order. A claim whose statements are not in the audit is left out. Read once for
 * the claims of an audit: a filter that is typed asks for them at every key, and pages of a large collection share
 * them while each has another document in full.
 */
export function claimEntries(audit: Audit): readonly ClaimEntry[] {
  const { claims } = audit.comparison;
  const documents = audit.documents.length;
  const known = READ.get(claims);
  if (known?.documents === documents) return known.entries;
  const entries = readEntries(audit);
  READ.set(claims, { documents, entries });
  return entries;
}

function readEntries(audit: Audit): ClaimEntry[] {
  const all = statementsById(audit);
  const order = new Map(audit.documents.map(({ id }, index) => [id, index]));
  const taken = new Set<string>();
  return audit.comparison.claims.flatMap((cluster): ClaimEntry[] => {
    const statements = statementsOf(cluster, all);
    const named = namedBy(cluster, statements);
    if (!named) return [];
    // A statement of several claims is the address of the first; the others take the next of theirs that is free.
    const key = [named, ...statements].map(claimKey).find((candidate) => !taken.has(candidate)) ?? cluster.id;
    taken.add(key);
    statements.sort((a, b) => (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0) || byPlace(a, b));
    const documents = [...new Set(statements.map(({ document }) => document))];
    return [
      {
        id: cluster.id,
        key,
        label: cluster.label,
        named,
        statements,
        makers: documents.map((document) => {
          const here = statements.filter((item) => item.document === document);
          const manner = mannerOf(here);
          const holders = manner === 'reports' ? here.flatMap(({ holder }) => holder ?? []) : [];
          return { document, manner, statements: here.length, holders: [...new Set(holders)] };
        }),
        conflicts: cluster.conflicts,
        checkable: Math.max(...statements.map(({ checkable }) => checkable))
      }
    ];
  });
}

/**
 * The claim an address leads to: by its key, by the id it has in this result, or, when the claim has been read
 * another way since, the one whose statement covers most of the place. Null when none is there.
 */
export function claimAt(entries: readonly ClaimEntry[], address: string): ClaimEntry | null {
  const exact = entries.find(({ key }) => key === address) ?? entries.find(({ id }) => id === address);
  if (exact) return exact;
  const place = placeOfKey(address);
  if (!place) return null;
  let best: ClaimEntry | null = null;
  let most = 0;
  for (const entry of entries) {
    for (const { document, start, end } of entry.statements) {
      if (document !== place.document) continue;
      const covered = Math.min(end, place.end) - Math.max(start, place.start);
      if (covered > most) [best, most] = [entry, covered];
    }
  }
  return best;
}
