/** Finds words again in a raw text, for marks that carry counts but no spans. */

export interface FoundWords {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

function escaped(word: string): string {
  return word
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
    .replace(/['’]/gu, "['’]")
    .replace(/\s+/gu, '\\s{1,4}');
}

/**
 * Whole words or phrases in any case, in text order, without overlaps; longer ones win. A regular plural
 * counts as the word, since lists of words hold their ground form.
 */
export function findWords(text: string, words: readonly string[]): FoundWords[] {
  const wanted = words.map(escaped).filter((word) => word !== '');
  if (wanted.length === 0) return [];
  wanted.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})(?:s|es)?(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    quote: match[0]
  }));
}
