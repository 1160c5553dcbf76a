import type { Knowledge } from '$lib/lexicons/knowledge';
import type { ClaimCluster, Overlap } from '../audit-schema';
import { ClaimIndex, type ComparedDocument } from './claim-index';
import { labelOf } from './claim-label';
import { clusterUnits } from './cluster-units';
import { findConflicts } from './conflicts';
import { MOST_FOR_ALL_PAIRS, readOverlap } from './overlap';
import { matchPair } from './pair-match';
import type { Unit } from './units';

export type { ComparedDocument } from './claim-index';

interface Ranked {
  readonly unit: number;
  readonly score: number;
}

/** A claim's members, the one that says it best first, each with how well it agrees with that one. */
interface RankedClaim {
  readonly label: string;
  readonly members: readonly Ranked[];
}

/** Members that the others are compared with; a claim with more is common knowledge. */
const MOST_COMPARED = 12;
/** What somebody else says in the text is a claim too, but the author's own wording is the plainer label. */
const OWN_VOICE = 0.15;

function rank(index: ClaimIndex, members: readonly number[], taken: ReadonlySet<string>): RankedClaim {
  const { units, documents, vocabulary } = index;
  const closeness = (a: number, b: number): number =>
    a === b ? 1 : matchPair(units[a]!.bag, units[b]!.bag, vocabulary).score;
  let best = members[0]!;
  let label = '';
  let highest = -Infinity;
  const compared = members.slice(0, MOST_COMPARED);
  for (const member of compared) {
    const { document, labels, voice, checkable } = units[member]!;
    const { text, clarity } = labelOf(documents[document]!.text, labels, taken);
    const agreement = compared.reduce(
      (sum, other) => sum + (other === member ? 0 : closeness(member, other)),
      0
    );
    const clear =
      clarity +
      (compared.length > 1 ? agreement / (compared.length - 1) : 0) +
      (voice === 'author' ? OWN_VOICE : 0) +
      0.2 * checkable;
    if (clear > highest) [best, label, highest] = [member, text, clear];
  }
  return { label, members: members.map((unit) => ({ unit, score: closeness(unit, best) })) };
}

/**
 * A statement can enter the matching twice, whole and by its dated core or its brackets. What found no partner
 * is no claim of its own when another part of the statement did, or stands for it already.
 */
function withoutRemainders(units: readonly Unit[], groups: readonly number[][]): number[][] {
  const nameOf = (unit: number): string => `${units[unit]!.document}:${units[unit]!.statement}`;
  const placed = new Set(groups.filter((group) => group.length > 1).flatMap((group) => group.map(nameOf)));
  return groups.filter((group) => {
    if (group.length > 1) return true;
    const name = nameOf(group[0]!);
    if (placed.has(name)) return false;
    placed.add(name);
    return true;
  });
}

/**
 * Statements of the documents matched into claims, with what each document leaves out, where figures clash,
 * and how much each pair shares.
 *
 * Claims that several documents make come first, the widest spread first; then those of one document alone.
 * `_seed` is not needed: the intervals have a closed form.
 */
export function compareClaims(
  documents: readonly ComparedDocument[],
  knowledge: Knowledge,
  _seed: number
): { claims: ClaimCluster[]; overlap: Overlap[] } {
  const index = new ClaimIndex(knowledge);
  index.add(documents);
  const { units, vocabulary } = index;
  const sources = {
    idOf: ({ document }: Unit): string => documents[document]!.id,
    textOf: ({ document }: Unit): string => index.documents[document]!.text
  };
  const groups = withoutRemainders(units, clusterUnits(units, index.links, vocabulary));
  const documentsOf = groups.map((members) =>
    [...new Set(members.map((unit) => units[unit]!.document))].sort((a, b) => a - b)
  );
  const order = groups
    .map((_, i) => i)
    .sort((a, b) => documentsOf[b]!.length - documentsOf[a]!.length || a - b);
  const taken = new Set<string>();
  const claims = order.map((group, position): ClaimCluster => {
    const { label, members } = rank(index, groups[group]!, taken);
    taken.add(label);
    const made = new Set(documentsOf[group]!);
    const omitted =
      documents.length > MOST_FOR_ALL_PAIRS
        ? { omittedCount: documents.length - made.size }
        : { omittedBy: documents.filter((_, i) => !made.has(i)).map(({ id }) => id) };
    return {
      id: `c${position + 1}`,
      label,
      mentions: members
        .map(({ unit, score }) => ({ unit: units[unit]!, score }))
        .sort(
          (a, b) =>
            a.unit.document - b.unit.document || a.unit.statement - b.unit.statement || b.score - a.score
        )
        // A statement and its core, or what stands in its brackets, are one mention.
        .filter(
          ({ unit }, i, all) =>
            all[i - 1]?.unit.document !== unit.document || all[i - 1]?.unit.statement !== unit.statement
        )
        .map(({ unit, score }) => ({
          document: documents[unit.document]!.id,
          statement: `${documents[unit.document]!.id}:${unit.statement}`,
          score
        })),
      ...omitted,
      conflicts:
        made.size > 1
          ? findConflicts(
              groups[group]!.map((unit) => units[unit]!),
              sources,
              vocabulary
            )
          : []
    };
  });
  return {
    claims,
    overlap: readOverlap(
      documentsOf,
      documents.map(({ id }) => id)
    )
  };
}
