/** What a clause tells beside its deed or figure: its words, names and days. */
import type { Token, TokenRange } from '$lib/text/document';
import { wordKinds, wordSet } from '../word-kinds';
import type { Place } from './account-phrases';
import { isReportedFuture, isToCome } from './reported-future';
import type { Knowledge } from '$lib/lexicons/knowledge';
import { stem } from './stem';
import { isYearKey, type Terms } from './terms';
import type { TellingMode } from './telling';
import type { ToldTerms } from './told-deeds';

/** A category of the list `words-tellings`. */
export const tellingWords = ({ knowledge }: Place, category: string): ReadonlySet<string> =>
  wordSet(knowledge, 'words-tellings', category);

/** What two clauses are compared by. */
export interface ClauseWords {
  readonly words: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly days: readonly string[];
  readonly planned: boolean;
  /** Wished, asked, or so only under a condition. */
  readonly unsure: boolean;
  /** Unsure only because it is expected: "could cost", "is forecast to cost". */
  readonly foreseen: boolean;
  /** Of some, or of another time. */
  readonly partial: boolean;
  /** Told as of a time, which another text may have passed: "now", "so far", "by Friday". */
  readonly asOf: boolean;
  /** What the figures of the clause are: so, asked for, or offered. */
  readonly mode: TellingMode;
  /** Negations. */
  readonly denials: number;
}

const kinsByStem = new WeakMap<Knowledge, ReadonlyMap<string, string>>();

/** The kin of deeds that phrases tell, by the stem that stands for them. */
function kinByStem(knowledge: Knowledge): ReadonlyMap<string, string> {
  let found = kinsByStem.get(knowledge);
  if (!found) {
    found = new Map([...wordKinds(knowledge, 'words-told-deeds')].map(([word, kin]) => [stem(word), kin]));
    kinsByStem.set(knowledge, found);
  }
  return found;
}

const kinsNamed = new WeakMap<Knowledge, ReadonlySet<string>>();

/** The names of all kins. */
function kinNames(knowledge: Knowledge): ReadonlySet<string> {
  let found = kinsNamed.get(knowledge);
  if (!found) {
    const lists = ['words-told-deeds', 'words-told-things'] as const;
    found = new Set(lists.flatMap((list) => [...wordKinds(knowledge, list).values()]));
    kinsNamed.set(knowledge, found);
  }
  return found;
}

/** Whether a verb stands for a phrase: "gave way" under the key of collapsing. */
const isPhrase = (terms: Terms, at: number, lemma: string): boolean =>
  'deeds' in terms && (terms as ToldTerms).deeds.has(at) && terms.plain[at] !== stem(lemma);

/** What a word is compared by: the end of a scale it stands on, its kin, its concept, else its stem; '' for a word that says little. */
export function wordOf({ terms, knowledge, reading }: Place, at: number): string {
  const key = terms.plain[at]!;
  const { pos, lemma } = reading.document.tokens[at]!;
  if (key === '' || key[0] === '#') return '';
  const list = pos === 'VERB' ? 'words-told-deeds' : 'words-told-things';
  // "Gave way" is no giving.
  const phrase = pos === 'VERB' && isPhrase(terms, at, lemma);
  const kin = (phrase ? kinByStem(knowledge).get(key) : wordKinds(knowledge, list).get(lemma)) ?? '';
  // "Fell" and "plunged" stand on one end; an end that says nothing of what it excludes gives way to a kin.
  const pole = pos === 'NOUN' ? undefined : terms.words.polesOf(key)[0];
  if (pole && (kin === '' || !wordSet(knowledge, 'words-tellings', 'giving-way').has(pole.slice(0, -2))))
    return `~${pole}`;
  if (kin !== '' && pos !== 'ADJ') return `+${kin}`;
  if (terms.words.isLight(key)) return '';
  const concept = terms.words.conceptOf(key);
  // "Officers" are police by one list, "cops" by the other.
  return concept === '' ? key : kinNames(knowledge).has(concept.slice(1)) ? `+${concept.slice(1)}` : concept;
}

/** "Last year", "next Monday", "last night". */
const isTime = (place: Place, token: Token | undefined): boolean =>
  token !== undefined &&
  (wordSet(place.knowledge, 'words-figures', 'span').has(token.lemma) ||
    wordSet(place.knowledge, 'words-accounts', 'days').has(token.normal) ||
    tellingWords(place, 'part-of-day').has(token.lemma));

/** "At any time", "at any stage": never, and no more. */
const isAtAny = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.normal === 'any' && tokens[at - 2]?.normal === 'at';

/**
 * Reads the words of a clause.
 *
 * @param without a stretch of it whose words do not count: a figure with its unit
 */
export function clauseWords(
  place: Place,
  { firstToken, tokenEnd }: TokenRange,
  without: TokenRange = { firstToken: 0, tokenEnd: 0 }
): ClauseWords {
  const { tokens } = place.reading.document;
  const days = wordSet(place.knowledge, 'words-accounts', 'days');
  const denying = wordSet(place.knowledge, 'words-accounts', 'denying');
  const [wished, asking, planned, partial] = ['wished', 'asking', 'planned', 'partial'].map((category) =>
    tellingWords(place, category)
  ) as [ReadonlySet<string>, ReadonlySet<string>, ReadonlySet<string>, ReadonlySet<string>];
  const asOf = tellingWords(place, 'as-of');
  let isAsOf = false;
  const [asked, offered] = [tellingWords(place, 'asked'), tellingWords(place, 'offered')];
  let mode: TellingMode | null = null;
  const foreseeing = tellingWords(place, 'foreseeing');
  const words = new Set<string>();
  const names: string[] = [];
  const dated: string[] = [];
  let [isPlanned, isUnsure, isForeseen, isPartial, denials] = [false, false, false, false, 0];
  for (let i = firstToken; i < tokenEnd; i++) {
    const { normal, lemma, pos, text } = tokens[i]!;
    if (denying.has(normal)) denials++;
    const reported = isReportedFuture(tokens, i, place.knowledge);
    isPlanned ||= planned.has(normal) || reported || isToCome(tokens, i, place.knowledge);
    // "Only 9 knots" is a figure as it is.
    const next = tokens[i + 1];
    const emphasis =
      normal === 'only' &&
      (i === without.firstToken - 1 || (next?.normal === 'after' && i === without.firstToken - 2));
    // "Will be offered", "is expected to close" say that it will be so.
    const due = tokens[i + 1]?.normal === 'to' && isToCome(tokens, i + 1, place.knowledge);
    const given = normal === 'offered' && tokens[i - 1]?.lemma === 'be';
    // "140 planned operations": what is counted was planned, whatever became of it.
    const counted = without.firstToken < i && i < without.tokenEnd;
    const wishes = (asking.has(normal) && !reported) || (wished.has(lemma) && !due && !given && !counted);
    const name = pos === 'PROPN' || (normal === 'may' && pos === 'NOUN');
    if ((wishes && !name && !emphasis) || text === '?') {
      if (foreseeing.has(lemma) || foreseeing.has(normal)) isForeseen = true;
      else {
        const kind = asked.has(lemma) ? 'asked' : offered.has(lemma) ? 'offered' : 'so';
        // Of both, or of what is hedged besides, nothing can be told.
        mode = mode === null || mode === kind ? kind : 'so';
        isUnsure = true;
      }
    }
    isAsOf ||=
      asOf.has(normal) ||
      (normal === 'far' && tokens[i - 1]?.normal === 'so') ||
      (normal === 'by' && days.has(tokens[i + 1]?.normal ?? ''));
    // "Last year" is a time as "in 2019" is.
    isPartial ||=
      partial.has(normal) &&
      next?.normal !== 'than' &&
      // "Some 1,150 nurses": about so many.
      !(normal === 'some' && next?.pos === 'NUM') &&
      !(/^(?:last|next)$/u.test(normal) && isTime(place, next));
    if (days.has(normal) && name) dated.push(normal);
    else if (isYearKey(place.terms.plain[i]!)) dated.push(normal);
    else if (pos === 'PROPN') {
      if (/^\p{Lu}/u.test(text)) names.push(normal);
    } else if (without.firstToken <= i && i < without.tokenEnd) {
      continue;
    } else if (isAtAny(tokens, i)) {
      continue;
    } else if (pos === 'NOUN' || pos === 'VERB' || pos === 'ADJ') {
      const word = wordOf(place, i);
      if (word !== '') words.add(word);
    }
  }
  return {
    words,
    names,
    days: dated,
    planned: isPlanned,
    unsure: isUnsure || isForeseen,
    foreseen: isForeseen && !isUnsure,
    partial: isPartial,
    asOf: isAsOf,
    denials,
    mode: mode ?? 'so'
  };
}
