import type { Knowledge } from '$lib/lexicons/knowledge';
import type { ClaimCluster, Overlap } from '../audit-schema';
import type { Reading } from '../reading';
import { labelOf } from './claim-label';
import { clusterUnits } from './cluster-units';
import { findConflicts } from './conflicts';
import { indexUnits, matchUnits } from './match-units';
import { MOST_FOR_ALL_PAIRS, readOverlap } from './overlap';
import { readPairSide } from './pair-features';
import { scoreSides } from './score-texts';
import { readUnits, type Unit } from './units';

/** One document of a comparison. */
export interface ComparedDocument {
  readonly id: string;
  readonly reading: Reading;
}

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

function rank(
  units: readonly Unit[],
  members: readonly number[],
  documents: readonly ComparedDocument[],
  knowledge: Knowledge,
  taken: ReadonlySet<string>
): RankedClaim {
  const stretches = members.map((index) => {
    const { document, firstToken, tokenEnd } = units[index]!;
    return { reading: documents[document]!.reading, firstToken, tokenEnd };
  });
  // A claim of one member is held against nothing.
  const sides = members.length > 1 ? stretches.map((stretch) => readPairSide(stretch, knowledge)) : [];
  const closeness = (a: number, b: number): number => (a === b ? 1 : scoreSides(sides[a]!, sides[b]!));
  let best = 0;
  let label = '';
  let highest = -Infinity;
  const compared = Math.min(members.length, MOST_COMPARED);
  for (let i = 0; i < compared; i++) {
    const unit = units[members[i]!]!;
    const statement = stretches[i]!.reading.statements[unit.statement]!;
    const { text, clarity } = labelOf(stretches[i]!.reading, unit, statement, taken);
    let agreement = 0;
    for (let j = 0; j < compared; j++) if (j !== i) agreement += closeness(i, j);
    const clear =
      clarity +
      (compared > 1 ? agreement / (compared - 1) : 0) +
      (statement.voice === 'author' ? OWN_VOICE : 0) +
      0.2 * statement.checkable;
    if (clear > highest) [best, label, highest] = [i, text, clear];
  }
  return { label, members: members.map((unit, i) => ({ unit, score: closeness(i, best) })) };
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
  const units = readUnits(documents, knowledge);
  const matching = indexUnits(units, knowledge);
  const groups = withoutRemainders(units, clusterUnits(units, matchUnits(units, matching), matching.rarity));
  const documentsOf = groups.map((members) =>
    [...new Set(members.map((unit) => units[unit]!.document))].sort((a, b) => a - b)
  );
  const order = groups
    .map((_, i) => i)
    .sort((a, b) => documentsOf[b]!.length - documentsOf[a]!.length || a - b);
  const taken = new Set<string>();
  const claims = order.map((index, position): ClaimCluster => {
    const { label, members } = rank(units, groups[index]!, documents, knowledge, taken);
    taken.add(label);
    const made = new Set(documentsOf[index]!);
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
              groups[index]!.map((unit) => units[unit]!),
              documents,
              matching.rarity,
              knowledge
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
