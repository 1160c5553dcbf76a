/** What a statement denies, word by word, and whether words around it turn what it says. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { claimWords } from './claim-words';
import { exactly } from './exact-list';
import type { Negation } from './facts';
import type { Figure } from './figure';
import type { Terms } from './terms';
import type { Vocabulary } from './vocabulary';

const NEGATORS = new Set(['not', "n't", 'never', 'cannot']);
const NOBODY = new Set(['nobody', 'none']);
/** "Refused to resign": what comes after "to" did not happen. */
const FAILING = new Set(['refuse', 'fail', 'decline', 'neglect']);
/** Tokens of the sentence looked at on each side of a statement. */
const AROUND = 60;
/** Tokens after a negation in which the word that it negates stands. */
const NEGATION_REACH = 4;

const failsTo = (tokens: readonly Token[], at: number): boolean =>
  FAILING.has(tokens[at]!.lemma) && tokens[at + 1]?.normal === 'to';

/** Whether a token is the verb of a failing, "refused to resign", which tells no deed of its own. */
export function isFailing(tokens: readonly Token[], at: number): boolean {
  return failsTo(tokens, at) && tokens[at + 2]?.pos === 'VERB';
}

/** "No nurse lost her job" denies what is said of nurses. */
function isNone(tokens: readonly Token[], at: number): boolean {
  const { normal } = tokens[at]!;
  const next = tokens[at + 1];
  return NOBODY.has(normal) || (normal === 'no' && (next?.pos === 'NOUN' || next?.normal === 'one'));
}

/** The negations of a stretch, each with the first telling word behind it. */
export function negationOf(
  tokens: readonly Token[],
  terms: Terms,
  { firstToken, tokenEnd }: TokenRange,
  vocabulary: Vocabulary
): Negation {
  const negated: number[] = [];
  let negates = false;
  let negatesThing = false;
  for (let i = firstToken; i < tokenEnd; i++) {
    const none = isNone(tokens, i);
    if (!none && !failsTo(tokens, i) && !NEGATORS.has(tokens[i]!.normal)) continue;
    negates = true;
    negatesThing ||= none;
    for (let j = i + 1; j < Math.min(tokenEnd, i + 1 + NEGATION_REACH); j++) {
      if (terms.keys[j] === '') continue;
      negated.push(vocabulary.idOf(terms.keys[j]!));
      break;
    }
  }
  return { negated: exactly(negated), negates, negatesThing };
}

/** "Did not tell them until 5 May" says when they were told. */
export function isOnlyThen(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  figures: readonly Figure[]
): boolean {
  let negated = false;
  for (let i = firstToken; i < tokenEnd; i++) {
    const { normal } = tokens[i]!;
    negated ||= NEGATORS.has(normal);
    if (!negated || (normal !== 'until' && normal !== 'till')) continue;
    if (figures.some(({ measure, firstToken: at }) => measure === 'date' && at > i && at <= i + 2))
      return true;
  }
  return false;
}

/** Where a second deed is told behind the first: "inspected the plant | and found no faults". */
function nextDeed(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange): number {
  let told = false;
  for (let i = firstToken; i < tokenEnd; i++) {
    if (told && tokens[i]!.pos === 'CCONJ' && tokens[i + 1]?.pos === 'VERB') return i;
    told ||= tokens[i]!.pos === 'VERB';
  }
  return Infinity;
}

/**
 * How many words of a sentence turn what a stretch of it says: where one does, what is denied cannot be told for
 * sure.
 */
export function turnsAround(
  tokens: readonly Token[],
  stretch: TokenRange,
  sentence: TokenRange,
  knowledge: Knowledge
): number {
  const turning = claimWords(knowledge, 'turning');
  const from = Math.max(sentence.firstToken, stretch.firstToken - AROUND);
  const to = Math.min(sentence.tokenEnd, stretch.tokenEnd + AROUND, nextDeed(tokens, stretch));
  let turns = 0;
  for (let i = from; i < to; i++) if (turning.has(tokens[i]!.normal)) turns++;
  return turns;
}
