import { isMember, keyIn, type Bag } from './bags';
import { CLUSTERS } from './cluster-weights';
import { KIND, type Vocabulary } from './vocabulary';

/** A key that more statements hold is common: it finds partners only together with another common one. */
const COMMON = 512;
/** Common keys of one statement that are put together. */
const MOST_COMMON_KEYS = 6;
/** Places for two keys together, and statements kept in each, the latest ones. */
const PLACES = 2 ** 18;
const KEPT = 32;

/** Share of a statement's telling weight that a partner has at least: with less they cannot make the same claim. */
const LEAST_SHARE = 0.12;

/** A place for two keys together; others may share it, since every candidate is looked at again. */
function placeOf(a: number, b: number): number {
  const mixed = Math.imul(Math.min(a, b), 0x9e3779b1) ^ Math.imul(Math.max(a, b), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 14;
}

/**
 * Which statements hold a key: an inverted index whose lists are bounded. A key that has become common leaves
 * the index; two common keys together are kept in a table of fixed size. So finding partners costs about the
 * same in a small and in a large collection, and no list grows with the square of anything.
 */
export class Postings {
  /** By key; null once the key is common. */
  readonly #lists: (number[] | null | undefined)[] = [];
  readonly #bags: Bag[] = [];
  /** What a sum is multiplied by, so that long statements do not crowd out short ones that match as well. */
  readonly #lengths: number[] = [];
  /** Rings of the latest statements by place; made when the first key becomes common. */
  #rings: Int32Array | null = null;
  #filled: Uint32Array | null = null;
  /** Sums of one search by statement, zero between searches. */
  #sums = new Float64Array(1024);

  constructor(private readonly vocabulary: Vocabulary) {}

  /** Keys of a statement that can find partners, words before concepts: telling words, concepts, figures. */
  #findersIn(bag: Bag): number[] {
    const { vocabulary } = this;
    const found: number[] = [];
    for (const entry of bag) {
      if (!isMember(entry)) continue;
      const key = keyIn(entry);
      const kind = vocabulary.kindOf(key);
      if (kind === KIND.word || kind === KIND.number || kind === KIND.year || kind === KIND.day)
        found.push(key);
      const concept = vocabulary.conceptOf(key);
      if (concept > 0 && !found.includes(concept)) found.push(concept);
    }
    return found;
  }

  #commonIn(finders: readonly number[]): number[] {
    return finders
      .filter((key) => this.#lists[key] === null)
      .sort((a, b) => this.vocabulary.weightOf(b) - this.vocabulary.weightOf(a) || a - b)
      .slice(0, MOST_COMMON_KEYS);
  }

  #putTogether(a: number, b: number, statement: number): void {
    this.#rings ??= new Int32Array(PLACES * KEPT);
    this.#filled ??= new Uint32Array(PLACES);
    const place = placeOf(a, b);
    this.#rings[place * KEPT + (this.#filled[place]! % KEPT)] = statement;
    this.#filled[place]!++;
  }

  /** Takes in one more statement; statements are numbered in the order in which they come. */
  add(bag: Bag): void {
    const statement = this.#bags.length;
    this.#bags.push(bag);
    this.#lengths.push(1 / Math.sqrt(1 + bag.filter(isMember).length));
    const finders = this.#findersIn(bag);
    for (const key of finders) {
      const list = this.#lists[key];
      if (list === undefined) this.#lists[key] = [statement];
      else if (list !== null) {
        list.push(statement);
        if (list.length > COMMON) this.#makeCommon(key, list);
      }
    }
    const common = this.#commonIn(finders);
    common.forEach((a, i) => common.slice(i + 1).forEach((b) => this.#putTogether(a, b, statement)));
  }

  #makeCommon(key: number, list: readonly number[]): void {
    this.#lists[key] = null;
    // The newest statement is put together with its other common keys by its own turn.
    for (const statement of list.slice(0, -1)) {
      for (const other of this.#commonIn(this.#findersIn(this.#bags[statement]!))) {
        if (other !== key) this.#putTogether(key, other, statement);
      }
    }
  }

  /** Statements taken in so far that are likeliest to say what a bag says, the likeliest first. */
  search(bag: Bag, most: number): number[] {
    const { vocabulary } = this;
    if (this.#sums.length < this.#bags.length) this.#sums = new Float64Array(2 * this.#bags.length);
    const sums = this.#sums;
    const touched: number[] = [];
    const meet = (statement: number, weight: number): void => {
      if (sums[statement] === 0) touched.push(statement);
      sums[statement]! += weight;
    };
    const finders = this.#findersIn(bag);
    const weightOf = (key: number): number =>
      vocabulary.weightOf(key) * (vocabulary.kindOf(key) === KIND.concept ? CLUSTERS.concept / 2 : 1);
    for (const key of finders) {
      const weight = weightOf(key);
      for (const statement of this.#lists[key] ?? []) meet(statement, weight);
    }
    const [rings, filled] = [this.#rings, this.#filled];
    if (rings && filled) {
      const common = this.#commonIn(finders);
      common.forEach((a, i) => {
        for (const b of common.slice(i + 1)) {
          const place = placeOf(a, b);
          const kept = Math.min(KEPT, filled[place]!);
          const weight = weightOf(a) + weightOf(b);
          for (let k = 0; k < kept; k++) meet(rings[place * KEPT + k]!, weight);
        }
      });
    }
    let all = 0;
    for (const key of finders) all += weightOf(key);
    const best = touched
      .filter((statement) => sums[statement]! >= LEAST_SHARE * all)
      .sort((a, b) => sums[b]! * this.#lengths[b]! - sums[a]! * this.#lengths[a]! || a - b)
      .slice(0, most);
    for (const statement of touched) sums[statement] = 0;
    return best;
  }
}
