import type { Span } from '$lib/text/document';
import type { Figure } from './figure';
import type { TimeMark } from './time-marks';

/** A stretch of text that stands for a key. */
export interface Marked extends Span {
  readonly key: number;
}

/** A word that stands on one of two opposite ends. */
export interface Pole extends Marked {
  /** The noun that it describes; 0 where it describes none, as a verb does. */
  readonly of: number;
}

/** What a statement denies. */
export interface Negation {
  /** First telling key after each negation. */
  readonly negated: readonly number[];
  /** What is negated is a thing: "no ferry"; the deed is then what is denied of it. */
  readonly negatesThing: boolean;
  /** A negation stands in the statement, whatever it negates. */
  readonly negates: boolean;
}

/** What a statement says first of all, and of what. */
export interface SaidOf {
  /** Words that have an opposite, by the end they stand on; the key is the pole. */
  readonly poles: readonly Pole[];
  /** Telling keys outside figures: proper names, and proper names with nouns. */
  readonly names: readonly number[];
  readonly things: readonly number[];
  /** The main thing said is said by its opposite: "was unsafe". */
  readonly saysOpposite: boolean;
  /** The main thing said is what something is taken for: "as a threat". */
  readonly describes: boolean;
  /** Telling verbs and what something is said to be, in text order, the main one first; then deeds told as nouns. */
  readonly verbs: readonly number[];
  /** The first of them is no noun. */
  readonly hasVerb: boolean;
}

/**
 * What the rules of conflict ask of a statement, read once while its text is at hand, so that a collection
 * need not be kept in memory to be compared.
 */
export interface Facts extends Negation, SaidOf {
  /** Amounts, shares, counts and dates that the statement itself names. */
  readonly figures: readonly Figure[];
  readonly time: TimeMark;
  /** Named actors that do something. */
  readonly agents: readonly Marked[];
  /** Told as planned, possible or imagined: "will", "could". */
  readonly imagined: boolean;
  /** "Not until 5 May": it happened, and then. */
  readonly onlyThen: boolean;
  /** Words of the sentence that turn its meaning. */
  readonly turns: number;
  /** Whoever says it denies it: "the firm denied that …". */
  readonly deniedByHolder: boolean;
}
