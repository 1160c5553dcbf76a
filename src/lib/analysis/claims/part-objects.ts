/** What stands beside a verb: what it leads to, its object, and a subject that can be told. */
import type { TokenRange } from '$lib/text/document';
import {
  finiteAt,
  isAuxiliary,
  phraseEnd,
  verbGroupAt,
  type ClauseMap,
  type VerbGroup
} from '../voice/clauses';
import { FORM } from '../voice/verb-forms';
import { CLASS } from '../voice/word-classes';
import { isTime, phraseAfter } from './part-phrases';

const range = (firstToken: number, tokenEnd: number): TokenRange => ({ firstToken, tokenEnd });

/** Tokens between an auxiliary and its verb. */
export const APART = 9;
/** Words that fill the place of a subject without naming one: "there are". */
const EXPLETIVE = new Set(['there', 'that', 'what', 'which', 'who']);
/** Pronouns that are no subject of a finite verb. */
const OBJECTS = new Set(['me', 'him', 'her', 'us', 'them']);
const SINGULAR = new Set(['it', 'he', 'she', 'this']);

/** "Refused to open": the verb that is led to is part of what was done, and its object is the one meant. */
export function chainOf(map: ClauseMap, group: VerbGroup, end: number): { did: TokenRange; last: VerbGroup } {
  const leads = verbGroupAt(map, group.end);
  const chained = leads?.infinitive && leads.start === group.end && leads.end <= end ? leads : null;
  return { did: range(group.start, chained?.end ?? group.end), last: chained ?? group };
}

export function objectAfter(map: ClauseMap, group: VerbGroup, end: number): TokenRange | null {
  let at = group.end;
  const closing = (): boolean =>
    map.classes[at] === CLASS.quote && map.tokens[at]!.start === map.tokens[at - 1]!.end;
  while (at < end && at < group.end + 3 && (map.classes[at] === CLASS.adverb || closing())) at++;
  const stop = at < end ? phraseAfter(map, at, end) : at;
  if (stop === at || EXPLETIVE.has(map.tokens[stop - 1]!.normal) || isTime(map, at, stop)) return null;
  if (map.tokens[stop]?.normal === 'ago') return null;
  // "Believe the bridge over the river will hold": the phrase is the subject of what follows.
  let next = Math.max(stop, phraseEnd(map, at, end));
  while (next < end && (map.classes[next] === CLASS.adverb || map.classes[next] === CLASS.quote)) next++;
  return next < end && finiteAt(map, next) ? null : range(at, stop);
}

/** A subject that can be told; null for "it is likely that" and for what stands after a preposition. */
export function named(
  map: ClauseMap,
  phrase: TokenRange | null,
  group: VerbGroup,
  end: number
): TokenRange | null {
  if (!phrase) return null;
  const { normal } = map.tokens[phrase.tokenEnd - 1]!;
  if (phrase.tokenEnd - phrase.firstToken === 1 && EXPLETIVE.has(normal)) return null;
  if (isTime(map, phrase.firstToken, phrase.tokenEnd)) return null;
  if (OBJECTS.has(normal) && phrase.tokenEnd - phrase.firstToken === 1) return null;
  if (normal === 'it' && announces(map, group, end)) return null;
  // "It go": the verb belongs to somebody else.
  if (SINGULAR.has(normal) && group.finite && group.end - group.start === 1 && group.form === FORM.base)
    return null;
  return map.classes[phrase.firstToken - 1] === CLASS.preposition ? null : phrase;
}

/** "It is known that", "it is too late to". */
export function announces(map: ClauseMap, group: VerbGroup, end: number): boolean {
  const { classes } = map;
  if (!group.passive && !isAuxiliary(classes[group.head]!)) return false;
  for (let k = group.end; k < Math.min(end + 2, group.end + APART, classes.length); k++) {
    if (classes[k] === CLASS.that || classes[k] === CLASS.to || classes[k] === CLASS.wh) return true;
    if (classes[k] === CLASS.comma || classes[k] === CLASS.stop || classes[k] === CLASS.preposition)
      return false;
  }
  return false;
}
