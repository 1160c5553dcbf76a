import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Reading } from '../reading';
import type { Hit } from './align';
import type { Field } from './field';
import type { ClaimForm } from './claim-form';
import type { CueReading } from './cue-hits';
import type { Clause } from './sentence-clauses';

/** One claim laid over one text, while its mentions are looked for. */
export interface Search {
  readonly form: ClaimForm;
  readonly reading: Reading;
  readonly knowledge: Knowledge;
  readonly field: Field;
  readonly cues: CueReading | null;
  /** Score of each earlier sentence that makes the claim. */
  readonly made: ReadonlyMap<number, number>;
  /** Per term of the claim, how far the opening of the text meets it. */
  readonly occasion: ArrayLike<number>;
  /** Meetings of the claim's terms with a sentence; none outside the text. */
  hits(sentence: number): readonly Hit[];
}

/** How far a clause makes the claim. */
export interface Scored {
  readonly clause: Clause;
  readonly score: number;
  /** Agreement of the clause's own words, without its surroundings. */
  readonly alone: number;
  /** Token that carries the claim; -1 when none does. */
  readonly anchor: number;
  /** The anchor is the opposite of the claim's main word. */
  readonly opposed: boolean;
  /** The anchor is a word of the claim itself, not only a cue for it. */
  readonly own: boolean;
}
