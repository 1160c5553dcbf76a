import type { Span, TokenRange } from '$lib/text/document';
import type { Bound } from '$lib/text/read-quantities';

/** A stretch of one sentence. */
export type Stretch = TokenRange & { readonly sentence: number };

/** The measure of votes: low and high are those for and against. */
export const VOTES = 'vote';
/** What measures of how long something is done begin with. */
export const SPAN = 'for';
/** The measure of times of day, in minutes. */
export const CLOCK = 'clock';
/** The measure of how old somebody is, in years. */
export const AGE = 'age';
/** Votes for it where all are, and no more is said. */
export const UNANIMOUS = -1;

/** A figure of a statement, in a form that can be held against another. */
export interface Figure extends Span, TokenRange {
  /** What may be compared: the same currency, share, measure, counted things, or a date. */
  readonly measure: string;
  readonly low: number;
  readonly high: number;
  /** ISO 8601 as far as it goes; for dates only. */
  readonly date: string | null;
  /** "About", "at least", "at most"; null for a figure given as it is. */
  readonly bound: Bound;
  /** As it is shown. */
  readonly value: string;
  /** What the counted things do behind the figure, by concept; '' where it does not say. */
  readonly deed: string;
  /** Words around the figure that say what it is a figure of. */
  readonly about: readonly string[];
  /** What a share or a sum is one of, and what stands behind it: "a pay rise of 5 per cent"; '' where it does not say. */
  readonly head: string;
  /** Counts people at large, or some kind of them; null for what is no person. */
  readonly persons: 'all' | 'some' | null;
}
