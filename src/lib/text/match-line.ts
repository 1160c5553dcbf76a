import type { Lexicon, LexiconEntry, Pattern, Term } from '$lib/lexicons/knowledge';
import type { LineWord } from './line-words';

export interface LineMatcher {
  /** Words of the longest line that a pattern can cover. */
  readonly longest: number;
  /** Finds the entry one of whose patterns covers a line from its first word to its last; null when none does. */
  find(words: readonly LineWord[]): LexiconEntry | null;
}

interface LinePattern {
  readonly pattern: Pattern;
  readonly entry: LexiconEntry;
  readonly order: number;
  /** Fewest and most words that it covers. */
  readonly least: number;
  readonly most: number;
}

/** Lines with more words are running text. */
const MAX_WORDS = 40;
const NUMBER = /^\p{N}/u;
const NUMBER_WORDS: ReadonlySet<string> = new Set(
  'a an one two three four five six seven eight nine ten eleven twelve'.split(' ')
);

/**
 * Builds the whole-line matcher of a word list. Patterns mean what they mean elsewhere, with two differences:
 * a line has no tags, so `*` + `/PROPN` is any word with a capital, and words are compared by form, with or
 * without a plural `s`.
 */
export function compileLineMatcher(lexicon: Lexicon | undefined): LineMatcher {
  const byFirst = new Map<string, LinePattern[]>();
  const open: LinePattern[] = [];
  let order = 0;
  let longest = 0;
  for (const entry of lexicon?.entries ?? []) {
    for (const pattern of entry.patterns) {
      const least = pattern.reduce((sum, { gap, optional }) => sum + (gap > 0 || optional ? 0 : 1), 0);
      const most = pattern.reduce((sum, { gap }) => sum + (gap > 0 ? gap : 1), 0);
      const rule: LinePattern = { pattern, entry, order: order++, least, most };
      const first = pattern[0];
      if (!first) continue;
      longest = Math.max(longest, Math.min(MAX_WORDS, most));
      if (first.optional || first.gap > 0 || first.number || first.words.length === 0) {
        open.push(rule);
        continue;
      }
      for (const word of first.words) {
        const known = byFirst.get(word);
        if (known) known.push(rule);
        else byFirst.set(word, [rule]);
      }
    }
  }
  const find = (words: readonly LineWord[]): LexiconEntry | null => {
    const first = words[0];
    if (!first || words.length > longest) return null;
    const { normal } = first;
    let found = firstCovering(open, words, null);
    found = firstCovering(byFirst.get(normal), words, found);
    if (normal.endsWith('s')) found = firstCovering(byFirst.get(normal.slice(0, -1)), words, found);
    return found?.entry ?? null;
  };
  return { longest, find };
}

/** The rule that covers the words and stands first of these in its list, or the one that was found before. */
function firstCovering(
  rules: readonly LinePattern[] | undefined,
  words: readonly LineWord[],
  found: LinePattern | null
): LinePattern | null {
  for (const rule of rules ?? []) {
    if (found && found.order < rule.order) return found;
    if (words.length < rule.least || words.length > rule.most) continue;
    if (coversLine(rule.pattern, words)) return rule;
  }
  return found;
}

/** True when the pattern covers the words from first to last. Positions reached are kept as a set: no backtracking. */
function coversLine(pattern: Pattern, words: readonly LineWord[]): boolean {
  let reached = new Set([0]);
  for (const term of pattern) {
    const next = new Set<number>();
    for (const position of reached) {
      if (term.gap > 0) {
        const last = Math.min(words.length, position + term.gap);
        for (let i = position; i <= last; i++) next.add(i);
        continue;
      }
      if (term.optional) next.add(position);
      const word = words[position];
      if (word && fits(term, word)) next.add(position + 1);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(words.length);
}

function fits(term: Term, word: LineWord): boolean {
  if (term.pos.length > 0 && term.pos.every((pos) => pos === 'PROPN') && !word.capital) return false;
  if (term.number) return NUMBER.test(word.normal) || NUMBER_WORDS.has(word.normal);
  if (term.words.length === 0) return true;
  if (term.words.includes(word.normal)) return true;
  return !term.exact && word.normal.endsWith('s') && term.words.includes(word.normal.slice(0, -1));
}
