/** Pairs of statements with a score, many of them: as numbers in three tables, since an object each takes far more room. */

/** Two statements by number, the earlier first, with how well they match. */
export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

const FIRST_ROOM = 1024;

/** A list of scored pairs that grows. Scores are kept as they are given. */
export class LinkList {
  #a = new Int32Array(FIRST_ROOM);
  #b = new Int32Array(FIRST_ROOM);
  #scores = new Float64Array(FIRST_ROOM);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(a: number, b: number, score: number): void {
    if (this.#length === this.#a.length) this.#grow();
    this.#a[this.#length] = a;
    this.#b[this.#length] = b;
    this.#scores[this.#length] = score;
    this.#length++;
  }

  #grow(): void {
    const room = Math.ceil(this.#length * 1.5);
    const [a, b, scores] = [new Int32Array(room), new Int32Array(room), new Float64Array(room)];
    a.set(this.#a);
    b.set(this.#b);
    scores.set(this.#scores);
    [this.#a, this.#b, this.#scores] = [a, b, scores];
  }

  clear(): void {
    this.#length = 0;
  }

  #at(index: number): ScoredPair {
    return { a: this.#a[index]!, b: this.#b[index]!, score: this.#scores[index]! };
  }

  /** All pairs, in the order in which they came. */
  *inOrder(): Generator<ScoredPair> {
    for (let i = 0; i < this.#length; i++) yield this.#at(i);
  }

  /** All pairs, the best first; ties by their statements. */
  *bestFirst(): Generator<ScoredPair> {
    const [a, b, scores] = [this.#a, this.#b, this.#scores];
    const order = Uint32Array.from({ length: this.#length }, (_, i) => i);
    order.sort((x, y) => scores[y]! - scores[x]! || a[x]! - a[y]! || b[x]! - b[y]!);
    for (const index of order) yield this.#at(index);
  }
}
