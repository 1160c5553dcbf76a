import { quoteOf } from '$lib/text/document';
import type { Duplicate } from '../audit-schema';
import { runAround, shingleHashes, spanOfWords, type Run, type WordStream } from './word-stream';

/** Words of one fingerprint. */
const SHINGLE = 6;
/** Of so many fingerprints in a row the smallest is kept, so that no common run of 10 words goes unseen. */
const WINDOW = 5;
/** Passages with fewer words in common are turns of phrase. */
const LEAST_WORDS = 12;
/** Two runs belong to one passage when at most so many words were changed between them. */
const MOST_CHANGED = 6;
/** Share of a passage's words that both copies must have in common. */
const LEAST_SHARE = 0.75;
/** Copies belong together when they cover the same stretch of the first text up to this share. */
const SAME_STRETCH = 0.8;
/** Passages listed of each duplicate, and duplicates listed. */
const MOST_PASSAGES = 20;
const MOST_LISTED = 100;
/** Groups that a copy is compared with, those that begin nearest before it. */
const GROUPS_BACK = 8;

/** A passage of one document that an earlier one holds too. */
interface Copy extends Run {
  readonly document: number;
  /** The document that has it first. */
  readonly other: number;
  /** Words in common. */
  readonly words: number;
}

/** Places of the smallest hash in every window (the last one of equals), each once, in order. */
function fingerprintPlaces(hashes: Int32Array): number[] {
  const places: number[] = [];
  let least = -1;
  for (let i = 0; i < hashes.length; i++) {
    if (least <= i - WINDOW) {
      least = Math.max(0, i - WINDOW + 1);
      for (let k = least + 1; k <= i; k++) if (hashes[k]! <= hashes[least]!) least = k;
    } else if (least < 0 || hashes[i]! <= hashes[least]!) least = i;
    if ((i >= WINDOW - 1 || i === hashes.length - 1) && places[places.length - 1] !== least)
      places.push(least);
  }
  return places;
}

/** Joins runs of one pair of documents that only a few changed words part. */
function joinRuns(runs: readonly (Run & { other: number })[], document: number): Copy[] {
  const copies: Copy[] = [];
  const last = new Map<number, number>();
  for (const run of runs) {
    const at = last.get(run.other);
    const before = at === undefined ? undefined : copies[at]!;
    const gap = before ? run.from - before.to : -1;
    const otherGap = before ? run.otherFrom - before.otherTo : -1;
    if (before && gap >= 0 && gap <= MOST_CHANGED && otherGap >= 0 && otherGap <= MOST_CHANGED) {
      copies[at!] = {
        ...before,
        to: run.to,
        otherTo: run.otherTo,
        words: before.words + run.to - run.from
      };
    } else {
      last.set(run.other, copies.push({ ...run, document, words: run.to - run.from }) - 1);
    }
  }
  return copies.filter(({ from, to, otherFrom, otherTo, words }) => {
    return words >= LEAST_WORDS && words >= LEAST_SHARE * Math.max(to - from, otherTo - otherFrom);
  });
}

/** Finds every passage that an earlier document holds too, document by document. */
class CopyFinder {
  readonly streams: WordStream[] = [];
  readonly copies: Copy[] = [];
  /** Where a fingerprint was met first: document and place. */
  readonly #seen = new Map<number, readonly [document: number, place: number]>();

  add(stream: WordStream): void {
    const { words } = stream;
    const seen = this.#seen;
    const document = this.streams.push(stream) - 1;
    const hashes = shingleHashes(words, SHINGLE);
    const runs: (Run & { other: number })[] = [];
    const fresh: number[] = [];
    const covered = new Map<number, number>();
    for (const place of fingerprintPlaces(hashes)) {
      const first = seen.get(hashes[place]!);
      if (!first) {
        fresh.push(place);
        continue;
      }
      const [other, otherPlace] = first;
      const end = covered.get(other) ?? 0;
      if (place + SHINGLE <= end) continue;
      const run = runAround(words, place, this.streams[other]!.words, otherPlace, [end, 0]);
      // Another run may have the same hash.
      if (!run || run.to - run.from < SHINGLE) continue;
      covered.set(other, run.to);
      runs.push({ ...run, other });
    }
    for (const place of fresh) if (!seen.has(hashes[place]!)) seen.set(hashes[place]!, [document, place]);
    runs.sort((a, b) => a.from - b.from || a.other - b.other);
    for (const copy of joinRuns(runs, document)) this.copies.push(copy);
  }
}

/** Whether two copies are of the same stretch of the same text. */
function sameStretch(a: Copy, b: Copy): boolean {
  const common = Math.min(a.otherTo, b.otherTo) - Math.max(a.otherFrom, b.otherFrom);
  return (
    a.other === b.other && common >= SAME_STRETCH * Math.max(a.otherTo - a.otherFrom, b.otherTo - b.otherFrom)
  );
}

/** Copies of the same stretch, put together. */
function groupCopies(copies: readonly Copy[]): Copy[][] {
  const sorted = [...copies].sort(
    (a, b) =>
      a.other - b.other || a.otherFrom - b.otherFrom || b.otherTo - a.otherTo || a.document - b.document
  );
  const groups: Copy[][] = [];
  for (const copy of sorted) {
    let found: Copy[] | undefined;
    for (let i = groups.length - 1; i >= 0 && i >= groups.length - GROUPS_BACK; i--) {
      if (!sameStretch(groups[i]![0]!, copy)) continue;
      found = groups[i];
      break;
    }
    if (found) found.push(copy);
    else groups.push([copy]);
  }
  return groups;
}

/**
 * Passages of a dozen words and more that several documents hold in the same or nearly the same words. Documents are
 * taken in one by one.
 *
 * Every document is reduced to fingerprints: hashes of six words in a row, of which the smallest in each window
 * of five is kept. A fingerprint that an earlier document has opens a comparison word by word, which gives the
 * longest run; runs with up to six changed words between them make one passage when at least three in four
 * words are the same. A text is held against the first document with the same words only, so that a passage
 * that is everywhere costs no more than one that is in two places: time and memory grow with the length of the
 * texts.
 */
export class DuplicateFinder {
  readonly #finder = new CopyFinder();

  add(stream: WordStream): void {
    this.#finder.add(stream);
  }

  /**
   * Longest first; at most 100 duplicates with 20 passages each.
   *
   * @param ids of the documents, in the order in which they came
   */
  list(ids: readonly string[]): Duplicate[] {
    const { streams, copies } = this.#finder;
    const groups = groupCopies(copies).map((group) => ({
      copies: group,
      words: Math.min(...group.map(({ words }) => words))
    }));
    groups.sort((a, b) => b.words - a.words || b.copies.length - a.copies.length);
    return groups.slice(0, MOST_LISTED).map(({ copies: group, words }, index) => {
      const { other } = group[0]!;
      const places = new Map<number, readonly [number, number]>();
      places.set(other, [
        Math.min(...group.map(({ otherFrom }) => otherFrom)),
        Math.max(...group.map(({ otherTo }) => otherTo))
      ]);
      for (const { document, from, to } of group) if (!places.has(document)) places.set(document, [from, to]);
      return {
        id: `d${index + 1}`,
        words,
        documents: places.size,
        passages: [...places]
          .sort(([a], [b]) => a - b)
          .slice(0, MOST_PASSAGES)
          .map(([document, [from, to]]) => {
            const stream = streams[document]!;
            const span = spanOfWords(stream, from, to);
            return { document: ids[document]!, ...span, quote: quoteOf(stream, span) };
          })
      };
    });
  }
}
