import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf } from '$lib/text/document';
import type { Contested, RequestClaim, StanceCell } from '../audit-schema';
import type { ComparedDocument } from '../claims/compare-claims';
import { readClaim } from './claim-form';
import { readCredit, readCredited } from './credit';
import { findMentions } from './find-mentions';
import { isMixed, stanceOf } from './stance';

/**
 * Who states, attributes, hedges, disputes or skips each contested claim, with the words it rests on.
 *
 * A cell depends on its claim and its document alone, never on the documents beside it. A silent cell shows
 * the sentence that comes nearest, so that a reader can overrule it.
 */
export function readContested(
  claims: readonly RequestClaim[],
  documents: readonly ComparedDocument[],
  knowledge: Knowledge
): Contested[] {
  return claims.map((claim) => {
    const form = readClaim(claim, knowledge);
    const found = documents.map(({ reading }) => findMentions(form, reading, knowledge));
    const cells = documents.map(({ id, reading }, index): StanceCell => {
      const { mentions, nearest } = found[index]!;
      const silent = mentions.length === 0;
      return {
        document: id,
        stance: stanceOf(mentions),
        mixed: isMixed(mentions),
        mentions,
        nearest: silent && nearest ? { ...nearest, quote: quoteOf(reading.document, nearest) } : null
      };
    });
    const credited = readCredited(claim, form, knowledge);
    const credit = credited && {
      credited: credited.map(({ name }) => name),
      cells: documents.map(({ id }, index) =>
        readCredit(found[index]!.field, credited, id, found[index]!.mentions, knowledge)
      )
    };
    return { id: claim.id, statement: claim.statement, cells, credit };
  });
}
