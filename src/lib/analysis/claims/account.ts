import type { Span, TokenRange } from '$lib/text/document';
import type { Figure } from './figure';

/** What of a deed can be held against another account of it: persons or things, money, how long, a state. */
export type AccountOf = 'toll' | 'sum' | 'share' | 'span' | 'state';

/**
 * A deed of the news as one text tells it, in whatever words: its class, whom or what it befalls and the figure that
 * goes with it. Read by word order inside one clause, so careful rather than complete.
 */
export interface Account extends Span, TokenRange {
  /** The class of the deed: "die" for killed, dead, lost their lives. */
  readonly deed: string;
  readonly of: AccountOf;
  /** The clause that tells it. */
  readonly clause: TokenRange;
  /** The side of a state, closed or open; '' for other deeds. */
  readonly side: '' | 'a' | 'b';
  /** How many, how much or how long; null where the clause gives none. */
  readonly figure: Figure | null;
  /** Word stem of whom or what it befalls: "worker", "office"; '' where the clause does not say. */
  readonly head: string;
  /** The same for words that can name one thing: "plant" for factory. */
  readonly kin: string;
  /** Of a state, that it is one of somebody whom the story is about: in office, in custody. */
  readonly ofPersons: boolean;
  /** Of a state, that it passes within days: "in critical condition". */
  readonly passing: boolean;
  /** Its text tells no other side of such a state, of whomever. */
  readonly single: boolean;
  /** Persons at large: "nobody", "people", or no word at all. */
  readonly general: boolean;
  /** "All", "every", "the": of a state, that none is left out. */
  readonly whole: boolean;
  /** Names in the phrase of whom or what it befalls, in lower case. */
  readonly names: readonly string[];
  /** Of a state, names behind "of" that say which one it is, in lower case: "the mayor of Orlec". */
  readonly ofNames: readonly string[];
  /** Names of the clause but its days, in lower case. */
  readonly clauseNames: readonly string[];
  /** Names and nouns of the clause that say which event is told, persons and the deed itself aside. */
  readonly around: readonly string[];
  /** The words of the deed deny what another side tells: "there will be no appeal". */
  readonly saysNot: boolean;
  /** Nobody, none, never. */
  readonly denied: boolean;
  /** Years of the clause, as keys. */
  readonly years: readonly string[];
  /** A day or a month stands in the clause. */
  readonly dated: boolean;
  /** Still to come when somebody said it would be: told as surely as "will", however hedged "would" looks. */
  readonly reported: boolean;
  /** Still to come: "will reopen". */
  readonly planned: boolean;
  /** Goes on, now and in time to come: "stays open". */
  readonly lasting: boolean;
  /** Told as so up to the day of the text: "has been arrested". */
  readonly untilNow: boolean;
  /** The only figure that its text gives for such a deed, or the only time that it tells it. */
  readonly alone: boolean;
}
