import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf } from '$lib/text/document';
import type { ClaimCluster, Overlap } from '../audit-schema';
import type { Reading } from '../reading';
import { clusterUnits } from './cluster-units';
import { findConflicts } from './conflicts';
import { indexUnits, matchUnits } from './match-units';
import { MOST_FOR_ALL_PAIRS, readOverlap } from './overlap';
import { scorePair, type Rarity } from './score-pair';
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

/** Members of one claim, each with how well it agrees with the clearest one, which comes first. */
function rank(
  units: readonly Unit[],
  members: readonly number[],
  rarity: Rarity,
  documents: readonly ComparedDocument[]
): Ranked[] {
  if (members.length === 1) return [{ unit: members[0]!, score: 1 }];
  let best = members[0]!;
  let highest = -1;
  for (const unit of members) {
    const agreement = members
      .slice(0, 12)
      .reduce(
        (sum, other) =>
          sum + (other === unit ? 0 : scorePair(units[unit]!.bag, units[other]!.bag, rarity).score),
        0
      );
    const statement = documents[units[unit]!.document]!.reading.statements[units[unit]!.statement]!;
    const { reading } = documents[units[unit]!.document]!;
    const sentence = reading.document.sentences[statement.sentence]!;
    // A whole sentence reads better as a label than a clause out of its middle.
    const whole = Number(statement.start === sentence.start) + Number(statement.end === sentence.end);
    const clear = agreement / Math.min(members.length, 12) + 0.3 * statement.checkable + 0.15 * whole;
    if (clear > highest) [best, highest] = [unit, clear];
  }
  return members
    .map((unit) => ({
      unit,
      score: unit === best ? 1 : scorePair(units[unit]!.bag, units[best]!.bag, rarity).score
    }))
    .sort((a, b) => Number(b.unit === best) - Number(a.unit === best) || a.unit - b.unit);
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

/** The longest label a reader can take in at a glance, in characters. */
const LONGEST_LABEL = 160;

function labelOf({ reading }: ComparedDocument, unit: Unit): string {
  const quote = quoteOf(reading.document, reading.statements[unit.statement]!).replace(/\s+/gu, ' ').trim();
  if (quote.length <= LONGEST_LABEL) return quote;
  const cut = quote.slice(0, LONGEST_LABEL);
  const space = cut.lastIndexOf(' ');
  return `${(space > LONGEST_LABEL / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/u, '')}…`;
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
  const claims = order.map((index, position): ClaimCluster => {
    const ranked = rank(units, groups[index]!, matching.rarity, documents);
    const made = new Set(documentsOf[index]!);
    const omitted =
      documents.length > MOST_FOR_ALL_PAIRS
        ? { omittedCount: documents.length - made.size }
        : { omittedBy: documents.filter((_, i) => !made.has(i)).map(({ id }) => id) };
    return {
      id: `c${position + 1}`,
      label: labelOf(documents[units[ranked[0]!.unit]!.document]!, units[ranked[0]!.unit]!),
      mentions: ranked
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
