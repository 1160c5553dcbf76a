/** How lists are searched: words that must all stand there, in any case and with or without accents. */

/** The most that is searched for; a longer text is cut. */
export const LONGEST_SEARCH = 200;

/** Letters without accents and the quotation marks of English print: decomposing them changes nothing. */
const PLAIN = /^[\u0020-\u007e\n‘’“”–—]*$/u;

/** For comparing words: no case, no accents, one kind of quotation mark. */
export function folded(text: string): string {
  // Most claims are plain, and folding all of a large collection is what the first letter typed would wait for.
  const bare = PLAIN.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').toLowerCase();
}

/** The words of a search, as `folded` writes them. */
export const searchWords = (search: string): string[] =>
  folded(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
