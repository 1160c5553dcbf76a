/** The readers, one a kind of file. */
import type { FileKind } from '../detect-kind';
import type { ImportedDocument } from '../imported-document';
import { readCsv } from './read-csv';
import { readDocx } from './read-docx';
import { readHtml } from './read-html';
import type { Reader, ReadInput } from './read-input';
import { readJson, readJsonl } from './read-json';
import { readPdf } from './read-pdf';
import { readMarkdown, readText } from './read-text';

const READERS: Readonly<Record<FileKind, Reader>> = {
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
  pdf: readPdf,
  docx: readDocx,
  csv: readCsv,
  jsonl: readJsonl,
  json: readJson
};

/**
 * Reads one file in this thread.
 *
 * @throws DomainError when it cannot be read
 */
export async function readFile(kind: FileKind, input: ReadInput): Promise<ImportedDocument[]> {
  return READERS[kind](input);
}

export type { FileKind } from '../detect-kind';
export type { ReadInput } from './read-input';
