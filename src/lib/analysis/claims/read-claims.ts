import type { ClaimCluster } from '../audit-schema';
import type { ClaimIndex } from './claim-index';
import { withoutRemainders } from './claim-remainders';
import { clusterUnits } from './cluster-units';
import { memberGroups } from './conflict-members';
import { findConflicts } from './conflicts';
import { nearestStatements } from './nearest-statements';
import { MOST_FOR_ALL_PAIRS } from './overlap';
import { rankMembers, type RankedMember } from './rank-members';
import type { Unit } from './unit';

/** The claims of an index. */
export interface ReadClaims {
  readonly claims: ClaimCluster[];
  /** For each claim, the numbers of the documents that make it, each once, ascending. */
  readonly documentsOf: readonly (readonly number[])[];
}

/**
 * The claims of all documents taken in so far: those of several documents first, the widest spread first. Costs
 * what the links between statements cost.
 */
export function readClaims(index: ClaimIndex): ReadClaims {
  const { units, documents, vocabulary } = index;
  const sources = {
    idOf: ({ document }: Unit): string => documents[document]!.id,
    textOf: ({ document }: Unit): string => documents[document]!.text,
    accountOf: (a: Unit, b: Unit) => index.account(a, b),
    toldBy: (a: Unit, b: Unit) => index.toldBy(a, b)
  };
  const statementOf = (unit: number): { document: string; statement: string } => {
    const document = sources.idOf(units[unit]!);
    return { document, statement: `${document}:${units[unit]!.statement}` };
  };
  const listed = documents.length <= MOST_FOR_ALL_PAIRS;
  const groups = withoutRemainders(units, [...clusterUnits(index), ...memberGroups(units)])
    .map((members) => ({
      members,
      documents: [...new Set(members.map((unit) => units[unit]!.document))].sort((a, b) => a - b)
    }))
    .sort((a, b) => b.documents.length - a.documents.length);
  const taken = new Set<string>();
  const claims = groups.map((group, position): ClaimCluster => {
    const { label, best, members } = rankMembers(index, group.members, taken);
    taken.add(label);
    const made = new Set(group.documents);
    return {
      id: `c${position + 1}`,
      label,
      mentions: mentionsOf(units, members).map(({ unit, score, grade, because }) => ({
        ...statementOf(unit),
        score,
        grade,
        because: [...because]
      })),
      ...(listed
        ? {
            omittedBy: documents.filter((_, i) => !made.has(i)).map(({ id }) => id),
            nearest: nearestStatements(index, best, made).map(({ unit, ...why }) => ({
              ...statementOf(unit),
              ...why
            }))
          }
        : { omittedCount: documents.length - made.size }),
      conflicts:
        made.size > 1
          ? findConflicts(
              group.members.map((unit) => units[unit]!),
              sources,
              vocabulary
            )
          : []
    };
  });
  return { claims, documentsOf: groups.map((group) => group.documents) };
}

/** Members in text order. A statement and its core, or what stands in its brackets, are one mention. */
function mentionsOf(units: readonly Unit[], members: readonly RankedMember[]): RankedMember[] {
  const place = (member: RankedMember): readonly [number, number] => {
    const { document, statement } = units[member.unit]!;
    return [document, statement];
  };
  const sorted = [...members].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x[0] - y[0] || x[1] - y[1] || b.score - a.score;
  });
  return sorted.filter((member, i) => {
    const before = sorted[i - 1];
    return !before || String(place(before)) !== String(place(member));
  });
}
