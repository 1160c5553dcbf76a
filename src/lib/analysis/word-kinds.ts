import type { Knowledge } from '$lib/lexicons/knowledge';
import { wordKinds } from '$lib/lexicons/word-sets';
import { bytePerTypeOf, type CodeOf } from '$lib/text/type-codes';

export { wordKinds, wordSet } from '$lib/lexicons/word-sets';

/**
 * The kind of a word form in a list as a number, for what is asked of every word: one more than its place among
 * `kinds`, 0 for a word of another kind or of none.
 */
export function kindCodes(list: string, kinds: readonly string[]): (knowledge: Knowledge) => CodeOf {
  return bytePerTypeOf((knowledge, { normal }) => {
    const kind = wordKinds(knowledge, list).get(normal);
    return kind === undefined ? 0 : 1 + kinds.indexOf(kind);
  });
}
