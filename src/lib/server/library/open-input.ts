import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AuditRequest } from '$lib/analysis/audit-schema';
import { config } from '../config';
import { DomainError } from '../domain-error';
import { parseAuditRequest } from './audit-request';
import type { ContestedClaim } from './collection';
import { claimsOf, requestOf } from './collection-request';
import { loadCollection, loadContestedFile, readTextFile } from './load-collection';

const TEXT_FILE = /\.(txt|md)$/i;
/** What the app imports and the command line does not read, by its ending. */
const IMPORTED: Readonly<Record<string, string>> = {
  docx: 'a Word file',
  doc: 'a Word file',
  odt: 'a file of a word processor',
  rtf: 'a file of a word processor',
  pdf: 'a PDF',
  html: 'a web page',
  htm: 'a web page',
  csv: 'a table',
  zip: 'an archive'
};

const kindOf = (name: string): string | undefined =>
  IMPORTED[/\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? ''];

/** What to do about a file of another kind. */
const ELSEWHERE = 'save its text as a .txt file, or import it in the app';

function readDocument(file: string, name: string, id: string): { id: string; text: string } {
  const text = readTextFile(file);
  if (text.trim() !== '') return { id, text };
  throw new DomainError('empty-document', `${name} is empty: put a text in it or remove it.`, name);
}

const stem = (name: string): string => name.replace(TEXT_FILE, '');

/** Files of a folder that would be documents if they were texts. */
function otherFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && kindOf(entry.name) !== undefined)
    .map(({ name }) => name)
    .sort();
}

/**
 * What of a folder of texts was passed over, as a sentence: a comparison that lacks a source in silence would say that
 * its claims stand nowhere. Null when nothing was.
 */
export function passedOver(input: string): string | null {
  if (!statSync(input).isDirectory() || existsSync(join(input, 'collection.yaml'))) return null;
  const others = otherFiles(input);
  if (others.length === 0) return null;
  return `Not read: ${others.join(', ')}. Only .txt and .md files of a folder are: ${others.length === 1 ? ELSEWHERE : 'save their texts as .txt files, or import them in the app'}.`;
}

/** A folder of texts: every `.txt` and `.md` file is a document, named after the file. */
function readFolder(folder: string): unknown {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  if (names.length === 0) {
    const others = otherFiles(folder);
    throw new DomainError(
      'no-documents',
      others.length > 0
        ? `${folder} holds no .txt or .md file, but ${others.join(', ')}: of these save the text as a .txt file each, or import them in the app.`
        : `${folder} holds no .txt or .md file: name a folder of texts, a collection or a request in JSON.`,
      folder
    );
  }
  const twice = (name: string): boolean =>
    names.some((other) => other !== name && stem(other) === stem(name));
  const documents = names.map((name) =>
    readDocument(join(folder, name), name, twice(name) ? name : stem(name))
  );
  return { documents };
}

/** One text, named after its file, or a request in JSON. */
function readFile(file: string): unknown {
  const name = basename(file);
  if (TEXT_FILE.test(name)) return { documents: [readDocument(file, name, stem(name))] };
  const kind = kindOf(name);
  if (kind !== undefined)
    throw new DomainError(
      'not-json',
      `${name} is ${kind}, and the command line reads texts (.txt, .md) or a request in JSON: ${ELSEWHERE}.`,
      file
    );
  const text = readTextFile(file, config().bodyLimit);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError(
      'not-json',
      `${name} is not JSON (${why}): correct it, or name a text (.txt, .md) or a folder of texts.`,
      file
    );
  }
}

/** A list of contested claims of its own, for a folder that has none. */
export function openClaims(file: string): ContestedClaim[] {
  if (!existsSync(file)) throw new DomainError('not-found', `There is no file ${file}.`, file);
  return loadContestedFile(file);
}

/**
 * What the command line is pointed at, as a request: a collection's folder, a folder of texts, one text, or a
 * request in JSON.
 *
 * @param claims replace those of the collection or the request
 * @throws DomainError naming the file, or the place in it, that is wrong
 */
export function openInput(input: string, claims?: readonly ContestedClaim[]): AuditRequest {
  if (!existsSync(input)) {
    throw new DomainError(
      'not-found',
      `There is no ${input}: name a text (.txt, .md), a folder of texts, a collection or a request in JSON.`,
      input
    );
  }
  const request = !statSync(input).isDirectory()
    ? parseAuditRequest(readFile(input))
    : existsSync(join(input, 'collection.yaml'))
      ? requestOf(loadCollection(input))
      : parseAuditRequest(readFolder(input));
  return claims ? { ...request, claims: claimsOf(claims) } : request;
}
