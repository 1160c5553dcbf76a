import { keyIn, memberIn } from './bags';
import { CLUSTERS } from './cluster-weights';
import { CLOCK, SPAN, VOTES, type Figure } from './figure';
import { datesDiffer, numbersDiffer, partExceedsWhole } from './figure-differences';
import type { Found } from './conflict-sides';
import type { PairMatch } from './pair-match';
import { stem } from './stem';
import { timesMayDiffer } from './time-marks';
import type { Unit } from './unit';
import { matchRoles } from './unit-roles';
import { KIND, type Vocabulary } from './vocabulary';

/** Figures of one measure that stand alone on both sides: of several, which to compare cannot be told. */
function* sameMeasure(a: Unit, b: Unit): Generator<readonly [Figure, Figure]> {
  for (const x of a.facts.figures) {
    const alone = ({ facts }: Unit): Figure | null => {
      const found = facts.figures.filter(({ measure }) => measure === x.measure);
      return found.length === 1 ? found[0]! : null;
    };
    const [here, there] = [alone(a), alone(b)];
    if (here && there) yield [here, there];
  }
  const persons = ({ facts }: Unit): readonly Figure[] => facts.figures.filter((figure) => figure.persons);
  const [[here, ...moreHere], [there, ...moreThere]] = [persons(a), persons(b)];
  if (here && there && moreHere.length === 0 && moreThere.length === 0 && partExceedsWhole(here, there))
    yield [here, there];
}

function overlap(a: readonly string[], b: readonly string[]): number {
  return a.filter((key) => b.includes(key)).length;
}

/** Whether one side names something, figures aside, that the other one's sentence does not: "inflation". */
function namesOther(named: readonly number[], there: Unit, vocabulary: Vocabulary): boolean {
  return named.some((key) => {
    if (memberIn(there.bag, key) !== null) return false;
    const concept = vocabulary.conceptOf(key);
    return concept === 0 || !there.bag.some((entry) => vocabulary.conceptOf(keyIn(entry)) === concept);
  });
}

/** Whether each side names something that the other one does not: then they may speak of two things. */
function eachNamesOther(a: Unit, b: Unit, kind: 'names' | 'things', vocabulary: Vocabulary): boolean {
  return namesOther(a.facts[kind], b, vocabulary) && namesOther(b.facts[kind], a, vocabulary);
}

/** Who does it, by name; where the statement itself does not say, whoever its sentence names. */
function doersOf({ roles, bag }: Unit, vocabulary: Vocabulary): readonly number[] {
  const isActor = (key: number): boolean => vocabulary.kindOf(key) === KIND.actor;
  if (roles.who.length > 0) return roles.who.filter(isActor);
  return bag.map(keyIn).filter(isActor);
}

/** Whether others do it: "the union lost six seats", "the league lost nine". */
function othersDo(a: Unit, b: Unit, vocabulary: Vocabulary): boolean {
  const [here, there] = [doersOf(a, vocabulary), doersOf(b, vocabulary)];
  const apart = (own: readonly number[], other: Unit): boolean =>
    own.some((key) => memberIn(other.bag, key) === null);
  // "Republicans … in the House", "House Democrats": the House is named by both and does neither.
  return !here.some((key) => there.includes(key)) && apart(here, b) && apart(there, a);
}

/** "46 have fallen ill", "two have died": what is counted does something else. */
function otherDeeds(x: Figure, y: Figure): boolean {
  return x.deed !== '' && y.deed !== '' && x.deed !== y.deed;
}

/** Figures of one thing are seldom so many times each other. */
const FAR_APART = 20;

/** A lead of 187 votes is no count of 48,600: far apart, the statements must agree in all else. */
function farApart(x: Figure, y: Figure, agree: number): boolean {
  const [less, more] = [Math.min(x.low, y.low), Math.max(x.high, y.high)];
  return less > 0 && more / less > FAR_APART && agree < CLUSTERS.sameWords;
}

/** How long or at what time something is done: the deed must be the same. */
const tellsHowOfDeed = ({ measure }: Figure): boolean => measure === CLOCK || measure.startsWith(`${SPAN} `);

/** The same deed told in much the same words, or in short and at length. */
function isToldAlike(a: Unit, b: Unit, { mainDeed, shared, aInB, bInA }: PairMatch): boolean {
  const [less, more] = [Math.min(aInB, bInA), Math.max(aInB, bInA)];
  // "Needed" tells too little to be a deed, and is the same all the same.
  const same = mainDeed || (a.roles.did > 0 && a.roles.did === b.roles.did);
  return same && shared >= 2 && less >= CLUSTERS.toldInShort && more >= CLUSTERS.sameDeed;
}

/** "Turnout was 61 percent", "turnout was 58 percent of voters": the same subject, and nothing else is said of it. */
function sameSubject({ roles: x }: Unit, { roles: y }: Unit): boolean {
  if (x.did > 0 || y.did > 0 || x.who.length === 0) return false;
  return x.who.length === y.who.length && x.who.every((key) => y.who.includes(key));
}

/**
 * Whether two figures are figures of the same thing. Counts name it; amounts and shares do not, so the words
 * around them must agree, and the statements in both directions.
 */
function sameReferent(
  a: Unit,
  x: Figure,
  b: Unit,
  y: Figure,
  pair: PairMatch,
  vocabulary: Vocabulary
): boolean {
  if (x.measure === 'age') return pair.sharedActors > 0;
  const counts = x.measure.startsWith('count ') || x.measure === VOTES;
  if (pair.otherActors) return false;
  if (x.head !== '' && x.head === y.head) return !eachNamesOther(a, b, 'names', vocabulary);
  if (eachNamesOther(a, b, counts ? 'names' : 'things', vocabulary)) return false;
  if (counts && othersDo(a, b, vocabulary)) return false;
  // Two members of a claim may be alike to a third only.
  if (counts)
    return (
      !farApart(x, y, Math.min(pair.aInB, pair.bInA)) &&
      pair.score >= CLUSTERS.looselyMatched &&
      Math.max(pair.aInB, pair.bInA) >= CLUSTERS.sameReferent
    );
  const agree = Math.min(pair.aInB, pair.bInA);
  if (x.measure.startsWith('percent') && sameSubject(a, b)) return true;
  if (tellsHowOfDeed(x)) return isToldAlike(a, b, pair);
  const about = overlap(x.about, y.about);
  return (
    (agree >= CLUSTERS.sameReferent && about >= 2) ||
    (agree >= CLUSTERS.sameDeed && about >= 1 && pair.mainDeed)
  );
}

/** One names a year, the other another one or none. */
export function otherTimes(a: Unit, b: Unit): boolean {
  const [here, there] = [a.facts.time.years, b.facts.time.years];
  return here.size !== there.size || ![...here].every((year) => there.has(year));
}

/** "Last year" on one side, a year by its number on the other: they may be the same one, and may not. */
function oneCountsYears({ facts: { time: a } }: Unit, { facts: { time: b } }: Unit): boolean {
  return a.years.size === 0
    ? a.ownYear && b.years.size === 1
    : b.ownYear && b.years.size === 0 && a.years.size === 1;
}

/** The same thing counted or priced, and not the same number (de Marneffe et al. 2008: referents come first). */
export function numbers(a: Unit, b: Unit, pair: PairMatch, vocabulary: Vocabulary): Found | null {
  if (a.denied !== b.denied) return null;
  for (const [x, y] of sameMeasure(a, b)) {
    if (x.measure === 'date' || x.measure === 'weekday' || !numbersDiffer(x, y)) continue;
    const values: Found['values'] = [
      [a, x.value, x],
      [b, y.value, y]
    ];
    if (otherDeeds(x, y)) continue;
    // 900 tonnes were carried, 30 tonnes spilled: the size of another deed.
    if (x.measure.startsWith('size ') && pair.deedsApart > 0) continue;
    if (!sameReferent(a, x, b, y, pair, vocabulary)) {
      if (tellsHowOfDeed(x)) continue;
      // Too little in common to ask whether they clash, enough for a reader to wonder.
      if (x.measure === 'age' || pair.score < CLUSTERS.match || pair.shared < 2) continue;
      return {
        kind: 'number',
        verdict: 'different-referents',
        rule: 'claims/figures-of-other-things',
        values
      };
    }
    // What happened twice has two figures; what lasts has one at a time.
    if (otherTimes(a, b) && !oneCountsYears(a, b) && a.facts.verbs.length > 0 && b.facts.verbs.length > 0)
      continue;
    const differ = !x.measure.startsWith('size ') && timesMayDiffer(a.facts.time, b.facts.time);
    return {
      kind: 'number',
      verdict: differ ? 'may-differ-by-date' : 'clash',
      rule: differ ? 'claims/count-at-another-time' : 'claims/other-count',
      values
    };
  }
  return null;
}

/** Deeds that happen to somebody once, as a rule, so that another year is another account of it. */
const ONCE = new Set(['found', 'annex', 'overthrow', 'resign']);

/** Whether both tell of a deed that happens once, done to the same two actors or to the holder of one office. */
function happensOnce(a: Unit, b: Unit, pair: PairMatch, vocabulary: Vocabulary): boolean {
  if (pair.sharedActors < 2) return false;
  return a.facts.verbs.some((verb) => ONCE.has(vocabulary.keyOf(verb)) && b.facts.verbs.includes(verb));
}

/** Deeds that are hardly done twice within the days that a weekday tells apart. */
const ONCE_A_WEEK = new Set(
  [
    'resign',
    'open',
    'close',
    'approve',
    'reject',
    'convict',
    'acquit',
    'dismiss',
    'sign',
    'found',
    'die'
  ].map(stem)
);

/** Both tell first of all the same deed that is not done every day. */
function onceAWeek({ facts: a }: Unit, pair: PairMatch, vocabulary: Vocabulary): boolean {
  return pair.mainDeed && ONCE_A_WEEK.has(vocabulary.keyOf(a.verbs[0]!).replace('!', ''));
}

/**
 * A deed that is not done every day, told as done in one year and as planned for a later one: "was opened in 2024",
 * "will open in 2026".
 */
export function plannedAfterDone(a: Unit, b: Unit, vocabulary: Vocabulary): readonly [Figure, Figure] | null {
  if (a.facts.imagined === b.facts.imagined || a.denied || b.denied || a.hedged || b.hedged) return null;
  const [deed] = a.facts.verbs;
  if (deed === undefined || deed !== b.facts.verbs[0]) return null;
  if (!ONCE_A_WEEK.has(vocabulary.keyOf(deed).replace('!', ''))) return null;
  for (const [x, y] of sameMeasure(a, b)) {
    if (x.measure !== 'date' || !datesDiffer(x, y) || x.low === 0 || y.low === 0) continue;
    const [plan, done] = a.facts.imagined ? [x, y] : [y, x];
    return plan.low > done.low ? [x, y] : null;
  }
  return null;
}

/** A month without its year and day: "--03". */
const isMonth = ({ date }: Figure): boolean => date !== null && /^--\d\d$/.test(date);

/** The same deed, at another year, month or day. */
export function dates(a: Unit, b: Unit, pair: PairMatch, vocabulary: Vocabulary): Found | null {
  const anew = plannedAfterDone(a, b, vocabulary);
  if (anew && !pair.otherActors && !eachNamesOther(a, b, 'things', vocabulary)) {
    const [x, y] = anew;
    const values: Found['values'] = [
      [a, x.value, x],
      [b, y.value, y]
    ];
    return { kind: 'date', verdict: 'clash', rule: 'claims/other-year', values };
  }
  // Of two plans, one may be surer than the other.
  const planned = a.facts.imagined && b.facts.imagined;
  if ((!planned && (a.hedged || b.hedged)) || a.denied !== b.denied || pair.otherActors) return null;
  // "A price not seen since May" is said again another day.
  if (a.facts.time.passing || b.facts.time.passing) return null;
  const agree = Math.min(pair.aInB, pair.bInA);
  // Common words alone tell a deed only when somebody named does it and nothing else differs.
  const sameWords = agree >= CLUSTERS.sameWords && pair.mainDeed;
  const told =
    sameWords ||
    pair.shared + Math.min(1, pair.sharedNumbers) >= 2 ||
    (pair.sharedActors > 0 && agree >= CLUSTERS.sameWords);
  const once = happensOnce(a, b, pair, vocabulary);
  // The same deed told at length and in short: "shut its doors", "closed".
  const atLength =
    pair.mainDeed &&
    pair.shared >= 3 &&
    agree >= CLUSTERS.denied &&
    Math.max(pair.aInB, pair.bInA) >= CLUSTERS.sameInShort;
  // All that the short one says is said by the long one.
  const whole =
    pair.mainDeed &&
    pair.shared >= 2 &&
    agree >= CLUSTERS.join &&
    Math.max(pair.aInB, pair.bInA) >= CLUSTERS.wholly;
  // "She will take office", "the mayor-elect will take office".
  const sameDone =
    agree >= CLUSTERS.denied &&
    Math.max(pair.aInB, pair.bInA) >= CLUSTERS.sameInShort &&
    matchRoles(a, b, vocabulary).same;
  if (
    (agree < CLUSTERS.sameDeed && !atLength && !whole && !sameDone) ||
    (!once && (!told || eachNamesOther(a, b, 'things', vocabulary)))
  )
    return null;
  for (const [x, y] of sameMeasure(a, b)) {
    const otherWeekday = x.measure === 'weekday' && x.low !== y.low && onceAWeek(a, pair, vocabulary);
    if (!otherWeekday && (x.measure !== 'date' || !datesDiffer(x, y))) continue;
    // What was done in March may have been done in April, too.
    if (isMonth(x) && !planned && !onceAWeek(a, pair, vocabulary)) continue;
    return {
      kind: 'date',
      verdict: 'clash',
      rule: !otherWeekday && x.low !== y.low ? 'claims/other-year' : 'claims/other-day',
      values: [
        [a, x.value, x],
        [b, y.value, y]
      ]
    };
  }
  return null;
}
