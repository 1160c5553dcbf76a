/** The parts of a statement in words: who, did what, to whom, when, where, how many. */
import type { StatementParts } from '$lib/analysis/audit-schema';
import { formatDate } from './format';

/** One part as it is shown: what it answers, the words of the text, and what they were read as. */
export interface ShownPart {
  readonly id: keyof StatementParts;
  readonly name: string;
  readonly quote: string;
  /** What the words were read as where that says more than they do; empty otherwise. */
  readonly read: string;
}

const NAMES: Readonly<Record<keyof StatementParts, string>> = {
  who: 'Who',
  did: 'Did or is what',
  whom: 'To whom or what',
  when: 'When',
  where: 'Where',
  howMany: 'How many'
};
const ORDER = Object.keys(NAMES) as (keyof StatementParts)[];

/** "1 January 2014 to 31 December 2014", "from 1 March 1999 on", "up to …"; a whole year says nothing more. */
function daysRead({ from, to, quote }: NonNullable<StatementParts['when']>): string {
  if (from === null && to === null) return '';
  if (from === null) return `up to ${formatDate(to!)}`;
  if (to === null) return `from ${formatDate(from)} on`;
  if (quote === from.slice(0, 4) && from.endsWith('-01-01') && to === `${quote}-12-31`) return '';
  return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
}

/** The parts that could be read, in the order in which a reader asks for them. */
export function shownParts(parts: StatementParts | null): ShownPart[] {
  if (!parts) return [];
  return ORDER.flatMap((id): ShownPart[] => {
    const part = parts[id];
    if (!part) return [];
    const read = id === 'when' && parts.when ? daysRead(parts.when) : '';
    return [{ id, name: NAMES[id], quote: part.quote.replace(/\s+/gu, ' '), read }];
  });
}
