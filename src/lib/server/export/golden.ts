import type { Audit } from '$lib/analysis/audit-schema';

/**
 * An audit cut into files that read well as a diff: one per document, the comparison, the contested claims.
 * The engine's version and the hash of the word lists are left out: they change without changing a result.
 */
export function goldenFiles({ documents, comparison, contested }: Audit): Map<string, string> {
  const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ...documents.map((document): [string, string] => [`${document.id}.json`, pretty(document)]),
    ['comparison.json', pretty(comparison)],
    ['contested.json', pretty(contested)]
  ]);
}
