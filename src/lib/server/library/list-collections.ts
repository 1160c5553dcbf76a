/** The list of all collections, bundled and stored. */
import { DomainError } from '../domain-error';
import { bundledIds, openBundled } from './bundled';
import { listStored } from './stored-collections';

/** What a list of collections shows. */
export interface CollectionSummary {
  readonly id: string;
  /** The id, when the collection cannot be read. */
  readonly title: string;
  readonly question: string;
  readonly description: string;
  /** How many documents it holds. */
  readonly documents: number;
  /** What to mend, where its files are not as they should be; else null. */
  readonly problem: string | null;
  /** True for one that readers made and can change; the others are files. */
  readonly stored: boolean;
  /** When it was last changed, ISO 8601; null for files. */
  readonly changedAt: string | null;
}

function summaryOfFiles(id: string): CollectionSummary {
  const kind = { id, stored: false, changedAt: null };
  try {
    const { title, question, description, documents } = openBundled(id);
    return { ...kind, title, question, description, documents: documents.length, problem: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...kind, title: id, question: '', description: '', documents: 0, problem: error.message };
  }
}

/**
 * Every collection: those of the corpus folder by id, a broken one with what to mend, then the stored ones, the one
 * changed last first.
 */
export async function listCollections(): Promise<CollectionSummary[]> {
  const stored = await listStored();
  return [
    ...bundledIds().map(summaryOfFiles),
    ...stored.map((one) => ({
      ...one,
      stored: true,
      changedAt: one.changedAt.toISOString(),
      problem: null
    }))
  ];
}
