/**
 * What a page needs of an `Audit`, and no more: the overview goes without evidence, statements and segments,
 * which are fetched when a reader asks for them.
 */
import type {
  Actor,
  Audit,
  Certainty,
  Conflict,
  Divergence,
  DocumentAudit,
  Measured,
  Mention,
  Notice,
  Overlap,
  Polarity,
  Separation,
  Speaker,
  StanceCell,
  Tone,
  Unmeasured,
  Voice
} from '$lib/analysis/audit-schema';
import { claimEntries } from './claims-entries';
import { contextOf } from './evidence';
import { claimCounts, NO_CLAIMS, type ClaimCounts } from './slices-claims';
import { describeSources, type Source, type SourceInput } from './sources';
import {
  keynessSlice,
  namesIn,
  wordDivergenceSlice,
  type KeynessSlice,
  type WordDivergenceSlice
} from './slices-words';

/** A measured metric without its evidence; `hits` says how much of that there is, by voice. */
export interface MeasuredSlice extends Omit<Measured, 'evidence'> {
  readonly hits: { readonly author: number; readonly attributed: number };
}

export type MetricSlice = MeasuredSlice | Unmeasured;

export interface DocumentSlice {
  readonly id: string;
  readonly textSha256: string;
  readonly words: number;
  readonly sentences: number;
  readonly notices: readonly Notice[];
  /** How many stretches of text were set aside, and how many characters they hold. */
  readonly excluded: { readonly spans: number; readonly characters: number };
  readonly statements: { readonly author: number; readonly attributed: number };
  /** How many claims it makes, alone or with others; by voice those it makes in that voice at least once. */
  readonly claims: ClaimCounts;
  readonly metrics: Readonly<Record<string, MetricSlice>>;
  readonly tone?: Tone;
}

/** One statement that makes a claim, with its words. */
export interface ClaimMention {
  readonly document: string;
  readonly statement: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly voice: Voice;
  readonly holder: string | null;
  readonly certainty: Certainty;
  readonly polarity: Polarity;
  readonly score: number;
}

export interface ClaimSlice {
  readonly id: string;
  /** See `claimKey`. */
  readonly key: string;
  readonly label: string;
  readonly mentions: readonly ClaimMention[];
  /** Documents that make the claim, in document order. */
  readonly documents: readonly string[];
  readonly omittedBy: readonly string[] | null;
  readonly conflicts: readonly Conflict[];
}

/** The words before and after a quote, up to the ends of its sentence. */
export interface InContext {
  readonly before: string;
  readonly after: string;
}

export interface StanceCellSlice extends Omit<StanceCell, 'mentions' | 'nearest'> {
  readonly mentions: readonly (Mention & InContext)[];
  readonly nearest: (NonNullable<StanceCell['nearest']> & InContext) | null;
}

export interface ContestedSlice {
  readonly id: string;
  readonly statement: string;
  readonly cells: readonly StanceCellSlice[];
}

export interface OverviewSlice {
  readonly engine: Audit['engine'];
  readonly sources: readonly Source[];
  /** How many sources were compared, where some of them are not shown. */
  readonly among?: number;
  /** The rest is still to come: no voices, no tone, no actors, no distinctive words, no words of claims. See `overview-parts`. */
  readonly part?: true;
  readonly documents: readonly DocumentSlice[];
  /** Shared claims; of a large collection those that most documents make. */
  readonly claims: readonly ClaimSlice[];
  /** How many claims at least two documents make, on this page or not. */
  readonly shared: number;
  readonly overlap: readonly Overlap[];
  readonly divergence: readonly Divergence[];
  readonly separation: readonly Separation[];
  readonly wordDivergence: readonly WordDivergenceSlice[];
  readonly keyness: readonly KeynessSlice[];
  readonly actors: readonly Actor[];
  readonly speakers: readonly Speaker[];
  readonly contested: readonly ContestedSlice[];
}

/** How much evidence a document's metrics have, where the evidence itself was left out; by metric id. */
export type LeftOut = ReadonlyMap<string, { readonly hits: Readonly<Record<string, MeasuredSlice['hits']>> }>;

function metricSlice(result: DocumentAudit['metrics'][string], counted?: MeasuredSlice['hits']): MetricSlice {
  if ('reason' in result) return result;
  const { evidence, ...rest } = result;
  if (counted) return { ...rest, hits: counted };
  const author = evidence.filter((item) => item.voice === 'author').length;
  return { ...rest, hits: { author, attributed: evidence.length - author } };
}

function documentSlice(document: DocumentAudit, claims: ClaimCounts, leftOut: LeftOut | null): DocumentSlice {
  const counted = leftOut?.get(document.id)?.hits;
  const author = document.statements.filter((statement) => statement.voice === 'author').length;
  return {
    id: document.id,
    textSha256: document.textSha256,
    words: document.words,
    sentences: document.sentences,
    notices: document.notices,
    excluded: {
      spans: document.excluded.length,
      characters: document.excluded.reduce((sum, span) => sum + span.end - span.start, 0)
    },
    statements: { author, attributed: document.statements.length - author },
    claims,
    metrics: Object.fromEntries(
      Object.entries(document.metrics).map(([id, result]) => [id, metricSlice(result, counted?.[id])])
    ),
    ...(document.tone ? { tone: document.tone } : {})
  };
}

/**
 * Clusters that more than one document makes, their statements put in; of a large collection those that most make.
 *
 * @returns with how many there are in all
 */
function claimSlices(audit: Audit, most: number): { claims: ClaimSlice[]; shared: number } {
  const statements = new Map(
    audit.documents.flatMap((document) => document.statements.map((item) => [item.id, item] as const))
  );
  const order = new Map(audit.documents.map((document, index) => [document.id, index]));
  const keys = new Map(claimEntries(audit).map(({ id, key }) => [id, key]));
  // Made of many documents each, clusters are large: only those that are shown are put together.
  const shared = audit.comparison.claims.flatMap((cluster) => {
    const known = cluster.mentions.filter(({ statement }) => statements.has(statement));
    const documents = [...new Set(known.map(({ document }) => document))];
    const key = keys.get(cluster.id);
    return documents.length < 2 || key === undefined ? [] : [{ cluster, documents, key }];
  });
  const kept = new Set([...shared].sort((a, b) => b.documents.length - a.documents.length).slice(0, most));
  const claims = shared
    .filter((one) => kept.has(one))
    .map(({ cluster, documents, key }): ClaimSlice => ({
      id: cluster.id,
      key,
      label: cluster.label,
      mentions: cluster.mentions.flatMap((mention): ClaimMention[] => {
        const statement = statements.get(mention.statement);
        if (!statement) return [];
        const { start, end, quote, voice, holder, certainty, polarity } = statement;
        return [{ ...mention, start, end, quote, voice, holder, certainty, polarity }];
      }),
      documents: documents.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      omittedBy: cluster.omittedBy ?? null,
      conflicts: cluster.conflicts
    }));
  return { claims, shared: shared.length };
}

/** The matrix of contested claims, its words with what stands around them. */
export function contestedSlices(audit: Audit, texts: ReadonlyMap<string, string>): ContestedSlice[] {
  return audit.contested.map(({ id, statement, cells }) => ({
    id,
    statement,
    cells: cells.map((cell) => {
      const text = texts.get(cell.document) ?? '';
      return {
        ...cell,
        mentions: cell.mentions.map((mention) => ({ ...mention, ...contextOf(text, mention) })),
        nearest: cell.nearest && { ...cell.nearest, ...contextOf(text, cell.nearest) }
      };
    })
  }));
}

/** From here on a page cannot hold everything; what is left out stays in the result and on the page of claims. */
const LARGE = 50;
const MOST_CLAIMS = 150;

/**
 * The slice behind an overview. Made once for the same audit and documents, for it is asked for at every visit.
 *
 * @param documents the documents in the order of the audit, with what is known of them
 * @param leftOut where the audit comes without its evidence, how much there is
 */
export function overviewSlice(
  audit: Audit,
  documents: readonly SourceInput[],
  leftOut: LeftOut | null = null
): OverviewSlice {
  const known = SLICES.get(documents);
  if (known?.audit === audit) return known.slice;
  const slice = readOverview(audit, documents, leftOut);
  SLICES.set(documents, { audit, slice });
  return slice;
}

const SLICES = new WeakMap<
  readonly SourceInput[],
  { readonly audit: Audit; readonly slice: OverviewSlice }
>();

function readOverview(
  audit: Audit,
  documents: readonly SourceInput[],
  leftOut: LeftOut | null
): OverviewSlice {
  const textsById = new Map(documents.map((document) => [document.id, document.text]));
  const names = namesIn(textsById.values());
  const large = documents.length > LARGE;
  const { claims, shared } = claimSlices(audit, large ? MOST_CLAIMS : Infinity);
  const counts = claimCounts(audit);
  return {
    engine: audit.engine,
    sources: describeSources(documents),
    documents: audit.documents.map((document) =>
      documentSlice(document, counts.get(document.id) ?? NO_CLAIMS, leftOut)
    ),
    claims,
    shared,
    // A map of so many pairs is not drawn; the page of claims has its own way to them.
    overlap: large ? [] : audit.comparison.overlap,
    divergence: audit.comparison.divergence,
    separation: audit.comparison.separation,
    wordDivergence: wordDivergenceSlice(audit, names),
    keyness: keynessSlice(audit, names),
    actors: audit.comparison.actors.map((actor) => ({
      ...actor,
      documents: actor.documents.filter(({ mentions }) => mentions > 0)
    })),
    speakers: audit.comparison.speakers ?? [],
    contested: contestedSlices(audit, textsById)
  };
}

/** A contested claim as its registry states it; a reader's own claim has only id and statement. */
export interface ContestedInfo {
  readonly id: string;
  readonly statement: string;
  readonly counterStatement: string | null;
  readonly whyContested: string | null;
  readonly positions: readonly { readonly view: string; readonly references: readonly string[] }[];
}

/** What a page needs of a registry entry; cues and denials stay behind. */
export function contestedInfo(claim: ContestedInfo): ContestedInfo {
  const { id, statement, counterStatement, whyContested, positions } = claim;
  return { id, statement, counterStatement, whyContested, positions };
}

/** What pages show beside a metric; the engine's own description of it. */
export interface MetricInfo {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly version: number;
  readonly series: readonly string[];
  readonly question: string;
  readonly method: string;
  readonly limits: string;
  readonly source: string;
  readonly minimumWords: number;
}
