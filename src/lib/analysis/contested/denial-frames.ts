import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span, TokenRange } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
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
const OBJECT_REACH = 4;

function denials(reading: Reading, knowledge: Knowledge, range: TokenRange): readonly Match[] {
  return knowledge.lexicons['denials'] ? reading.hitsIn('denials', range) : [];
}

function anaphors(reading: Reading, knowledge: Knowledge, range: TokenRange): readonly Match[] {
  return knowledge.lexicons['claim-anaphors'] ? reading.hitsIn('claim-anaphors', range) : [];
}

const POINTERS = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  'such',
  'any',
  'all',
  'both',
  'his',
  'her',
  'its',
  'their'
]);
const PRONOUNS = new Set(['it', 'this', 'that', 'them', 'these', 'those', 'which', 'so']);

/** Nouns that point back to something said: "this promise", "the allegations". */
export function pointers(reading: Reading, knowledge: Knowledge, range: TokenRange): readonly Match[] {
  const { tokens } = reading.document;
  return anaphors(reading, knowledge, range).filter((match) => {
    for (let i = match.firstToken - 1; i >= Math.max(range.firstToken, match.firstToken - 3); i--) {
      if (POINTERS.has(tokens[i]!.normal)) return true;
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

function held(reading: Reading, knowledge: Knowledge, denial: Match, range: TokenRange): Denial {
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

/**
 * A denial that points back at what was just said: "NATO has denied the allegations", "Officials reject this",
 * "The claim is false". Null when the range holds none.
 */
export function denialOfWhatWasSaid(
  reading: Reading,
  knowledge: Knowledge,
  range: TokenRange
): Denial | null {
  const { tokens } = reading.document;
  const pointing = pointers(reading, knowledge, range);
  for (const denial of denials(reading, knowledge, range)) {
    if (isNegated(tokens, denial.firstToken, range.firstToken) && denial.entry.category !== 'none') continue;
    if (denial.entry.category === 'verb') {
      const noun = pointing.some(
        (match) => match.firstToken >= denial.tokenEnd && match.firstToken - denial.tokenEnd <= OBJECT_REACH
      );
      const next = tokens[denial.tokenEnd];
      const after = tokens[denial.tokenEnd + 1];
      const pronoun =
        denial.tokenEnd < range.tokenEnd &&
        PRONOUNS.has(next!.normal) &&
        // "denied that she …" is no pronoun but the start of what is denied.
        (next!.normal === 'it' ||
          next!.normal === 'them' ||
          !after?.word ||
          denial.tokenEnd + 1 >= range.tokenEnd);
      const passive = pointing.some(
        (match) => match.tokenEnd <= denial.firstToken && isPassive(reading, match, denial)
      );
      const relative = isRelative(reading, knowledge, denial, range);
      if (noun || pronoun || passive || relative) {
        return passive
          ? byPhrase(reading, knowledge, denial, range)
          : held(reading, knowledge, denial, range);
      }
    } else {
      // "The claim is false", "that is a myth".
      const first = tokens[range.firstToken]!.normal;
      const subject = pointing.some(
        (match) => match.tokenEnd <= denial.firstToken && isPassive(reading, match, denial)
      );
      const pronoun = PRONOUNS.has(first) && first !== 'which' && denial.firstToken - range.firstToken <= 5;
      if (subject || pronoun)
        return { attributed: false, holder: null, holderSpan: null, token: denial.firstToken };
      const caller = callerOf(reading, knowledge, denial, pointing, range);
      if (caller) return caller;
    }
  }
  return null;
}

/** "A claim the mayor disputes", "which the firm denies": what is denied stands before the one who denies it. */
function isRelative(reading: Reading, knowledge: Knowledge, denial: Match, range: TokenRange): boolean {
  const { tokens } = reading.document;
  const next = tokens[denial.tokenEnd];
  if (denial.tokenEnd < range.tokenEnd && next?.word) return false;
  const from = Math.max(range.firstToken, denial.firstToken - SUBJECT_LENGTH);
  const noun = anaphors(reading, knowledge, { firstToken: from, tokenEnd: denial.firstToken }).some(
    (match) =>
      match.entry.category === 'claim' &&
      tokens[match.firstToken - 1]?.pos === 'DET' &&
      match.tokenEnd < denial.firstToken &&
      tokens[match.tokenEnd]!.pos !== 'ADP'
  );
  return noun || tokens.slice(from, denial.firstToken - 1).some(({ normal }) => normal === 'which');
}

/** A relative clause and its subject are no longer than this, in tokens. */
const SUBJECT_LENGTH = 7;
const CALLS = new Set([
  'call',
  'label',
  'brand',
  'describe',
  'consider',
  'deem',
  'declare',
  'decry',
  'denounce'
]);

/** "The mayor called the report a smear". */
function callerOf(
  reading: Reading,
  knowledge: Knowledge,
  denial: Match,
  pointing: readonly Match[],
  range: TokenRange
): Denial | null {
  const { tokens } = reading.document;
  for (
    let i = denial.firstToken - 1;
    i >= Math.max(range.firstToken, denial.firstToken - SUBJECT_LENGTH);
    i--
  ) {
    if (!CALLS.has(tokens[i]!.lemma)) continue;
    const object =
      PRONOUNS.has(tokens[i + 1]?.normal ?? '') ||
      pointing.some((match) => match.firstToken > i && match.tokenEnd <= denial.firstToken);
    const span = object ? subjectBefore(reading, knowledge, i, range.firstToken) : null;
    if (!span) return null;
    const holder = reading.document.text.slice(span.start, span.end);
    return { attributed: true, holder, holderSpan: span, token: denial.firstToken };
  }
  return null;
}

/** Only forms of "be" and adverbs stand between the noun and the denial. */
function isPassive(reading: Reading, noun: Match, denial: Match): boolean {
  const between = reading.document.tokens.slice(noun.tokenEnd, denial.firstToken);
  return (
    between.length > 0 &&
    between.length <= 6 &&
    between.some(({ lemma }) => lemma === 'be') &&
    between.every(
      ({ pos }) => pos === 'AUX' || pos === 'ADV' || pos === 'DET' || pos === 'ADJ' || pos === 'VERB'
    )
  );
}

function byPhrase(reading: Reading, knowledge: Knowledge, denial: Match, range: TokenRange): Denial {
  const { tokens, text } = reading.document;
  for (let i = denial.tokenEnd; i < Math.min(range.tokenEnd, denial.tokenEnd + 4); i++) {
    if (tokens[i]!.normal !== 'by') continue;
    const name = readActorNames(reading, knowledge).names.find(
      ({ firstToken }) => firstToken > i && firstToken <= i + 3
    );
    const first = tokens[name?.firstToken ?? i + 1];
    const last = tokens[(name?.tokenEnd ?? Math.min(i + 3, range.tokenEnd)) - 1];
    if (!first || !last || first.start > last.start) break;
    const span = { start: first.start, end: last.end };
    return {
      attributed: true,
      holder: text.slice(span.start, span.end),
      holderSpan: span,
      token: denial.firstToken
    };
  }
  return { attributed: false, holder: null, holderSpan: null, token: denial.firstToken };
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
    const negated = category !== 'none' && isNegated(tokens, denial.firstToken, sentence.firstToken);
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
