/** Which person a name, a noun or a pronoun means, by what the words say of men and women. */
import type { Document, TokenRange } from '$lib/text/document';
import { finiteAt, REACH, type ClauseMap } from './clauses';
import type { CueWords } from './cue-words';
import { genderOfNoun, type Gender, type NameWords, type People } from './people';
import { CLASS } from './word-classes';

/** Tokens of a quotation in which a pronoun's name is looked for. */
const QUOTED_REACH = 60;
/** What belongs to the name or the noun behind it. */
const OF_NAME = new Set<number>([CLASS.name, CLASS.adjective, CLASS.possessive, CLASS.determiner]);

/** Readings of single names, nouns and pronouns in one document. */
export interface PersonReader {
  genderOf(name: string): Gender | null;
  isKin(noun: string): boolean;
  disagrees(pronoun: string, name: string): boolean;
  actorBefore(pronoun: number, sentence: number): string | null;
  namedInside(pronoun: number, quotation: TokenRange): string | null;
}

/** @param people the last names of the people of the document */
export function personReader(
  document: Document,
  map: ClauseMap,
  words: CueWords,
  people: People,
  { given, genders }: NameWords
): PersonReader {
  const { classes, tokens } = map;
  const textOf = (range: TokenRange): string =>
    document.text.slice(tokens[range.firstToken]!.start, tokens[range.tokenEnd - 1]!.end);

  /** What a name, a title or the noun of a phrase says. */
  function genderOf(name: string): Gender | null {
    const parts = name.split(' ');
    const last = parts.at(-1)!;
    const known = people.get(last);
    if (known) return known;
    // "Mr Roe's wife"
    const noun = last === last.toLowerCase() ? genderOfNoun(last, genders) : null;
    if (noun) return noun;
    // "His daughter Aoife" is no man for "his".
    const first = parts[0]!.toLowerCase();
    const owned = parts.length > 1 && (words.persons.has(first) || words.groups.has(first));
    const title = owned ? genderOfNoun(parts[1]!, genders) : genders.get(first);
    return title ?? given.genderOf([first]) ?? genderOfNoun(parts.at(-1)!, genders);
  }

  /** Who acted last in the sentence before a pronoun: "Ann Roe, a baker, left when she …". */
  function actorBefore(pronoun: number, sentence: number): string | null {
    const { firstToken } = document.sentences[sentence]!;
    for (let k = pronoun - 1; k >= Math.max(firstToken, pronoun - REACH); k--) {
      if (classes[k] !== CLASS.name || !people.has(tokens[k]!.text)) continue;
      const mark = classes[k + 1] === CLASS.comma ? k + 2 : k + 1;
      if (!finiteAt(map, mark)) continue;
      let start = k;
      while (start > firstToken && classes[start - 1] === CLASS.name) start--;
      if (disagrees(tokens[pronoun]!.normal, tokens[k]!.text)) continue;
      return textOf({ firstToken: start, tokenEnd: k + 1 });
    }
    return null;
  }

  /** "My father", "the spokeswoman": a noun for one person that says whether they are a man or a woman. */
  function isKin(noun: string): boolean {
    return !words.persons.has(noun) && genderOfNoun(noun, genders) !== null;
  }

  /** Whom "he" or "she" means inside a quotation, of those named in it: never the one who speaks. */
  function namedInside(pronoun: number, { firstToken }: TokenRange): string | null {
    for (let k = pronoun - 1; k > firstToken && pronoun - k <= QUOTED_REACH; k--) {
      const { normal, text } = tokens[k]!;
      const noun = classes[k] === CLASS.noun && (isKin(normal) || words.roles.has(normal));
      if (!noun && !(classes[k] === CLASS.name && people.has(text))) continue;
      let start = k;
      while (start > firstToken + 1 && OF_NAME.has(classes[start - 1]!)) start--;
      const name = textOf({ firstToken: start, tokenEnd: k + 1 });
      if (!disagrees(tokens[pronoun]!.normal, name)) return name;
    }
    return null;
  }

  /** "He" for a Denise. */
  function disagrees(pronoun: string, name: string): boolean {
    const gender = genderOf(name);
    return gender !== null && genders.has(pronoun) && genders.get(pronoun) !== gender;
  }

  return { genderOf, isKin, disagrees, actorBefore, namedInside };
}
