import type { Divergence } from '../audit-schema';
import type { ComparedDocument } from '../claims/compare-claims';
import type { Knowledge } from '$lib/lexicons/knowledge';

/** Which metrics separate the documents most, most first. */
export function compareMetrics(_documents: readonly ComparedDocument[], _knowledge: Knowledge): Divergence[] {
  return [];
}
