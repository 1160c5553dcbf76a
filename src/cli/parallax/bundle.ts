import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '$lib/server/domain-error';
import { parseBundle, verifyBundle } from '$lib/server/export/bundle';
import { readTextFile, sha256 } from '$lib/server/library/load-collection';

/** A bundle holds a whole audit. */
const MAX_BUNDLE_BYTES = 500_000_000;

/** Texts of a folder and the folders in it by their hash, read when one is first asked for. */
function textsIn(folder: string): (hash: string) => string | null {
  let texts: Map<string, string> | null = null;
  return (hash) => {
    texts ??= new Map(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(txt|md)$/i.test(name) && statSync(join(folder, name)).isFile())
        .sort()
        .map((name) => {
          const text = readTextFile(join(folder, name));
          return [sha256(text), text];
        })
    );
    return texts.get(hash) ?? null;
  };
}

function readBundle(file: string): unknown {
  if (!existsSync(file)) throw new DomainError('not-found', `There is no file ${file}.`, file);
  try {
    return JSON.parse(readTextFile(file, MAX_BUNDLE_BYTES));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('not-json', `${file} is not JSON: name a bundle that Parallax made.`, file);
  }
}

/**
 * `parallax verify`: takes the audit of a bundle again.
 *
 * @param folder where texts that the bundle names by their hash are looked for; null: nowhere
 * @returns the sentences to print, and whether the bytes are the same
 */
export function verify(
  file: string,
  folder: string | null
): { readonly text: string; readonly identical: boolean } {
  if (folder !== null && !existsSync(folder))
    throw new DomainError('not-found', `There is no folder ${folder}.`, '--texts');
  const bundle = parseBundle(readBundle(file));
  const { identical, differences } = verifyBundle(bundle, folder === null ? () => null : textsIn(folder));
  const count = `${bundle.documents.length} documents, ${bundle.claims.length} contested claims`;
  return {
    identical,
    text: identical
      ? `Byte-identical: ${count}, seed ${bundle.seed}.\n`
      : `Not the same: ${count}, seed ${bundle.seed}.\n${differences.map((line) => `- ${line}\n`).join('')}`
  };
}
