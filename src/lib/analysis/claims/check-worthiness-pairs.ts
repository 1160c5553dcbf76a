/** Weights of pairs of words, looked up for every pair of a text: a flat table, several times faster than maps. */

/** Numbers of words stay below this, so that a pair of them is one whole number of 30 bits. */
const MOST_WORDS = 1 << 15;

export class PairTable {
  private readonly keys: Int32Array;
  private readonly weights: Float64Array;
  private readonly mask: number;
  /** For each first word a bit for each `second & 31`: most pairs of a text end here. */
  private readonly seconds: Int32Array;

  /**
   * @param pairs weight by two words with a hyphen between them
   * @param idOf a word's number, the same for the same word
   * @throws RangeError when there are more than 32,768 words
   */
  constructor(pairs: ReadonlyMap<string, number>, idOf: (word: string) => number) {
    let slots = 16;
    while (slots < 3 * pairs.size) slots *= 2;
    this.mask = slots - 1;
    this.keys = new Int32Array(slots).fill(-1);
    this.weights = new Float64Array(slots);
    const seconds: number[] = [];
    for (const [pair, weight] of pairs) {
      const [first, second] = pair.split('-').map(idOf) as [number, number];
      if (first >= MOST_WORDS || second >= MOST_WORDS) throw new RangeError('Too many words make up pairs.');
      const slot = this.slotOf(first * MOST_WORDS + second);
      this.keys[slot] = first * MOST_WORDS + second;
      this.weights[slot] = weight;
      while (seconds.length <= first) seconds.push(0);
      seconds[first]! |= 1 << (second & 31);
    }
    this.seconds = Int32Array.from(seconds);
  }

  /** Where a key stands, or the free slot where it would. */
  private slotOf(key: number): number {
    const { keys, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & mask;
    return slot;
  }

  /** What two words weigh together; 0 for a pair that is not listed, and where a number is negative. */
  weightOf(first: number, second: number): number {
    if (first < 0 || second < 0 || first >= this.seconds.length) return 0;
    if (((this.seconds[first]! >>> (second & 31)) & 1) === 0) return 0;
    return this.weights[this.slotOf(first * MOST_WORDS + second)]!;
  }
}
