/** Which verb a statement is about. There is no parser: word classes err, so several signs are asked. */
import type { TokenRange } from '$lib/text/document';
import {
  isNominal,
  opensPhrase,
  phraseStart,
  verbGroupAt,
  type ClauseMap,
  type VerbGroup
} from '../voice/clauses';
import { FORM } from '../voice/verb-forms';
import { CLASS } from '../voice/word-classes';

const RELATIVE = new Set(['who', 'which', 'that']);
/** Participles that stand for a preposition: "following the war". */
const PREPOSITIONAL = new Set(
  'following including regarding concerning according given considering depending'.split(' ')
);

/** The word before a verb, adverbs aside. */
export function wordBefore(map: ClauseMap, { start }: VerbGroup, from: number): number {
  let k = start - 1;
  while (k >= from && (map.classes[k] === CLASS.adverb || map.classes[k] === CLASS.not)) k--;
  return k;
}

/** Whether a finite group is the verb of a relative clause: "the bridge that fell". */
function isRelative(map: ClauseMap, group: VerbGroup, from: number): boolean {
  const k = wordBefore(map, group, from);
  if (k <= from) return false;
  if (RELATIVE.has(map.tokens[k]!.normal)) return true;
  // "The mayor, whose office runs it, …".
  const start = phraseStart(map, k + 1, from);
  return start > from && start <= k && map.tokens[start]!.normal === 'whose';
}

/** One word that is a past as well as a participle: "formed". */
export function isAmbiguous(map: ClauseMap, group: VerbGroup): boolean {
  return (
    group.end - group.start === 1 &&
    map.classes[group.head] === CLASS.verb &&
    (group.form & FORM.participle) !== 0
  );
}

/** Whether a later finite verb has no subject but the phrase that the earlier one stands in: "a pact formed in May sees". */
function takesSubjectOver(map: ClauseMap, earlier: VerbGroup, later: VerbGroup): boolean {
  const before = wordBefore(map, later, earlier.end);
  const code = map.classes[before]!;
  if (before < earlier.end || code === CLASS.comma || code === CLASS.close || code === CLASS.dash)
    return true;
  if (code === CLASS.conjunction || !(isNominal(code) || code === CLASS.quote)) return false;
  const start = phraseStart(map, before + 1, earlier.end);
  const opener = map.classes[start - 1]!;
  return start <= before && (start === earlier.end || opener === CLASS.preposition);
}

/** A capital inside a clause is a name's: "Demos", "IS". */
function isCapital({ tokens, classes }: ClauseMap, { head, start, end }: VerbGroup, from: number): boolean {
  const before = classes[start - 1];
  return end - start === 1 && start > from && before !== CLASS.quote && /^\p{Lu}/u.test(tokens[head]!.text);
}

/** Whether a group that was read as finite is none: a word before a noun, or one joined to an infinitive. */
function isNoVerb(map: ClauseMap, group: VerbGroup, later: VerbGroup | null, from: number): boolean {
  const { classes, tokens } = map;
  if (isCapital(map, group, from)) return true;
  if (classes[group.start - 1] === CLASS.hyphen || PREPOSITIONAL.has(tokens[group.head]!.normal)) return true;
  if (isAmbiguous(map, group)) {
    const next = classes[group.end] ?? CLASS.stop;
    const before = group.start > from ? classes[group.start - 1]! : CLASS.stop;
    const modifies =
      isNominal(next) && !isNominal(before) && before !== CLASS.pronoun && before !== CLASS.adverb;
    if (modifies && (later || before === CLASS.adjective)) return true;
    if (later && !opensPhrase(next) && takesSubjectOver(map, group, later)) return true;
  }
  // "To reach and hold the bridge".
  if (group.form === FORM.base && classes[group.start - 1] === CLASS.conjunction) {
    for (let k = group.start - 2; k >= Math.max(from, group.start - JOINED_REACH); k--) {
      const other = verbGroupAt(map, k);
      if (other) return other.infinitive;
    }
  }
  return false;
}

/** How far before an "and" the infinitive stands that a base form goes on with. */
const JOINED_REACH = 14;

/** Whether a clause of its own opens before a verb's subject: "when the bridge fell". */
function isSubordinate(map: ClauseMap, group: VerbGroup, from: number): boolean {
  const before = wordBefore(map, group, from);
  const opener = map.classes[phraseStart(map, before + 1, from) - 1]!;
  return opener === CLASS.subordinator || opener === CLASS.that || opener === CLASS.wh;
}

/** The verb that a statement is about: its first finite one outside relative clauses, else its first one. */
export function mainVerb(map: ClauseMap, { firstToken, tokenEnd }: TokenRange): VerbGroup | null {
  const finite: VerbGroup[] = [];
  let first: VerbGroup | null = null;
  for (let k = firstToken; k < tokenEnd && finite.length < MOST_VERBS; k++) {
    const group = verbGroupAt(map, k);
    if (group?.start !== k) continue;
    if (group.finite) finite.push(group);
    if (
      map.classes[k - 1] !== CLASS.hyphen &&
      !isCapital(map, group, firstToken) &&
      !PREPOSITIONAL.has(map.tokens[group.head]!.normal)
    )
      first ??= group;
  }
  let relative: VerbGroup | null = null;
  for (const [i, group] of finite.entries()) {
    if (isNoVerb(map, group, finite[i + 1] ?? null, firstToken)) continue;
    if (!isRelative(map, group, firstToken))
      return relative && isSubordinate(map, group, relative.end) ? relative : group;
    relative ??= group;
  }
  return relative ?? (first && !first.finite ? first : null);
}

/** Verbs of one statement that are looked at. */
const MOST_VERBS = 8;
