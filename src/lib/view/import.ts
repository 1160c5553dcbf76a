/** An import before it is saved: what was read, what a reader corrected, and what is still in the way. */

export interface ImportBlock {
  readonly text: string;
  readonly gap: string;
  readonly kept: boolean;
  readonly reason: string | null;
}

export interface KnownDocument {
  readonly kind: 'same-bytes' | 'same-text' | 'near';
  readonly share: number;
  readonly collection: string;
  readonly collectionTitle: string;
  readonly document: string;
  readonly title: string | null;
}

/** Something of a file that was skipped, and why. */
export interface RefusedItem {
  readonly name: string;
  readonly why: string;
}

export interface ImportNotice {
  readonly code: string;
  readonly message: string;
  readonly refused?: readonly RefusedItem[];
}

export const METADATA = ['title', 'author', 'publisher', 'published', 'canonical', 'language'] as const;
export type MetadataField = (typeof METADATA)[number];

/** A document as the server read it. */
export interface ImportPreview extends Readonly<Record<MetadataField, string | null>> {
  readonly key: string;
  readonly name: string;
  readonly row: number | null;
  readonly address: string | null;
  readonly mediaType: string;
  readonly encoding: string | null;
  readonly size: number;
  readonly words: number;
  /** Null when there are too many documents to show their texts. */
  readonly blocks: readonly ImportBlock[] | null;
  readonly notices: readonly ImportNotice[];
  readonly known: KnownDocument | null;
}

/** A document with what the reader changed. */
export interface ImportDraft {
  readonly preview: ImportPreview;
  readonly wanted: boolean;
  /** As typed; empty where nothing is known. */
  readonly fields: Readonly<Record<MetadataField, string>>;
  /** Places of the blocks that the reader switched. */
  readonly switched: ReadonlySet<number>;
}

export type SourceKind = 'file' | 'text' | 'page';

/** Something a reader added: a file, a text or an address. */
export interface ImportSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'ready' | 'failed';
  /** Share of it that has been sent to the server, from 0 to 1; null where nothing is sent. */
  readonly sent: number | null;
  readonly problem: string | null;
  /** What is sent; for a page, what was fetched. Null while it is not there yet. */
  readonly bytes: Blob | null;
  readonly mediaType: string | null;
  readonly address: string | null;
  readonly drafts: readonly ImportDraft[];
}

export function draftOf(preview: ImportPreview): ImportDraft {
  const fields = Object.fromEntries(METADATA.map((field) => [field, preview[field] ?? '']));
  return { preview, wanted: true, fields: fields as ImportDraft['fields'], switched: new Set() };
}

/** True for a document that is there already to the letter; one that is nearly the same is the reader's to judge. */
export function isRepeated({ preview }: ImportDraft, twin: { readonly same: boolean } | null): boolean {
  return (preview.known !== null && preview.known.kind !== 'near') || twin?.same === true;
}

/** Documents that will be saved. */
export function wantedDrafts(sources: readonly ImportSource[]): ImportDraft[] {
  return sources.flatMap(({ drafts }) => drafts.filter(({ wanted }) => wanted));
}

/** A source with more documents than a preview shows the texts of; it is imported as a whole in the background. */
export function isBulk(source: ImportSource): boolean {
  return source.drafts.some(({ preview }) => preview.blocks === null);
}
