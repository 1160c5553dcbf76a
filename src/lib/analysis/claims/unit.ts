import type { Span, TokenRange } from '$lib/text/document';
import type { Voice } from '../audit-schema';
import type { Account } from './account';
import type { Bag } from './bags';
import type { PackedLabels } from './packed-labels';
import type { Telling } from './telling';
import type { Facts } from './facts';
import type { Membership } from './unit-members';

/** Keys of the parts that word order gives away; empty, or 0, where it does not. */
export interface UnitRoles {
  /** The main verb, or the noun of a deed. */
  readonly did: number;
  readonly who: readonly number[];
  readonly whom: readonly number[];
}

/**
 * A stretch of a statement that can be matched with others. It holds all that matching, grouping, conflicts and
 * labels ask, so that its text's reading can be let go.
 */
export interface Unit extends Span, TokenRange {
  /** Number of the document, in the order in which documents came. */
  readonly document: number;
  /** Index into the document's statements: the one that says most of it. */
  readonly statement: number;
  /** Index into the document's sentences. */
  readonly sentence: number;
  /** The whole statement. */
  readonly whole: Span;
  readonly bag: Bag;
  /** A year, or a day of the week or month, is among its own keys. */
  readonly hasYear: boolean;
  readonly hasDay: boolean;
  /** The concepts of its keys, each as its surest key belongs to it. */
  readonly concepts: Bag;
  /** Neighbouring telling words, each pair as one number, ascending: terms such as "missile defence". */
  readonly runs: readonly number[];
  readonly voice: Voice;
  readonly checkable: number;
  /** The statement says that something is not so. */
  readonly denied: boolean;
  readonly hedged: boolean;
  readonly facts: Facts;
  readonly roles: UnitRoles;
  /** Who belonged to an organisation when it began; null for most statements. */
  readonly members: Membership | null;
  /** The deed of the news that it tells first of all; null for most statements. */
  readonly account: Account | null;
  /** Deeds and figures of its clauses that a text of the same event can contradict. */
  readonly tellings: readonly Telling[];
  /** Too short to be matched by its words: a claim only where another text tells the same deed or figure. */
  readonly quiet: boolean;
  readonly labels: PackedLabels;
}
