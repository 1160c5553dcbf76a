/** Which texts hold too little to compare. */
import type { OverviewSlice } from './slices';

/** Documents in which no metric could be measured: what they differ in is not known, which is not "in nothing". */
export function tooLittle({ documents }: Pick<OverviewSlice, 'documents'>): string[] {
  return documents.flatMap(({ id, metrics }) => {
    const results = Object.values(metrics);
    return results.length > 0 && results.every((result) => 'reason' in result) ? [id] : [];
  });
}
