/** Whether two texts may well tell one event, by the names that both have. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Reading } from '../reading';
import { wordKinds, wordSet } from '../word-kinds';
import type { Terms } from './terms';

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

/** Nouns that two texts of one name have in common at least, and as a share of those of the text that has fewer. */
const LEAST_NOUNS = 5;
const SHARE_OF_NOUNS = 0.28;
/** An essay of more nouns has many in common with any other on its subject. */
const FEW_NOUNS = 60;

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

/** The telling nouns of a text, by concept. */
export function nounsIn({ document: { tokens } }: Reading, { plain, words }: Terms): ReadonlySet<string> {
  const found = new Set<string>();
  tokens.slice(0, READ).forEach(({ pos }, i) => {
    const key = plain[i]!;
    if (pos === 'NOUN' && key !== '' && key[0] !== '#' && !words.isLight(key))
      found.add(words.conceptOf(key) || key);
  });
  return found;
}

/** By what a text says which event it tells. */
export interface EventWords {
  readonly names: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
}

function inBoth(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly [shared: number, fewest: number] {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of fewer) if (more.has(word)) shared++;
  return [shared, fewer.size];
}

/** Whether two texts, one of them short and with few names, speak of the same things at one named place or of one body. */
function speakOfSame(a: EventWords, b: EventWords): boolean {
  const [shared, fewest] = inBoth(a.nouns, b.nouns);
  if (fewest > FEW_NOUNS || shared < LEAST_NOUNS || shared < SHARE_OF_NOUNS * fewest) return false;
  return inBoth(a.names, b.names)[0] > 0;
}

/** Whether two texts that name somebody have no name and hardly a thing in common: then they tell two events. */
export function tellOtherEvents(a: EventWords, b: EventWords): boolean {
  const [names, fewest] = inBoth(a.names, b.names);
  return names === 0 && fewest >= FEW && inBoth(a.nouns, b.nouns)[0] < LEAST_NOUNS;
}

/** Whether the names of two texts, or one name and what else they speak of, say that they tell one event. */
export function tellOneEvent(one: EventWords, other: EventWords): boolean {
  return shareNames(one.names, other.names) || speakOfSame(one, other);
}

function shareNames(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [shared, fewest] = inBoth(a, b);
  if (fewest <= FEW) return fewest === FEW && shared === FEW;
  if (fewest <= SHORT) return shared >= LEAST_OF_SHORT && shared >= SHARE_OF_SHORT * fewest;
  return shared >= LEAST_SHARED && shared >= LEAST_SHARE * fewest;
}
