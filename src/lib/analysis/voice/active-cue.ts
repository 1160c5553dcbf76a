import type { TokenRange } from '$lib/text/document';
import type { VerbGroup } from './clauses';
import type { Cue } from './cue-lexicon';
import type { Finding } from './finding';

/** A cue in the active, with what was found around its verb. */
export interface ActiveCue {
  readonly group: VerbGroup;
  readonly cue: Cue;
  readonly after: number;
  readonly from: number;
  readonly end: number;
  readonly sentence: number;
  readonly holder: TokenRange | null;
  /** The holder, where it stands right before this verb. */
  readonly named: TokenRange | null;
  /** The cue's clause comes before the main clause ("While …", "Accusing …"). */
  readonly subordinate: boolean;
}

/** Makes a finding of the cue at hand; its contents are what is said. */
export type Make = (rule: string, category: string, kind: string, contents: readonly TokenRange[]) => Finding;
