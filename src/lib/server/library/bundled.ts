/** Collections of the corpus folder: files, read and never written. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { config } from '../config';
import { DomainError } from '../domain-error';
import type { Collection } from './collection';
import { collectionSignature, loadCollection } from './load-collection';

const collections = new Map<string, { signature: string; collection: Collection }>();

/** Ids of the collections there are, in order. */
export function bundledIds(): string[] {
  const { corpus } = config();
  if (!existsSync(corpus)) return [];
  return readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** What an id that leads nowhere is answered with. */
export function noCollection(id: string): DomainError {
  return new DomainError('not-found', `There is no collection "${id}".`, null, 404);
}

/** What a change is answered with where no stored collection of that id is. */
export function notStored(id: string): DomainError {
  if (!bundledIds().includes(id)) return noCollection(id);
  return new DomainError(
    'bundled',
    `The collection "${id}" came with Parallax as files: only its contested claims can be changed here.`,
    null,
    409
  );
}

/**
 * A collection as its files say, read again whenever one of them has changed.
 *
 * @throws DomainError 404 when there is none of that id, 500 naming the place when its files are broken
 */
export function openBundled(id: string): Collection {
  if (!bundledIds().includes(id)) throw noCollection(id);
  const folder = join(config().corpus, id);
  const signature = collectionSignature(folder);
  const known = collections.get(id);
  if (known?.signature === signature) return known.collection;
  const collection = loadCollection(folder);
  collections.set(id, { signature, collection });
  return collection;
}

/** All that can be read. */
export function readableBundled(): Collection[] {
  return bundledIds().flatMap((id) => {
    try {
      return [openBundled(id)];
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  });
}
