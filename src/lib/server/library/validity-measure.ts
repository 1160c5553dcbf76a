/** One row of what the engine’s answers are held against. */
import type { Benchmark } from './validity';

type Reference = Benchmark['floor'][number];

/** One measure on one set. */
export interface Measure extends Pick<
  Benchmark,
  'task' | 'validates' | 'data' | 'measure' | 'gold' | 'of' | 'goal' | 'note'
> {
  /** Name of the measure in the scorer's output. */
  readonly key: string;
  /** How its interval follows from score and n; null where it needs more than the two. */
  readonly interval: 'correlation' | 'share' | null;
  /** Name of the count in the scorer's output, where the score is not over rows. */
  readonly count?: string;
  readonly floor: readonly Reference[];
  readonly published: readonly Reference[];
  /** Weights that ship were fitted on these very rows: the score on them says too much. */
  readonly fitted?: boolean;
}

/** A reference on the measure's own scale. */
export const at = (label: string, value: number): Reference => ({ label, value, sameScale: true });
