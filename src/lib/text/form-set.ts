import type { Knowledge } from '$lib/lexicons/knowledge';

const sets = new WeakMap<Knowledge, Map<string, ReadonlySet<string>>>();

/** The single words of a word list as a set; empty when there is no such list. */
export function formSet(knowledge: Knowledge, list: string): ReadonlySet<string> {
  let known = sets.get(knowledge);
  if (!known) sets.set(knowledge, (known = new Map()));
  let forms = known.get(list);
  if (!forms) {
    const found = new Set<string>();
    for (const { patterns } of knowledge.lexicons[list]?.entries ?? []) {
      for (const pattern of patterns) {
        if (pattern.length === 1) for (const word of pattern[0]!.words) found.add(word);
      }
    }
    known.set(list, (forms = found));
  }
  return forms;
}
