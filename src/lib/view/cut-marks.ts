/** Marks of omission around words shown in their context. */
import { CONTEXT_REACH } from './evidence';

/** A context is cut at a word's end, so that it may fall short of its furthest reach by a long word. */
const LONG_WORD = 40;
const SENTENCE_BEGINS = /^["“‘'(]?[\p{Lu}\p{N}]/u;
const SENTENCE_ENDS = /[.?!…:]["”’')\]]{0,3}\s*$/u;

/**
 * What stands before and after words whose sentence goes on beyond what is shown: "… " and " …", or nothing.
 * @param passage `before + quote + after`, as `contextOf` cuts it out of a text
 */
export function cutMarks(passage: {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}): {
  before: string;
  after: string;
} {
  const { before, quote, after } = passage;
  const far = (words: string) => words.length > CONTEXT_REACH - LONG_WORD;
  return {
    before: far(before) && !SENTENCE_BEGINS.test(before) ? '… ' : '',
    after: far(after) && !SENTENCE_ENDS.test(quote + after) ? ' …' : ''
  };
}
