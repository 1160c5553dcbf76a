import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span, TokenRange } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
import { contestedWords } from './contested-words';
import { isNegated } from './negation';

/** A denial and whom it belongs to. */
export interface Denial {
  /** Null: the author's own. */
  readonly holder: string | null;
  readonly holderSpan: Span | null;
  readonly attributed: boolean;
  /** First token of the words that deny. */
  readonly token: number;
}

/** A denial governs what starts at most so many tokens after it. */
const REACH = 15;

/** Words that deny. */
export function denials(reading: Reading, knowledge: Knowledge, range: TokenRange): readonly Match[] {
  return knowledge.lexicons['denials'] ? reading.hitsIn('denials', range) : [];
}

/** Nouns for things said, whether or not they point back. */
export function anaphors(reading: Reading, knowledge: Knowledge, range: TokenRange): readonly Match[] {
  return knowledge.lexicons['claim-anaphors'] ? reading.hitsIn('claim-anaphors', range) : [];
}

/** Nouns that point back to something said: "this promise", "the allegations". */
export function pointers(reading: Reading, knowledge: Knowledge, range: TokenRange): readonly Match[] {
  const { tokens } = reading.document;
  const pointing = contestedWords(knowledge, 'pointer-noun');
  return anaphors(reading, knowledge, range).filter((match) => {
    for (let i = match.firstToken - 1; i >= Math.max(range.firstToken, match.firstToken - 3); i--) {
      if (pointing.has(tokens[i]!.normal)) return true;
      if (tokens[i]!.pos !== 'ADJ' && tokens[i]!.pos !== 'NUM' && tokens[i]!.pos !== 'NOUN') return false;
    }
    return false;
  });
}

/** The name or pronoun that stands before a verb, as its subject. */
export function subjectBefore(
  reading: Reading,
  knowledge: Knowledge,
  verb: number,
  from: number
): Span | null {
  const { document } = reading;
  const names = readActorNames(reading, knowledge).names;
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.firstToken < verb) low = middle + 1;
    else high = middle;
  }
  const name = names[low - 1];
  if (name && name.firstToken >= from) {
    return { start: document.tokens[name.firstToken]!.start, end: document.tokens[name.tokenEnd - 1]!.end };
  }
  for (let i = verb - 1; i >= from; i--) {
    const token = document.tokens[i]!;
    if (token.pos === 'NOUN' || token.pos === 'PRON' || token.pos === 'PROPN')
      return { start: token.start, end: token.end };
  }
  return null;
}

/** A denial with the one who denies: the subject before its verb, the author where there is none. */
export function held(reading: Reading, knowledge: Knowledge, denial: Match, range: TokenRange): Denial {
  if (denial.entry.category !== 'verb')
    return { attributed: false, holder: null, holderSpan: null, token: denial.firstToken };
  const span = subjectBefore(reading, knowledge, denial.firstToken, range.firstToken);
  // "We reject this": the author's own denial, unless somebody else is speaking.
  const own = span !== null && /^(?:we|i)$/i.test(reading.document.text.slice(span.start, span.end));
  if (!span || own) return { attributed: false, holder: null, holderSpan: null, token: denial.firstToken };
  return {
    attributed: true,
    holder: reading.document.text.slice(span.start, span.end),
    holderSpan: span,
    token: denial.firstToken
  };
}

/** Words that open what a verb denies. */
const OPENERS = new Set(['that', 'having', 'being', 'any', 'to']);

/**
 * Whether a denial in the same sentence governs a word: "denied that …", "there is no evidence that …",
 * "the claim that … is false", "false claims that …". Null when none does.
 */
export function denialOver(
  reading: Reading,
  knowledge: Knowledge,
  anchor: number,
  sentence: TokenRange
): Denial | null {
  const { tokens } = reading.document;
  for (const denial of denials(reading, knowledge, sentence)) {
    const { category, id } = denial.entry;
    const negated =
      category !== 'none' && isNegated(knowledge, tokens, denial.firstToken, sentence.firstToken);
    if (denial.tokenEnd <= anchor && anchor - denial.tokenEnd <= REACH) {
      const between = tokens.slice(denial.tokenEnd, anchor);
      if (
        between.some(
          ({ normal }) => normal === ';' || normal === 'but' || normal === 'while' || normal === 'although'
        )
      )
        continue;
      // "Rejects this version and says that …": the denial ends where another verb begins.
      if (between.some(({ pos }, i) => pos === 'CCONJ' && between[i + 1]?.pos === 'VERB')) continue;
      const claimed =
        anaphors(reading, knowledge, { firstToken: denial.tokenEnd, tokenEnd: anchor }).length > 0;
      const opener =
        OPENERS.has(tokens[denial.tokenEnd]?.normal ?? '') ||
        /ing$/.test(tokens[denial.tokenEnd]?.normal ?? '');
      const governs =
        category === 'none'
          ? between
              .slice(0, 3)
              .some(
                ({ normal }) => normal === 'that' || normal === 'of' || normal === 'for' || normal === 'to'
              ) || denial.tokenEnd === anchor
          : category === 'untruth'
            ? claimed || /\b(?:that|of)\b/.test(tokens[denial.tokenEnd]?.normal ?? '')
            : id.endsWith('/deny-verb') || opener || claimed;
      if (governs) return negated ? null : held(reading, knowledge, denial, sentence);
    }
    if (
      category === 'untruth' &&
      denial.firstToken > anchor &&
      denial.firstToken - anchor <= REACH &&
      !negated
    ) {
      // "The claim that … is false": the claim noun stands before the anchor, "be" just before the denial.
      const be = tokens
        .slice(Math.max(anchor, denial.firstToken - 3), denial.firstToken)
        .some(({ lemma }) => lemma === 'be');
      const noun = anaphors(reading, knowledge, {
        firstToken: Math.max(sentence.firstToken, anchor - REACH),
        tokenEnd: anchor + 1
      });
      if (be && noun.length > 0) return held(reading, knowledge, denial, sentence);
    }
  }
  return null;
}
