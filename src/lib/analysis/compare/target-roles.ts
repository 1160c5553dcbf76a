/**
 * Who does what to a target and what it is called, read from word order: there is no parser, so every walk is
 * bounded and every answer may be wrong.
 */
import type { Token, TokenRange } from '$lib/text/document';
import type { ClauseMap } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';

/** How a word stands to the target. */
export const ZONES = [
  /** The verb it is the subject of, and that verb's object. */
  'deed',
  /** The verb it is the object of, or the subject of in the passive. */
  'suffered',
  /** After "is", in apposition, or right before the name. */
  'called',
  /** "The minister's plan". */
  'owned',
  /** The preposition before it and the word that one hangs on. */
  'governing',
  /** Words that the target is the holder of. */
  'said',
  /** Up to six tokens away. */
  'near',
  /** Anywhere in the sentence, the zones above included. */
  'sentence'
] as const;
export type Zone = (typeof ZONES)[number];

export const isName = (token: Token | undefined): boolean => token?.pos === 'PROPN';

/** The whole name the target is part of: "Tim [Kaine]". */
export function wholeName(tokens: readonly Token[], target: TokenRange, sentence: TokenRange): TokenRange {
  let { firstToken, tokenEnd } = target;
  while (tokenEnd - 1 > firstToken && /^'s?$/.test(tokens[tokenEnd - 1]!.normal)) tokenEnd--;
  if (isName(tokens[tokenEnd - 1])) {
    while (
      firstToken > sentence.firstToken &&
      target.firstToken - firstToken < 5 &&
      isName(tokens[firstToken - 1])
    )
      firstToken--;
    while (tokenEnd < sentence.tokenEnd && tokenEnd - target.tokenEnd < 5 && isName(tokens[tokenEnd]))
      tokenEnd++;
  }
  return { firstToken, tokenEnd };
}

/** What word order tells of a target. */
export interface Roles {
  /** Tokens that stand in a role to the target. */
  readonly zones: Map<number, Zone>;
  /** It acts, or is what the clause is about. */
  subject: boolean;
  object: boolean;
  owner: boolean;
  afterPreposition: boolean;
  modal: boolean;
  negated: boolean;
}

/** Marks the words of a noun phrase from `at` on. */
function markPhrase(map: ClauseMap, roles: Roles, at: number, end: number, zone: Zone): void {
  for (let i = at; i < Math.min(end, at + 6); i++) {
    const code = map.classes[i]!;
    const inside =
      code === CLASS.noun ||
      code === CLASS.adjective ||
      code === CLASS.adverb ||
      code === CLASS.determiner ||
      code === CLASS.name ||
      code === CLASS.number ||
      code === CLASS.hyphen ||
      code === CLASS.quote ||
      code === CLASS.not ||
      map.tokens[i]!.normal === 'of' ||
      (code === CLASS.verb && zone === 'called');
    if (!inside) break;
    roles.zones.set(i, zone);
  }
}

/** The verb after the target: past commas of an apposition, adverbs, a relative "who". */
function readRight(map: ClauseMap, roles: Roles, name: TokenRange, end: number): void {
  const { tokens, classes } = map;
  const next = tokens[name.tokenEnd];
  if (next && name.tokenEnd < end && /^'s?$/.test(next.normal) && map.groupAt[name.tokenEnd]! < 0) {
    roles.owner = true;
    markPhrase(map, roles, name.tokenEnd + 1, end, 'owned');
    return;
  }
  const limit = Math.min(end, name.tokenEnd + 14);
  let comma = false;
  for (let i = name.tokenEnd; i < limit; i++) {
    const group = map.groups[map.groupAt[i] ?? -1];
    if (group && (group.finite || i === name.tokenEnd)) {
      roles.subject = true;
      roles.modal = group.modal !== null;
      roles.negated = group.negated;
      const code = classes[group.head]!;
      if (code === CLASS.verb) {
        roles.zones.set(group.head, group.passive ? 'suffered' : 'deed');
        markPhrase(map, roles, group.head + 1, end, group.passive ? 'suffered' : 'deed');
        const infinitive = map.groups[map.groupAt[group.end] ?? -1];
        if (infinitive?.infinitive) roles.zones.set(infinitive.head, 'deed');
      } else markPhrase(map, roles, group.end, end, 'called');
      return;
    }
    const code = classes[i]!;
    if (code === CLASS.comma) {
      comma = true;
      markPhrase(map, roles, i + 1, end, 'called');
      continue;
    }
    if (
      comma ||
      code === CLASS.adverb ||
      code === CLASS.not ||
      code === CLASS.wh ||
      code === CLASS.conjunction
    )
      continue;
    if (isName(tokens[i]) || code === CLASS.that) continue;
    return;
  }
}

/** The verb or preposition before the target. */
function readLeft(map: ClauseMap, roles: Roles, name: TokenRange, start: number): void {
  const { classes } = map;
  for (let i = name.firstToken - 1; i >= Math.max(start, name.firstToken - 6); i--) {
    const code = classes[i]!;
    if (code === CLASS.preposition || code === CLASS.to) {
      roles.afterPreposition = true;
      roles.zones.set(i, 'governing');
      for (let k = i - 1; k >= Math.max(start, i - 3); k--) {
        const group = map.groups[map.groupAt[k] ?? -1];
        if (group && map.tokens[i]!.normal === 'by' && group.passive) {
          roles.subject = true;
          roles.zones.set(group.head, 'deed');
          return;
        }
        if (group || classes[k] === CLASS.noun || classes[k] === CLASS.adjective) {
          roles.zones.set(group ? group.head : k, 'governing');
          return;
        }
      }
      return;
    }
    const group = map.groups[map.groupAt[i] ?? -1];
    if (group) {
      if (classes[group.head] !== CLASS.verb) return;
      roles.object = true;
      roles.negated ||= group.negated;
      roles.zones.set(group.head, 'suffered');
      return;
    }
    if (code === CLASS.noun || code === CLASS.adjective) {
      roles.zones.set(i, 'called');
      continue;
    }
    if (
      code === CLASS.determiner ||
      code === CLASS.name ||
      code === CLASS.possessive ||
      code === CLASS.hyphen
    )
      continue;
    if (code === CLASS.conjunction || code === CLASS.comma || code === CLASS.quote) continue;
    return;
  }
}

/** Reads the roles of a name inside `[start, end)`. */
export function readRoles(map: ClauseMap, name: TokenRange, start: number, end: number): Roles {
  const roles: Roles = {
    zones: new Map(),
    subject: false,
    object: false,
    owner: false,
    afterPreposition: false,
    modal: false,
    negated: false
  };
  readRight(map, roles, name, end);
  readLeft(map, roles, name, start);
  return roles;
}
