/** Tells a reader that a document is in the library already, or nearly. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { libraryIfAny, openLibrary, tables, type Database } from '../db';
import { readableBundled } from './bundled';
import { isCurrentVersion, isVersion, isVersionOf } from './document-place';
import { sha256 } from './load-collection';
import { runHashes, shareOfRuns, sketchOf } from './sketch';

const { collections, documents, documentVersions } = tables;

/** From this share of runs in common on, two texts are nearly the same. */
const NEAR = 0.5;
/** Candidates whose texts are compared in full. */
const CANDIDATES = 3;
/** Sketches looked up at a time. */
const SKETCHES = 50;

export interface KnownDocument {
  /** The same bytes, the same text made of other bytes, or a text nearly the same. */
  readonly kind: 'same-bytes' | 'same-text' | 'near';
  /** Runs of five words that both texts have out of all that either has; 1 for the same text. */
  readonly share: number;
  readonly collection: string;
  readonly collectionTitle: string;
  readonly document: string;
  readonly title: string | null;
}

/** What is to be looked for: the hash of the raw bytes, and the text. */
export interface Sought {
  readonly sha256: string;
  readonly text: string;
}

type Known = Omit<KnownDocument, 'kind' | 'share'>;
interface KnownText extends Known {
  readonly rawSha256: string | null;
  readonly textSha256: string;
  readonly hashes: ReadonlySet<number>;
}

const bundledTexts = new WeakMap<object, KnownText>();

function bundled(): KnownText[] {
  return readableBundled().flatMap((collection) =>
    collection.documents.map((document) => {
      const known = bundledTexts.get(document) ?? {
        collection: collection.id,
        collectionTitle: collection.title,
        document: document.id,
        title: document.title,
        // A file of the corpus is its own text.
        rawSha256: sha256(document.text),
        textSha256: sha256(document.text),
        hashes: runHashes(document.text)
      };
      bundledTexts.set(document, known);
      return known;
    })
  );
}

const place = {
  collection: documentVersions.collection,
  collectionTitle: collections.title,
  document: documentVersions.document,
  title: documents.title,
  n: documentVersions.n
};

/** Current versions outside the trash. */
function current(db: Database['db']) {
  return db
    .select({ ...place, rawSha256: documentVersions.rawSha256, textSha256: documentVersions.textSha256 })
    .from(documentVersions)
    .innerJoin(documents, and(isCurrentVersion, isNull(documents.deletedAt)))
    .innerJoin(
      collections,
      and(eq(collections.id, documentVersions.collection), isNull(collections.deletedAt))
    );
}

const plain = ({ collection, collectionTitle, document, title }: Known): Known => ({
  collection,
  collectionTitle,
  document,
  title
});

/** For each text, the stored one with the most runs in common, when that is enough. */
async function nearest(
  database: Database,
  sought: readonly { readonly index: number; readonly hashes: ReadonlySet<number> }[]
): Promise<Map<number, KnownDocument>> {
  const found = new Map<number, KnownDocument>();
  const { db, rows } = database;
  for (const { index, hashes } of sought) {
    const sketch = `{${sketchOf(hashes).join(',')}}`;
    const candidates = await rows<{ collection: string; document: string; n: number }>(
      db,
      sql`select v.collection, v.document, v.n
        from document_versions v
        join documents d on d.collection = v.collection and d.id = v.document and d.version = v.n
        join collections c on c.id = v.collection
        where v.sketch && ${sketch}::integer[] and d.deleted_at is null and c.deleted_at is null
        order by cardinality(array(select unnest(v.sketch) intersect select unnest(${sketch}::integer[]))) desc,
          v.collection, v.document
        limit ${CANDIDATES}`
    );
    for (const candidate of candidates) {
      const [row] = await db
        .select({ ...place, text: documentVersions.text })
        .from(documentVersions)
        .innerJoin(documents, isVersionOf)
        .innerJoin(collections, eq(collections.id, documentVersions.collection))
        .where(isVersion(candidate.collection, candidate.document, candidate.n));
      if (!row) continue;
      const share = shareOfRuns(hashes, runHashes(row.text));
      if (share >= NEAR && share > (found.get(index)?.share ?? 0))
        found.set(index, { kind: 'near', share, ...plain(row) });
    }
  }
  return found;
}

/**
 * For each document, one of the library that is the same or nearly so; null where there is none. Bundled
 * collections and stored ones are looked through, the trash is not.
 */
export async function findDuplicates(sought: readonly Sought[]): Promise<(KnownDocument | null)[]> {
  const files = bundled();
  const asked = sought.map(({ sha256: rawSha256, text }) => ({
    rawSha256,
    textSha256: sha256(text),
    hashes: runHashes(text)
  }));
  const database = await libraryIfAny();
  // Whoever asks is about to save: a library that must be made first is ready by then. That fails again when saving.
  if (database === null) openLibrary().catch(() => undefined);
  const same: (Known & { rawSha256: string | null; textSha256: string })[] = [...files];
  if (database !== null) {
    for (let from = 0; from < asked.length; from += SKETCHES) {
      const part = asked.slice(from, from + SKETCHES);
      const raws = part.map(({ rawSha256 }) => rawSha256);
      const texts = part.map(({ textSha256 }) => textSha256);
      same.push(...(await current(database.db).where(inArray(documentVersions.rawSha256, raws))));
      same.push(...(await current(database.db).where(inArray(documentVersions.textSha256, texts))));
    }
  }
  const found = asked.map(({ rawSha256, textSha256, hashes }): KnownDocument | null => {
    const bytes = same.find((one) => one.rawSha256 === rawSha256);
    if (bytes) return { kind: 'same-bytes', share: 1, ...plain(bytes) };
    const text = same.find((one) => one.textSha256 === textSha256);
    if (text) return { kind: 'same-text', share: 1, ...plain(text) };
    let best: KnownDocument | null = null;
    for (const file of files) {
      const share = shareOfRuns(hashes, file.hashes);
      if (share >= NEAR && share > (best?.share ?? 0)) best = { kind: 'near', share, ...plain(file) };
    }
    return best;
  });
  if (database === null) return found;
  const open = asked.flatMap(({ hashes }, index) =>
    found[index] === null || found[index]?.kind === 'near' ? [{ index, hashes }] : []
  );
  const stored = await nearest(database, open);
  return found.map((one, index) => {
    const other = stored.get(index);
    return other && other.share > (one?.share ?? 0) ? other : one;
  });
}
