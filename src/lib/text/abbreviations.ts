import type { Knowledge } from '$lib/lexicons/knowledge';

/**
 * What a full stop after a short form may mean: `title` stands before a name and never ends a sentence,
 * `number` is short only before a figure ("No. 5"), `inner` hardly ever ends one ("e.g."), `outer` may do
 * both ("Inc.", "U.S.").
 */
export type AbbreviationKind = 'title' | 'number' | 'inner' | 'outer';

const KINDS: ReadonlySet<string> = new Set<AbbreviationKind>(['title', 'number', 'inner', 'outer']);
const DOTTED = /^(?:\p{L}\.){2,}$/u;
const INITIAL = /^\p{Lu}\.$/u;

const compiled = new WeakMap<Knowledge, ReadonlyMap<string, AbbreviationKind>>();

function listed(knowledge: Knowledge): ReadonlyMap<string, AbbreviationKind> {
  let kinds = compiled.get(knowledge);
  if (!kinds) {
    const found = new Map<string, AbbreviationKind>();
    for (const { category, patterns } of knowledge.lexicons['abbreviations']?.entries ?? []) {
      if (!KINDS.has(category)) continue;
      for (const pattern of patterns) {
        for (const word of pattern[0]?.words ?? []) found.set(word, category as AbbreviationKind);
      }
    }
    compiled.set(knowledge, (kinds = found));
  }
  return kinds;
}

/** The kind of a short form, given with its full stop; null when it is none that is known. */
export function abbreviationKind(word: string, knowledge: Knowledge): AbbreviationKind | null {
  // "post-Sept." is short like "Sept."
  const short = word.slice(word.lastIndexOf('-', word.length - 2) + 1).toLowerCase();
  const kind = listed(knowledge).get(short);
  if (kind) return kind;
  return DOTTED.test(word) || INITIAL.test(word) ? 'outer' : null;
}
