import type { AccountMatch } from './account-match';
import type { Found } from './conflict-sides';
import type { Unit } from './unit';

/** Where two texts tell one deed of the news and cannot both be right: how many, how much, how long, whether at all. */
export function accounts(
  a: Unit,
  b: Unit,
  match: AccountMatch | null,
  textOf: (unit: Unit) => string
): Found | null {
  const [x, y] = [a.account, b.account];
  if (!match || match === 'same' || !x || !y) return null;
  if ((match === 'clash' || match === 'clash-until-now') && x.figure && y.figure)
    return {
      kind: 'number',
      verdict: match === 'clash' ? 'clash' : 'may-differ-by-date',
      rule: match === 'clash' ? 'claims/other-count' : 'claims/count-at-another-time',
      values: [
        [a, x.figure.value, x.figure],
        [b, y.figure.value, y.figure]
      ]
    };
  const [notHere, notThere] = [x.denied !== x.saysNot, y.denied !== y.saysNot];
  if ((match === 'opposite' || match === 'opposite-until-now') && notHere === notThere) {
    const shown = (unit: Unit, { start, end }: { start: number; end: number }): string =>
      textOf(unit).slice(start, end).toLowerCase().replace(/\s+/gu, ' ');
    return {
      kind: 'outcome',
      verdict: match === 'opposite' ? 'clash' : 'may-differ-by-date',
      rule: 'claims/opposite',
      values: [
        [a, shown(a, x), x],
        [b, shown(b, y), y]
      ]
    };
  }
  return {
    kind: 'polarity',
    verdict: match.endsWith('-until-now') ? 'may-differ-by-date' : 'clash',
    rule: 'claims/negation',
    values: [
      [a, notHere ? 'denied' : 'affirmed', a.whole],
      [b, notThere ? 'denied' : 'affirmed', b.whole]
    ]
  };
}
