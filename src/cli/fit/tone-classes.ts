/**
 * Multinomial logistic regression of three classes whose log-odds sum to nothing: ill, plain and good, told apart
 * by two sums over a sparse row, tone and plainness. Good stands at tone less half of plainness, ill at the
 * opposite of tone less the same half.
 */
import { descend } from './descent';
import type { SparseRows } from './logistic';

export type ToneClass = 'negative' | 'neutral' | 'positive';

/** Two sums of columns, each column times its weight, on top of a constant. */
export interface ToneFit {
  readonly tone: Float64Array;
  readonly plain: Float64Array;
  readonly constants: readonly [tone: number, plain: number];
}

/** Probabilities of ill, plain and good. */
export function chancesOf(tone: number, plain: number): readonly [ill: number, plain: number, good: number] {
  const [ill, good] = [-tone - plain / 2, tone - plain / 2];
  const most = Math.max(ill, good, plain);
  const [i, p, g] = [Math.exp(ill - most), Math.exp(plain - most), Math.exp(good - most)];
  const all = i + p + g;
  return [i / all, p / all, g / all];
}

/**
 * Finds the weights that make the labels most likely.
 *
 * @param penalty what half the sum of squared weights costs beside an error
 */
export function fitTone(rows: SparseRows, labels: readonly ToneClass[], penalty: number): ToneFit {
  const { starts, columns, values, width } = rows;
  /** Tone's columns, plainness's columns, the two constants. */
  const point = descend(2 * width + 2, (at, slope) => {
    let loss = 0;
    for (let j = 0; j < 2 * width; j++) {
      loss += (penalty * at[j]! * at[j]!) / 2;
      slope[j] = penalty * at[j]!;
    }
    slope[2 * width] = slope[2 * width + 1] = 0;
    labels.forEach((label, i) => {
      let [tone, plain] = [at[2 * width]!, at[2 * width + 1]!];
      for (let k = starts[i]!; k < starts[i + 1]!; k++) {
        tone += values[k]! * at[columns[k]!]!;
        plain += values[k]! * at[width + columns[k]!]!;
      }
      const [ill, dry, good] = chancesOf(tone, plain);
      const chance = label === 'negative' ? ill : label === 'neutral' ? dry : good;
      loss -= Math.log(Math.max(chance, 1e-300));
      const [missIll, missDry, missGood] = [
        ill - Number(label === 'negative'),
        dry - Number(label === 'neutral'),
        good - Number(label === 'positive')
      ];
      const pullTone = missGood - missIll;
      const pullPlain = missDry - (missGood + missIll) / 2;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) {
        const column = columns[k]!;
        slope[column] = slope[column]! + pullTone * values[k]!;
        slope[width + column] = slope[width + column]! + pullPlain * values[k]!;
      }
      slope[2 * width] = slope[2 * width]! + pullTone;
      slope[2 * width + 1] = slope[2 * width + 1]! + pullPlain;
    });
    return loss;
  });
  return {
    tone: point.subarray(0, width),
    plain: point.subarray(width, 2 * width),
    constants: [point[2 * width]!, point[2 * width + 1]!]
  };
}
