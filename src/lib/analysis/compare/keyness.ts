import type { Keyness } from '../audit-schema';
import type { ComparedDocument } from '../claims/compare-claims';

/** Words that one document uses more than the others do. */
export function compareWords(_documents: readonly ComparedDocument[]): Keyness[] {
  return [];
}
