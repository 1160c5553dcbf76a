import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
import { contestedWords } from './contested-words';
import { anaphors, denials, held, pointers, subjectBefore, type Denial } from './denial-frames';
import { isNegated } from './negation';

/** What is denied stands at most so many tokens after the denial. */
const OBJECT_REACH = 4;

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
  const pronouns = contestedWords(knowledge, 'pointer-object');
  for (const denial of denials(reading, knowledge, range)) {
    if (isNegated(knowledge, tokens, denial.firstToken, range.firstToken) && denial.entry.category !== 'none')
      continue;
    if (denial.entry.category === 'verb') {
      const noun = pointing.some(
        (match) => match.firstToken >= denial.tokenEnd && match.firstToken - denial.tokenEnd <= OBJECT_REACH
      );
      const next = tokens[denial.tokenEnd];
      const after = tokens[denial.tokenEnd + 1];
      const pronoun =
        denial.tokenEnd < range.tokenEnd &&
        pronouns.has(next!.normal) &&
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
      const pronoun = pronouns.has(first) && first !== 'which' && denial.firstToken - range.firstToken <= 5;
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

/** "The mayor called the report a smear". */
function callerOf(
  reading: Reading,
  knowledge: Knowledge,
  denial: Match,
  pointing: readonly Match[],
  range: TokenRange
): Denial | null {
  const { tokens } = reading.document;
  const calls = contestedWords(knowledge, 'calling');
  const pronouns = contestedWords(knowledge, 'pointer-object');
  for (
    let i = denial.firstToken - 1;
    i >= Math.max(range.firstToken, denial.firstToken - SUBJECT_LENGTH);
    i--
  ) {
    if (!calls.has(tokens[i]!.lemma)) continue;
    const object =
      pronouns.has(tokens[i + 1]?.normal ?? '') ||
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
