/**
 * A shallow reading of clauses: verb groups and the noun phrases beside them. There is no parser, so every
 * walk is bounded and every answer may be wrong; rules ask for more than one sign before they decide.
 */
import type { Document, Token, TokenRange } from '$lib/text/document';
import { isNominal, opensGroup, readGroup, type VerbGroup } from './verb-groups';
import { classSingleMarks } from './single-marks';
import { CLASS, classify } from './word-classes';

export { isAuxiliary, isNominal, type VerbGroup } from './verb-groups';

/** Word classes and verb groups of a document. */
export interface ClauseMap {
  readonly tokens: readonly Token[];
  readonly classes: Uint8Array;
  readonly groups: readonly VerbGroup[];
  /** Token to the index of its verb group; -1 outside groups. */
  readonly groupAt: Int32Array;
}

/** No walk to the left or right looks at more tokens than this, so that time stays linear. */
export const REACH = 60;
/** No content of one cue runs over more tokens: a sentence may be a megabyte long. */
export const CONTENT_REACH = 300;

const read = new WeakMap<Document, ClauseMap>();

/** The clause map of a document, read once. */
export function clausesOf(document: Document): ClauseMap {
  let map = read.get(document);
  if (!map) read.set(document, (map = readClauses(document)));
  return map;
}

/** Reads word classes and verb groups of every body sentence. Linear in the number of tokens. */
function readClauses(document: Document): ClauseMap {
  const { tokens } = document;
  const classes = classify(tokens);
  classSingleMarks(document, classes);
  const groups: VerbGroup[] = [];
  const groupAt = new Int32Array(tokens.length).fill(-1);
  for (const { firstToken, tokenEnd } of document.sentences) {
    let at = firstToken;
    while (at < tokenEnd) {
      const group = opensGroup(tokens, classes, at, tokenEnd)
        ? readGroup(tokens, classes, at, tokenEnd)
        : null;
      if (!group) {
        at++;
        continue;
      }
      for (let k = group.start; k < group.end; k++) groupAt[k] = groups.length;
      groups.push(group);
      at = group.end;
    }
  }
  return { tokens, classes, groups, groupAt };
}

/** The verb group a token belongs to; undefined outside groups and past the ends of the text. */
export function verbGroupAt({ groups, groupAt }: ClauseMap, token: number): VerbGroup | undefined {
  const index = groupAt[token] ?? -1;
  return index < 0 ? undefined : groups[index];
}

/** The finite verb group that starts at the token, if any. */
export function finiteAt(map: ClauseMap, token: number): VerbGroup | null {
  const group = verbGroupAt(map, token);
  return group?.finite && group.start === token ? group : null;
}

const INSIDE_PHRASE = new Set<number>([
  CLASS.noun,
  CLASS.name,
  CLASS.number,
  CLASS.adjective,
  CLASS.determiner,
  CLASS.possessive,
  CLASS.hyphen,
  CLASS.other
]);

/** What a pronoun inside a phrase may follow: "of them", "and many", "every one". */
const JOINS = new Set<number>([CLASS.preposition, CLASS.conjunction, CLASS.determiner]);

const ARTICLES = new Set(['the', 'a', 'an']);

/** End of the noun phrase that starts at `start`, with its "of", "for", "in" attachments; `start` when none. */
export function phraseEnd(map: ClauseMap, start: number, end: number, attach = true): number {
  const { classes } = map;
  const limit = Math.min(end, start + REACH);
  let at = start;
  let head = -1;
  while (at < limit) {
    const code = classes[at]!;
    if (code === CLASS.pronoun) {
      if (head >= 0 && !JOINS.has(classes[at - 1]!)) break;
      head = at++;
      if (attach && classes[at] === CLASS.preposition) continue;
      if (attach && classes[at] === CLASS.conjunction && at + 1 < limit && opensPhrase(classes[at + 1]!)) {
        at++;
        continue;
      }
      break;
    }
    if (code === CLASS.determiner && head >= 0 && classes[at - 1] !== CLASS.preposition) {
      if (classes[at - 1] !== CLASS.conjunction) break;
    }
    if (code === CLASS.adverb && at + 1 < limit && classes[at + 1] === CLASS.adjective) {
      at++;
      continue;
    }
    if (INSIDE_PHRASE.has(code) || (code === CLASS.verb && isModifier(map, at))) {
      if (isNominal(code) || code === CLASS.other || code === CLASS.determiner) head = at;
      at++;
      continue;
    }
    if (attach && head >= 0 && code === CLASS.preposition) {
      at++;
      continue;
    }
    if (
      attach &&
      head >= 0 &&
      code === CLASS.conjunction &&
      at + 1 < limit &&
      opensPhrase(classes[at + 1]!)
    ) {
      at++;
      continue;
    }
    break;
  }
  while (
    at > start &&
    (classes[at - 1] === CLASS.preposition ||
      classes[at - 1] === CLASS.conjunction ||
      (at - 2 > start && classes[at - 2] === CLASS.preposition && ARTICLES.has(map.tokens[at - 1]!.normal)))
  )
    at--;
  return head < 0 ? start : at;
}

export function opensPhrase(code: number): boolean {
  return (
    isNominal(code) ||
    code === CLASS.determiner ||
    code === CLASS.possessive ||
    code === CLASS.adjective ||
    code === CLASS.pronoun
  );
}

/** A participle or "-ing" word standing before a noun ("the perceived threat"). */
function isModifier(map: ClauseMap, at: number): boolean {
  const group = verbGroupAt(map, at);
  if (!group || group.finite || group.infinitive) return false;
  const next = map.classes[at + 1];
  return next === CLASS.noun || next === CLASS.name || next === CLASS.adjective;
}

/** Start of the noun phrase that ends just before `end`, not before `from`; `end` when there is none. */
export function phraseStart(map: ClauseMap, end: number, from: number): number {
  const { classes } = map;
  const limit = Math.max(from, end - REACH);
  let at = end;
  let head = false;
  while (at > limit) {
    const code = classes[at - 1]!;
    if (code === CLASS.pronoun) {
      if (head) {
        if (classes[at] !== CLASS.preposition) break;
      }
      at--;
      head = true;
      if (at > limit && classes[at - 1] === CLASS.preposition) continue;
      break;
    }
    if (isNominal(code) || code === CLASS.possessive || code === CLASS.hyphen || code === CLASS.other) {
      head = true;
      at--;
      continue;
    }
    if (code === CLASS.adjective || (code === CLASS.verb && isModifier(map, at - 1))) {
      at--;
      continue;
    }
    if (code === CLASS.determiner) {
      // "a country Chile considers vital": the name opens a clause of its own.
      const article = map.tokens[at - 1]!.normal;
      if ((article === 'a' || article === 'an') && classes[end - 1] === CLASS.name) {
        let name = end - 1;
        while (name > at && classes[name - 1] === CLASS.name) name--;
        if (name > at && classes[name - 1] === CLASS.noun) return name;
      }
      at--;
      head = true;
      if (at > limit && (classes[at - 1] === CLASS.preposition || classes[at - 1] === CLASS.conjunction))
        continue;
      if (at > limit && classes[at - 1] === CLASS.determiner) continue;
      // "Save the Children urged": a name at the head of the sentence goes on across the article.
      if (at - 1 === from && classes[from] === CLASS.name && classes[at + 1] === CLASS.name) at--;
      break;
    }
    if (head && code === CLASS.preposition && at - 1 > limit && opensLeft(classes[at - 2]!)) {
      at--;
      continue;
    }
    if (head && code === CLASS.conjunction && at - 1 > limit && opensLeft(classes[at - 2]!)) {
      at--;
      continue;
    }
    break;
  }
  while (at < end && (classes[at] === CLASS.conjunction || classes[at] === CLASS.adverb)) at++;
  return head ? at : end;
}

function opensLeft(code: number): boolean {
  return isNominal(code) || code === CLASS.pronoun || code === CLASS.determiner;
}

/** Whether a range holds any word token. */
export function hasWords(tokens: readonly Token[], range: TokenRange): boolean {
  for (let i = range.firstToken; i < range.tokenEnd; i++) if (tokens[i]!.word) return true;
  return false;
}
