/** Who a holder is: names as in the text, pronouns resolved to the nearest fitting name. */
import type { Document, TokenRange } from '$lib/text/document';
import { phraseStart, type ClauseMap } from './clauses';
import type { CueLexicon } from './cue-lexicon';
import type { Finding } from './finding';
import { holderPhrases } from './holder-phrases';
import { readPeople, type NameWords } from './people';
import { personReader } from './person-words';
import { quotationAt, type Quotations } from './quotations';
import { isAbstract } from './no-holders';
import { CLASS } from './word-classes';

/** Sentences after which an unnamed view is no longer taken for the last holder's. */
const MEMORY = 3;
/** Words from which a quotation is speech of its own. */
const QUOTED_WORDS = 5;
/** Rules that give a whole sentence to a view. */
const VIEWS = new Set(['voice/viewpoint', 'voice/according-to']);
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);

/** A name or noun phrase that a later pronoun may stand for. */
interface Candidate {
  readonly name: string;
  readonly person: boolean;
  readonly plural: boolean;
}

/** Follows the names of a document in reading order. */
export interface HolderReader {
  /** Makes the subject of a sentence available to the pronouns after it. */
  see(subject: TokenRange | null): void;
  /** Makes the people of a sentence available to later sentences. */
  pass(sentence: TokenRange): void;
  /** The name to show for a holder. */
  nameOf(finding: Finding, holder: TokenRange, sentence: number): string | null;
  /** The holder named last, when that was not long ago. */
  lastHolder(sentence: number): string | null;
}

export function holderReader(
  document: Document,
  map: ClauseMap,
  { words, places }: Pick<CueLexicon, 'words' | 'places'>,
  nameWords: NameWords,
  quotations: Quotations
): HolderReader {
  const { classes, tokens } = map;
  const { genders } = nameWords;
  const people = readPeople(document, map, nameWords, words.roles);
  const { core, isLoneName, isSomebody } = holderPhrases(map, { words, places }, people);
  // A document that names one person only means them by "he".
  const only = people.size === 1 ? [...people.keys()][0]! : null;
  /** Who acted last, and who acted last of those that "he" and "she" may mean. */
  let person: string | null = null;
  let man: string | null = null;
  let woman: string | null = null;
  /** Somebody or something with one name, or somebody without one, that spoke in `loneAt`. */
  let lone: string | null = null;
  let loneAt = -1;
  /** Sentence in which a person with a name or an office spoke last. */
  let personAt = -1;
  let mentioned: string | null = null;
  let thing: string | null = null;
  let group: string | null = null;
  let groupLast = false;
  let viewer: string | null = null;
  let viewedAt = 0;
  let held: string | null = null;
  let heldAt = 0;

  const textOf = (range: TokenRange): string =>
    document.text.slice(tokens[range.firstToken]!.start, tokens[range.tokenEnd - 1]!.end);

  const { genderOf, isKin, disagrees, actorBefore, namedInside } = personReader(
    document,
    map,
    words,
    people,
    nameWords
  );

  /** Whom "he" or "she" means of those who acted before. */
  function actedBefore(pronoun: string, sentence: number): string | null {
    const gender = genders.get(pronoun);
    const last = person !== null && disagrees(pronoun, person) ? (gender === 'm' ? man : woman) : person;
    const fits = last !== null && gender !== undefined && genderOf(last) === gender && last === person;
    // "Roe said so. He …": who has spoken right before, where nobody of that gender has acted since.
    return !fits && lone !== null && sentence - loneAt === 1 && personAt < loneAt ? lone : last;
  }

  /** A person's name or a pronoun for one. */
  function isPersonal(range: TokenRange): boolean {
    return words.persons.has(tokens[range.firstToken]!.normal) || describe(core(range))?.person === true;
  }

  function describe(range: TokenRange): Candidate | null {
    let head = -1;
    let joined = false;
    for (let k = range.firstToken; k < range.tokenEnd; k++) {
      const code = classes[k]!;
      if (code === CLASS.preposition && head >= 0) break;
      if (code === CLASS.conjunction) joined = true;
      if (code === CLASS.noun || code === CLASS.name) head = k;
    }
    if (head < 0) return null;
    const token = tokens[head]!;
    const named =
      classes[head] === CLASS.name && people.has(token.text) && token.text !== token.text.toUpperCase();
    // "the mayor"
    const role = classes[head] === CLASS.noun && (words.roles.has(token.normal) || isKin(token.normal));
    // "His daughter Aoife", "the postman, Dan"
    const kin = classes[head] === CLASS.name && head > range.firstToken && isKin(tokens[head - 1]!.normal);
    const isPerson = !joined && (named || role || kin);
    const plural =
      joined || (classes[head] === CLASS.noun && token.lemma !== token.normal && token.normal.endsWith('s'));
    let name = textOf(range);
    if (classes[range.firstToken] === CLASS.determiner && classes[head] === CLASS.name) {
      // "the operator Lornelink": the noun says what the name is of.
      let open = head;
      while (open > range.firstToken + 1 && classes[open - 1] === CLASS.name) open--;
      const before = tokens[open - 1]!;
      const common = classes[open - 1] === CLASS.noun && before.text === before.text.toLowerCase();
      const noun = head === range.tokenEnd - 1 && common;
      name = textOf({ firstToken: noun ? open : range.firstToken + 1, tokenEnd: range.tokenEnd });
    }
    return { name, person: isPerson, plural };
  }

  function remember(found: Candidate): void {
    if (found.person) {
      person = found.name;
      lone = null;
      if (genderOf(person) !== 'f') man = person;
      if (genderOf(person) !== 'm') woman = person;
    } else if (found.plural) {
      group = found.name;
      groupLast = true;
    } else {
      thing = found.name;
      groupLast = false;
    }
  }

  return {
    see(subject) {
      const found = subject && !isAbstract(map, words, subject) ? describe(core(subject)) : null;
      if (found) remember(found);
    },
    pass(sentence) {
      if (people.size === 0) return;
      // The person named last.
      for (let k = sentence.tokenEnd - 1; k >= sentence.firstToken; k--) {
        if (classes[k] !== CLASS.name || !people.has(tokens[k]!.text)) continue;
        mentioned = tokens[k]!.text;
        return;
      }
    },
    lastHolder(sentence) {
      return sentence - heldAt <= MEMORY ? held : null;
    },
    nameOf(finding, holder, sentence) {
      // A label says who speaks, not whom "they" means.
      if (finding.kind === 'transcript') return textOf(holder);
      const first = resolve(holder, sentence);
      const second = first && finding.also ? textOf(core(finding.also)) : null;
      const name = second ? `${first} and ${second}` : first;
      if (name && VIEWS.has(finding.rule) && (second !== null || !isPersonal(holder))) {
        viewer = name;
        viewedAt = sentence;
      }
      if (!isAbstract(map, words, holder)) {
        heldAt = sentence;
        held = name;
      }
      return name;
    }
  };

  function resolve(holder: TokenRange, sentence: number): string | null {
    const range = core(holder);
    const last = tokens[range.firstToken]!.normal;
    if (range.tokenEnd - range.firstToken === 1) {
      const quotation = words.persons.has(last) ? quotationAt(quotations, range.firstToken) : undefined;
      if (quotation && quotation.words >= QUOTED_WORDS)
        return namedInside(range.firstToken, quotation) ?? textOf(range);
      if (words.persons.has(last))
        return (
          actorBefore(range.firstToken, sentence) ??
          actedBefore(last, sentence) ??
          (mentioned !== null && disagrees(last, mentioned) ? null : mentioned) ??
          only ??
          (people.size > 0 ? null : textOf(range))
        );
      if (words.things.has(last)) return thing ?? null;
      if (words.groups.has(last)) {
        // Whose view the sentence before gave goes on.
        if (viewer !== null && sentence - viewedAt === 1) return viewer;
        return (groupLast ? (group ?? thing) : (thing ?? group)) ?? person ?? null;
      }
      if (RELATIVE.has(last)) {
        const start = phraseStart(map, range.firstToken, Math.max(0, range.firstToken - 12));
        return start < range.firstToken ? textOf({ firstToken: start, tokenEnd: range.firstToken }) : null;
      }
    } else if (words.persons.has(last) && classes[range.firstToken] === CLASS.pronoun) {
      // "for him and many in Rome"
      const name = actedBefore(last, sentence) ?? mentioned ?? only;
      if (name !== null)
        return name + document.text.slice(tokens[range.firstToken]!.end, tokens[range.tokenEnd - 1]!.end);
    }
    const found = describe(range);
    if (found && !isAbstract(map, words, holder)) {
      remember(found);
      if (found.person) personAt = sentence;
      if (!found.person && (isLoneName(range) || isSomebody(range))) {
        lone = found.name;
        loneAt = sentence;
      }
    }
    return found?.name ?? textOf(range);
  }
}
