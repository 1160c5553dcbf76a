/** What an import makes of bytes: a text to audit, what is known about it, and what was left out of it. */

/** Why a block of a page or file is not part of the text. */
export type DropReason =
  | 'page-chrome'
  | 'navigation'
  | 'related'
  | 'caption'
  | 'comments'
  | 'promotion'
  | 'byline'
  | 'title'
  | 'hidden'
  | 'by-reader';

/** A piece of what was imported, in reading order. Every block stays known, so that a reader can switch it. */
export interface ImportedBlock {
  readonly text: string;
  /** White space between this block and the next, as it stands in the text when both are kept. */
  readonly gap: string;
  readonly kept: boolean;
  /** Why it is left out; null when it is kept. */
  readonly reason: DropReason | null;
}

/** Text that was left out. */
export interface DroppedText {
  readonly reason: DropReason;
  readonly quote: string;
  /** UTF-16 offset in `text` before which it stood. */
  readonly at: number;
}

/** The bytes exactly as they came; they are kept and never changed. */
export interface RawBytes {
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** What the bytes are, such as `text/html`; told by the bytes before the name. */
  readonly mediaType: string;
  /** Character encoding that they were read in, such as `windows-1252`; null where the format has its own. */
  readonly encoding: string | null;
}

/** Where the bytes came from: a file, a member of an archive (`a.zip/b.txt`), a row (`a.csv`, row 3), an address. */
export interface ImportOrigin {
  /** Name of the file, or what was asked for; "pasted text" when it was pasted. */
  readonly name: string;
  /** Row or line of a table, counted from 1 without the header; null otherwise. */
  readonly row: number | null;
  /** Address that the bytes were fetched from, after redirects; null when they were not fetched. */
  readonly address: string | null;
}

export type ImportNoticeCode =
  | 'encoding-guessed'
  | 'characters-replaced'
  | 'page-chrome-dropped'
  | 'little-text'
  | 'pages-without-text'
  | 'rows-skipped'
  | 'dates-unread'
  | 'members-skipped'
  | 'redirected'
  | 'no-article'
  | 'not-english'
  | 'hidden-characters'
  | 'same-text';

/** Something of a file that could not be read, and why. */
export interface RefusedItem {
  /** Path in the archive, or the row or line of a table. */
  readonly name: string;
  readonly why: string;
}

/** Something a reader should know before saving, as one sentence. */
export interface ImportNotice {
  readonly code: ImportNoticeCode;
  readonly message: string;
  /** What was skipped, each with its reason, where the notice is about that. */
  readonly refused?: readonly RefusedItem[];
}

/** What a document says about itself; null where it says nothing, never guessed. A reader may correct it. */
export interface ImportedMetadata {
  readonly title: string | null;
  readonly author: string | null;
  /** The site or paper. */
  readonly publisher: string | null;
  /** ISO 8601 day, such as 2024-03-05. */
  readonly published: string | null;
  /** The address that the page itself names as its own. */
  readonly canonical: string | null;
  /** BCP 47 tag that the document declares, such as `en-GB`. */
  readonly language: string | null;
}

export interface ImportedDocument extends ImportedMetadata {
  readonly raw: RawBytes;
  readonly origin: ImportOrigin;
  /** What is audited; kept verbatim, and every offset is into it. The kept blocks, joined by their gaps. */
  readonly text: string;
  readonly blocks: readonly ImportedBlock[];
  readonly dropped: readonly DroppedText[];
  readonly notices: readonly ImportNotice[];
}
