/** Deeds put as nouns: "the annexation of the island". */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, TokenRange } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import { clausesOf, verbGroupAt, type ClauseMap } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';
import { wordSet } from '../word-kinds';

/** A deed put as a noun, and whether its doer is named beside it. */
export interface Deed extends TokenRange {
  readonly match: Match;
  readonly agentless: boolean;
}

/** Subjects that stand for nobody: "there was an attack on". */
const EMPTY = new Set(['there', 'it']);
/** Most words between a deed and what stands before or after it that are looked at. */
const LEFT = 6;
const RIGHT = 14;

/** "Norway's annexation of", "its annexation of", "the Norwegian annexation of". */
function doerBefore(map: ClauseMap, verbs: ReadonlySet<string>, noun: number, from: number): boolean {
  const { tokens, classes } = map;
  for (let k = noun - 1; k >= from && k >= noun - LEFT; k--) {
    const code = classes[k]!;
    if (code === CLASS.possessive) return true;
    const inside =
      code === CLASS.adjective ||
      code === CLASS.name ||
      code === CLASS.noun ||
      code === CLASS.number ||
      code === CLASS.hyphen ||
      code === CLASS.conjunction ||
      (code === CLASS.verb && verbGroupAt(map, k)?.finite === false) ||
      code === CLASS.adverb;
    if (!inside) {
      return code === CLASS.determiner ? actsOn(map, verbs, k - 1, from) : actsOn(map, verbs, k, from);
    }
    const initial = tokens[k]!.text[0]!;
    if (initial !== initial.toLowerCase() && k > from) return true;
  }
  return false;
}

/** Whether the words that end here are an active verb whose subject does the deed. */
function actsOn(map: ClauseMap, verbs: ReadonlySet<string>, at: number, from: number): boolean {
  let k = at;
  // "carried out the", "went on with the"
  while (k > at - 2 && k >= from && (map.classes[k] === CLASS.adverb || map.classes[k] === CLASS.preposition))
    k--;
  if (k < from) return false;
  const group = verbGroupAt(map, k);
  if (!group || group.passive) return false;
  // "The vote was a violation of": what is equated with the deed stands for its doer.
  if (map.classes[group.head] === CLASS.be) {
    return group.start > from && !EMPTY.has(map.tokens[group.start - 1]!.normal);
  }
  return verbs.has(map.tokens[group.head]!.lemma);
}

/** "The annexation of the island by Norway." */
function doerAfter(map: ClauseMap, after: number, end: number): boolean {
  const limit = Math.min(end, after + RIGHT);
  for (let k = after; k < limit; k++) {
    const code = map.classes[k]!;
    if (map.groupAt[k]! >= 0 || code === CLASS.stop || code === CLASS.comma || code === CLASS.semicolon)
      return false;
    if (map.tokens[k]!.normal === 'by') return true;
  }
  return false;
}

/** The deeds put as nouns, in text order, from the hits of their word list. Linear in the number of hits. */
export function readDeeds(document: Document, hits: readonly Match[], knowledge: Knowledge): Deed[] {
  const map = clausesOf(document);
  const verbs = wordSet(knowledge, 'words-deed-verbs', 'deed-verb');
  const found: Deed[] = [];
  let sentence = 0;
  for (const match of hits) {
    const { sentences } = document;
    while (sentence < sentences.length && sentences[sentence]!.tokenEnd <= match.firstToken) sentence++;
    const own = sentences[sentence];
    if (!own || match.firstToken < own.firstToken) continue;
    const { firstToken, tokenEnd } = match;
    // "is attacking", "they strike on": a verb, not a noun.
    if (verbGroupAt(map, firstToken)?.finite) continue;
    const agentless =
      !doerBefore(map, verbs, firstToken, own.firstToken) && !doerAfter(map, tokenEnd, own.tokenEnd);
    found.push({ firstToken, tokenEnd, match, agentless });
  }
  return found;
}
