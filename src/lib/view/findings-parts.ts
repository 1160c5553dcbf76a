/** What a finding is made of. */
import type { EvidenceTarget } from './evidence';
import { plural } from './format';

/** A stretch of a finding: words, or a source that is drawn with its letter and colour. */
export type FindingPart = string | { readonly source: string };

export interface Finding {
  readonly id: string;
  readonly kind: 'metric' | 'contested' | 'omission' | 'overlap' | 'conflict';
  readonly parts: readonly FindingPart[];
  /** Unit, sample size and interval, or what the sentence rests on. */
  readonly detail: string;
  readonly target: EvidenceTarget;
}

/** Sources named in a sentence; more are counted. */
const MOST_NAMED = 12;

/** Sources as parts of a sentence: "A, B and C", or "40 sources". */
export function listed(documents: readonly string[]): FindingPart[] {
  if (documents.length > MOST_NAMED) return [plural(documents.length, 'source')];
  return documents.flatMap((source, index): FindingPart[] => {
    const glue = index === 0 ? [] : index === documents.length - 1 ? [' and '] : [', '];
    return [...glue, { source }];
  });
}
