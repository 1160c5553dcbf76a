/** What a clause tells beside its deed or figure: its words, names and days. */
import type { TokenRange } from '$lib/text/document';
import { wordKinds, wordSet } from '../word-kinds';
import type { Place } from './account-phrases';
import { isYearKey } from './terms';

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
  /** Negations. */
  readonly denials: number;
}

/** What a word is compared by: the end of a scale it stands on, its kin, its concept, else its stem; '' for a word that says little. */
export function wordOf({ terms, knowledge, reading }: Place, at: number): string {
  const key = terms.plain[at]!;
  const { pos, lemma } = reading.document.tokens[at]!;
  if (key === '' || key[0] === '#') return '';
  // "Fell" and "plunged" stand on one end.
  const pole = pos === 'NOUN' ? undefined : terms.words.polesOf(key)[0];
  if (pole) return `~${pole}`;
  const kin = wordKinds(knowledge, pos === 'VERB' ? 'words-told-deeds' : 'words-told-things').get(lemma);
  if (kin !== undefined && pos !== 'ADJ') return `+${kin}`;
  return terms.words.isLight(key) ? '' : terms.words.conceptOf(key) || key;
}

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
  const foreseeing = tellingWords(place, 'foreseeing');
  const words = new Set<string>();
  const names: string[] = [];
  const dated: string[] = [];
  let [isPlanned, isUnsure, isForeseen, isPartial, denials] = [false, false, false, false, 0];
  for (let i = firstToken; i < tokenEnd; i++) {
    const { normal, lemma, pos, text } = tokens[i]!;
    if (denying.has(normal)) denials++;
    isPlanned ||=
      planned.has(normal) || (normal === 'to' && /^(?:is|are)$/.test(tokens[i - 1]?.normal ?? ''));
    // "Only 9 knots" is a figure as it is.
    const emphasis = normal === 'only' && i === without.firstToken - 1;
    if (((asking.has(normal) || wished.has(lemma)) && pos !== 'PROPN' && !emphasis) || text === '?') {
      if (foreseeing.has(lemma) || foreseeing.has(normal)) isForeseen = true;
      else isUnsure = true;
    }
    isAsOf ||=
      asOf.has(normal) ||
      (normal === 'far' && tokens[i - 1]?.normal === 'so') ||
      (normal === 'by' && days.has(tokens[i + 1]?.normal ?? ''));
    isPartial ||= partial.has(normal) && tokens[i + 1]?.normal !== 'than';
    if (days.has(normal) && pos === 'PROPN') dated.push(normal);
    else if (isYearKey(place.terms.plain[i]!)) dated.push(normal);
    else if (pos === 'PROPN') {
      if (/^\p{Lu}/u.test(text)) names.push(normal);
    } else if (without.firstToken <= i && i < without.tokenEnd) {
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
    denials
  };
}
