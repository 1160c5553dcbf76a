/** When a statement puts what it tells, and how many it speaks of. */
import type { TokenRange } from '$lib/text/document';
import type { Quantity } from '$lib/text/read-quantities';
import { verbGroupAt, type ClauseMap } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';
import { isTime } from './part-phrases';
import type { Roles } from './part-auxiliary';

/** A stretch of time as ISO 8601 days, both included; null where it is open or not said. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

const UNKNOWN: Days = { from: null, to: null };
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (value: number): string => String(value).padStart(2, '0');

/** The first and the last day of a date as far as it goes: a year is twelve months long. */
export function daysOf(date: string): Days {
  if (date.startsWith('-')) return UNKNOWN;
  const [low, high] = date.split('/');
  const [year, month, day] = (high ?? low)!.split('-');
  const [firstYear, firstMonth, firstDay] = low!.split('-');
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const last = month === '02' && leap ? 29 : LAST_DAYS[Number(month ?? 12) - 1]!;
  return {
    from: `${firstYear!.padStart(4, '0')}-${firstMonth ?? '01'}-${firstDay ?? '01'}`,
    to: `${year!.padStart(4, '0')}-${month ?? '12'}-${day ?? two(last)}`
  };
}

/** What a preposition makes of the days that it opens: "since 2014" has no end. */
function openedBy(word: string, days: Days): Days {
  if (word === 'since') return { from: days.from, to: null };
  if (word === 'after') return { from: days.to, to: null };
  if (word === 'until' || word === 'till' || word === 'by') return { from: null, to: days.to };
  if (word === 'before') return { from: null, to: days.from };
  return days;
}

/** A time that a statement names. */
export interface TimePart extends TokenRange, Days {}

/** Words that set a date beside a clause; those that say more than "in" are shown with it. */
const DATING = new Set(
  'in on at during since until till by before after from around throughout between of'.split(' ')
);
const TELLING = new Set('since until till by before after from between'.split(' '));

/** How far behind its verb a statement goes on before another verb comes. */
export interface Reach {
  /** First token of a verb that is no infinitive. */
  readonly verb: number;
  /** First token of any verb. */
  readonly any: number;
}

/** Reads the reach of a statement's verb; its end where no other verb comes. */
export function reachOf(map: ClauseMap, { firstToken, tokenEnd }: TokenRange, { head, did }: Roles): Reach {
  let any = tokenEnd;
  for (let k = did?.tokenEnd ?? firstToken; k < tokenEnd; k++) {
    const group = verbGroupAt(map, k);
    if (!group || group === head) continue;
    any = Math.min(any, k);
    if (group.finite || !group.infinitive) return { verb: k, any };
  }
  return { verb: tokenEnd, any };
}

/** Whether a date before the verb opens the clause: nothing but a preposition, a joint or a mark stands before it. */
export function opensClause(map: ClauseMap, { firstToken }: TokenRange, at: number): boolean {
  for (let k = at - 1; k >= firstToken; k--) {
    const code = map.classes[k]!;
    const light =
      code === CLASS.preposition ||
      code === CLASS.subordinator ||
      code === CLASS.conjunction ||
      code === CLASS.comma ||
      code === CLASS.determiner ||
      code === CLASS.adverb ||
      code === CLASS.quote ||
      code === CLASS.wh ||
      code === CLASS.that;
    if (!light) return false;
  }
  return true;
}

/** The date that a statement's deed is set at, by the dates of its words; null where none is its own. */
export function timeOf(
  map: ClauseMap,
  statement: TokenRange,
  roles: Roles,
  reach: Reach,
  quantities: readonly Quantity[]
): TimePart | null {
  const dates = quantities.filter(({ date }) => date !== null);
  for (const [i, found] of dates.entries()) {
    const { firstToken, tokenEnd } = found;
    const before = map.tokens[firstToken - 1]?.normal ?? '';
    // ", 2015 winner of the prize": the date belongs to what follows.
    const alone = tokenEnd >= statement.tokenEnd || map.classes[tokenEnd] !== CLASS.noun;
    const dated = DATING.has(before) || ((before === ',' || firstToken === statement.firstToken) && alone);
    const late = roles.did !== null && firstToken >= roles.did.tokenEnd;
    if (!dated && !(roles.head === null && roles.did)) continue;
    if (late ? firstToken > reach.verb : roles.head !== null && !opensClause(map, statement, firstToken))
      continue;
    const told = TELLING.has(before) && firstToken > statement.firstToken;
    const days = daysOf(found.date!);
    const next = dates[i + 1];
    const joint = map.tokens[tokenEnd]?.normal ?? '';
    if (
      next &&
      next.firstToken === tokenEnd + 1 &&
      /^(?:to|until|till|and)$/.test(joint) &&
      (before === 'from' || before === 'between')
    ) {
      return {
        firstToken: firstToken - (told ? 1 : 0),
        tokenEnd: next.tokenEnd,
        from: days.from,
        to: daysOf(next.date!).to
      };
    }
    return { firstToken: told ? firstToken - 1 : firstToken, tokenEnd, ...openedBy(before, days) };
  }
  return null;
}

/** A time by the calendar of the reader, behind the verb or at the head of the clause: "on Friday", "last week". */
export function looseTimeOf(
  map: ClauseMap,
  statement: TokenRange,
  roles: Roles,
  reach: Reach
): TimePart | null {
  if (!roles.did) return null;
  for (let k = statement.firstToken; k < statement.tokenEnd; k++) {
    const one = isTime(map, k, k + 1);
    if (!one && (k + 2 > statement.tokenEnd || !isTime(map, k, k + 2))) continue;
    const late = k >= roles.did.tokenEnd;
    if (late ? k > reach.verb : !opensClause(map, statement, k)) continue;
    const next = map.classes[k + 1];
    // "Friday's vote", "this time".
    if (one && k + 1 < statement.tokenEnd && (next === CLASS.possessive || next === CLASS.hyphen)) continue;
    // "Friday came".
    if (!late && verbGroupAt(map, k + (one ? 1 : 2))) continue;
    if (!one && TIMELESS.has(map.tokens[k]!.normal) && map.classes[k - 1] === CLASS.preposition) continue;
    let end = k + (one ? 1 : 2);
    // "Wednesday morning".
    if (one && end < statement.tokenEnd && HOURS.has(map.tokens[end]!.normal)) end++;
    return { firstToken: k, tokenEnd: end, ...UNKNOWN };
  }
  return null;
}

const HOURS = new Set(['morning', 'afternoon', 'evening', 'night']);
const TIMELESS = new Set(['that', 'each']);

/** "The two sides" points back to them; it does not count them. */
const POINTING = new Set(['the', 'these', 'those', 'other']);

/** The first figure of a statement that is no date: what is counted, paid, shared or measured. */
export function figureOf({ tokens, classes }: ClauseMap, quantities: readonly Quantity[]): Quantity | null {
  return (
    quantities.find(
      ({ kind, unit, counted, low, firstToken, tokenEnd }) =>
        low !== null &&
        // "A 43-year-old".
        classes[tokenEnd] !== CLASS.hyphen &&
        tokens[tokenEnd]?.normal !== 'ago' &&
        kind !== 'date' &&
        kind !== 'year' &&
        (unit !== null || (counted !== null && !POINTING.has(tokens[firstToken - 1]?.normal ?? '')))
    ) ?? null
  );
}
