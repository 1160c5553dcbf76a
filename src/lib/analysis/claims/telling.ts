import type { Span, TokenRange } from '$lib/text/document';
import type { Figure } from './figure';

/** What a clause of any kind tells that another text of the same event can contradict. */
interface Told extends Span, TokenRange {
  /** The clause that tells it. */
  readonly clause: TokenRange;
  /** Words of the clause, by concept, names and what follows aside: the thing, the deed, where, with what. */
  readonly words: ReadonlySet<string>;
  /** Names of the clause, in lower case. */
  readonly names: readonly string[];
  /** Days, months and years of the clause, as written. */
  readonly days: readonly string[];
  /** Still to come. */
  readonly planned: boolean;
}

/** A deed done, or not done, to one thing: "the siren never sounded". */
export interface ToldDeed extends Told {
  readonly of: 'deed';
  /** The thing and what becomes of it, by concept. */
  readonly about: string;
  /** Which of two ends: affirmed or denied, one word or its opposite. */
  readonly side: 'a' | 'b';
  readonly denied: boolean;
  /** What kind of thing: "bank" of details. */
  readonly kinds: ReadonlySet<string>;
  /** Whose it is: names before the thing, or "its". */
  readonly owners: readonly string[];
  /** Who does it, by concept; '' where the clause does not say, or a name does. */
  readonly doer: string;
  /** "Has not been": so up to the day of the text. */
  readonly untilNow: boolean;
  /** No other clause of the text tells the opposite. */
  readonly alone: boolean;
}

/** Whether a figure is told as so, asked for, or offered. */
export type TellingMode = 'so' | 'asked' | 'offered';

/** A figure with what it is a figure of: "free credit checks for two years". */
export interface ToldFigure extends Told {
  readonly of: 'figure';
  /** Asked for, or offered: held only against what is told so, too. */
  readonly mode: TellingMode;
  /** As of a time, which another text may have passed: "is now 85 percent contained". */
  readonly asOf: boolean;
  readonly figure: Figure;
  /** Those of `words` that stand next to the figure. */
  readonly near: ReadonlySet<string>;
  /** What is done in the clause, by concept. */
  readonly verbs: ReadonlySet<string>;
  /** Nouns before the verb: what the clause is about. */
  readonly subject: ReadonlySet<string>;
  /** Names before the verb, in lower case: who does it. */
  readonly doers: readonly string[];
  /** Nouns behind the verb: of what, for whom, by whom. */
  readonly behind: ReadonlySet<string>;
  /** What is counted is of this kind: "wounded" of soldiers. */
  readonly kinds: ReadonlySet<string>;
  /** All figures of the measure in the text. */
  readonly others: readonly ToldFigure[];
  /** The text gives no other figure of the measure, nor one that is wished, denied or of some. */
  readonly only: boolean;
}

export type Telling = ToldDeed | ToldFigure;
