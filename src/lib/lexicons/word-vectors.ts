/** Frequent words with what they are like, as `word-vectors-data.ts` holds them. */
export interface VectorData {
  readonly dimensions: number;
  /** Words between spaces, the most frequent first. */
  readonly words: string;
  /** A row of signed bytes for each word, in base64. */
  readonly values: string;
}

/** How frequent English words are, and how alike in use. */
export interface WordVectors {
  readonly size: number;
  /** Place of a lower-case word in the order of frequency, 0 for the most frequent; -1 for one not known. */
  rankOf(word: string): number;
  /** Cosine of two words' vectors, -1 to 1, by their ranks. */
  likeness(a: number, b: number): number;
  readonly dimensions: number;
  /** Adds a word's direction, times a weight, to a sum. */
  addTo(sum: Float32Array, rank: number, weight: number): void;
}

interface Decoded {
  readonly ranks: ReadonlyMap<string, number>;
  readonly values: Int8Array;
  /** One over the length of each row. */
  readonly inverse: Float64Array;
}

function decode({ dimensions, words, values }: VectorData): Decoded {
  const ranks = new Map(words.split(' ').map((word, rank) => [word, rank]));
  const binary = atob(values);
  const bytes = new Int8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  const inverse = new Float64Array(ranks.size);
  for (let rank = 0; rank < inverse.length; rank++) {
    let squares = 0;
    for (let i = rank * dimensions; i < (rank + 1) * dimensions; i++) squares += bytes[i]! * bytes[i]!;
    inverse[rank] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  }
  return { ranks, values: bytes, inverse };
}

/** Word vectors ready for use; the first use pays for reading them (some 30 ms). */
export function expandVectors(data: VectorData): WordVectors {
  const { dimensions } = data;
  let decoded: Decoded | null = null;
  const table = (): Decoded => (decoded ??= decode(data));
  return {
    dimensions,
    get size() {
      return table().ranks.size;
    },
    rankOf: (word) => table().ranks.get(word) ?? -1,
    likeness(a, b) {
      const { values, inverse } = table();
      let sum = 0;
      for (let i = a * dimensions, j = b * dimensions, k = 0; k < dimensions; i++, j++, k++) {
        sum += values[i]! * values[j]!;
      }
      return sum * inverse[a]! * inverse[b]!;
    },
    addTo(sum, rank, weight) {
      const { values, inverse } = table();
      const scale = weight * inverse[rank]!;
      for (let i = rank * dimensions, k = 0; k < dimensions; i++, k++) sum[k]! += scale * values[i]!;
    }
  };
}
