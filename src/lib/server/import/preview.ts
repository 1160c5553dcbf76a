/** What a reader sees of an import before anything is stored. */
import { findDuplicates, type KnownDocument } from '../library/find-duplicates';
import { documentKeys } from './import-bytes';
import type { ImportedBlock, ImportedDocument, ImportedMetadata, ImportNotice } from './imported-document';
import { LIMITS } from './limits';

/** A document as a preview shows it. */
export interface ImportPreview extends ImportedMetadata {
  /** Names the document when it is saved; the same bytes give the same keys. */
  readonly key: string;
  readonly name: string;
  readonly row: number | null;
  readonly address: string | null;
  readonly mediaType: string;
  readonly encoding: string | null;
  /** Of the raw bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly words: number;
  /** In reading order, those left out among them; null when there are too many documents to show their texts. */
  readonly blocks: readonly ImportedBlock[] | null;
  readonly notices: readonly ImportNotice[];
  /** The same document, or one nearly the same, that the library holds. */
  readonly known: KnownDocument | null;
}

export interface PreviewAnswer {
  readonly documents: readonly ImportPreview[];
  /** A page's own bytes, for a reader who fetched it and may want to save it; null for what the reader sent. */
  readonly fetched: {
    readonly name: string;
    readonly mediaType: string;
    readonly address: string;
    readonly base64: string;
  } | null;
}

/** Makes the preview of documents; looks up which of them the library holds already. */
export async function previewOf(documents: readonly ImportedDocument[]): Promise<ImportPreview[]> {
  const known = await findDuplicates(documents.map(({ raw, text }) => ({ sha256: raw.sha256, text })));
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  // One document alone is shown however long it is.
  const withBlocks =
    documents.length === 1 ||
    (documents.length <= LIMITS.previewed && characters <= LIMITS.previewedCharacters);
  const keys = documentKeys(documents);
  return documents.map((document, index) => {
    const { raw, origin, title, author, publisher, published, canonical, language } = document;
    return {
      key: keys[index]!,
      name: origin.name,
      row: origin.row,
      address: origin.address,
      mediaType: raw.mediaType,
      encoding: raw.encoding,
      size: raw.bytes.length,
      sha256: raw.sha256,
      words: document.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
      blocks: withBlocks ? document.blocks : null,
      notices: document.notices,
      known: known[index] ?? null,
      title,
      author,
      publisher,
      published,
      canonical,
      language
    };
  });
}
