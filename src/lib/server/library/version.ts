/** Tells whether anything in the library may have changed, so that rendered pages can be kept until it has. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { config } from '../config';
import { collectionSignature } from './load-collection';

/** Files edited outside the app are looked at no more often than this; in milliseconds. */
const LOOK_EVERY = 1_000;

let changes = 0;
let looked = -Infinity;
let files = '';

function signatureOfFiles(): string {
  const { corpus } = config();
  if (!existsSync(corpus)) return '';
  return readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${name}\n${collectionSignature(join(corpus, name))}`)
    .join('\n\n');
}

/** To be called after everything that changes what the library holds or says. */
export function libraryChanged(): void {
  changes++;
}

/**
 * The same text for as long as nothing in the library has changed.
 *
 * @param now in milliseconds, from any clock that runs forward
 */
export function libraryVersion(now = performance.now()): string {
  if (now - looked >= LOOK_EVERY) {
    looked = now;
    const found = signatureOfFiles();
    if (found !== files) {
      files = found;
      changes++;
    }
  }
  return String(changes);
}
