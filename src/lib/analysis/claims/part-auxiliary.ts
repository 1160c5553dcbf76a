/** Being, having, and auxiliaries whose verb stands apart. */
import type { TokenRange } from '$lib/text/document';
import { isNominal, opensPhrase, verbGroupAt, type ClauseMap, type VerbGroup } from '../voice/clauses';
import { subjectOf } from '../voice/subjects';
import { FORM } from '../voice/verb-forms';
import { CLASS } from '../voice/word-classes';
import { phraseAfter } from './part-phrases';
import { APART, chainOf, named, objectAfter } from './part-objects';
import { wholeSubject } from './part-subjects';

const range = (firstToken: number, tokenEnd: number): TokenRange => ({ firstToken, tokenEnd });

/** Token ranges of the parts that the verb, or the noun of a deed, governs. */
export interface Roles {
  /** The verb group or the noun of the deed; null when nothing is said that word order gives away. */
  readonly head: VerbGroup | null;
  readonly who: TokenRange | null;
  readonly did: TokenRange | null;
  readonly whom: TokenRange | null;
}

export const NO_ROLES: Roles = { head: null, who: null, did: null, whom: null };

/** Being, having, and auxiliaries whose verb stands apart: "does the mayor know", "has at times refused". */
export function ofAuxiliary(map: ClauseMap, statement: TokenRange, group: VerbGroup, from: number): Roles {
  const { tokenEnd } = statement;
  const { lemma } = map.tokens[group.head]!;
  const own = subjectOf(map, group, from);
  const subject = own && wholeSubject(map, own, from);
  if (lemma === 'be') {
    const who = named(map, subject, group, tokenEnd);
    const { did, last } = chainOf(map, group, tokenEnd);
    if (last !== group) return { head: group, who, did, whom: objectAfter(map, last, tokenEnd) };
    const apart = participleApart(map, group, tokenEnd);
    if (apart) {
      const passive = apart.form !== FORM.ing;
      return {
        head: apart,
        who: passive ? null : who,
        did: range(group.start, apart.end),
        whom: passive ? who : objectAfter(map, apart, tokenEnd)
      };
    }
    const complement = complementOf(map, group, tokenEnd);
    const leads = complement.adjective ? verbGroupAt(map, complement.end) : undefined;
    // "Was able to leave".
    if (leads?.infinitive && leads.end <= tokenEnd)
      return {
        head: group,
        who,
        did: range(group.start, leads.end),
        whom: objectAfter(map, leads, tokenEnd)
      };
    return { head: group, who, did: range(group.start, complement.end), whom: null };
  }
  const apart = verbApart(map, group, tokenEnd);
  if (apart) {
    const inverted = subject ? null : phraseBetween(map, group.end, apart.start);
    return {
      head: apart,
      who: named(map, subject ?? inverted, group, tokenEnd),
      did: range(apart.start, apart.end),
      whom: apart.passive ? null : objectAfter(map, apart, tokenEnd)
    };
  }
  if (lemma !== 'have') return NO_ROLES;
  // "Has articulated the plan": a participle that was read as an adjective.
  const word = map.tokens[group.end];
  const next = map.classes[group.end + 1];
  if (
    word &&
    group.end + 1 < tokenEnd &&
    map.classes[group.end] === CLASS.adjective &&
    word.normal.endsWith('ed')
  ) {
    if (next === CLASS.determiner || next === CLASS.possessive) {
      const stop = phraseAfter(map, group.end + 1, tokenEnd);
      const whom = stop > group.end + 1 ? range(group.end + 1, stop) : null;
      return {
        head: group,
        who: named(map, subject, group, tokenEnd),
        did: range(group.start, group.end + 1),
        whom
      };
    }
  }
  const { did, last } = chainOf(map, group, tokenEnd);
  return {
    head: group,
    who: named(map, subject, group, tokenEnd),
    did,
    whom: objectAfter(map, last, tokenEnd)
  };
}

/** The participle of a form of "be" behind words of manner or a quotation mark: "is once again "taking" part". */
export function participleApart(map: ClauseMap, group: VerbGroup, end: number): VerbGroup | null {
  const { classes, tokens } = map;
  for (let k = group.end; k < Math.min(end, group.end + APART); k++) {
    const other = verbGroupAt(map, k);
    if (other) {
      const word = (other.form & (FORM.ing | FORM.participle)) !== 0 && other.end - other.start === 1;
      return k > group.end &&
        word &&
        (other.form === FORM.ing || !isNominal(classes[other.end] ?? CLASS.stop))
        ? other
        : null;
    }
    const code = classes[k]!;
    if (code !== CLASS.adverb && code !== CLASS.not && code !== CLASS.quote && tokens[k]!.normal !== 'once')
      return null;
  }
  return null;
}

/** The verb of an auxiliary behind the words that part them; null where there is none. */
export function verbApart(map: ClauseMap, group: VerbGroup, end: number): VerbGroup | null {
  for (let k = group.end; k < Math.min(end, group.end + APART); k++) {
    const other = verbGroupAt(map, k);
    if (other) {
      const fits = map.tokens[group.head]!.lemma === 'have' ? FORM.participle : FORM.base;
      return k > group.end && !other.infinitive && (other.form & fits) !== 0 ? other : null;
    }
    const code = map.classes[k]!;
    if (code === CLASS.stop || code === CLASS.semicolon) return null;
    if (code === CLASS.conjunction && map.tokens[k]!.normal !== 'yet') return null;
    // "Has troops ready": a phrase straight after "has" is its object.
    if (k === group.end && map.tokens[group.head]!.lemma === 'have' && opensPhrase(code)) return null;
  }
  return null;
}

/** What a form of "be" says of its subject: "a member of the league", "open". */
export function complementOf(
  map: ClauseMap,
  group: VerbGroup,
  end: number
): { end: number; adjective: boolean } {
  let at = group.end;
  while (
    at < end &&
    at < group.end + 4 &&
    (map.classes[at] === CLASS.adverb || map.classes[at] === CLASS.not)
  )
    at++;
  const stop = at < end ? phraseAfter(map, at, end) : at;
  if (stop > at) return { end: stop, adjective: false };
  if (at + 1 < end && map.classes[at] === CLASS.quote) at++;
  let adjectives = at;
  while (
    adjectives < end &&
    (map.classes[adjectives] === CLASS.adjective ||
      (adjectives > at &&
        map.classes[adjectives] === CLASS.conjunction &&
        map.classes[adjectives + 1] === CLASS.adjective))
  )
    adjectives++;
  if (adjectives > at && adjectives < end && map.classes[adjectives] === CLASS.quote) adjectives++;
  return adjectives > at ? { end: adjectives, adjective: true } : { end: group.end, adjective: false };
}

function phraseBetween(map: ClauseMap, from: number, end: number): TokenRange | null {
  const stop = phraseAfter(map, from, end);
  return stop > from ? range(from, stop) : null;
}
