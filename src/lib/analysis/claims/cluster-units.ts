import { scorePair, type Rarity } from './score-pair';
import type { Edge } from './match-units';
import type { Unit } from './units';
import { CLAIMS } from './weights';

/**
 * Groups units that make the same claim. Best pairs first; two groups join only when their members agree on
 * average, so that a chain of half-alike statements does not become one claim. Every unit is in one group,
 * most of them alone. Groups are in order of their first unit.
 */
export function clusterUnits(units: readonly Unit[], edges: readonly Edge[], rarity: Rarity): number[][] {
  const group = units.map((_, i) => i);
  const members = units.map((_, i) => [i]);
  const ranked = [...edges].sort((x, y) => y.pair.score - x.pair.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of ranked) {
    const [into, from] = group[a]! < group[b]! ? [group[a]!, group[b]!] : [group[b]!, group[a]!];
    if (into === from || !agree(units, members[into]!, members[from]!, rarity)) continue;
    for (const unit of members[from]!) group[unit] = into;
    members[into]!.push(...members[from]!);
    members[from] = [];
  }
  return members.filter((list) => list.length > 0).map((list) => list.sort((x, y) => x - y));
}

function agree(units: readonly Unit[], a: readonly number[], b: readonly number[], rarity: Rarity): boolean {
  let sum = 0;
  let count = 0;
  for (const x of a.slice(0, CLAIMS.comparedMembers)) {
    for (const y of b.slice(0, CLAIMS.comparedMembers)) {
      sum += scorePair(units[x]!.bag, units[y]!.bag, rarity).score;
      count++;
    }
  }
  return sum / count >= CLAIMS.join;
}
