/** Whether two texts of one event contradict each other in a clause, whatever else they tell. */
import { akinNames } from './account-match';
import { CLOCK, VOTES } from './figure';
import { numbersDiffer } from './figure-differences';
import { isAge, sameAged } from './told-ages';
import type { Telling, ToldDeed, ToldFigure } from './telling';

/** How two tellings stand to each other. */
export type TellingMatch =
  'same' | 'other-figure' | 'other-figure-until-now' | 'opposite' | 'opposite-until-now';

/** Words that two clauses have in common at least, to give a figure of one thing. */
const LEAST_SHARED = 2;

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

const within = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  shared(some, all) === some.size;

/** Both say which, and not the same. */
const kindsApart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && shared(a, b) === 0;

const namesApart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => akinNames(x, y)));

/** Both are dated, and not alike. */
const daysApart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((day) => b.includes(day));

/** One says whose it is, and the other names nobody of that name. */
function ownersApart(a: ToldDeed, b: ToldDeed): boolean {
  const meets = ({ owners }: ToldDeed, other: ToldDeed): boolean =>
    owners.length === 0 ||
    owners.some((owner) => other.owners.includes(owner) || other.names.includes(owner));
  return !meets(a, b) || !meets(b, a);
}

function matchDeeds(a: ToldDeed, b: ToldDeed): TellingMatch | null {
  if (a.about !== b.about || a.side === b.side || !a.alone || !b.alone) return null;
  if (
    ownersApart(a, b) ||
    kindsApart(a.kinds, b.kinds) ||
    (a.doer !== '' && b.doer !== '' && a.doer !== b.doer)
  )
    return null;
  // To deny more than was told denies nothing of it: "was not closed to lorries".
  if (a.denied !== b.denied) {
    const [denying, affirming] = a.denied ? [a, b] : [b, a];
    if (!within(denying.words, affirming.words) || denying.days.some((day) => !affirming.days.includes(day)))
      return null;
    return denying.untilNow && affirming.days.length > 0 ? 'opposite-until-now' : 'opposite';
  }
  const rest = (x: ToldDeed, y: ToldDeed): number => x.words.size - shared(x.words, y.words);
  return Math.min(rest(a, b), rest(b, a)) <= 1 ? 'opposite' : null;
}

/** Words in common, where one of them stands next to both figures; else 0. */
function tie(a: ToldFigure, b: ToldFigure): number {
  return shared(a.near, b.near) > 0 ? shared(a.words, b.words) : 0;
}

/** "Aid for flood victims", "aid for schools": each says what it is for, and not the same. */
function eachForOther(a: ToldFigure, b: ToldFigure): boolean {
  return (
    (!within(a.behind, b.words) && !within(b.behind, a.words)) ||
    // "Repairs to the pier", "repairs to the school".
    (a.figure.measure.startsWith('money') && !within(a.subject, b.words) && !within(b.subject, a.words))
  );
}

/** What a lorry carried, and what of it was spilled: a size or a number of another deed is another one. */
function otherDeeds(a: ToldFigure, b: ToldFigure): boolean {
  return /^(?:size|count) /.test(a.figure.measure) && kindsApart(a.verbs, b.verbs);
}

/** "The crash came at 8:20", "the collision happened at 7:50": hardly a word that the other lacks. */
function sameDeed(a: ToldFigure, b: ToldFigure): boolean {
  const rest = (x: ToldFigure, y: ToldFigure): number => x.words.size - shared(x.words, y.words);
  return rest(a, b) + rest(b, a) <= 1;
}

/** A text gives one person or thing one age. */
const agesAlike = (a: ToldFigure): boolean =>
  a.others.every(({ figure }) => !sameAged(figure, a.figure) || figure.low === a.figure.low);

/** Ages are no reason to join what else two clauses tell. */
function matchAges(a: ToldFigure, b: ToldFigure): TellingMatch | null {
  if (!sameAged(a.figure, b.figure) || kindsApart(a.kinds, b.kinds) || !agesAlike(a) || !agesAlike(b))
    return null;
  const years = Math.abs(a.figure.low - b.figure.low);
  // Within a year there is a birthday.
  return years === 0 ? null : years === 1 ? 'other-figure-until-now' : 'other-figure';
}

/** Texts of one event that give one vote each give that of one body, where they speak of one thing or as many vote. */
function matchVotes(a: ToldFigure, b: ToldFigure): TellingMatch | null {
  if (!a.only || !b.only) return null;
  const total = ({ figure: { low, high } }: ToldFigure): number => low + high;
  if (shared(a.words, b.words) === 0 && total(a) !== total(b)) return null;
  return numbersDiffer(a.figure, b.figure) ? 'other-figure' : 'same';
}

function matchFigures(a: ToldFigure, b: ToldFigure): TellingMatch | null {
  if (a.figure.measure !== b.figure.measure || a.mode !== b.mode) return null;
  if (isAge(a.figure)) return matchAges(a, b);
  if (a.figure.measure === VOTES) return matchVotes(a, b);
  if (kindsApart(a.kinds, b.kinds) || eachForOther(a, b) || otherDeeds(a, b)) return null;
  // "Republicans won 63 seats in the House", "House Democrats won six seats".
  if (namesApart(a.doers, b.doers)) return null;
  const common = tie(a, b);
  const hour = a.figure.measure === CLOCK && a.others.length === 1 && b.others.length === 1;
  // "Metres high" says of what thing it is a figure as a word would.
  const dimension = a.figure.measure.startsWith('days ') || /^size \S+ /.test(a.figure.measure);
  if (common < LEAST_SHARED - Number(dimension || (hour && sameDeed(a, b)))) return null;
  // Each is the one that goes best with the other.
  const rivals = ({ others, figure, mode }: ToldFigure): ToldFigure[] =>
    others.filter((other) => other.figure !== figure && other.mode === mode);
  if (rivals(a).some((other) => tie(other, b) >= common)) return null;
  if (rivals(b).some((other) => tie(a, other) >= common)) return null;
  if (numbersDiffer(a.figure, b.figure)) return a.asOf || b.asOf ? 'other-figure-until-now' : 'other-figure';
  return a.figure.low === b.figure.low && a.figure.high === b.figure.high ? 'same' : null;
}

/** How two tellings of two texts that tell one event stand to each other; null where they need not meet. */
export function matchTellings(a: Telling, b: Telling): TellingMatch | null {
  // What will be paid for each of them is what each is worth.
  const price =
    a.of === 'figure' && a.figure.measure.startsWith('money') && a.words.has('each') && b.words.has('each');
  if ((a.planned !== b.planned && !price) || namesApart(a.names, b.names)) return null;
  // Of what will be done the day itself is told otherwise.
  const day = a.of === 'figure' && a.figure.measure === 'weekday';
  if (!day && daysApart(a.days, b.days)) return null;
  if (a.of === 'deed') return b.of === 'deed' ? matchDeeds(a, b) : null;
  return b.of === 'figure' ? matchFigures(a, b) : null;
}
