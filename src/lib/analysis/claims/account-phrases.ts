/** Whom or what a deed befalls, by word order inside one clause. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import { wordKinds, wordSet } from '../word-kinds';
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
    if (head >= 0 && (pos === 'ADP' || pos === 'PUNCT' || (pos === 'VERB' && !isGerundNoun(tokens, i))))
      break;
    if ((pos === 'NOUN' || isGerundNoun(tokens, i)) && terms.plain[i] !== '') head = i;
    else if (accountWords(knowledge, 'everybody').has(normal)) head = i;
  }
  // "A round of talks", "hundreds of people": what it is a round of.
  if (
    head >= 0 &&
    accountWords(knowledge, 'containers').has(tokens[head]!.lemma) &&
    tokens[head + 1]?.normal === 'of' &&
    head + 2 < tokenEnd
  )
    return headOf({ reading, terms, knowledge }, { firstToken: head + 2, tokenEnd });
  if (head >= 0) return tokens[head]!.lemma;
  // "Mayor Ann Lee resigned".
  const title = tokens[firstToken]?.pos === 'DET' ? firstToken + 1 : firstToken;
  const first = title < tokenEnd ? tokens[title] : undefined;
  return first?.pos === 'PROPN' && wordKinds(knowledge, 'claim-person-titles').has(first.normal)
    ? first.normal
    : '';
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
  // "Took the captain into custody": whom stands inside.
  if (!before && tokenEnd - firstToken > 3 && tokens[tokenEnd - 2]!.pos === 'ADP')
    range = { firstToken: firstToken + 1, tokenEnd: tokenEnd - 2 };
  // "The office will close": a verb with nothing behind it tells of its subject.
  let behind = tokenEnd;
  // "Collapsed late on Monday": an adjective without its noun is no object.
  while (tokens[behind]?.pos === 'ADJ') behind++;
  const next = tokens[behind]?.pos ?? 'PUNCT';
  if (!before && how === 'state' && !/^(?:DET|NUM|NOUN|PROPN|PRON)$/.test(next))
    range = { firstToken: clause.firstToken, tokenEnd: firstToken };
  if (range.tokenEnd === firstToken && headOf(place, range) === '' && !holdsName(tokens, range))
    range = phraseOutside(tokens, clause) ?? range;
  // "Keeps its office", "switched its alarm off": the phrase is part of what was found.
  let noun = tokenEnd - 1;
  while (noun > firstToken && tokens[noun]!.pos !== 'NOUN') noun--;
  let governor = noun - 1;
  while (governor > firstToken && /^(?:ADJ|DET)$/.test(tokens[governor]!.pos)) governor--;
  // "Remains in office", "stored in plain text" tell of whoever does.
  // "Opened its doors" tells of whose they are.
  const own = tokens[noun]?.lemma === 'door' && tokens[noun - 1]?.pos === 'PRON';
  if (how === 'state' && noun > firstToken && tokens[governor]!.pos !== 'ADP' && !own) {
    const end = noun === tokenEnd - 1 ? clause.tokenEnd : noun + 1;
    range = { firstToken: noun, tokenEnd: end };
  }
  return { ...range, head: headOf(place, range) };
}

/** Longest aside between two commas. */
const LONGEST_ASIDE = 8;

function holdsName(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange): boolean {
  for (let i = firstToken; i < tokenEnd; i++) if (tokens[i]!.pos === 'PROPN') return true;
  return false;
}

/** The subject that stands before its clause: "two drivers | who were dismissed", "the builder, Josef Maly, | was acquitted". */
function phraseOutside(tokens: readonly Token[], { firstToken }: TokenRange): TokenRange | null {
  const before = tokens[firstToken - 1];
  if (/^(?:who|that|which)$/.test(before?.normal ?? '')) {
    // "The museum, which is closed".
    const end = tokens[firstToken - 2]?.text === ',' ? firstToken - 2 : firstToken - 1;
    return { firstToken: phraseBefore(tokens, end), tokenEnd: end };
  }
  if (before?.text !== ',') return null;
  // "The captain, Per Aas, 51, | was arrested".
  const aged =
    tokens[firstToken - 2]?.pos === 'NUM' && tokens[firstToken - 3]?.text === ','
      ? firstToken - 2
      : firstToken;
  for (let open = aged - 2; open > Math.max(0, aged - LONGEST_ASIDE); open--) {
    if (tokens[open]!.pos === 'VERB') return null;
    if (tokens[open]!.text === ',') return { firstToken: phraseBefore(tokens, open), tokenEnd: aged - 1 };
  }
  // "Per Aas, 51, was arrested": the name alone.
  return aged === firstToken ? null : { firstToken: phraseBefore(tokens, aged - 1), tokenEnd: aged - 1 };
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
