/** Subjects, put right where word order alone leaves them short. */
import type { TokenRange } from '$lib/text/document';
import { isNominal, phraseStart, REACH, verbGroupAt, type ClauseMap, type VerbGroup } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';
import { isTime } from './part-phrases';

const range = (firstToken: number, tokenEnd: number): TokenRange => ({ firstToken, tokenEnd });

/**
 * A subject, put right: "he and [his sister]" is two, "the league, [a pact formed in May], …" is the league, and in
 * "[the words the mayor] used" it is the mayor.
 */
export function wholeSubject(map: ClauseMap, phrase: TokenRange, from: number): TokenRange {
  const { tokens, classes } = map;
  const at = phrase.firstToken;
  const joined = at - 2 >= from && classes[at - 1] === CLASS.conjunction;
  if (joined && classes[at - 2] === CLASS.pronoun) return range(at - 2, phrase.tokenEnd);
  // "Then-rival": a word joined by a hyphen belongs to the phrase.
  if (classes[at] === CLASS.hyphen && at > from) return range(at - 1, phrase.tokenEnd);
  // "The clerks and others".
  if (joined && classes[at] === CLASS.pronoun) {
    const start = phraseStart(map, at - 1, from);
    if (start < at - 1) return range(start, phrase.tokenEnd);
  }
  // "The visit to Norway".
  if (at - 2 >= from && classes[at - 1] === CLASS.to && isNominal(classes[at - 2]!))
    return range(phraseStart(map, at - 1, from), phrase.tokenEnd);
  const time = isTime(map, at, at + 1) ? at + 1 : isTime(map, at, at + 2) ? at + 2 : at;
  if (time > at && time < phrase.tokenEnd) return range(time, phrase.tokenEnd);
  let name = phrase.tokenEnd;
  while (name > at && classes[name - 1] === CLASS.name) name--;
  const plural = name > at ? tokens[name - 1]! : null;
  if (plural && name < phrase.tokenEnd && classes[name - 1] === CLASS.noun && plural.normal !== plural.lemma)
    return range(name, phrase.tokenEnd);
  const article = tokens[at]!.normal;
  if (at - 2 < from || (article !== 'a' && article !== 'an') || classes[at - 1] !== CLASS.comma)
    return phrase;
  if (classes[at - 2] !== CLASS.name && classes[at - 2] !== CLASS.close) return phrase;
  const start = phraseStart(map, at - 1, from);
  return start < at - 1 && start > 0 && classes[start - 1] !== CLASS.preposition
    ? range(start, at - 1)
    : phrase;
}

/** Where the finite verb before a group ends: a subject does not reach back over it. */
export function previousEnd(map: ClauseMap, group: VerbGroup, from: number): number {
  const limit = Math.max(from, group.start - REACH);
  for (let k = group.start - 1; k >= limit; k--) {
    const other = verbGroupAt(map, k);
    if (other?.finite) return other.end;
  }
  return from;
}
