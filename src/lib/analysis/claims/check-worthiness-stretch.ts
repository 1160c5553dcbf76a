/** One stretch of words as the check-worthiness model sees it, and the score of it or of a part of it. */
import type { Token, TokenRange } from '$lib/text/document';
import type { PairTable } from './check-worthiness-pairs';
import { GAP_FROM, GAP_TO, NO_LEMMA, TermReader, type NumberOf } from './check-worthiness-terms';

/** The weights of the model; words are numbers. */
export interface Weights {
  /** By twice the number of a word its weight, and after it how much it counts. */
  readonly words: Float64Array;
  readonly pairs: PairTable;
  readonly gaps: PairTable;
  /** In the order of `SIGNS`. */
  readonly signs: Float64Array;
  readonly constant: number;
}

const GAPS = GAP_TO - GAP_FROM + 1;

/** Made once and used again for one stretch after the other. */
export class Stretch {
  private readonly reader: TermReader;
  private tokens: readonly Token[] = [];
  private range: TokenRange | null = null;
  /** By place: the weight of the pair that ends there, and of the gaps, the shortest first. */
  private pairAt = new Float64Array(64);
  private gapAt = new Float64Array(GAPS * 64);

  constructor(
    numberOf: NumberOf,
    private readonly weights: Weights
  ) {
    this.reader = new TermReader(numberOf);
  }

  /** Reads a range, unless it is the one read last. */
  read(tokens: readonly Token[], range: TokenRange): void {
    if (this.range === range && this.tokens === tokens) return;
    this.tokens = tokens;
    this.range = range;
    this.reader.scan(tokens, range);
    this.weighPairs();
  }

  /** Log-odds of what was read; null where it holds no word. */
  logOdds(): number | null {
    return this.sum(0, this.range!);
  }

  /** Log-odds of a part of it; undefined where its words would be others when read by themselves. */
  logOddsOf(part: TokenRange): number | null | undefined {
    const place = this.reader.placeOf(part);
    return place < 0 ? undefined : this.sum(place, part);
  }

  private weighPairs(): void {
    const { terms, lemmas, size, start } = this.reader;
    if (size > this.pairAt.length) {
      this.pairAt = new Float64Array(2 * size);
      this.gapAt = new Float64Array(GAPS * 2 * size);
    }
    const { pairAt, gapAt } = this;
    const { pairs, gaps } = this.weights;
    let last = start;
    for (let k = 0; k < size; k++) {
      const term = terms[k]!;
      pairAt[k] = pairs.endsIn(term) ? pairs.weightOf(last, term) : 0;
      last = term;
      const lemma = lemmas[k]!;
      const ends = gaps.endsIn(lemma);
      for (let gap = 0, before = k - GAP_FROM; gap < GAPS; gap++, before--) {
        gapAt[GAPS * k + gap] = ends && before >= 0 ? gaps.weightOf(lemmas[before]!, lemma) : 0;
      }
    }
  }

  /** The score of a range from a place on; each kind of sum is divided by its length, as the norm of a vector. */
  private sum(from: number, range: TokenRange): number | null {
    const { reader, pairAt, gapAt } = this;
    const { words, pairs, signs, constant } = this.weights;
    const { terms, lemmas, tokenAt, size } = reader;
    const { tokenEnd } = range;
    let wordSum = 0;
    let wordsSquared = 0;
    let pairSum = 0;
    let pairCount = 0;
    let gapSum = 0;
    let gapCount = 0;
    let last = reader.start;
    for (let k = from; k < size && tokenAt[k]! < tokenEnd; k++) {
      const term = terms[k]!;
      const lemma = lemmas[k]!;
      const pair = k === from ? pairs.weightOf(last, term) : pairAt[k]!;
      if (pair !== 0) {
        pairSum += pair;
        pairCount++;
      }
      last = term;
      if (lemma === NO_LEMMA) continue;
      const rare = words[2 * term + 1]!;
      wordSum += (words[2 * term]! || words[2 * lemma]!) * rare;
      wordsSquared += rare * rare;
      for (let gap = 0; gap < GAPS && k - GAP_FROM - gap >= from; gap++) {
        const weight = gapAt[GAPS * k + gap]!;
        if (weight === 0) continue;
        gapSum += weight;
        gapCount++;
      }
    }
    if (wordsSquared === 0) return null;
    const pair = pairs.weightOf(last, reader.end);
    if (pair !== 0) {
      pairSum += pair;
      pairCount++;
    }
    const spoken =
      wordSum * (1 / Math.sqrt(wordsSquared)) +
      pairSum / Math.sqrt(Math.max(1, pairCount)) +
      gapSum / Math.sqrt(Math.max(1, gapCount));
    reader.readSigns(range);
    return reader.signs.addTo(constant + spoken, signs);
  }
}
