/** Whether two texts may well tell one event, by the names that both have. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Reading } from '../reading';
import { wordKinds, wordSet } from '../word-kinds';

/** Names that two texts have in common at least. */
const LEAST_SHARED = 3;
/** The same as a share of the names of the text that has fewer: a long essay has some name in common with most. */
const LEAST_SHARE = 1 / 3;
/** The same where a text names two only. */
const FEW = 2;
/** Words of a text that are looked at: news names who, where and whom early. */
const READ = 3_000;
/** Letters of a word with its space, about. */
const LETTERS = 6;
/** A text with so few names is short. */
const SHORT = 14;
/** Names in common, and their share, where one text is short. */
const LEAST_OF_SHORT = 2;
const SHARE_OF_SHORT = 1 / 4;

/** The names in a text, in lower case, days and months aside. */
export function namesIn({ document: { tokens, text } }: Reading, knowledge: Knowledge): ReadonlySet<string> {
  const days = wordSet(knowledge, 'words-accounts', 'days');
  const found = new Set<string>();
  const titles = wordKinds(knowledge, 'claim-person-titles');
  const put = (word: string): void => {
    if (!days.has(word) && !titles.has(word)) found.add(word);
  };
  for (const { pos, text: word, normal } of tokens.slice(0, READ))
    if (pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(word)) put(normal);
  // A name that no list knows may be taken for another word; inside a sentence its capital tells.
  for (const [word] of text.slice(0, READ * LETTERS).matchAll(/(?<=\p{Ll},? )\p{Lu}\p{Ll}{2,}/gu))
    put(word.toLowerCase());
  return found;
}

/** Whether the names of two texts say that they tell one event. */
export function tellOneEvent(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const name of fewer) if (more.has(name)) shared++;
  if (fewer.size <= FEW) return fewer.size === FEW && shared === FEW;
  if (fewer.size <= SHORT) return shared >= LEAST_OF_SHORT && shared >= SHARE_OF_SHORT * fewer.size;
  return shared >= LEAST_SHARED && shared >= LEAST_SHARE * fewer.size;
}
