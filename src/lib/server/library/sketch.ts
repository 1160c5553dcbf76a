/** Tells texts that are nearly the same by the runs of words they share. */

/** Words of one run. */
const RUN = 5;
/** Hashes of a text that are kept: enough to tell a half from a third. */
const KEPT = 128;

/** FNV-1a over UTF-16 units, then mixed, so that the smallest hashes are a fair sample. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Hashes of the runs of a text, each once; of a text shorter than a run, the hash of it all. */
export function runHashes(text: string): Set<number> {
  const words = wordsOf(text);
  const hashes = new Set<number>();
  for (let i = 0; i === 0 || i + RUN <= words.length; i++)
    hashes.add(hashOf(words.slice(i, i + RUN).join(' ')));
  return hashes;
}

/** The smallest hashes of a text's runs, in order: two texts are compared by these first. */
export function sketchOf(hashes: ReadonlySet<number>): number[] {
  return [...hashes].sort((a, b) => a - b).slice(0, KEPT);
}

/** Runs that both have out of all runs that either has, 0 to 1. */
export function shareOfRuns(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let both = 0;
  for (const hash of small) if (large.has(hash)) both++;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}
