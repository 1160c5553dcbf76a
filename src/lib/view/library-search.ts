/** From what a search shows of a text to the place in the text. */
import { contextOf } from './evidence';

/** A piece of a passage; what the search found is marked. */
export interface PassageRun {
  readonly text: string;
  readonly hit: boolean;
}

/** Words that are looked for, as many as a passage has; an address may hold more. */
const MOST_WORDS = 60;
/** What stands between two pieces of a text in a passage. */
const GAP = ' … ';

/** Words of a question that no text is looked for by. */
const ASKING = new Set(
  'a an and are by did do does for from had has have how in is it of on or that the to was were what when where which who whom whose why will with'.split(
    ' '
  )
);

/**
 * The same search for any of its words, when a question typed in full finds nothing; null where there is no other to
 * make, because one word is looked for or the reader has said with signs how.
 */
export function anyWordOf(query: string): string | null {
  if (/["“”]|(?:^|\s)-|\sor\s/iu.test(query)) return null;
  const words = query
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word !== '' && !ASKING.has(word.toLowerCase()));
  const some = [...new Set(words)].slice(0, 12);
  const any = some.join(' or ');
  return some.length === 0 || any === query.trim() ? null : any;
}

/** The first piece of a passage that holds something found, and what was found first in it; null when none does. */
export function foundWords(passage: readonly PassageRun[]): { words: string; hit: string } | null {
  let words = '';
  let hit = '';
  for (const run of passage) {
    if (run.hit) {
      hit ||= run.text;
      words += run.text;
      continue;
    }
    const [head = '', ...rest] = run.text.split(GAP);
    words += head;
    if (rest.length === 0) continue;
    if (hit !== '') break;
    words = rest.at(-1)!;
  }
  return hit === '' ? null : { words, hit };
}

/** What stands before and after a passage that begins or ends inside a sentence: it says that words were cut. */
export function cutEnds(passage: readonly PassageRun[]): { before: string; after: string } {
  const words = passage
    .map(({ text }) => text)
    .join('')
    .trim();
  return {
    before: /^(?:\p{Ll}|[,;:.])/u.test(words) ? '… ' : '',
    after: words === '' || /[.!?…]["'”’)]*$/u.test(words) ? '' : ' …'
  };
}

/** Where words stand in a text, whatever white space is between them; null where they do not. */
function placeOfWords(text: string, words: readonly string[]): { start: number; end: number } | null {
  const [first] = words;
  if (first === undefined) return null;
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let end = start;
    const all = words.every((word, index) => {
      while (index > 0 && end < text.length && /\s/.test(text[end]!)) end++;
      const here = text.startsWith(word, end);
      end += word.length;
      return here;
    });
    if (all) return { start, end };
  }
  return null;
}

/**
 * The sentence of a text in which a search found something.
 *
 * @param words of the text, as a passage shows them; white space does not matter
 * @param hit what was found among them
 */
export function placeOfFound(
  text: string,
  words: string,
  hit: string
): { start: number; end: number } | null {
  const place = placeOfWords(text, words.split(/\s+/, MOST_WORDS).filter(Boolean));
  const start = place ? text.indexOf(hit, place.start) : -1;
  if (!place || hit === '' || start < 0 || start >= place.end) return null;
  const found = { start, end: start + hit.length };
  const { before, after } = contextOf(text, found);
  return { start: start - before.length, end: found.end + after.length };
}

/** The address that leads to the place of a result in its document. */
export function hrefOfFound(found: {
  readonly collection: string;
  readonly document: string;
  readonly passage: readonly PassageRun[];
}): string {
  const at = foundWords(found.passage);
  const query = new URLSearchParams({ collection: found.collection, document: found.document, ...at });
  return `/library/find?${query}`;
}
