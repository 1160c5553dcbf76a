import type { TokenRange } from '$lib/text/document';
import type { Account } from './account';

/** A statement, with the fragments around it that are too short to stand alone. */
export interface Piece extends TokenRange {
  statement: number;
  /** A run inside that is left out, such as the other items of a list. */
  without?: readonly TokenRange[];
  /** Dated by the clause it stands in. */
  inherits?: boolean;
  /** Names nobody: whoever its sentence named before has done it. */
  orphan?: boolean;
  /** The deed of the news that it is cut out for. */
  account?: Account;
  /** Cut out for what a text of the same event may contradict, and no claim of its own. */
  quiet?: boolean;
  /** Keys of the statement itself. */
  size: number;
  firstToken: number;
  tokenEnd: number;
}
