import type { Knowledge } from '$lib/lexicons/knowledge';
import type { ClaimCluster, Overlap } from '../audit-schema';
import { ClaimIndex, type ComparedDocument } from './claim-index';
import { CLUSTERS } from './cluster-weights';
import { readOverlap } from './overlap';
import { LinkList } from './link-list';
import { shiftedScore } from './pair-match';
import { readClaims } from './read-claims';

export type { ComparedDocument } from './claim-index';

/** A statement of a document, by their numbers. */
export interface StatementPlace {
  readonly document: number;
  readonly statement: number;
}

/** Two statements of different documents that are at least related. */
export interface ScoredLink {
  readonly a: StatementPlace;
  readonly b: StatementPlace;
  /** On one scale: from `threshold` on, they make the same claim. */
  readonly score: number;
}

export interface ComparedClaims {
  readonly claims: ClaimCluster[];
  readonly overlap: Overlap[];
  readonly links: readonly ScoredLink[];
  readonly threshold: number;
}

/** Up to so many documents, pairs that fall short by their words get a second opinion, which needs the readings. */
const MOST_ASKED_AGAIN = 200;
/**
 * Of so many documents, how rare a word is, is counted before the first is matched. Each later one is matched by
 * what has been counted when it comes: so a collection that grew has the same claims as one that was there at once.
 */
const COUNTED_TOGETHER = 50;

/**
 * Statements of documents matched into claims, with what each document leaves out, where figures clash, and how much
 * each pair shares. Documents are taken in one by one, in any portions, with the same result; above 200 of them
 * nothing of their readings is kept, and one more costs what its own candidates cost.
 */
export class ClaimComparison {
  readonly #ids: string[] = [];
  /** Readings of all documents, while they are few. */
  #kept: ComparedDocument[] | null = [];
  #index: ClaimIndex | null = null;
  /** Documents of `#kept` that are in the index. */
  #indexed = 0;
  readonly #found = new LinkList();

  /** @param expected how many documents will come, where that is known: then nothing is done twice */
  constructor(
    private readonly knowledge: Knowledge,
    private readonly expected = 0
  ) {}

  add(document: ComparedDocument): void {
    this.#ids.push(document.id);
    if (this.#kept === null) {
      this.#take([document]);
      return;
    }
    this.#kept.push(document);
    // What was matched with fewer of them is matched again.
    if (this.#ids.length <= COUNTED_TOGETHER) this.#forget();
    if (Math.max(this.expected, this.#ids.length) <= MOST_ASKED_AGAIN) return;
    if (this.#ids.length < COUNTED_TOGETHER) return;
    this.#forget();
    this.#catchUp(false);
    this.#kept = null;
  }

  /** The claims of all documents that have come so far, those that most documents make first, and their overlap. */
  list(): ComparedClaims {
    const index = this.#catchUp(this.#ids.length <= MOST_ASKED_AGAIN);
    const { claims, documentsOf } = readClaims(index);
    const placeOf = (unit: number): StatementPlace => {
      const { document, statement } = index.units[unit]!;
      return { document, statement };
    };
    return {
      claims,
      overlap: readOverlap(documentsOf, this.#ids),
      links: [...this.#found.inOrder()]
        .map(({ a, b, score }) => ({ a: placeOf(a), b: placeOf(b), score }))
        .filter(({ a, b }) => a.document !== b.document),
      threshold: CLUSTERS.match
    };
  }

  #forget(): void {
    this.#index = null;
    this.#indexed = 0;
    this.#found.clear();
  }

  /** Brings the index up to date with the documents that are kept. */
  #catchUp(keepReadings: boolean): ClaimIndex {
    this.#index ??= new ClaimIndex(this.knowledge, keepReadings);
    const waiting = (this.#kept ?? []).slice(this.#indexed);
    const together = Math.max(0, COUNTED_TOGETHER - this.#indexed);
    if (this.#kept !== null) this.#indexed = this.#kept.length;
    if (together > 0 && waiting.length > 0) this.#take(waiting.splice(0, together));
    for (const document of waiting) this.#take([document]);
    return this.#index;
  }

  #take(documents: readonly ComparedDocument[]): void {
    for (const { a, b, pair } of this.#index!.add(documents)) this.#found.add(a, b, shiftedScore(pair));
  }
}

/**
 * The claims of documents that are all at hand; see `ClaimComparison`.
 *
 * Claims that several documents make come first, the widest spread first; then those of one document alone.
 * `_seed` is not needed: nothing is drawn by chance, and the intervals have a closed form.
 */
export function compareClaims(
  documents: readonly ComparedDocument[],
  knowledge: Knowledge,
  _seed: number
): ComparedClaims {
  const comparison = new ClaimComparison(knowledge, documents.length);
  for (const document of documents) comparison.add(document);
  return comparison.list();
}
