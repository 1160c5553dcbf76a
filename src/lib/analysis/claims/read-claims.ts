import type { ClaimCluster, Grade } from '../audit-schema';
import { isMember, keyIn, memberIn } from './bags';
import type { ClaimIndex } from './claim-index';
import { labelOf } from './claim-label';
import { unpackLabels } from './packed-labels';
import { clusterUnits } from './cluster-units';
import { memberGroups } from './conflict-members';
import { findConflicts } from './conflicts';
import { explainPair, gradeOf } from './explain-pair';
import { nearestStatements } from './nearest-statements';
import { MOST_FOR_ALL_PAIRS } from './overlap';
import type { Unit } from './unit';

/** Members that the others are compared with; a claim with more is common knowledge. */
const MOST_COMPARED = 12;
/** More than any text has, so that a document and a statement make one number. */
const MOST_STATEMENTS = 2 ** 24;
/** Where figures differ, a claim is named by the figure that most of its members give. */
const OUTVOTED = 0.6;
/** What somebody else says in the text is a claim too, but the author's own wording is the plainer label. */
const OWN_VOICE = 0.15;

interface Member {
  readonly unit: number;
  readonly score: number;
  readonly grade: Grade;
  readonly because: readonly string[];
}

/** A claim's members, each with how well it agrees with the one that says it best. */
interface RankedClaim {
  readonly label: string;
  readonly best: number;
  readonly members: readonly Member[];
}

/** How far the figures of a member stand alone: the share of the others that give another, less those that give the same. */
function outvoted({ facts: { figures } }: Unit, others: readonly Unit[]): number {
  let most = 0;
  for (const { measure, low, high } of figures) {
    let balance = 0;
    for (const other of others) {
      const theirs = other.facts.figures.filter((figure) => figure.measure === measure);
      if (theirs.length === 0) continue;
      balance += theirs.some((figure) => figure.low <= high && low <= figure.high) ? -1 : 1;
    }
    most = Math.max(most, balance / Math.max(1, others.length));
  }
  return most;
}

/** What a label is worth less for a figure that none of the other documents gives. */
const UNSHARED = 0.5;

/** The share of the other documents that a wording's figures are missing from, weighed. */
function unsharedFigures(
  { units, vocabulary }: ClaimIndex,
  own: number,
  members: readonly number[]
): (wording: string) => number {
  const others = new Map<number, Unit[]>();
  for (const member of members) {
    const unit = units[member]!;
    if (unit.document !== own) others.set(unit.document, [...(others.get(unit.document) ?? []), unit]);
  }
  if (others.size === 0) return () => 0;
  return (wording) => {
    let most = 0;
    for (const [digits] of wording.matchAll(/\d[\d,]*(?:\.\d+)?/gu)) {
      const key = `#${digits.replaceAll(',', '')}`;
      const id = vocabulary.has(key) ? vocabulary.idOf(key) : 0;
      let without = 0;
      for (const told of others.values()) if (!told.some(({ bag }) => memberIn(bag, id) !== null)) without++;
      most = Math.max(most, without / others.size);
    }
    return UNSHARED * most;
  };
}

/** What a member is worth less as a label for each thing it says that no other document does, and at most. */
const UNSAID = 0.07;
const MOST_UNSAID = 0.5;
/** What it is worth less where it denies and most affirm. */
const DENIES = 0.4;

/** What it is worth more where it names, in the words of others, what it calls untrue: that is what the claim is about. */
const DISPUTES = 0.2;

/** How far a member speaks for itself alone: by what none of the other documents says, or by denying what they tell. */
function alone(unit: Unit, others: readonly Unit[]): number {
  const elsewhere = others.filter(({ document }) => document !== unit.document);
  if (elsewhere.length === 0) return 0;
  const unsaid = unit.bag.filter(
    (entry) => isMember(entry) && elsewhere.every(({ bag }) => memberIn(bag, keyIn(entry)) === null)
  ).length;
  const affirm = elsewhere.filter(({ denied }) => !denied).length;
  // "Reports that the alarm was off are false": the stretch itself, without the words around it, affirms.
  const saysNot = unit.denied && (unit.facts.negates || !unit.facts.deniedByHolder);
  const denies = saysNot && 2 * affirm >= elsewhere.length;
  const disputes = unit.denied && !saysNot && affirm > 0;
  return Math.min(MOST_UNSAID, UNSAID * unsaid) + (denies ? DENIES : 0) - (disputes ? DISPUTES : 0);
}

function rank(index: ClaimIndex, members: readonly number[], taken: ReadonlySet<string>): RankedClaim {
  const { units, documents, vocabulary } = index;
  const closeness = (a: number, b: number): number => (a === b ? 1 : index.match(units[a]!, units[b]!).score);
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
    const agreement = compared.reduce(
      (sum, other) => sum + (other === member ? 0 : closeness(member, other)),
      0
    );
    const others = compared.filter((other) => other !== member).map((other) => units[other]!);
    const clear =
      clarity -
      OUTVOTED * outvoted(units[member]!, others) -
      alone(units[member]!, others) +
      (compared.length > 1 ? agreement / (compared.length - 1) : 0) +
      (voice === 'author' ? OWN_VOICE : 0) +
      0.2 * checkable;
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

/**
 * A statement can enter the matching several times, whole and by its core, its brackets or its purpose. What
 * found no partner is no claim of its own when another part of the statement did, or stands for it already; nor
 * is a group whose statements all stand together in another one.
 */
function withoutRemainders(units: readonly Unit[], groups: readonly number[][]): number[][] {
  const nameOf = (unit: number): number => units[unit]!.document * MOST_STATEMENTS + units[unit]!.statement;
  // Most groups are one statement alone: only the others are looked up.
  const statements = new Map<number, ReadonlySet<number>>();
  const groupsOf = new Map<number, number[]>();
  groups.forEach((members, group) => {
    if (members.length < 2) return;
    const names = new Set(members.map(nameOf));
    if (names.size < 2) return;
    statements.set(group, names);
    for (const name of names) groupsOf.set(name, [...(groupsOf.get(name) ?? []), group]);
  });
  const stoodFor = new Set<number>();
  return groups.filter((members, group) => {
    const names = [...(statements.get(group) ?? [nameOf(members[0]!)])];
    const others = groupsOf.get(names[0]!) ?? [];
    if (names.length > 1) {
      return !others.some((other) => {
        const larger = statements.get(other)!;
        const first = larger.size > names.length || (larger.size === names.length && other < group);
        return other !== group && first && names.every((name) => larger.has(name));
      });
    }
    if (others.length > 0 || stoodFor.has(names[0]!) || members.every((unit) => units[unit]!.quiet))
      return false;
    stoodFor.add(names[0]!);
    return true;
  });
}

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
    const { label, best, members } = rank(index, group.members, taken);
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
function mentionsOf(units: readonly Unit[], members: readonly Member[]): Member[] {
  const place = (member: Member): readonly [number, number] => {
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
