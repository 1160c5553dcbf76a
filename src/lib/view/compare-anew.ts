/** Comparing only the sources that are shown: a result of their own, in which nothing of the others counts. */
import type { Audit, AuditRequestInput } from '$lib/analysis/audit-schema';
import { askAudit } from './ask-audit';
import { overviewSlice, type OverviewSlice } from './slices';
import type { Source, SourceInput } from './sources';

/** A collection as the API hands it out, as far as a request for its audit needs it. */
export interface WholeCollection {
  readonly documents: readonly SourceInput[];
  readonly contested: readonly {
    readonly id: string;
    readonly statement: string;
    readonly cues: string[][];
    readonly denials: string[][];
    readonly aliases: string[][];
    readonly years: [number, number] | null;
    readonly credits: NonNullable<NonNullable<AuditRequestInput['claims']>[number]['credits']>;
  }[];
}

/** Random steps of a stored collection start from this. */
const SEED = 1;

/** What to ask the engine for a comparison of these documents alone, in the order of the collection. */
export function requestAnew(
  { documents, contested }: WholeCollection,
  ids: readonly string[]
): AuditRequestInput {
  const wanted = new Set(ids);
  return {
    documents: documents
      .filter(({ id }) => wanted.has(id))
      .map(({ id, text, title = null, publisher = null, author = null, published = null }) => ({
        id,
        text,
        title,
        publisher,
        author,
        published
      })),
    claims: contested.map(({ id, statement, cues, denials, aliases, years, credits }) => ({
      id,
      statement,
      ...(cues.length > 0 ? { cues } : {}),
      denials,
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(years ? { years } : {}),
      ...(credits.length > 0 ? { credits } : {})
    })),
    seed: SEED
  };
}

/** The overview of such a result. Its sources keep the letters and colours that they have among all. */
export function overviewAnew(
  audit: Audit,
  documents: readonly SourceInput[],
  all: readonly Source[]
): OverviewSlice {
  const compared = new Set(audit.documents.map(({ id }) => id));
  const slice = overviewSlice(
    audit,
    documents.filter(({ id }) => compared.has(id))
  );
  const known = new Map(all.map((source) => [source.id, source]));
  return {
    ...slice,
    // The stored result need not have the same actors and words: their places are kept here.
    actors: audit.comparison.actors,
    uses: audit.comparison.wordUses ?? [],
    sources: slice.sources.map((source) => ({ ...(known.get(source.id) ?? source), index: source.index }))
  };
}

const SENTENCES = {
  silent: 'Parallax did not answer. Is it still running?',
  failed: (status: number) => `The comparison failed (status ${status}).`
};

/**
 * Asks the server for a comparison; it stores nothing.
 *
 * @throws Error with a sentence for the reader; the browser's own error when the request is cancelled
 */
export function auditAnew(
  request: AuditRequestInput,
  fetcher: typeof fetch,
  signal: AbortSignal
): Promise<Audit> {
  return askAudit(request, SENTENCES, fetcher, signal);
}
