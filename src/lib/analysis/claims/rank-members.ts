/** Which member of a claim says it best, and how far the others agree with it. */
import type { Grade } from '../audit-schema';
import type { ClaimIndex } from './claim-index';
import { labelOf } from './claim-label';
import { explainPair, gradeOf } from './explain-pair';
import { alone, outvoted, unsharedFigures } from './lone-member';
import { unpackLabels } from './packed-labels';

/** Members that the others are compared with; a claim with more is common knowledge. */
const MOST_COMPARED = 12;
/** Where figures differ, a claim is named by the figure that most of its members give. */
const OUTVOTED = 0.6;
/** What somebody else says in the text is a claim too, but the author's own wording is the plainer label. */
const OWN_VOICE = 0.15;
/** What a fact that can be checked adds to a label. */
const CHECKABLE = 0.2;

/** A member of a claim, with how it is the same claim as the one that says it best. */
export interface RankedMember {
  readonly unit: number;
  readonly score: number;
  readonly grade: Grade;
  readonly because: readonly string[];
}

/** A claim's members, each with how well it agrees with the one that says it best. */
export interface RankedClaim {
  readonly label: string;
  readonly best: number;
  readonly members: readonly RankedMember[];
}

/**
 * Names a claim by the member that says it best, and grades the others against that one.
 *
 * @param taken labels of other claims
 */
export function rankMembers(
  index: ClaimIndex,
  members: readonly number[],
  taken: ReadonlySet<string>
): RankedClaim {
  const { units, documents, vocabulary } = index;
  let best = members[0]!;
  let label = '';
  let highest = -Infinity;
  const compared = members.slice(0, MOST_COMPARED);
  for (const member of compared) {
    const { document, labels, voice, checkable } = units[member]!;
    const { text, clarity } = labelOf(
      documents[document]!.text,
      unpackLabels(labels),
      taken,
      unsharedFigures(index, document, compared)
    );
    const others = compared.filter((other) => other !== member).map((other) => units[other]!);
    const agreement = others.reduce((sum, other) => sum + index.match(units[member]!, other).score, 0);
    const clear =
      clarity -
      OUTVOTED * outvoted(units[member]!, others) -
      alone(units[member]!, others) +
      (others.length > 0 ? agreement / others.length : 0) +
      (voice === 'author' ? OWN_VOICE : 0) +
      CHECKABLE * checkable;
    if (clear > highest) [best, label, highest] = [member, text, clear];
  }
  return {
    label,
    best,
    members: members.map((unit) => {
      if (unit === best) return { unit, score: 1, grade: 'same-claim', because: [] };
      const pair = index.match(units[unit]!, units[best]!);
      const because = explainPair(units[unit]!, units[best]!, pair, vocabulary);
      return { unit, score: pair.score, grade: gradeOf(pair), because };
    })
  };
}
