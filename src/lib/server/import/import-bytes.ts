import { createHash } from 'node:crypto';
import { detectKind } from './detect-kind';
import { importError } from './import-error';
import type { ImportedDocument } from './imported-document';
import { LIMITS, sizeText } from './limits';
import { readAnywhere } from './read-anywhere';
import { readPackage } from './read-archive';

export interface ImportOptions {
  /** Name of the file; errors and the document's origin use it. */
  readonly name: string;
  /** What the sender calls the bytes, such as `text/html; charset=utf-8`; the bytes themselves are believed first. */
  readonly mediaType?: string | null;
  /** Where they were fetched from. */
  readonly address?: string | null;
  /** Ends the reading. */
  readonly signal?: AbortSignal | undefined;
}

/** A file name without its path and without what would break a line of text. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
  return /^\.*$/.test(clean) ? 'file' : clean;
}

function charsetOf(mediaType: string | null | undefined): string | null {
  return /;\s{0,5}charset\s{0,5}=\s{0,5}"?([\w:.-]{2,40})/i.exec(mediaType ?? '')?.[1] ?? null;
}

/**
 * Makes documents of the bytes of a file: one, or as many as a table or an archive holds. The same bytes and the
 * same name give the same documents. Nothing is stored.
 *
 * @throws DomainError saying in one sentence what is wrong, where, and what to do; then there is no document at all
 */
export async function importBytes(bytes: Uint8Array, options: ImportOptions): Promise<ImportedDocument[]> {
  const name = plainFileName(options.name);
  const address = options.address ?? null;
  if (bytes.length > LIMITS.file) {
    throw importError(
      'too-large',
      `${name} has ${sizeText(bytes.length)}, and ${sizeText(LIMITS.file)} are possible: cut it into parts.`,
      413
    );
  }
  const kind = detectKind(bytes, name, options.mediaType ?? null);
  if (kind === 'package') return readPackage(bytes, name, address, options.signal);
  const charset = charsetOf(options.mediaType);
  return readAnywhere(kind, { bytes, name, charset, address }, options.signal);
}

/**
 * Makes a document of text that was pasted: kept to the letter.
 *
 * @throws DomainError when it is empty or too long
 */
export async function importText(
  text: string,
  name = 'Pasted text',
  signal?: AbortSignal
): Promise<ImportedDocument[]> {
  const input = {
    bytes: new TextEncoder().encode(text),
    name: plainFileName(name),
    charset: 'utf-8',
    address: null
  };
  const [document] = await readAnywhere('text', input, signal);
  return document ? [document] : [];
}

/**
 * Names the documents of an import by their bytes and their place among them: the same each time they are read. Two
 * members of an archive may have one path and the same bytes; they are counted.
 */
export function documentKeys(documents: readonly ImportedDocument[]): string[] {
  const seen = new Map<string, number>();
  return documents.map(({ origin, raw }) => {
    const key = createHash('sha256')
      .update(JSON.stringify([origin.name, origin.row, raw.sha256]))
      .digest('hex')
      .slice(0, 16);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}-${times}`;
  });
}
