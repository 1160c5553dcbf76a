import { CLUSTERS } from './cluster-weights';

/**
 * What a statement speaks of: its keys, each with how surely it belongs to the statement. A sorted list of
 * numbers, key times four plus class, so that two bags are compared by merging and thousands fit in memory.
 */
export type Bag = readonly number[];

/** How a key belongs to a statement. */
export const MEMBER = { own: 0, resolved: 1, context: 2 } as const;
export type Member = (typeof MEMBER)[keyof typeof MEMBER];

/** How surely a key belongs to a statement, by its class. */
export const SURENESS = [1, CLUSTERS.resolved, CLUSTERS.context] as const;

/** The key of an entry of a bag. */
export const keyIn = (entry: number): number => entry >> 2;

/** How surely the key of an entry belongs to the statement, 0 to 1. */
export const surenessOf = (entry: number): number => SURENESS[(entry & 3) as Member]!;

/** True for keys of the statement itself or of what its pronoun stands for. */
export const isMember = (entry: number): boolean => (entry & 3) !== MEMBER.context;

/** A bag from keys that are given once each. */
export function bagFrom(entries: readonly (readonly [number, Member])[]): Bag {
  return entries.map(([key, member]) => key * 4 + member).sort((a, b) => a - b);
}

/** The class of a key in a bag; null where the bag does not hold it. */
export function memberIn(bag: Bag, key: number): Member | null {
  let low = 0;
  let high = bag.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bag[middle]! >> 2 < key) low = middle + 1;
    else high = middle;
  }
  const entry = bag[low];
  return entry !== undefined && entry >> 2 === key ? ((entry & 3) as Member) : null;
}
