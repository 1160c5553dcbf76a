/** What of a noun phrase names its holder: without when and where it was said, and what stands beside a name. */
import type { TokenRange } from '$lib/text/document';
import { isNominal, type ClauseMap } from './clauses';
import type { CueLexicon } from './cue-lexicon';
import { officeHolder } from './people';
import { CLASS } from './word-classes';

const LEADING = new Set<number>([CLASS.adverb, CLASS.conjunction, CLASS.subordinator, CLASS.preposition]);
/** How nouns for one person end; `words-voice` holds those that end otherwise. */
const SOMEBODY = /(?:[^e]er|[^i]tor|ist|ian|man|woman)$/;
const YEAR = /^(?:1[89]|20)\d\d$/;
const NEAR_TIMES = new Set(['last', 'this', 'next']);

/** Readings of a holder's noun phrase in one document. */
export interface HolderPhrases {
  /** The holder without articles' surroundings: no leading adverb or time, no apposition, no occasion. */
  core(range: TokenRange): TokenRange;
  /** "Pell": one word, a name, and none of a country, a capital or a body that is known. */
  isLoneName(range: TokenRange): boolean;
  /** "A night guard": one person, who is not named. */
  isSomebody(range: TokenRange): boolean;
}

/** @param people the last names of the people of the document */
export function holderPhrases(
  map: ClauseMap,
  { words, places }: Pick<CueLexicon, 'words' | 'places'>,
  people: { has(name: string): boolean }
): HolderPhrases {
  const { classes, tokens } = map;

  function core(range: TokenRange): TokenRange {
    let start = range.firstToken;
    let end = range.tokenEnd;
    while (start < end - 1 && (LEADING.has(classes[start]!) || !tokens[start]!.word)) start++;
    // "Last week the mayor": when it was is no part of who it was.
    const span = NEAR_TIMES.has(tokens[start]!.normal) && words.spans.has(tokens[start + 1]?.lemma ?? '');
    if (span && start + 2 < end && classes[start + 2] !== CLASS.possessive) start += 2;
    // "In April | inspectors said", "On Monday | ministers said"
    if (classes[start - 1] === CLASS.preposition)
      while (start < end - 1 && isDate(start) && classes[start + 1] !== CLASS.possessive) start++;
    for (let k = start + 1; k < end; k++) {
      const code = classes[k]!;
      if (code === CLASS.comma || code === CLASS.open || code === CLASS.dash || isOccasion(k)) {
        end = k;
        break;
      }
    }
    const name = officeHolder(map, start, end, words.roles);
    if (name) return name;
    return { firstToken: start, tokenEnd: Math.min(end, start + 14) };
  }

  function isDate(at: number): boolean {
    const { normal } = tokens[at]!;
    return words.weekdays.has(normal) || words.months.has(normal) || YEAR.test(normal);
  }

  /** "Roe | on Friday", "Roe | in an interview": when and where it was said; "papers sealed on Friday" are one thing. */
  function isOccasion(at: number): boolean {
    if (!isNominal(classes[at - 1]!)) return false;
    if (words.weekdays.has(tokens[at]!.normal)) return true;
    if (classes[at] !== CLASS.preposition) return false;
    const next = tokens[at + 1]?.normal ?? '';
    if (words.weekdays.has(next) || words.months.has(next)) return true;
    const person = classes[at - 1] === CLASS.name && people.has(tokens[at - 1]!.text);
    return person && words.occasionLinks.has(tokens[at]!.normal);
  }

  function isLoneName({ firstToken, tokenEnd }: TokenRange): boolean {
    const { text, normal } = tokens[firstToken]!;
    const alone = tokenEnd - firstToken === 1 && classes[firstToken] === CLASS.name;
    return alone && text !== text.toUpperCase() && !places.has(normal);
  }

  function isSomebody({ firstToken, tokenEnd }: TokenRange): boolean {
    const { normal } = tokens[firstToken]!;
    if ((normal !== 'a' && normal !== 'an') || classes[tokenEnd - 1] !== CLASS.noun) return false;
    const head = tokens[tokenEnd - 1]!.normal;
    return SOMEBODY.test(head) || words.somebody.has(head);
  }

  return { core, isLoneName, isSomebody };
}
