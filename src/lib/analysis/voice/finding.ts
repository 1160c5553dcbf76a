import type { TokenRange } from '$lib/text/document';
import type { Polarity } from '../audit-schema';

/** One attribution found in a sentence, before segments are laid out. */
export interface Finding {
  /** Index into `Document.sentences`. */
  readonly sentence: number;
  /** What is said, thought or asked: the holder's words. */
  readonly contents: readonly TokenRange[];
  /** Where the holder stands; null when nobody is named. */
  holder: TokenRange | null;
  readonly cue: TokenRange;
  readonly rule: string;
  readonly polarity: Polarity;
  readonly hedged: boolean;
  /** Which kind of content was found, for tests and for weighing. */
  readonly kind: string;
}

export const range = (firstToken: number, tokenEnd: number): TokenRange => ({ firstToken, tokenEnd });
