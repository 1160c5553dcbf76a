/** Weights of pairs of words, looked up for every pair of a text: a flat table, several times faster than maps. */

/** Numbers of words stay below this, so that a pair of them is one whole number of 30 bits. */
const MOST_WORDS = 1 << 15;
/** Bits of the filter as a power of two: with some thousand pairs nineteen of twenty are still free. */
const FILTER_POWER = 17;

const hashOf = (key: number): number => Math.imul(key, 0x9e3779b1);

export class PairTable {
  /** By twice its slot the key of a pair, and after it the place of its weight in `weights`. */
  private readonly slots: Int32Array;
  /** Each different weight once: they are few, and so at hand. */
  private readonly weights: Float64Array;
  private readonly mask: number;
  /**
   * One bit for each top of a hash, set where a pair has it. Most pairs of a text are not listed and end here, in a
   * few kilobytes that stay in the processor's cache, which the table does not.
   */
  private readonly filter = new Int32Array(1 << (FILTER_POWER - 5));
  /** One bit for each word that is the second of any pair. */
  private readonly seconds = new Int32Array(MOST_WORDS >> 5);

  /**
   * @param pairs weight by two words with a hyphen between them
   * @param idOf a word's number, the same for the same word
   * @throws RangeError when there are more than 32,768 words
   */
  constructor(pairs: ReadonlyMap<string, number>, idOf: (word: string) => number) {
    let slots = 16;
    while (slots < 2 * pairs.size) slots *= 2;
    this.mask = slots - 1;
    this.slots = new Int32Array(2 * slots).fill(-1);
    const places = new Map<number, number>();
    for (const [pair, weight] of pairs) {
      const [first, second] = pair.split('-').map(idOf) as [number, number];
      if (first >= MOST_WORDS || second >= MOST_WORDS) throw new RangeError('Too many words make up pairs.');
      const key = first * MOST_WORDS + second;
      const hash = hashOf(key);
      const slot = this.slotOf(key, hash);
      if (!places.has(weight)) places.set(weight, places.size);
      this.slots[slot] = key;
      this.slots[slot + 1] = places.get(weight)!;
      const bit = hash >>> (32 - FILTER_POWER);
      this.filter[bit >> 5]! |= 1 << (bit & 31);
      this.seconds[second >> 5]! |= 1 << (second & 31);
    }
    this.weights = Float64Array.from(places.keys());
  }

  /** Twice the slot where a key stands, or that of the free slot where it would. */
  private slotOf(key: number, hash: number): number {
    const { slots, mask } = this;
    let slot = (hash >>> 7) & mask;
    while (slots[2 * slot] !== key && slots[2 * slot] !== -1) slot = (slot + 1) & mask;
    return 2 * slot;
  }

  /** Whether any pair ends in a word. A negative number stands for none. */
  endsIn(second: number): boolean {
    return second >= 0 && second < MOST_WORDS && ((this.seconds[second >> 5]! >>> (second & 31)) & 1) !== 0;
  }

  /** What two words weigh together; 0 for a pair that is not listed, and where a number is negative. */
  weightOf(first: number, second: number): number {
    if (first < 0 || second < 0 || first >= MOST_WORDS || second >= MOST_WORDS) return 0;
    const key = first * MOST_WORDS + second;
    const hash = hashOf(key);
    const bit = hash >>> (32 - FILTER_POWER);
    if (((this.filter[bit >> 5]! >>> (bit & 31)) & 1) === 0) return 0;
    const slot = this.slotOf(key, hash);
    return this.slots[slot] === key ? this.weights[this.slots[slot + 1]!]! : 0;
  }
}
