import type { Knowledge } from '$lib/lexicons/knowledge';
import { scorePair, type PairScore, type Rarity } from './score-pair';
import type { Unit } from './units';
import { CLAIMS } from './weights';
import { wordKeys } from './word-keys';

/** Two units that make the same claim. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly pair: PairScore;
}

/** Statements by what they speak of; answers which ones could be partners without looking at all pairs. */
export interface Matching {
  readonly rarity: Rarity;
  readonly postings: ReadonlyMap<string, readonly number[]>;
}

/** Indexes units by key and by concept, and weighs keys by how few units have them. */
export function indexUnits(units: readonly Unit[], knowledge: Knowledge): Matching {
  const words = wordKeys(knowledge);
  const postings = new Map<string, number[]>();
  const put = (key: string, unit: number): void => {
    const known = postings.get(key);
    if (!known) postings.set(key, [unit]);
    else if (known[known.length - 1] !== unit) known.push(unit);
  };
  units.forEach(({ bag }, index) => {
    for (const [key, membership] of bag) {
      if (membership <= CLAIMS.context) continue;
      put(key, index);
      const concept = words.conceptOf(key);
      if (concept !== '') put(concept, index);
    }
  });
  const weights = new Map<string, number>();
  const weightOf = (key: string): number => {
    let weight = weights.get(key);
    if (weight === undefined) {
      const count = postings.get(key)?.length ?? 0;
      weight = Math.log(1 + units.length / (count + 0.5)) * (words.isLight(key) ? CLAIMS.light : 1);
      weights.set(key, weight);
    }
    return weight;
  };
  return {
    rarity: { weightOf, conceptOf: (key) => words.conceptOf(key), isLight: (key) => words.isLight(key) },
    postings
  };
}

/** The units most likely to make the claim of `unit`, best first, among those after it. */
function shortlist(units: readonly Unit[], index: number, { rarity, postings }: Matching): number[] {
  const unit = units[index]!;
  const sums = new Map<number, number>();
  const look = (key: string, weight: number): void => {
    const list = postings.get(key);
    if (!list || list.length > CLAIMS.longestPosting) return;
    for (let i = list.length - 1; i >= 0 && list[i]! > index; i--) {
      sums.set(list[i]!, (sums.get(list[i]!) ?? 0) + weight);
    }
  };
  for (const [key, membership] of unit.bag) {
    if (membership <= CLAIMS.context) continue;
    look(key, rarity.weightOf(key));
    const concept = rarity.conceptOf(key);
    if (concept !== '') look(concept, rarity.weightOf(key) * CLAIMS.concept * 0.5);
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CLAIMS.shortlist)
    .map(([other]) => other);
}

/**
 * Whether two statements make the same claim: alike enough, with two telling words in common, or one with a
 * figure, a count or two names; with many, a little less will do. Less than that is only the same topic.
 */
export function isSameClaim({
  score,
  shared,
  sharedNumbers,
  sharedCounts,
  sharedActors,
  otherActors
}: PairScore): boolean {
  if (shared >= 4 && sharedActors > 0 && !otherActors) return score >= CLAIMS.matchOnMany;
  if (shared >= (otherActors ? 3 : 2)) return score >= CLAIMS.match;
  return (
    shared === 1 &&
    score >= CLAIMS.matchOnOneWord &&
    (sharedNumbers > 0 || sharedCounts > 0 || sharedActors >= 2)
  );
}

/** Pairs of units that make the same claim. Cost grows with the units' own candidates, not with all pairs. */
export function matchUnits(units: readonly Unit[], matching: Matching): Edge[] {
  const edges: Edge[] = [];
  units.forEach((unit, a) => {
    for (const b of shortlist(units, a, matching)) {
      const other = units[b]!;
      if (other.document === unit.document && other.sentence === unit.sentence) continue;
      const pair = scorePair(unit.bag, other.bag, matching.rarity);
      // A claim and its denial are one claim only when little else differs; the conflict is then shown.
      if (unit.denied !== other.denied && Math.min(pair.aInB, pair.bInA) < CLAIMS.sameDeed) continue;
      if (isSameClaim(pair)) edges.push({ a, b, pair });
    }
  });
  return edges;
}
