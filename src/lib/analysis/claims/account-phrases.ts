/** Whom or what a deed befalls, by word order inside one clause. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import { wordSet } from '../word-kinds';
import { isPassive } from './account-clause';
import type { Terms } from './terms';

/** A category of the list `words-accounts`. */
export const accountWords = (knowledge: Knowledge, category: string): ReadonlySet<string> =>
  wordSet(knowledge, 'words-accounts', category);

/** A text as deeds are read from it. */
export interface Place {
  readonly reading: Reading;
  readonly terms: Terms;
  readonly knowledge: Knowledge;
}

/** The phrase of whom or what a deed befalls. */
export interface Affected extends TokenRange {
  readonly head: string;
}

/** The last noun of a phrase before what only follows it: "fourteen of our members and colleagues". */
export function headOf({ reading, terms, knowledge }: Place, { firstToken, tokenEnd }: TokenRange): string {
  const { tokens } = reading.document;
  let head = -1;
  for (let i = firstToken; i < tokenEnd; i++) {
    const { pos, normal } = tokens[i]!;
    if (head >= 0 && (pos === 'ADP' || (pos === 'VERB' && !isGerundNoun(tokens, i)))) break;
    if ((pos === 'NOUN' || isGerundNoun(tokens, i)) && terms.plain[i] !== '') head = i;
    else if (accountWords(knowledge, 'everybody').has(normal)) head = i;
  }
  return head < 0 ? '' : tokens[head]!.lemma;
}

/** "The border crossing", "the building". */
function isGerundNoun(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.pos !== 'VERB' || !tokens[at]!.normal.endsWith('ing')) return false;
  const before = tokens[at - 1]?.pos;
  return before === 'NOUN' || before === 'DET' || before === 'ADJ';
}

/** The phrase that a deed befalls: before an intransitive or passive verb, else behind it. */
export function affectedBy(place: Place, match: TokenRange, clause: TokenRange, how: string): Affected {
  const { tokens } = place.reading.document;
  const { firstToken, tokenEnd } = match;
  const before =
    how === 'undergone' ||
    how === 'noun' ||
    isPassive(tokens, firstToken, clause) ||
    counted(tokens, firstToken);
  let range = before
    ? { firstToken: clause.firstToken, tokenEnd: firstToken }
    : { firstToken: tokenEnd, tokenEnd: clause.tokenEnd };
  // "Two drivers | who were dismissed": whom it befell stands before the clause.
  if (
    before &&
    headOf(place, range) === '' &&
    /^(?:who|that|which)$/.test(tokens[clause.firstToken - 1]?.normal ?? '')
  ) {
    const start = phraseBefore(tokens, clause.firstToken - 1);
    range = { firstToken: start, tokenEnd: clause.firstToken - 1 };
  }
  // "The office will close": a verb with nothing behind it tells of its subject.
  const next = tokens[tokenEnd]?.pos ?? 'PUNCT';
  if (!before && how === 'state' && !/^(?:DET|NUM|ADJ|NOUN|PROPN|PRON)$/.test(next))
    range = { firstToken: clause.firstToken, tokenEnd: firstToken };
  // "Keeps its office", "switched its alarm off": the phrase is part of what was found.
  let noun = tokenEnd - 1;
  while (noun > firstToken && tokens[noun]!.pos !== 'NOUN') noun--;
  if (how === 'state' && noun > firstToken) {
    const end = noun === tokenEnd - 1 ? clause.tokenEnd : noun + 1;
    range = { firstToken: noun, tokenEnd: end };
  }
  return { ...range, head: headOf(place, range) };
}

/** Words of a phrase before a relative clause. */
const PHRASE = 6;

function phraseBefore(tokens: readonly Token[], end: number): number {
  let at = end;
  while (at > Math.max(0, end - PHRASE) && /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[at - 1]!.pos)) at--;
  return at;
}

/** "Five wounded". */
const counted = (tokens: readonly Token[], at: number): boolean => tokens[at - 1]?.pos === 'NUM';
