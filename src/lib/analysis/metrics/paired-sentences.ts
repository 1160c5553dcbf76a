/** Which sentence of a text stands for which of its other version. */
import { quoteOf, type Document, type Sentence } from '$lib/text/document';

/** Pairs of sentences by number: what one holds in both versions is compared. */
export interface SentencePairs {
  /** For each sentence of the earlier version its pair. */
  readonly before: Int32Array;
  /** For each sentence of the later version its pair. */
  readonly after: Int32Array;
  readonly count: number;
}

/** Longest run of pairs that rises in both columns, of pairs that rise in the first (patience sorting). */
function rising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const piles: number[] = [];
  const under: number[] = [];
  for (const [at, [, value]] of pairs.entries()) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[piles[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    under[at] = low > 0 ? piles[low - 1]! : -1;
    piles[low] = at;
  }
  const run: (readonly [number, number])[] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = under[at]!) run.push(pairs[at]!);
  return run.reverse();
}

/** Places of words that stand once in each of two lists, in the order of the first. */
function onceInBoth(x: readonly string[], y: readonly string[]): (readonly [number, number])[] {
  const places = (list: readonly string[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const [at, words] of list.entries()) found.set(words, found.has(words) ? -1 : at);
    return found;
  };
  const others = places(y);
  return [...places(x)].flatMap(([words, at]): [number, number][] => {
    const other = others.get(words);
    return at < 0 || other === undefined || other < 0 ? [] : [[at, other]];
  });
}

/** Ends of the runs of sentences that stand in one block. */
function blockEnds(sentences: readonly Sentence[], from: number, to: number): number[] {
  const ends: number[] = [];
  for (let i = from; i < to; i++) {
    if (i + 1 === to || sentences[i + 1]!.block !== sentences[i]!.block) ends.push(i + 1);
  }
  return ends;
}

/**
 * Pairs the sentences of two versions of a text, each once and in order. Sentences that stay as they were are
 * paired with themselves; between two such, the first that changed is paired with the first, and so on. Where
 * their numbers differ, by line, and else all of them are one pair: what cannot be told apart counts once.
 */
export function pairSentences(x: Document, y: Document): SentencePairs {
  const [a, b] = [x, y].map((document) => document.sentences.map((span) => quoteOf(document, span))) as [
    string[],
    string[]
  ];
  const before = new Int32Array(a.length);
  const after = new Int32Array(b.length);
  let count = 0;
  const together = (fromA: number, toA: number, fromB: number, toB: number): void => {
    if (fromA === toA && fromB === toB) return;
    before.fill(count, fromA, toA);
    after.fill(count, fromB, toB);
    count++;
  };
  const inOrder = (fromA: number, toA: number, fromB: number, toB: number): void => {
    if (toA - fromA !== toB - fromB) together(fromA, toA, fromB, toB);
    else for (let i = 0; i < toA - fromA; i++) together(fromA + i, fromA + i + 1, fromB + i, fromB + i + 1);
  };
  const between = (fromA: number, toA: number, fromB: number, toB: number): void => {
    const [endsA, endsB] = [blockEnds(x.sentences, fromA, toA), blockEnds(y.sentences, fromB, toB)];
    if (toA - fromA === toB - fromB || endsA.length !== endsB.length) inOrder(fromA, toA, fromB, toB);
    else {
      for (const [k, endA] of endsA.entries()) {
        inOrder(k === 0 ? fromA : endsA[k - 1]!, endA, k === 0 ? fromB : endsB[k - 1]!, endsB[k]!);
      }
    }
  };
  let [i, j] = [0, 0];
  for (const [p, q] of [...rising(onceInBoth(a, b)), [a.length, b.length] as const]) {
    // What is the same next to a sentence that is sure stays with it, even if it stands elsewhere too.
    while (i < p && j < q && a[i] === b[j]) together(i, ++i, j, ++j);
    let [endA, endB] = [p, q];
    while (endA > i && endB > j && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
    between(i, endA, j, endB);
    for (; endA < p; endA++, endB++) together(endA, endA + 1, endB, endB + 1);
    if (p < a.length && q < b.length) together(p, p + 1, q, q + 1);
    [i, j] = [p + 1, q + 1];
  }
  return { before, after, count };
}
