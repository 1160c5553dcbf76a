import { CONFIDENCE } from '../metrics/estimate';
import { studentQuantile } from '../statistics/quantiles';

/** With fewer mentions in a voice nothing is said of its tone: one sentence is misread too easily. */
const FEWEST_MENTIONS = 3;

/**
 * The mean tone aimed at an actor over its mentions in one voice of one document, and how sure it is. Mentions come
 * in text order; those of one sentence go together, so that the sentence is what varies.
 */
export class AimedTone {
  #sum = 0;
  #count = 0;
  #sentences = 0;
  /** Over finished sentences: Σ sum², Σ sum · count and Σ count². */
  #squares = 0;
  #products = 0;
  #counts = 0;
  #open = { sentence: -1, sum: 0, count: 0 };

  add(sentence: number, score: number): void {
    if (this.#open.sentence !== sentence) {
      this.#close();
      this.#open.sentence = sentence;
    }
    this.#open.sum += score;
    this.#open.count++;
    this.#sum += score;
    this.#count++;
  }

  #close(): void {
    const { sum, count } = this.#open;
    if (count === 0) return;
    this.#sentences++;
    this.#squares += sum * sum;
    this.#products += sum * count;
    this.#counts += count * count;
    this.#open = { sentence: -1, sum: 0, count: 0 };
  }

  /** Mentions taken in. */
  get count(): number {
    return this.#count;
  }

  /** -1 to 1; null below three mentions. */
  get mean(): number | null {
    return this.#count >= FEWEST_MENTIONS ? this.#sum / this.#count : null;
  }

  /** 95 % interval of the mean: ratio estimator over sentences, Student's t; null for a single sentence. */
  interval(): [number, number] | null {
    this.#close();
    const value = this.mean;
    const n = this.#sentences;
    if (value === null || n < 2) return null;
    const spread = Math.max(0, this.#squares - 2 * value * this.#products + value * value * this.#counts);
    const variance = ((spread / this.#count) * n) / (n - 1) / this.#count;
    const half = studentQuantile(CONFIDENCE, n - 1) * Math.sqrt(variance);
    return [Math.max(-1, value - half), Math.min(1, value + half)];
  }
}
