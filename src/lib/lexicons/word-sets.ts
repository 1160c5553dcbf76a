/** Lists of single words, for rules that ask about one word at a time rather than search a text. */
import type { Knowledge } from './knowledge';

const known = new WeakMap<Knowledge, Map<string, ReadonlyMap<string, string>>>();

/**
 * The single words of a word list by the category of their entry: "fail" is `failing` in `commitment-predicates`.
 * A word of two entries belongs to the first. For rules that ask about one word at a time; empty when there is
 * no such list.
 */
export function wordKinds(knowledge: Knowledge, list: string): ReadonlyMap<string, string> {
  let lists = known.get(knowledge);
  if (!lists) known.set(knowledge, (lists = new Map()));
  const found = lists.get(list);
  if (found) return found;
  const byWord = new Map<string, string>();
  for (const { category, patterns } of knowledge.lexicons[list]?.entries ?? []) {
    for (const pattern of patterns) {
      if (pattern.length > 1) continue;
      for (const word of pattern[0]!.words) if (!byWord.has(word)) byWord.set(word, category);
    }
  }
  lists.set(list, byWord);
  return byWord;
}

/** Whether a list holds sets of words to ask about: the same word may be in several, and no text is searched for it. */
export function isWordSets(list: string): boolean {
  return list.startsWith('words-');
}

const sets = new WeakMap<Knowledge, Map<string, ReadonlyMap<string, ReadonlySet<string>>>>();
const NONE: ReadonlySet<string> = new Set();

/** The single words of a list by category; a word stands in every category that names it. */
function setsOf(knowledge: Knowledge, list: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { category, patterns } of knowledge.lexicons[list]?.entries ?? []) {
    let words = found.get(category);
    if (!words) found.set(category, (words = new Set()));
    for (const pattern of patterns) {
      if (pattern.length === 1) for (const word of pattern[0]!.words) words.add(word);
    }
  }
  return found;
}

/** The single words of one category of a list, for rules that ask whether a word is one of them. */
export function wordSet(knowledge: Knowledge, list: string, category: string): ReadonlySet<string> {
  let known = sets.get(knowledge);
  if (!known) sets.set(knowledge, (known = new Map()));
  let lists = known.get(list);
  if (!lists) known.set(list, (lists = setsOf(knowledge, list)));
  return lists.get(category) ?? NONE;
}
