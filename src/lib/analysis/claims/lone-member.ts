/** How far one member of a claim speaks for itself alone, and so names the claim badly. */
import { isMember, keyIn, memberIn } from './bags';
import type { ClaimIndex } from './claim-index';
import type { Unit } from './unit';

/** How far the figures of a member stand alone: the share of the others that give another, less those that give the same. */
export function outvoted({ facts: { figures } }: Unit, others: readonly Unit[]): number {
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
export function unsharedFigures(
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
export function alone(unit: Unit, others: readonly Unit[]): number {
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
