import { isMember, keyIn, MEMBER, memberIn, SURENESS, surenessOf } from './bags';
import { CLUSTERS } from './cluster-weights';
import { CLOCK, SPAN } from './figure';
import { nearlyEqual, numbersDiffer } from './figure-differences';
import type { Unit } from './unit';
import { matchRoles } from './unit-roles';
import { KIND, type Vocabulary } from './vocabulary';

/** Why two statements do or do not make the same claim. Shares are 0 to 1. */
export interface PairMatch {
  readonly score: number;
  /** The scorer of whole texts finds that they tell the same, where words alone fall short. */
  readonly seconded: boolean;
  /** They tell one deed of the news, whatever their words. */
  readonly sameAccount: boolean;
  /** Both tell who belonged to the same organisation at its start. */
  readonly sameMembers: boolean;
  /** Weighted share of each statement's words that the other one has too. */
  readonly aInB: number;
  readonly bInA: number;
  /** The lesser of the two shares, actors left out. */
  readonly unnamedShare: number;
  /** Telling words, not names, numbers or common words, that both have. */
  readonly shared: number;
  readonly sharedNumbers: number;
  /** All they share is one telling word, and both give a figure of the same measure. */
  readonly sameMeasures: boolean;
  readonly sharedActors: number;
  /** Both count the same thing. */
  readonly sharedCounts: number;
  /** Neighbouring telling words that both have side by side. */
  readonly sharedRuns: number;
  /** Both tell the same deed first of all. */
  readonly mainDeed: boolean;
  /** Statements of the two whose main deed the other one does not name: 0 to 2. */
  readonly deedsApart: number;
  /** Both name years, and none is the same. */
  readonly otherYear: boolean;
  /** Both name actors, and none is the same. */
  readonly otherActors: boolean;
  /** Only one of them names actors. */
  readonly oneNamed: boolean;
}

interface Coverage {
  share: number;
  /** The same without actors. */
  unnamedShare: number;
  shared: number;
  numbers: number;
  actors: number;
  counts: number;
  years: number;
  namedActors: number;
  namedYears: number;
}

/** How well a statement meets a word by another word of its concept. */
function byConcept({ concepts }: Unit, concept: number): number {
  const member = memberIn(concepts, concept);
  return member === null ? 0 : SURENESS[member] * CLUSTERS.concept;
}

/** The body that a statement names with a last word ("agency"); 0 where it names none. */
function bodyNamed({ bag }: Unit, word: number, vocabulary: Vocabulary): number {
  for (const entry of bag) {
    const key = keyIn(entry);
    if (isMember(entry) && vocabulary.kindOf(key) === KIND.actor && vocabulary.bodyOf(key) === word)
      return key;
  }
  return 0;
}

/** Figures of two statements that tell the same without being the same: "24,966 adults", "nearly 25,000". */
function nearFigures({ facts: a }: Unit, { facts: b }: Unit): number {
  let count = 0;
  for (const x of a.figures) if (b.figures.some((y) => nearlyEqual(x, y))) count++;
  return count;
}

/** Whether both give a figure of the same measure, which may be all that the claim is about: "lasted 19 days". */
function sameMeasures({ facts: a }: Unit, { facts: b }: Unit): boolean {
  return a.figures.some(
    ({ measure, date }) =>
      date === null &&
      measure !== 'weekday' &&
      measure !== 'age' &&
      measure !== CLOCK &&
      !measure.startsWith(`${SPAN} `) &&
      b.figures.some((other) => other.measure === measure)
  );
}

/** @param near weight of the figures that both give nearly alike */
function coverageOf({ bag: a }: Unit, other: Unit, near: number, vocabulary: Vocabulary): Coverage {
  const b = other.bag;
  const found: Coverage = {
    share: 0,
    unnamedShare: 0,
    shared: 0,
    numbers: 0,
    actors: 0,
    counts: 0,
    years: 0,
    namedActors: 0,
    namedYears: 0
  };
  let met = near;
  let all = near;
  let metUnnamed = 0;
  let allUnnamed = 0;
  let at = 0;
  const { hasYear: datesItself, hasDay } = other;
  for (const entry of a) {
    // Words around a stretch can meet the other's words, but need not.
    if (!isMember(entry)) continue;
    const key = keyIn(entry);
    while (at < b.length && keyIn(b[at]!) < key) at++;
    let exact = at < b.length && keyIn(b[at]!) === key ? surenessOf(b[at]!) : 0;
    const body = exact > 0 ? 0 : vocabulary.bodyOf(key);
    // "The agency" is the Food Agency, where no other agency is named.
    if (body > 0 && memberIn(b, body) === MEMBER.own && bodyNamed(other, body, vocabulary) === 0)
      exact = CLUSTERS.resolved;
    const concept = exact > 0 ? 0 : vocabulary.conceptOf(key);
    const quality = concept > 0 ? byConcept(other, concept) : exact;
    const kind = vocabulary.kindOf(key);
    if (kind === KIND.actor) {
      found.namedActors++;
      if (exact >= CLUSTERS.resolved) found.actors++;
    } else if (kind === KIND.year) {
      found.namedYears++;
      if (exact > 0) found.years++;
    }
    // A day is a figure where the other side has a day to set against it.
    const figure =
      kind === KIND.number || kind === KIND.year || (kind === KIND.day && (hasDay || quality > 0));
    // A figure that differs may be the very point of conflict: it does not count against a match. One that the
    // other side has nothing to set against counts a little.
    if (figure && quality === 0) {
      if (kind === KIND.year && !datesItself) all += CLUSTERS.loneYear * vocabulary.weightOf(key);
      continue;
    }
    const weight = vocabulary.weightOf(key) * surenessOf(entry);
    all += weight;
    met += weight * quality;
    if (kind !== KIND.actor) {
      allUnnamed += weight;
      metUnnamed += weight * quality;
    }
    if (quality < CLUSTERS.resolved * CLUSTERS.concept) continue;
    if (figure) found.numbers++;
    else if (kind === KIND.counted) found.counts++;
    else if (kind === KIND.word) found.shared++;
  }
  found.share = all > 0 ? met / all : 0;
  found.unnamedShare = allUnnamed > 0 ? metUnnamed / allUnnamed : 0;
  return found;
}

/** Members of two ascending lists that are in both. */
function inBoth(a: readonly number[], b: readonly number[]): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]! === b[j]!) count++;
    if (a[i]! <= b[j]!) i++;
    else j++;
  }
  return count;
}

/** Whether a statement tells a deed first of all that the other one does not name: "deployed" is met by "deployment". */
function tellsOtherDeed({ facts }: Unit, other: Unit, vocabulary: Vocabulary): boolean {
  const deed = facts.verbs[0];
  if (deed === undefined || memberIn(other.bag, deed) !== null) return false;
  const concept = vocabulary.conceptOf(deed);
  return concept === 0 || byConcept(other, concept) === 0;
}

/** Another figure for the same thing, at another time: another occasion. */
function tellsOfOther({ facts: a }: Unit, { facts: b }: Unit): boolean {
  if (a.figures.length === 0 || b.figures.length === 0) return false;
  const [here, there] = [a.time.years, b.time.years];
  if (here.size === there.size && [...here].every((year) => there.has(year))) return false;
  if (a.verbs.length === 0 || b.verbs.length === 0) return false;
  return a.figures.some((x) =>
    b.figures.some((y) => x.measure === y.measure && x.measure !== 'date' && numbersDiffer(x, y))
  );
}

/**
 * How surely two statements make the same claim, 0 to 1: alignment of their words weighted by rarity, over
 * word families and concepts, with names, numbers and terms of several words. It says nothing on whether they
 * agree: a claim and its denial score alike.
 */
export function matchPair(x: Unit, y: Unit, vocabulary: Vocabulary): PairMatch {
  const near = nearFigures(x, y);
  const nearWeight = near > 0 ? near * vocabulary.weightOfRarest() : 0;
  const forth = coverageOf(x, y, nearWeight, vocabulary);
  const back = coverageOf(y, x, nearWeight, vocabulary);
  const shared = Math.min(forth.shared, back.shared);
  // A side that names nobody shares a body that it speaks of by its last word.
  const sharedActors =
    forth.namedActors > 0 && back.namedActors > 0
      ? Math.min(forth.actors, back.actors)
      : Math.max(forth.actors, back.actors);
  const otherYear = forth.namedYears > 0 && back.namedYears > 0 && forth.years === 0;
  const otherActors =
    forth.namedActors > 0 && back.namedActors > 0 && forth.actors === 0 && back.actors === 0;
  const product = forth.share * back.share;
  let score = product > 0 ? (2 * product) / (forth.share + back.share) : 0;
  // Half of a long sentence may be the whole of a short one.
  score = 0.75 * score + 0.25 * Math.max(forth.share, back.share);
  const sharedRuns = shared > 1 ? inBoth(x.runs, y.runs) : 0;
  score += CLUSTERS.run * Math.min(sharedRuns, CLUSTERS.mostRuns);
  // Who, what and when coincide: the same event, however much else one of them tells.
  if (shared > 0 && Math.min(forth.years, back.years) > 0 && sharedActors > 0) score += CLUSTERS.sameEvent;
  if (otherYear) score -= CLUSTERS.otherYear;
  // The same deed told of somebody else, all else alike, is the same claim with a conflict.
  const unnamedShare = Math.min(forth.unnamedShare, back.unnamedShare);
  const allElse = unnamedShare >= CLUSTERS.allElse && shared >= 3;
  if (otherActors && !allElse) score -= CLUSTERS.otherActors;
  const deedsApart = Number(tellsOtherDeed(x, y, vocabulary)) + Number(tellsOtherDeed(y, x, vocabulary));
  score -= CLUSTERS.otherDeed[deedsApart]!;
  if (x.facts.describes !== y.facts.describes) score -= CLUSTERS.otherKind;
  const [deed] = x.facts.verbs;
  const mainDeed = deed !== undefined && deed === y.facts.verbs[0];
  if (shared > 1 && mainDeed) score += CLUSTERS.mainDeed;
  const roles = matchRoles(x, y, vocabulary);
  // A plan is no deed.
  if (roles.same && x.facts.imagined === y.facts.imagined) score += CLUSTERS.sameRoles;
  if (roles.otherObject) score -= CLUSTERS.otherObject;
  if (tellsOfOther(x, y)) score -= CLUSTERS.otherOccasion;
  if (x.facts.imagined !== y.facts.imagined) score -= CLUSTERS.otherMood;
  return {
    score: Math.min(1, Math.max(0, score)),
    seconded: false,
    sameAccount: false,
    sameMembers: false,
    aInB: forth.share,
    bInA: back.share,
    unnamedShare,
    shared,
    sharedNumbers: Math.min(forth.numbers, back.numbers) + near,
    sameMeasures: shared === 1 && sameMeasures(x, y),
    sharedActors,
    sharedCounts: Math.min(forth.counts, back.counts),
    sharedRuns,
    mainDeed,
    deedsApart,
    otherYear,
    otherActors,
    oneNamed: sharedActors === 0 && forth.namedActors > 0 !== back.namedActors > 0
  };
}

/** Whether all that two statements have in common is one term: "the vice president" is one thing, in several words. */
function hasOneTerm({ shared, sharedRuns, mainDeed }: PairMatch): boolean {
  return shared <= CLUSTERS.longestTerm && shared - sharedRuns < 2 && !mainDeed;
}

/**
 * The score from which a pair makes the same claim: lower with many telling words and somebody in common, higher
 * with one telling word, which needs a figure, a count or two names beside it. Infinity: no score is enough.
 */
function neededScore(pair: PairMatch): number {
  const { shared, sharedNumbers, sharedCounts, sharedActors, otherActors, sameMeasures: measured } = pair;
  if (shared >= 4 && sharedActors > 0 && !otherActors) return CLUSTERS.matchOnMany;
  const oneTerm = hasOneTerm(pair);
  if (shared >= (otherActors ? 3 : 2) && !oneTerm) return CLUSTERS.match;
  const anchored = sharedNumbers > 0 || sharedCounts > 0 || sharedActors >= 2;
  if (shared >= 1 && anchored) return CLUSTERS.matchOnOneWord;
  return measured && !otherActors ? CLUSTERS.matchOnOneMeasure : Infinity;
}

/** Whether two statements make the same claim; less than that is related, or only the same topic. */
export function isSameClaim(pair: PairMatch): boolean {
  return pair.seconded || pair.sameMembers || pair.sameAccount || pair.score >= neededScore(pair);
}

/** The score on one scale for all pairs: `CLUSTERS.match` and above is the same claim. */
export function shiftedScore(pair: PairMatch): number {
  if (pair.seconded || pair.sameMembers || pair.sameAccount) return pair.score;
  const needed = neededScore(pair);
  return needed === Infinity ? 0 : Math.min(1, pair.score + CLUSTERS.match - needed);
}
