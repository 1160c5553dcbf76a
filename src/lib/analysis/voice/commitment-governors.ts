/**
 * What an event hangs on: "plan" for the leaving in "they plan to leave", "say" for the one in "they say she
 * left". There is no parser: every walk goes a bounded way to the left over the classes of words.
 */
import { isNominal, type ClauseMap, type VerbGroup } from './clauses';
import { FORM } from './verb-forms';
import { CLASS } from './word-classes';

/** How an event hangs on its governor. */
export type Relation =
  | 'infinitive'
  | 'object-infinitive'
  | 'complement'
  | 'bare-complement'
  | 'gerund'
  | 'participle'
  | 'adverbial'
  | 'relative'
  | 'conjunct'
  | 'object'
  | 'preposition'
  | 'subject';

/** A word that an event hangs on, and the word that joins the two, where there is one. */
export interface Governor {
  readonly at: number;
  readonly relation: Relation;
  /** "that", "if", "of", "because" in lower case; empty for none. */
  readonly joint: string;
}

/** No walk looks at more tokens than this. */
const WALK = 40;
const PHRASE = new Set<number>([
  CLASS.noun,
  CLASS.name,
  CLASS.number,
  CLASS.adjective,
  CLASS.determiner,
  CLASS.possessive,
  CLASS.hyphen
]);

/** First token of the noun phrase that ends at `at`, without what is attached to it. */
export function phraseOpening(map: ClauseMap, at: number, from: number): number {
  let start = at;
  while (start > from && at - start < WALK) {
    const code = map.classes[start - 1]!;
    if (map.groupAt[start - 1]! >= 0 && !isParticipleModifier(map, start - 1)) break;
    if (!PHRASE.has(code) && !isParticipleModifier(map, start - 1)) break;
    start--;
    if (code === CLASS.determiner || code === CLASS.possessive) {
      // "the city 's mayor" goes on to the left of the mark; "his mayor" does not.
      if (code === CLASS.determiner || !/^['’]/.test(map.tokens[start]!.text)) break;
    }
  }
  return start;
}

/** "a planned attack": a participle inside a noun phrase. */
function isParticipleModifier(map: ClauseMap, at: number): boolean {
  const group = map.groups[map.groupAt[at]!];
  if (!group || group.end - group.start !== 1 || group.finite) return false;
  const before = map.classes[at - 1];
  return before === CLASS.determiner || before === CLASS.possessive || before === CLASS.adjective;
}

const INFINITIVE_JOINTS = new Set(['order', 'so']);

/** What the event whose word or verb group begins at `first` hangs on; null when nothing is found. */
export function governorOf(map: ClauseMap, at: number, from: number, end: number): Governor | null {
  const group = map.groups[map.groupAt[at]!];
  if (!group || isParticipleModifier(map, at)) return ofNoun(map, at, from, end);
  if (group.infinitive) return ofInfinitive(map, group, from);
  if (!group.finite) return ofParticiple(map, group, from, end);
  return ofFinite(map, group, from);
}

/** The verb, noun or adjective that ends at or before `at`, over a noun phrase between. */
function wordBefore(map: ClauseMap, at: number, from: number): number {
  const { classes, groupAt } = map;
  let k = at;
  while (k >= from && at - k < 4) {
    if (groupAt[k]! >= 0) return map.groups[groupAt[k]!]!.head;
    const code = classes[k]!;
    if (isNominal(code) || code === CLASS.adjective || code === CLASS.pronoun) return k;
    if (code !== CLASS.adverb && code !== CLASS.quote && code !== CLASS.not && code !== CLASS.comma)
      return -1;
    k--;
  }
  return -1;
}

function ofInfinitive(map: ClauseMap, group: VerbGroup, from: number): Governor | null {
  const { classes, groupAt, tokens } = map;
  let k = group.start - 1;
  while (k >= from && (classes[k] === CLASS.adverb || classes[k] === CLASS.not)) k--;
  if (k < from) return null;
  const code = classes[k]!;
  const { normal } = tokens[k]!;
  if (groupAt[k]! >= 0) return { at: map.groups[groupAt[k]!]!.head, relation: 'infinitive', joint: '' };
  if (code === CLASS.adjective) return { at: k, relation: 'infinitive', joint: '' };
  if (INFINITIVE_JOINTS.has(normal) || code === CLASS.comma) {
    const verb = verbBefore(map, k, from);
    return verb < 0 ? null : { at: verb, relation: 'adverbial', joint: 'to' };
  }
  if (code === CLASS.conjunction) {
    const verb = verbBefore(map, k, from);
    return verb < 0 ? null : { at: verb, relation: 'conjunct', joint: normal };
  }
  if (isNominal(code) || code === CLASS.pronoun || code === CLASS.other)
    return { at: k, relation: 'object-infinitive', joint: '' };
  const word = wordBefore(map, k, from);
  return word < 0 ? null : { at: word, relation: 'infinitive', joint: normal };
}

/** Head of the nearest verb group left of `at`; -1 for none within reach. */
function verbBefore(map: ClauseMap, at: number, from: number): number {
  for (let k = at; k >= from && at - k < WALK; k--) {
    const group = map.groups[map.groupAt[k]!];
    if (group && !isParticipleModifier(map, k)) return group.head;
  }
  return -1;
}

function ofParticiple(map: ClauseMap, group: VerbGroup, from: number, end: number): Governor | null {
  const { classes, groupAt, tokens } = map;
  let k = group.start - 1;
  while (k >= from && (classes[k] === CLASS.adverb || classes[k] === CLASS.not)) k--;
  if (k < from) return verbAfter(map, group.end, end, 'adverbial', '');
  const code = classes[k]!;
  const { normal } = tokens[k]!;
  if (groupAt[k]! >= 0) return { at: map.groups[groupAt[k]!]!.head, relation: 'gerund', joint: '' };
  if (code === CLASS.preposition || code === CLASS.to || code === CLASS.subordinator) {
    const word = wordBefore(map, k - 1, from);
    if (word >= 0) return { at: word, relation: 'preposition', joint: normal };
    return verbAfter(map, group.end, end, 'preposition', normal);
  }
  if (code === CLASS.conjunction || code === CLASS.comma) {
    const verb = verbBefore(map, k, from);
    const same = verb >= 0 && ((map.groups[groupAt[verb]!]!.form ^ group.form) & FORM.ing) === 0;
    if (verb >= 0)
      return { at: verb, relation: code === CLASS.comma || !same ? 'adverbial' : 'conjunct', joint: '' };
    return null;
  }
  if (isNominal(code) || code === CLASS.pronoun) return { at: k, relation: 'participle', joint: '' };
  if (code === CLASS.determiner || code === CLASS.possessive || code === CLASS.adjective)
    return ofNoun(map, group.head, from, end);
  const word = wordBefore(map, k, from);
  return word < 0 ? null : { at: word, relation: 'participle', joint: '' };
}

function verbAfter(
  map: ClauseMap,
  at: number,
  end: number,
  relation: Relation,
  joint: string
): Governor | null {
  for (let k = at; k < end && k < at + WALK; k++) {
    const group = map.groups[map.groupAt[k]!];
    if (group?.finite) return { at: group.head, relation, joint };
  }
  return null;
}

function ofFinite(map: ClauseMap, group: VerbGroup, from: number): Governor | null {
  const { classes, groupAt, tokens } = map;
  let joined = '';
  let comma = false;
  for (let k = group.start - 1; k >= from && group.start - k < WALK; k--) {
    const code = classes[k]!;
    const { normal } = tokens[k]!;
    if (code === CLASS.semicolon || code === CLASS.colon) return null;
    if (groupAt[k]! >= 0) {
      const other = map.groups[groupAt[k]!]!;
      if (isParticipleModifier(map, k)) continue;
      if (joined !== '') return { at: other.head, relation: 'conjunct', joint: joined };
      if (!other.finite && comma) {
        k = other.start;
        continue;
      }
      if (comma) return null;
      const adjacent = k === group.start - 1;
      return {
        at: other.head,
        relation: adjacent && other.finite ? 'conjunct' : 'bare-complement',
        joint: ''
      };
    }
    if (code === CLASS.comma) {
      comma = true;
      continue;
    }
    if (code === CLASS.conjunction && joined === '') {
      const close = k >= group.start - 3;
      if (close || comma) joined = normal;
      continue;
    }
    const relative = code === CLASS.wh || normal === 'who';
    if (code === CLASS.that || code === CLASS.subordinator || relative) {
      const direct = k >= group.start - 1;
      const word = wordBefore(map, k - 1, from);
      if (code === CLASS.subordinator && normal !== 'if' && normal !== 'whether') {
        return word < 0
          ? { at: -1, relation: 'adverbial', joint: normal }
          : { at: verbBefore(map, k - 1, from), relation: 'adverbial', joint: normal };
      }
      if (word < 0) return { at: -1, relation: 'adverbial', joint: normal };
      const relation = relative || (code === CLASS.that && direct) ? 'relative' : 'complement';
      return { at: word, relation, joint: normal };
    }
  }
  return null;
}

function ofNoun(map: ClauseMap, at: number, from: number, end: number): Governor | null {
  const { classes, groupAt, tokens } = map;
  const start = phraseOpening(map, at, from);
  const k = start - 1;
  let right = at + 1;
  while (right < end && (isNominal(classes[right]!) || classes[right] === CLASS.hyphen)) right++;
  if (k >= from) {
    const code = classes[k]!;
    const { normal } = tokens[k]!;
    if (groupAt[k]! >= 0) return { at: map.groups[groupAt[k]!]!.head, relation: 'object', joint: '' };
    if (code === CLASS.preposition || code === CLASS.to || code === CLASS.subordinator) {
      const word = wordBefore(map, k - 1, from);
      if (word >= 0) return { at: word, relation: 'preposition', joint: normal };
      return verbAfter(map, right, end, 'preposition', normal);
    }
    if (code === CLASS.conjunction && k - 1 >= from && isNominal(classes[k - 1]!)) {
      return { at: k - 1, relation: 'conjunct', joint: normal };
    }
    if (code === CLASS.adverb || code === CLASS.not || code === CLASS.quote) {
      const word = wordBefore(map, k, from);
      if (word >= 0) return { at: word, relation: 'object', joint: '' };
    }
  }
  return verbAfter(map, right, end, 'subject', '');
}
