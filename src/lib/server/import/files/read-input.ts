import type { ImportedDocument } from '../imported-document';

/** Bytes with what their sender said of them. */
export interface ReadInput {
  readonly bytes: Uint8Array;
  /** Of the file, or of the archive's member with the archive before it. */
  readonly name: string;
  /** Encoding that the sender named, such as the one of a `content-type` header. */
  readonly charset: string | null;
  /** Where they were fetched from. */
  readonly address: string | null;
}

export type Reader = (input: ReadInput) => ImportedDocument[] | Promise<ImportedDocument[]>;
