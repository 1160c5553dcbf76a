/** The people of a text by their names, and what names, titles and pronouns say of them. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, TokenRange } from '$lib/text/document';
import type { GivenNames } from '../compare/given-names';
import { wordSet } from '../word-kinds';
import type { ClauseMap } from './clauses';
import { CLASS } from './word-classes';

export type Gender = 'm' | 'f';
/** What pronouns and titles say of whom they mean. */
export type Genders = ReadonlyMap<string, Gender>;

/** The pronouns and titles of `words-gender`. */
export function genderWords(knowledge: Knowledge): Genders {
  const genders = new Map<string, Gender>();
  for (const word of wordSet(knowledge, 'words-gender', 'man')) genders.set(word, 'm');
  for (const word of wordSet(knowledge, 'words-gender', 'woman')) genders.set(word, 'f');
  return genders;
}

/** What may stand between an article and a name, and how many words of it. */
const MODIFYING = new Set<number>([CLASS.adjective, CLASS.adverb, CLASS.hyphen, CLASS.verb]);
const MODIFIERS = 4;
/** Most names of a person in a row. */
const LONGEST_NAME = 4;

/** People by the last part of their name, with what their given name or title says of them. */
export type People = ReadonlyMap<string, Gender | null>;

/**
 * Names that are met as "First Last" without an article, or with a frequent given name, are taken for people, and
 * so is their last part alone.
 */
export function readPeople(document: Document, map: ClauseMap, given: GivenNames, genders: Genders): People {
  const people = new Map<string, Gender | null>();
  const { classes, tokens } = map;
  for (const { firstToken, tokenEnd } of document.sentences) {
    for (let at = firstToken; at < tokenEnd; at++) {
      if (classes[at] !== CLASS.name) continue;
      let end = at + 1;
      while (end < tokenEnd && classes[end] === CLASS.name) end++;
      const length = end - at;
      // "the so-called Unity Bridge"
      let open = at;
      while (open > firstToken && at - open < MODIFIERS && MODIFYING.has(classes[open - 1]!)) open--;
      const article = open > firstToken && classes[open - 1] === CLASS.determiner;
      const follows = classes[end];
      const first = tokens[at]!.normal;
      const known = given.isKnown(first);
      if (length >= 2 && length <= LONGEST_NAME && (!article || known) && follows !== CLASS.noun) {
        const name = tokens[end - 1]!.text;
        const gender = given.genderOf([first]) ?? genders.get(first) ?? null;
        const before = people.get(name);
        // Two of one surname: it alone says neither.
        people.set(name, before && gender && before !== gender ? null : (gender ?? before ?? null));
      }
      at = end - 1;
    }
  }
  return people;
}

/**
 * "The firm's head, Jane Roe, said", "the operator, Nordbane, said": the name that says who an office or a body
 * is; null where none follows its comma. One word is enough behind an article.
 */
export function officeHolder(
  { classes, tokens }: ClauseMap,
  start: number,
  comma: number
): TokenRange | null {
  if (classes[comma] !== CLASS.comma || classes[comma - 1] !== CLASS.noun) return null;
  let end = comma + 1;
  while (end <= comma + LONGEST_NAME && classes[end] === CLASS.name) end++;
  const definite = tokens[start]!.normal === 'the';
  if (end - comma < (definite ? 2 : 3)) return null;
  const closes = classes[end] === CLASS.comma || classes[end] === CLASS.stop || classes[end] === CLASS.close;
  return closes && start < comma ? { firstToken: comma + 1, tokenEnd: end } : null;
}
