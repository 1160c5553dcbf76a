import { isYearKey } from './terms';
import type { Bag } from './units';
import { CLAIMS } from './weights';

/** How much a key tells, and which keys are one concept. */
export interface Rarity {
  weightOf(key: string): number;
  conceptOf(key: string): string;
  isLight(key: string): boolean;
}

/** Why two statements do or do not make the same claim. Shares are 0 to 1. */
export interface PairScore {
  readonly score: number;
  /** Weighted share of each statement's words that the other one has too. */
  readonly aInB: number;
  readonly bInA: number;
  /** Telling words, not names, numbers or common words, that both have. */
  readonly shared: number;
  readonly sharedNumbers: number;
  readonly sharedActors: number;
  /** Both count the same thing. */
  readonly sharedCounts: number;
  /** Both name years, and none is the same. */
  readonly otherYear: boolean;
  /** Both name actors, and none is the same. */
  readonly otherActors: boolean;
}

/** The concepts of a bag's keys, each with its strongest membership. */
function conceptsOf(bag: Bag, rarity: Rarity): Map<string, number> {
  const concepts = new Map<string, number>();
  for (const [key, membership] of bag) {
    const concept = rarity.conceptOf(key);
    if (concept !== '') concepts.set(concept, Math.max(concepts.get(concept) ?? 0, membership));
  }
  return concepts;
}

interface Coverage {
  share: number;
  shared: number;
  sharedNumbers: number;
  sharedActors: number;
  sharedCounts: number;
  actors: number;
  sharedYears: number;
  years: number;
}

function coverageOf(a: Bag, b: Bag, rarity: Rarity): Coverage {
  const concepts = conceptsOf(b, rarity);
  const found: Coverage = {
    share: 0,
    shared: 0,
    sharedNumbers: 0,
    sharedActors: 0,
    sharedCounts: 0,
    actors: 0,
    sharedYears: 0,
    years: 0
  };
  let met = 0;
  let all = 0;
  for (const [key, membership] of a) {
    const kind = key[0];
    const exact = b.get(key) ?? 0;
    const concept = exact > 0 ? '' : rarity.conceptOf(key);
    const near = concept === '' ? 0 : (concepts.get(concept) ?? 0) * CLAIMS.concept;
    const quality = Math.max(exact, near);
    // Words around a clause can meet the other's words, but need not.
    if (membership <= CLAIMS.context) continue;
    if (kind === '@') {
      found.actors++;
      if (exact >= CLAIMS.resolved) found.sharedActors++;
    }
    if (isYearKey(key)) {
      found.years++;
      if (exact > 0) found.sharedYears++;
    }
    // A figure that differs may be the very point of conflict: it does not count against a match.
    if (kind === '#' && quality === 0) continue;
    const weight = rarity.weightOf(key) * membership;
    all += weight;
    met += weight * quality;
    if (quality >= CLAIMS.resolved * CLAIMS.concept) {
      if (kind === '#') found.sharedNumbers++;
      else if (kind === '%') found.sharedCounts++;
      else if (kind !== '@' && !rarity.isLight(key)) found.shared++;
    }
  }
  found.share = all > 0 ? met / all : 0;
  return found;
}

/**
 * How surely two statements make the same claim, 0 to 1: alignment of their words weighted by rarity, over
 * word families and concepts, with names and numbers. It says nothing on whether they agree: a claim and its
 * denial score alike.
 */
export function scorePair(a: Bag, b: Bag, rarity: Rarity): PairScore {
  const forth = coverageOf(a, b, rarity);
  const back = coverageOf(b, a, rarity);
  const shared = Math.min(forth.shared, back.shared);
  const sharedNumbers = Math.min(forth.sharedNumbers, back.sharedNumbers);
  const otherYear = forth.years > 0 && back.years > 0 && forth.sharedYears === 0;
  const otherActors =
    forth.actors > 0 && back.actors > 0 && forth.sharedActors === 0 && back.sharedActors === 0;
  const product = forth.share * back.share;
  let score = product > 0 ? (2 * product) / (forth.share + back.share) : 0;
  // Half of a long sentence may be the whole of a short one.
  score = 0.75 * score + 0.25 * Math.max(forth.share, back.share);
  const sharedActors = Math.min(forth.sharedActors, back.sharedActors);
  const sharedYears = Math.min(forth.sharedYears, back.sharedYears);
  // Who, what and when coincide: the same event, however much else one of them tells.
  if (shared > 0 && sharedYears > 0 && sharedActors > 0) score += CLAIMS.sameEvent;
  if (otherYear) score -= CLAIMS.otherYear;
  if (otherActors) score -= CLAIMS.otherActors;
  return {
    score: Math.min(1, Math.max(0, score)),
    aInB: forth.share,
    bInA: back.share,
    shared,
    sharedNumbers,
    sharedActors,
    sharedCounts: Math.min(forth.sharedCounts, back.sharedCounts),
    otherYear,
    otherActors
  };
}
