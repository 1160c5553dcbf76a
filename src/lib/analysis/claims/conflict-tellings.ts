import type { Found } from './conflict-sides';
import type { Telling } from './telling';
import { isAge } from './told-ages';
import { matchTellings, type TellingMatch } from './telling-match';
import type { Unit } from './unit';

/** Two clauses of two texts that tell one deed or figure. */
export interface Meeting {
  readonly match: TellingMatch;
  readonly a: Telling;
  readonly b: Telling;
}

/**
 * What is hedged may not be so, but ages are told by the way, and what is still to come, or only asked for, can be
 * told no surer.
 */
const tellingsOf = ({ hedged, tellings: all }: Unit): readonly Telling[] =>
  hedged
    ? all.filter(
        (telling) =>
          telling.of === 'figure' && (telling.planned || telling.mode !== 'so' || isAge(telling.figure))
      )
    : all;

/** The clauses by which two statements of one event meet: those that contradict each other, else those that agree. */
export function meetingOf(a: Unit, b: Unit): Meeting | null {
  let agreeing: Meeting | null = null;
  for (const x of tellingsOf(a)) {
    for (const y of tellingsOf(b)) {
      const match = matchTellings(x, y);
      if (match === 'same') agreeing ??= { match, a: x, b: y };
      else if (match) return { match, a: x, b: y };
    }
  }
  return agreeing;
}

/** Where a clause of one text contradicts a clause of another: another figure, a denial, an opposite. */
export function tellings(
  meeting: Meeting | null,
  a: Unit,
  b: Unit,
  textOf: (unit: Unit) => string
): Found | null {
  if (!meeting || meeting.match === 'same') return null;
  const { a: x, b: y, match } = meeting;
  if (x.of === 'figure' && y.of === 'figure')
    return {
      kind: 'number',
      verdict: match === 'other-figure' ? 'clash' : 'may-differ-by-date',
      rule: match === 'other-figure' ? 'claims/other-count' : 'claims/count-at-another-time',
      values: [
        [a, x.figure.value, x],
        [b, y.figure.value, y]
      ]
    };
  if (x.of !== 'deed' || y.of !== 'deed') return null;
  if (x.denied === y.denied) {
    const shown = (unit: Unit, { start, end }: Telling): string =>
      textOf(unit).slice(start, end).toLowerCase();
    return {
      kind: 'outcome',
      verdict: 'clash',
      rule: 'claims/opposite',
      values: [
        [a, shown(a, x), x],
        [b, shown(b, y), y]
      ]
    };
  }
  return {
    kind: 'polarity',
    verdict: match === 'opposite-until-now' ? 'may-differ-by-date' : 'clash',
    rule: 'claims/negation',
    values: [
      [a, x.denied ? 'denied' : 'affirmed', a.whole],
      [b, y.denied ? 'denied' : 'affirmed', b.whole]
    ]
  };
}
