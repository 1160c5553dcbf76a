import type { Span } from '$lib/text/document';
import type { Found } from './conflict-sides';
import type { Unit } from './unit';

/**
 * Who belonged to an organisation at its start: one leaves no room for members from elsewhere, the other names one.
 * "Limited to European states" and "founded with nine states, Kenya among them" cannot both be right.
 */
export function members(a: Unit, b: Unit, textOf: (unit: Unit) => string): Found | null {
  if (a.denied || b.denied || a.hedged || b.hedged) return null;
  const [x, y] = [a.members, b.members];
  if (!x || !y || x.of !== y.of) return null;
  const [limited, naming] = x.limit ? [a, b] : [b, a];
  const limit = limited.members!.limit;
  const outside = limit && naming.members!.named.find(({ regions }) => !regions.has(limit.region));
  if (!limit || !outside) return null;
  const wordsAt = (unit: Unit, { start, end }: Span): string =>
    textOf(unit).slice(start, end).replace(/\s+/gu, ' ');
  const shown = { start: outside.start, end: outside.end };
  const values: Found['values'] = [
    [limited, wordsAt(limited, limit), { start: limit.start, end: limit.end }],
    [naming, wordsAt(naming, shown), shown]
  ];
  return {
    kind: 'agent',
    verdict: 'clash',
    rule: 'claims/other-members',
    values: limited === a ? values : [values[1]!, values[0]!]
  };
}

/** Statements of several documents that tell who belonged to one organisation at its start, by organisation. */
export function memberGroups(units: readonly Unit[]): number[][] {
  const groups = new Map<string, number[]>();
  units.forEach(({ members: found }, unit) => {
    if (!found) return;
    const group = groups.get(found.of);
    if (group) group.push(unit);
    else groups.set(found.of, [unit]);
  });
  return [...groups.values()].filter((group) => new Set(group.map((unit) => units[unit]!.document)).size > 1);
}
