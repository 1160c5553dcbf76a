import type { TokenRange } from '$lib/text/document';
import type { Polarity } from '../audit-schema';
import type { VerbGroup } from './clauses';

/** One attribution found in a sentence, before segments are laid out. */
export interface Finding {
  /** Index into `Document.sentences`. */
  readonly sentence: number;
  /** What is said, thought or asked: the holder's words. */
  readonly contents: readonly TokenRange[];
  /** Where the holder stands; null when nobody is named. */
  readonly holder: TokenRange | null;
  /** A second holder of the same view, named apart ("from Rome's view, and from that of the town, …"). */
  readonly also?: TokenRange | null;
  readonly cue: TokenRange;
  readonly rule: string;
  readonly polarity: Polarity;
  readonly hedged: boolean;
  /** Form of the content and category of the cue, such as `that:say`: what weighing goes by. */
  readonly kind: string;
}

export const range = (firstToken: number, tokenEnd: number): TokenRange => ({ firstToken, tokenEnd });

/** Categories whose holder leaves the content open. */
const OPEN = new Set(['doubt', 'ask', 'want', 'attempt']);

/** The finding that a verb group makes. A denied denial affirms. */
export function makeFinding(of: {
  readonly group: VerbGroup;
  readonly after: number;
  readonly sentence: number;
  readonly holder: TokenRange | null;
  readonly rule: string;
  readonly category: string;
  readonly kind: string;
  readonly contents: readonly TokenRange[];
}): Finding {
  const denies = of.category === 'deny' || of.category === 'refuse';
  return {
    sentence: of.sentence,
    contents: of.contents,
    holder: of.holder,
    cue: range(of.group.start, of.after),
    rule: `voice/${of.rule}`,
    polarity: denies !== of.group.negated ? 'deny' : 'affirm',
    hedged: OPEN.has(of.category),
    kind: `${of.kind}:${of.category}`
  };
}
