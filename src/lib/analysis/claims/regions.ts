import type { Knowledge } from '$lib/lexicons/knowledge';

const known = new WeakMap<Knowledge, ReadonlyMap<string, ReadonlySet<string>>>();
const NOWHERE: ReadonlySet<string> = new Set();

/** The parts of the world that a state or region lies in, by the list `country-regions`; empty for any other actor. */
export function regionsOf(knowledge: Knowledge, actor: string): ReadonlySet<string> {
  let regions = known.get(knowledge);
  if (!regions) known.set(knowledge, (regions = readRegions(knowledge)));
  return regions.get(actor) ?? NOWHERE;
}

function readRegions(knowledge: Knowledge): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const put = (actor: string, region: string): void => {
    const regions = found.get(actor);
    if (regions) regions.add(region);
    else found.set(actor, new Set([region]));
  };
  for (const { category, patterns } of knowledge.lexicons['country-regions']?.entries ?? []) {
    // "europe-or-asia": a state that lies in both, or is counted to either.
    const regions = category.split('-or-');
    for (const region of regions) put(region, region);
    for (const pattern of patterns) {
      const actor = pattern.map(({ words }) => [...words][0] ?? '').join('-');
      for (const region of regions) put(actor, region);
    }
  }
  return found;
}
