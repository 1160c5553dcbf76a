import type { Document, PartOfSpeech, Span } from '$lib/text/document';

/** The words of a document's body in order, without punctuation: what copies are recognised by. */
export interface WordStream {
  /** Word number, the same in all streams that were read together. */
  readonly words: Int32Array;
  /** Where each word stands in the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 for a word that carries content, 0 for grammar. */
  readonly content: Uint8Array;
  readonly text: string;
}

/** Letter and figure; a lone dash or symbol that counts as a word elsewhere says nothing on copying. */
const SPOKEN = /[\p{L}\p{N}]/u;

const CONTENT: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);

/** The text from one word up to, not including, another, as a span of the raw text. */
export function spanOfWords({ starts, ends }: WordStream, from: number, to: number): Span {
  return { start: starts[from]!, end: ends[to - 1]! };
}

/** How many words of a stretch carry content. */
export function contentIn({ content }: WordStream, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += content[i]!;
  return count;
}

/** Reads documents as streams of numbered words; letter case and the shape of apostrophes do not count. */
export class StreamReader {
  readonly #numbers = new Map<string, number>();

  read({ text, tokens, sentences }: Document): WordStream {
    const words: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const content: number[] = [];
    for (const { firstToken, tokenEnd } of sentences) {
      for (let i = firstToken; i < tokenEnd; i++) {
        const { word, normal, pos, start, end } = tokens[i]!;
        if (!word) continue;
        let number = this.#numbers.get(normal);
        if (number === undefined) {
          number = SPOKEN.test(normal) ? this.#numbers.size : -1;
          this.#numbers.set(normal, number);
        }
        if (number < 0) continue;
        words.push(number);
        starts.push(start);
        ends.push(end);
        content.push(CONTENT.has(pos) ? 1 : 0);
      }
    }
    return {
      words: Int32Array.from(words),
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      content: Uint8Array.from(content),
      text
    };
  }
}

/** Most words that a run is followed back from where it was met. */
const REACH_BACK = 200;

/** A run of words that stands in two streams, as `[from, to)` in either. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/**
 * The longest run of equal words around one place where two streams agree.
 *
 * @param floor first words that may belong to the run, `ceiling` where it ends at the latest, in either stream
 * @returns null when the words at the place differ
 */
export function runAround(
  words: Int32Array,
  at: number,
  others: Int32Array,
  otherAt: number,
  floor: readonly [number, number] = [0, 0],
  ceiling: readonly [number, number] = [words.length, others.length]
): Run | null {
  if (words[at] !== others[otherAt]) return null;
  let back = 0;
  while (
    back < REACH_BACK &&
    at - back > floor[0] &&
    otherAt - back > floor[1] &&
    words[at - back - 1] === others[otherAt - back - 1]
  )
    back++;
  let on = 1;
  while (at + on < ceiling[0] && otherAt + on < ceiling[1] && words[at + on] === others[otherAt + on]) on++;
  return { from: at - back, to: at + on, otherFrom: otherAt - back, otherTo: otherAt + on };
}

/** Odd multiplier of the polynomial hash; powers of it never become 0 modulo 2³². */
const BASE = 0x01000193;

/** A 32-bit hash of every run of `length` words, by its first word. Equal runs have equal hashes. */
export function shingleHashes(words: Int32Array, length: number): Int32Array {
  const size = Math.max(0, words.length - length + 1);
  const hashes = new Int32Array(size);
  let top = 1;
  for (let i = 1; i < length; i++) top = Math.imul(top, BASE);
  let hash = 0;
  for (let i = 0; i < words.length; i++) {
    if (i >= length) hash = (hash - Math.imul(spread(words[i - length]!), top)) | 0;
    hash = (Math.imul(hash, BASE) + spread(words[i]!)) | 0;
    if (i >= length - 1) hashes[i - length + 1] = hash;
  }
  return hashes;
}

/** Spreads small word numbers over all bits. */
function spread(word: number): number {
  const mixed = Math.imul(word + 1, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
