/**
 * Sets of strings as sorted codes, so that what two of them share is counted in one sweep. A code is a hash: two
 * strings that fall on one code are taken for one, which hardly ever happens in a sentence.
 */

/** Sorted, each once: words by 32 bits; letter triples, of which there are many, by 16. */
export type Codes = Int32Array | Uint16Array;

function hash(text: string, from: number, to: number, seed: number): number {
  let code = seed;
  for (let i = from; i < to; i++) code = Math.imul(code ^ text.charCodeAt(i), 16777619);
  return code;
}

const SEED = -2128831035;

function sortedOnce<T extends Codes>(codes: T): T {
  codes.sort();
  let size = 0;
  for (let i = 0; i < codes.length; i++) if (i === 0 || codes[i] !== codes[i - 1]) codes[size++] = codes[i]!;
  return codes.slice(0, size) as T;
}

/** The codes of some strings. */
export function hashedSet(items: readonly string[]): Int32Array {
  return sortedOnce(Int32Array.from(items, (item) => hash(item, 0, item.length, SEED)));
}

/** Letters of a word that are looked at. */
const LONGEST = 60;

/** The codes of the letter triples of some words, their beginnings and ends marked. */
export function tripleCodes(words: Iterable<string>): Uint16Array {
  const codes: number[] = [];
  for (const word of words) {
    const framed = `^${word.slice(0, LONGEST)}$`;
    for (let i = 0; i + 3 <= framed.length; i++) {
      const code = hash(framed, i, i + 3, SEED);
      codes.push((code ^ (code >>> 16)) & 0xffff);
    }
  }
  return sortedOnce(Uint16Array.from(codes));
}

/** How many codes two sets share. */
export function shared(a: Codes, b: Codes): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) count++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return count;
}

/** Twice what two sets share over what both hold (Dice), 0 to 1. */
export function dice(a: Codes, b: Codes): number {
  return (2 * shared(a, b)) / Math.max(1, a.length + b.length);
}
