import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Actor } from '../audit-schema';
import type { ComparedDocument } from '../claims/compare-claims';

/** People, organisations and places by how often, how warmly and in which role each document names them. */
export function compareActors(_documents: readonly ComparedDocument[], _knowledge: Knowledge): Actor[] {
  return [];
}
