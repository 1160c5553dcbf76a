import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type * as v from 'valibot';
import { loadYaml, YamlError, type LoadedYaml } from '$lib/lexicons/load-yaml';
import { DomainError } from '../domain-error';
import type { Collection, CollectionDocument, ContestedClaim } from './collection';
import { CollectionFileSchema, ContestedFileSchema, FIELDS } from './collection-schema';

const MAX_FILE_BYTES = 5_000_000;

/** Lower-case hexadecimal SHA-256 of a text, as UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * Reads a file as UTF-8 exactly as it is: nothing is normalised, a byte order mark stays.
 *
 * @param limit in bytes
 * @throws DomainError when the file is larger or not UTF-8
 */
export function readTextFile(file: string, limit = MAX_FILE_BYTES): string {
  const { size } = statSync(file);
  if (size > limit) {
    throw new DomainError(
      'too-large',
      `${basename(file)} has ${size} bytes, and ${limit} are possible: cut it into parts.`,
      file,
      413
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DomainError('not-utf-8', `${basename(file)} is not UTF-8: save it as UTF-8 text.`, file, 422);
  }
}

/** A broken file is the error shape that names the place, not a crash. */
function broken(error: unknown): unknown {
  if (!(error instanceof YamlError)) return error;
  return new DomainError('broken-collection', error.message, `${error.file}:${error.line}`, 500);
}

function readYaml<Schema extends v.GenericSchema>(
  folder: string,
  name: string,
  schema: Schema
): LoadedYaml<v.InferOutput<Schema>> {
  const file = join(folder, name);
  const shown = `${basename(folder)}/${name}`;
  if (!existsSync(file)) {
    throw new DomainError('broken-collection', `${shown} is missing: add it.`, shown, 500);
  }
  return loadYaml(shown, readFileSync(file, 'utf8'), schema);
}

function readDocuments(folder: string): { about: Omit<Collection, 'id' | 'contested'> } {
  const { value, error } = readYaml(folder, 'collection.yaml', CollectionFileSchema);
  const seen = new Set<string>();
  const documents = value.documents.map((entry, index): CollectionDocument => {
    const at = ['documents', index] as const;
    const id = entry.file.replace(/\.(txt|md)$/, '');
    if (seen.has(id)) throw error([...at, 'file'], `"${entry.file}" is listed twice: keep one`);
    seen.add(id);
    const file = join(folder, 'documents', entry.file);
    if (!existsSync(file)) {
      throw error([...at, 'file'], `there is no file documents/${entry.file}: add it or correct the name`);
    }
    const text = readTextFile(file);
    if (text.trim() === '') throw error([...at, 'file'], `documents/${entry.file} is empty: remove it`);
    entry.shown.forEach(({ field, quote }, position) => {
      if (!text.includes(quote)) {
        throw error([...at, 'shown', position, 'quote'], `the quote is not in documents/${entry.file}`);
      }
      if (entry[field] === null) {
        throw error(
          [...at, 'shown', position, 'field'],
          `the quote shows "${field}", but "${field}" is null`
        );
      }
    });
    for (const field of FIELDS) {
      if (entry[field] !== null && !entry.shown.some((shown) => shown.field === field)) {
        throw error([...at, field], `"${field}" needs a quote under "shown", or must be null`);
      }
    }
    return { id, ...entry, text };
  });
  const { title, question, description } = value;
  return { about: { title, question, description, documents } };
}

function readContested(folder: string): ContestedClaim[] {
  if (!existsSync(join(folder, 'contested.yaml'))) return [];
  const { value, error } = readYaml(folder, 'contested.yaml', ContestedFileSchema);
  const seen = new Set<string>();
  value.claims.forEach((claim, index) => {
    if (seen.has(claim.id)) {
      throw error(['claims', index, 'id'], `the id "${claim.id}" is taken: give this claim another`);
    }
    seen.add(claim.id);
  });
  return value.claims;
}

/**
 * Reads the folder of one collection.
 *
 * @throws DomainError naming file, entry and line of the first thing that is not as `corpus/README.md` says
 */
export function loadCollection(folder: string): Collection {
  try {
    const { about } = readDocuments(folder);
    return { id: basename(folder), ...about, contested: readContested(folder) };
  } catch (error) {
    throw broken(error);
  }
}

/** Reads a file of contested claims on its own. */
export function loadContestedFile(file: string): ContestedClaim[] {
  try {
    const { value } = loadYaml(basename(file), readTextFile(file), ContestedFileSchema);
    return value.claims;
  } catch (error) {
    throw broken(error);
  }
}

/** Changes whenever a file of the collection does; cheap enough to ask on every request. */
export function collectionSignature(folder: string): string {
  const documents = join(folder, 'documents');
  const names = ['collection.yaml', 'contested.yaml'];
  if (existsSync(documents)) names.push(...readdirSync(documents).map((name) => join('documents', name)));
  return names
    .sort()
    .map((name) => {
      const stat = statSync(join(folder, name), { throwIfNoEntry: false });
      return stat ? `${name}:${stat.size}:${stat.mtimeMs}` : `${name}:none`;
    })
    .join('\n');
}
