import type { Link } from './claim-index';
import { CLUSTERS } from './cluster-weights';
import { matchPair } from './pair-match';
import type { Unit } from './units';
import type { Vocabulary } from './vocabulary';

/**
 * Groups statements that make the same claim. Best pairs first; two groups join only when their members agree on
 * average, so that a chain of half-alike statements does not become one claim. Every statement is in one group,
 * most of them alone. Groups are in order of their first statement.
 */
export function clusterUnits(
  units: readonly Unit[],
  links: readonly Link[],
  vocabulary: Vocabulary
): number[][] {
  const group = units.map((_, i) => i);
  const members = units.map((_, i) => [i]);
  const ranked = links
    .filter(({ same }) => same)
    .sort((x, y) => y.pair.score - x.pair.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of ranked) {
    const [into, from] = group[a]! < group[b]! ? [group[a]!, group[b]!] : [group[b]!, group[a]!];
    if (into === from || !agree(units, members[into]!, members[from]!, vocabulary)) continue;
    for (const unit of members[from]!) {
      group[unit] = into;
      members[into]!.push(unit);
    }
    members[from] = [];
  }
  return members.filter((list) => list.length > 0).map((list) => list.sort((x, y) => x - y));
}

function agree(
  units: readonly Unit[],
  a: readonly number[],
  b: readonly number[],
  vocabulary: Vocabulary
): boolean {
  let sum = 0;
  let count = 0;
  for (const x of a.slice(0, CLUSTERS.comparedMembers)) {
    for (const y of b.slice(0, CLUSTERS.comparedMembers)) {
      sum += matchPair(units[x]!.bag, units[y]!.bag, vocabulary).score;
      count++;
    }
  }
  return sum / count >= CLUSTERS.join;
}
