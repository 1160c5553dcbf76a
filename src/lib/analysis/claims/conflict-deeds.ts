import { memberIn, MEMBER } from './bags';
import { CLUSTERS } from './cluster-weights';
import { datesDiffer, numbersDiffer } from './figure-differences';
import type { Found } from './conflict-sides';
import type { PairMatch } from './pair-match';
import type { Marked } from './facts';
import { matchRoles } from './unit-roles';
import type { Unit } from './unit';
import type { Vocabulary } from './vocabulary';

/** What follows the negation on one side must be said by the other: "did not open" against "opened". */
function deniesWhatIsSaid(denying: Unit, other: Unit): boolean {
  if (other.facts.turns > 0 || denying.facts.turns > 1) return false;
  const { negated, negates, negatesThing, deniedByHolder } = denying.facts;
  // "There will be no ferry" does not deny that the ferry stops.
  if (negatesThing && !denying.facts.verbs.some((verb) => memberIn(other.bag, verb) === MEMBER.own))
    return false;
  if (negated.length > 0) return memberIn(other.bag, negated[0]!) === MEMBER.own;
  // "Denied that it …": the deed that is denied must be the other one's, too.
  const [deed] = denying.facts.verbs;
  return (
    !negates &&
    deniedByHolder &&
    denying.facts.hasVerb &&
    deed !== undefined &&
    memberIn(other.bag, deed) === MEMBER.own
  );
}

/** One says it, one says it is not so. */
export function polarity(a: Unit, b: Unit, pair: PairMatch): Found | null {
  if (a.denied === b.denied || a.hedged || b.hedged || pair.otherYear) return null;
  // What is planned is no denial of what is done, nor what one did not do of what was done.
  if (a.facts.imagined !== b.facts.imagined || pair.oneNamed) return null;
  if (
    pair.shared < 2 ||
    (pair.sharedActors === 0 && pair.shared < 3 && Math.min(pair.aInB, pair.bInA) < CLUSTERS.sameDeed)
  )
    return null;
  if (Math.max(pair.aInB, pair.bInA) < CLUSTERS.sameDeed) return null;
  if (Math.min(pair.aInB, pair.bInA) < CLUSTERS.denied) return null;
  const [denying, affirming] = a.denied ? [a, b] : [b, a];
  if (!deniesWhatIsSaid(denying, affirming)) return null;
  return {
    kind: 'polarity',
    verdict: 'clash',
    rule: 'claims/negation',
    values: [
      [a, a.denied ? 'denied' : 'affirmed', a.whole],
      [b, b.denied ? 'denied' : 'affirmed', b.whole]
    ]
  };
}

/** Words of two statements that stand on opposite ends, neither having both. */
function opposed(a: Unit, b: Unit, vocabulary: Vocabulary): readonly [Marked, Marked] | null {
  const other = (key: number): number => {
    const pole = vocabulary.keyOf(key);
    return vocabulary.idOf(`${pole.slice(0, -1)}${pole.endsWith('a') ? 'b' : 'a'}`);
  };
  const has = (unit: Unit, key: number): boolean => unit.facts.poles.some((pole) => pole.key === key);
  for (const here of a.facts.poles) {
    const against = other(here.key);
    const there = b.facts.poles.find(
      ({ key, of }) => key === against && (of === 0 || here.of === 0 || of === here.of)
    );
    if (there && !has(a, against) && !has(b, here.key)) return [here, there];
  }
  return null;
}

/** Opposite ends of the same story: acquitted and convicted, rose and fell. */
export function outcomes(
  a: Unit,
  b: Unit,
  pair: PairMatch,
  vocabulary: Vocabulary,
  textOf: (unit: Unit) => string
): Found | null {
  if (a.denied || b.denied || a.hedged || b.hedged || pair.otherYear) return null;
  // What would be, or has another value by the hour, is no other end of what was.
  if (a.facts.imagined !== b.facts.imagined || a.facts.time.passing || b.facts.time.passing) return null;
  const words = opposed(a, b, vocabulary);
  // The opposed words themselves are not in common, so a little less is asked.
  const agree = Math.min(pair.aInB, pair.bInA) >= CLUSTERS.sameReferent && pair.shared >= 2;
  const alike = (pair.aInB + pair.bInA) / 2 >= CLUSTERS.sameStory && pair.shared >= 3;
  if (!words || !(agree || alike)) return null;
  const [x, y] = words;
  return {
    kind: 'outcome',
    verdict: 'clash',
    rule: 'claims/opposite',
    values: [
      [a, textOf(a).slice(x.start, x.end).toLowerCase(), x],
      [b, textOf(b).slice(y.start, y.end).toLowerCase(), y]
    ]
  };
}

const figuresDiffer = ({ facts: a }: Unit, { facts: b }: Unit): boolean =>
  a.figures.some((x) =>
    b.figures.some((y) => x.measure === y.measure && (numbersDiffer(x, y) || datesDiffer(x, y)))
  );

/** The same deed, done by somebody else. */
export function agents(
  a: Unit,
  b: Unit,
  pair: PairMatch,
  vocabulary: Vocabulary,
  textOf: (unit: Unit) => string
): Found | null {
  if (a.denied || b.denied || a.hedged || b.hedged || pair.shared < 2) return null;
  // Two may say something in one place, and what has other figures is another deed.
  if (a.facts.verbs.length === 0 || b.facts.verbs.length === 0 || figuresDiffer(a, b)) return null;
  const { sameObject } = matchRoles(a, b, vocabulary);
  const needed = sameObject ? CLUSTERS.denied : CLUSTERS.allElse;
  if (pair.unnamedShare < needed) return null;
  const [[x, ...moreHere], [y, ...moreThere]] = [a.facts.agents, b.facts.agents];
  if (!x || !y || moreHere.length > 0 || moreThere.length > 0) return null;
  // A person goes by the name in the text.
  const shown = (unit: Unit, { key, start, end }: Marked): string => {
    const known = vocabulary.keyOf(key).slice(1);
    return known.startsWith('person:') ? textOf(unit).slice(start, end) : known;
  };
  // Both may have had a hand in it when either is named by both.
  if (x.key === y.key || memberIn(b.bag, x.key) !== null || memberIn(a.bag, y.key) !== null) return null;
  return {
    kind: 'agent',
    verdict: 'clash',
    rule: 'claims/other-agent',
    values: [
      [a, shown(a, x), x],
      [b, shown(b, y), y]
    ]
  };
}
