import type { ClaimIndex } from './claim-index';
import { CLUSTERS } from './cluster-weights';
import { polarity } from './conflict-deeds';
import { plannedAfterDone } from './conflict-numbers';
import type { Unit } from './unit';

/** Members that stand for a group, the first to join: more than the statements held against each other have. */
const MOST_STANDING = 64;

interface Group {
  /** Its lowest member, by which groups are ordered. */
  first: number;
  readonly members: number[];
  /** The first members in the order they joined, those of the earlier group first. */
  standing: readonly number[];
}

/**
 * Groups statements that make the same claim. Best pairs first; two groups join only when their members agree on
 * average, so that a chain of half-alike statements does not become one claim. Every statement is in one group,
 * most of them alone. Groups are in order of their first statement. A link costs the same whatever has joined.
 */
export function clusterUnits(index: ClaimIndex): number[][] {
  const { units, links } = index;
  const groups: (Group | undefined)[] = [];
  const groupOf = (unit: number): Group =>
    (groups[unit] ??= { first: unit, members: [unit], standing: [unit] });
  for (const { a, b } of links.bestFirst()) {
    const [x, y] = [groupOf(a), groupOf(b)];
    const [into, from] = x.first < y.first ? [x, y] : [y, x];
    if (into === from || !agree(units, into.standing, from.standing, index)) continue;
    const [larger, smaller] = into.members.length < from.members.length ? [from, into] : [into, from];
    larger.standing = [...into.standing, ...from.standing].slice(0, MOST_STANDING);
    larger.first = into.first;
    for (const unit of smaller.members) {
      groups[unit] = larger;
      larger.members.push(unit);
    }
  }
  return units.flatMap((_, unit) => {
    const group = groups[unit];
    if (!group) return [[unit]];
    return group.first === unit ? [group.members.sort((x, y) => x - y)] : [];
  });
}

/** Some members of a group, those of one statement together. */
function statementsOf(units: readonly Unit[], members: readonly number[]): Unit[][] {
  const found = new Map<string, Unit[]>();
  for (const member of members) {
    const unit = units[member]!;
    const name = `${unit.document}:${unit.sentence}`;
    const known = found.get(name);
    if (known) known.push(unit);
    else if (found.size < CLUSTERS.comparedMembers) found.set(name, [unit]);
  }
  return [...found.values()];
}

/** Whether the statements of two groups agree on average, each pair by the stretches that agree best. */
function agree(
  units: readonly Unit[],
  a: readonly number[],
  b: readonly number[],
  index: ClaimIndex
): boolean {
  let sum = 0;
  let count = 0;
  const others = statementsOf(units, b);
  for (const here of statementsOf(units, a)) {
    for (const there of others) {
      let best = 0;
      for (const x of here) for (const y of there) best = Math.max(best, index.match(x, y).score);
      // What tells one deed of the news in words that cannot be held against each other is no reason against it.
      if (best < CLUSTERS.join && tellOneDeed(here, there)) continue;
      sum += best;
      count++;
    }
  }
  const mean = count > 0 ? sum / count : 0;
  return (
    (mean >= CLUSTERS.join || (mean >= CLUSTERS.joinOpposed && contradict(units, a, b, index))) &&
    !planAndDeed(index, a, b) &&
    opposedKnowingly(units, a, b, index)
  );
}

/** Whether a statement of one group tells a deed or a figure otherwise than one of the other: both need not be right. */
function contradict(
  units: readonly Unit[],
  a: readonly number[],
  b: readonly number[],
  index: ClaimIndex
): boolean {
  return a.slice(0, CLUSTERS.comparedUnits).some((x) =>
    b.slice(0, CLUSTERS.comparedUnits).some((y) => {
      const how = index.account(units[x]!, units[y]!) ?? index.toldBy(units[x]!, units[y]!)?.match ?? 'same';
      return how !== 'same';
    })
  );
}

/** Whether two statements tell the same class of deed of the news. */
const tellOneDeed = (a: readonly Unit[], b: readonly Unit[]): boolean =>
  a.some((x) => x.account !== null && b.some((y) => y.account?.deed === x.account!.deed));

/** Whether one group tells as a plan what the other tells as done: what may come is not what has been done. */
function planAndDeed(index: ClaimIndex, a: readonly number[], b: readonly number[]): boolean {
  const [here, there] = [a, b].map((members) =>
    members.slice(0, CLUSTERS.comparedUnits).map((member) => index.units[member]!)
  );
  return here!.some(
    (unit) =>
      unit.roles.did > 0 &&
      unit.facts.hasVerb &&
      there!.some(
        (other) =>
          other.roles.did === unit.roles.did &&
          other.facts.hasVerb &&
          other.facts.imagined !== unit.facts.imagined &&
          plannedAfterDone(unit, other, index.vocabulary) === null &&
          index.account(unit, other) === null &&
          index.toldBy(unit, other) === null
      )
  );
}

/** One state of one thing, whichever: a text may report both sides of it. */
function tellOneState({ account: a }: Unit, { account: b }: Unit): boolean {
  return a?.of === 'state' && b?.of === 'state' && a.deed === b.deed && a.head === b.head;
}

/** Groups that affirm and deny join only where a pair of them shows the conflict. */
function opposedKnowingly(
  units: readonly Unit[],
  a: readonly number[],
  b: readonly number[],
  index: ClaimIndex
): boolean {
  const [here, there] = [a, b].map((members) =>
    members.slice(0, CLUSTERS.comparedUnits).map((member) => units[member]!)
  );
  let opposed = false;
  for (const x of here!) {
    for (const y of there!) {
      if (x.denied === y.denied) continue;
      const pair = index.match(x, y);
      if (pair.sameAccount || tellOneState(x, y) || polarity(x, y, pair)) return true;
      opposed = true;
    }
  }
  return !opposed;
}
