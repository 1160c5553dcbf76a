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

/** What is known of names and of the words beside them. */
export interface NameWords {
  readonly given: GivenNames;
  readonly genders: Genders;
  /** Last words of names that are no people. */
  readonly notPeople: ReadonlySet<string>;
}

/** The pronouns and titles of `words-gender`. */
export function genderWords(knowledge: Knowledge): Genders {
  const genders = new Map<string, Gender>();
  for (const word of wordSet(knowledge, 'words-gender', 'man')) genders.set(word, 'm');
  for (const word of wordSet(knowledge, 'words-gender', 'woman')) genders.set(word, 'f');
  return genders;
}

/** "Spokeswoman", "postman": nouns that say it by their ending. */
const MAN = /[a-z]man$/;
const WOMAN = /[a-z]woman$/;

/** What the noun at the head of a phrase says of whom it means: "his daughter", "a spokeswoman". */
export function genderOfNoun(noun: string, genders: Genders): Gender | null {
  return genders.get(noun) ?? (WOMAN.test(noun) ? 'f' : MAN.test(noun) ? 'm' : null);
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
 *
 * @param titles what may stand before the name of a person
 */
export function readPeople(
  document: Document,
  map: ClauseMap,
  { given, genders, notPeople }: NameWords,
  titles: ReadonlySet<string>
): People {
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
      // "the Rev Paul Innes"
      const titled = titles.has(first) || titles.has(`${first}.`);
      const known = given.isKnown(first) || titled;
      // "Vale Transit": how bodies and places are called; "Samantha Power" is somebody.
      const body = !known && notPeople.has(tokens[end - 1]!.normal);
      if (length >= 2 && length <= LONGEST_NAME && (!article || known) && !body && follows !== CLASS.noun) {
        const name = tokens[end - 1]!.text;
        // "his mother, Carol Roe"
        const beside = classes[at - 1] === CLASS.comma ? at - 2 : at - 1;
        const noun = beside >= firstToken && classes[beside] === CLASS.noun ? tokens[beside]!.normal : '';
        const kin = noun === '' ? null : genderOfNoun(noun, genders);
        const gender = given.genderOf([first]) ?? genders.get(first) ?? kin;
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
  comma: number,
  roles: ReadonlySet<string>
): TokenRange | null {
  if (classes[comma] !== CLASS.comma) return null;
  // "The Energy Minister": an office in capitals.
  const office = classes[comma - 1] === CLASS.name && roles.has(tokens[comma - 1]!.normal);
  if (classes[comma - 1] !== CLASS.noun && !office) return null;
  // "the Rev Paul Innes"
  const open = tokens[comma + 1]?.normal === 'the' ? comma + 2 : comma + 1;
  let end = open;
  while (end <= comma + LONGEST_NAME && classes[end] === CLASS.name) end++;
  const definite = tokens[start]!.normal === 'the';
  if (end - open < (definite && open === comma + 1 ? 1 : 2)) return null;
  const closes = classes[end] === CLASS.comma || classes[end] === CLASS.stop || classes[end] === CLASS.close;
  return closes && start < comma ? { firstToken: open, tokenEnd: end } : null;
}
