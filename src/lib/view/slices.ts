/**
 * What a page needs of an `Audit`, and no more: the overview goes without evidence, statements and segments,
 * which are fetched when a reader asks for them.
 */
import type {
  Actor,
  Audit,
  Divergence,
  Overlap,
  Separation,
  Speaker,
  WordUses
} from '$lib/analysis/audit-schema';
import { claimCounts, claimSlices, NO_CLAIMS, type ClaimSlice } from './slices-claims';
import { contestedSlices, type ContestedSlice } from './slices-contested';
import { documentSlice, type DocumentSlice, type LeftOut } from './slices-documents';
import {
  keynessSlice,
  namesIn,
  wordDivergenceSlice,
  type KeynessSlice,
  type WordDivergenceSlice
} from './slices-words';
import { describeSources, type Source, type SourceInput } from './sources';

export type { ClaimMention, ClaimSlice } from './slices-claims';
export {
  contestedInfo,
  contestedSlices,
  type ContestedInfo,
  type ContestedSlice,
  type InContext,
  type StanceCellSlice
} from './slices-contested';
export type { DocumentSlice, LeftOut, MeasuredSlice, MetricSlice } from './slices-documents';

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
  /** Uses of distinctive words, where they are at hand; else they are asked for. */
  readonly uses?: readonly WordUses[];
  readonly actors: readonly Actor[];
  readonly speakers: readonly Speaker[];
  readonly contested: readonly ContestedSlice[];
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
      documents: actor.documents.flatMap(({ places: _places, ...found }) =>
        found.mentions > 0 ? [found] : []
      )
    })),
    speakers: audit.comparison.speakers ?? [],
    contested: contestedSlices(audit, textsById)
  };
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
