import type { TokenRange } from '$lib/text/document';
import type { Actor } from '../audit-schema';
import type { Given } from './given-names';

/** How an actor is named: by name, by its seat ("the Kremlin"), by an adjective, or by a noun that points back. */
export type NameKind = 'name' | 'seat' | 'people' | 'alias';

/** One place where a text names an actor. */
export interface ActorName extends TokenRange {
  /**
   * `nato`, `russia`, or `person:putin`: the same in every text, save that two texts may mean two people of one
   * surname; see `collection-persons`.
   */
  readonly actor: string;
  readonly kind: NameKind;
  /**
   * A person because of one telling mention alone. Texts are held against each other by the words of such a name: the
   * other text may give the surname only, which is nobody there.
   */
  readonly once?: true;
}

/** What is known of an actor beyond one text. */
export interface ActorFacts {
  readonly name: string;
  readonly kind: Actor['kind'];
  /** Given names of a person, in lower case; empty where only the surname is known. */
  readonly given?: Given;
}

export interface ActorNames {
  /** Sorted, not overlapping. */
  readonly names: readonly ActorName[];
  readonly facts: ReadonlyMap<string, ActorFacts>;
}
