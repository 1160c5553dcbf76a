/** Whether two texts tell one deed, whatever their words, and whether their accounts of it clash. */
import type { Account } from './account';
import { isFarBeyond, numbersDiffer } from './figure-differences';

/** What is known of two texts beside the accounts themselves. */
export interface Ties {
  /** The two texts name the same people and places, so that they may well tell one event. */
  readonly sameEvent: boolean;
}

/** How two accounts of a class stand to each other. */
export type AccountMatch =
  'same' | 'clash' | 'clash-until-now' | 'denial' | 'denial-until-now' | 'opposite' | 'opposite-until-now';

/** Letters by which the name of a people is longer than that of its country: "Norway", "Norwegian" differs by more. */
const DEMONYM = 4;
/** Letters that a name and its people's name have in common at least. */
const LEAST_STEM = 4;

/** One name, or a country and its people: "Peru" and "Peruvian". */
export function akinNames(a: string, b: string): boolean {
  if (a === b) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const rest = Math.max(a.length, b.length) - same;
  return same >= LEAST_STEM && rest <= DEMONYM && Math.min(a.length, b.length) - same <= 1;
}

const shareNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((x) => b.some((y) => akinNames(x, y)));

/** The deed of those who stop work. */
const STRIKE = 'strike';

/** Small numbers come up anywhere: the same one says little. */
const TELLING_FIGURE = 5;

/** Whether both name whom it befell, and others. */
function othersBefallen(a: Account, b: Account): boolean {
  const apart = (x: readonly string[], y: readonly string[]): boolean =>
    x.length > 0 && y.length > 0 && !shareNames(x, y);
  return apart(a.names, b.names) || apart(a.ofNames, b.ofNames);
}

/** Whether one text counts in parts what the other may count in all: nine died in the hall and two in hospital. */
export function mayBeParts(a: Account | null, b: Account | null): boolean {
  if (!a || !b || a.of !== 'toll' || a.deed !== b.deed || (a.alone && b.alone)) return false;
  return a.figure !== null && b.figure !== null && !shareNames(a.names, b.names);
}

/** How the two counted stand to each other: the same, all and some of them, or others. */
function counted(a: Account, b: Account, isWork: (head: string) => boolean): 'same' | 'part' | 'other' {
  const [x, y] = [a.figure?.persons, b.figure?.persons];
  if (a.of !== 'toll' || a.kin === b.kin || (isWork(a.head) && isWork(b.head))) return 'same';
  // Those who walk out are of one trade, whatever they are called.
  if (a.deed === STRIKE && a.alone && b.alone) return 'same';
  if (x === 'all' && y === 'all') return 'same';
  if (x === 'all' || y === 'all') return isWork(x === 'all' ? b.head : a.head) ? 'same' : 'part';
  return 'other';
}

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((x) =>
    b.some((y) => x === y || (LEAST_STEM <= Math.min(x.length, y.length) && akinNames(x, y) && x[0] === y[0]))
  );

/**
 * How two accounts stand to each other; null where they need not be of one deed. Names of whom it befell must agree;
 * then the texts must tell one event or the clauses have a word in common, and each text must tell such a deed with
 * one figure only, or both give the same figure.
 *
 * @param isWork whether a word is one for those who work at a place
 */
export function matchAccounts(
  a: Account,
  b: Account,
  ties: Ties,
  isWork: (head: string) => boolean
): AccountMatch | null {
  if (a.deed !== b.deed || a.of !== b.of || othersBefallen(a, b)) return null;
  // Two fires in two mines: other names in the clauses, and nothing that ties the texts.
  const [here, there] = [a.clauseNames, b.clauseNames];
  if (!ties.sameEvent && here.length > 0 && there.length > 0 && !shareNames(here, there)) return null;
  return a.of === 'state' ? matchStates(a, b, ties) : matchFigures(a, b, ties, isWork);
}

/** "The alarm", "the alarm system". */
function sameThing(a: Account, b: Account): boolean {
  // "Highway 9", "the highway".
  if (a.head === '' || b.head === '')
    return shareNames(a.names, b.names) || a.names.includes(b.head) || b.names.includes(a.head);
  return a.kin === b.kin || (a.around.includes(b.head) && b.around.includes(b.head) && a.side !== '');
}

/** One of whom a story tells one side only, by name, or by a word that names nobody: "he would not resign". */
function samePerson(a: Account, b: Account, { sameEvent }: Ties): boolean {
  if (!a.ofPersons || !b.ofPersons) return false;
  if (shareNames(a.names, b.names)) return true;
  const unnamed = (x: Account): boolean => x.names.length === 0 && x.general;
  return sameEvent && a.single && b.single && (unnamed(a) || unnamed(b));
}

function matchStates(a: Account, b: Account, ties: Ties): AccountMatch | null {
  if ((!sameThing(a, b) && !samePerson(a, b, ties)) || (a.side !== b.side && !(a.alone && b.alone)))
    return null;
  if (
    !ties.sameEvent &&
    !shareNames(a.names, b.names) &&
    !meet(
      a.around.filter((word) => word !== a.head),
      b.around
    )
  ) {
    // "The emergency exits were locked": one clause of much the same words.
    if (!meet(a.around, b.around)) return null;
  }
  // "Will not rise" is no "fell", and what rises one month may fall in another.
  if (a.deed === 'level' && (a.side === b.side ? a.denied !== b.denied : a.dated && b.dated)) return null;
  if (a.side === b.side) return 'same';
  // What was closed may open again; what stays open will not close.
  if (a.planned !== b.planned && !a.lasting && !b.lasting) {
    const [plan, deed] = a.planned ? [a, b] : [b, a];
    // Who said he would not go may have gone since.
    return plan.ofPersons && plan.denied && !deed.denied ? 'opposite-until-now' : null;
  }
  // Two exits may be locked and two open.
  const opposite = a.passing || b.passing ? 'opposite-until-now' : 'opposite';
  return (a.figure && b.figure) ||
    (!a.figure !== !b.figure &&
      !a.whole &&
      !b.whole &&
      a.names.length + b.names.length === 0 &&
      !ties.sameEvent)
    ? null
    : opposite;
}

function matchFigures(
  a: Account,
  b: Account,
  ties: Ties,
  isWork: (head: string) => boolean
): AccountMatch | null {
  const tied = ties.sameEvent || meet(a.around, b.around);
  if (!tied) return null;
  if (a.denied !== b.denied) {
    if (!a.alone || !b.alone) return null;
    const [denying, affirming] = a.denied ? [a, b] : [b, a];
    if (denying.figure && denying.figure.low > 0) return null;
    if (affirming.of !== 'toll') return null;
    // That no bank details were stolen does not deny that names were.
    const alike = a.head === b.head || (isWork(a.head) && isWork(b.head));
    if (!denying.general && !affirming.general && !alike) return null;
    // Nobody has died where others have: whom it befell must be the same, or anybody.
    const anybody = denying.names.length === 0 || shareNames(denying.names, affirming.names);
    if (!anybody) return null;
    return denying.untilNow && affirming.dated ? 'denial-until-now' : 'denial';
  }
  if (a.denied) return a.alone && b.alone ? 'same' : null;
  if (!a.figure || !b.figure) return a.alone && b.alone && !a.figure === !b.figure ? 'same' : null;
  if (a.figure.measure !== b.figure.measure) return null;
  const who = counted(a, b, isWork);
  if (who === 'other') return null;
  // "At least 63 were hurt", "more than 200 were hurt".
  if (who === 'same' && a.of === 'toll' && a.alone && b.alone && isFarBeyond(a.figure, b.figure))
    return 'clash-until-now';
  if (!numbersDiffer(a.figure, b.figure)) {
    const telling = a.figure.low === b.figure.low && (a.of !== 'toll' || a.figure.low >= TELLING_FIGURE);
    return telling || (a.alone && b.alone) || shareNames(a.names, b.names) ? 'same' : null;
  }
  if (!a.alone || !b.alone) return null;
  // Many things have an age.
  if (a.deed === 'age' && !meet(a.around, b.around)) return null;
  // A toll that is told as of the day of its text may have risen since.
  const found = a.of === 'toll' && (a.untilNow || b.untilNow) ? 'clash-until-now' : 'clash';
  if (who === 'same') return found;
  // More of some than there were of all.
  const [part, whole] = a.figure.persons === 'some' ? [a.figure, b.figure] : [b.figure, a.figure];
  return part.low > whole.high ? found : null;
}
