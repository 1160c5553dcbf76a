/** Passives that leave out who did it. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, TokenRange } from '$lib/text/document';
import { matcherOf } from '$lib/text/match-patterns';
import { clausesOf, opensPhrase, verbGroupAt, REACH, type ClauseMap, type VerbGroup } from '../voice/clauses';
import { FORM, formOf } from '../voice/verb-forms';
import { CLASS } from '../voice/word-classes';
import { wordSet } from '../word-kinds';

/** A passive: its words and whether the doer is named. */
export interface Passive extends TokenRange {
  /** The participle. */
  readonly head: number;
  readonly agentless: boolean;
}

/** Whether a word after "by" can name a doer: not a time ("by Monday"), a manner ("by firing") or a measure. */
function namesDoer(map: ClauseMap, knowledge: Knowledge, at: number): boolean {
  const { tokens, classes } = map;
  let k = at;
  while (
    k < at + 3 &&
    (classes[k] === CLASS.determiner || classes[k] === CLASS.adjective || classes[k] === CLASS.possessive)
  )
    k++;
  const token = tokens[k];
  // "by what one clerk called chaos", "by those who feared it"
  if (classes[k] === CLASS.wh || tokens[at]?.normal === 'those') return true;
  if (!token?.word) return token !== undefined && classes[k] === CLASS.quote;
  const next = classes[k + 1];
  const others = wordSet(knowledge, 'words-times', 'not-a-doer');
  if (others.has(token.normal) && next !== CLASS.noun && next !== CLASS.name) return false;
  // "by 30 nations" names a doer, "by 30 per cent" and "by 2014" do not.
  if (classes[k] === CLASS.number) {
    return next === CLASS.noun && !wordSet(knowledge, 'words-voice', 'measure').has(tokens[k + 1]!.lemma);
  }
  if (classes[k] === CLASS.verb)
    return formOf(token.normal, token.lemma) !== FORM.ing && opensPhrase(next ?? CLASS.stop);
  return opensPhrase(classes[k]!);
}

/** Looks for "by somebody" until the clause ends; a second participle ("seized and sold by") runs on. */
export function hasDoer(map: ClauseMap, knowledge: Knowledge, after: number, end: number): boolean {
  const { tokens, classes } = map;
  const limit = Math.min(end, after + REACH);
  const openers = wordSet(knowledge, 'words-voice', 'clause-opener');
  for (let k = after; k < limit; k++) {
    const code = classes[k]!;
    if (code === CLASS.stop || code === CLASS.semicolon || openers.has(map.tokens[k]!.normal)) return false;
    const { normal } = tokens[k]!;
    if (normal === 'by' && namesDoer(map, knowledge, k + 1)) return true;
    const group = verbGroupAt(map, k);
    if (group && group.start === k && group.finite) {
      const before = classes[k - 1];
      const runsOn = before === CLASS.conjunction && (group.form & FORM.participle) !== 0 && group.head === k;
      if (!runsOn) return false;
    }
  }
  return false;
}

function isGot(map: ClauseMap, group: VerbGroup, end: number): boolean {
  const { tokens, classes } = map;
  if (tokens[group.head]!.lemma !== 'get' || classes[group.head] !== CLASS.verb) return false;
  const next = group.head + 1;
  if (next >= end || (classes[next] !== CLASS.verb && classes[next] !== CLASS.adjective)) return false;
  const { normal, lemma } = tokens[next]!;
  return (formOf(normal, lemma) & FORM.participle) !== 0;
}

/** A participle that the tagger takes for an adjective: "the well was poisoned", "they were left stranded". */
function participleAfter(map: ClauseMap, group: VerbGroup, end: number): number {
  const { tokens, classes } = map;
  let k = group.end;
  while (k < end && k < group.end + 2 && classes[k] === CLASS.adverb) k++;
  if (k >= end) return -1;
  // "was sown", "were strewn": participles that are spelled in no common way.
  if (classes[k] === CLASS.verb) {
    const { normal, lemma } = tokens[k]!;
    return k === group.end && normal !== lemma && /(?:[^e]wn|[^i]en)$/.test(normal) ? k : -1;
  }
  // The tagger takes some participles for adjectives or nouns.
  if (classes[k] !== CLASS.adjective && classes[k] !== CLASS.noun) return -1;
  const next = classes[k + 1];
  if (next === CLASS.noun || next === CLASS.name || next === CLASS.adjective) return -1;
  const { normal, lemma } = tokens[k]!;
  if ((formOf(normal, lemma) & FORM.participle) === 0) return -1;
  // A state is as likely ("was armed"), so there must be a sign of a deed: "has been", "is being", "by", "after".
  if (/^be(?:en|ing)$/.test(tokens[group.head]!.normal)) return k;
  if (classes[k] === CLASS.noun) return -1;
  return next === CLASS.preposition && DEED_SIGNS.has(tokens[k + 1]!.normal) ? k : -1;
}

function goesOn(map: ClauseMap, group: VerbGroup): boolean {
  for (let k = group.start; k < group.head; k++) if (map.tokens[k]!.normal === 'being') return true;
  return false;
}

const DEED_SIGNS = new Set(['by', 'during', 'after']);

/**
 * The passives of a document by the token of their participle: "be" or "get" with a participle that tells a
 * deed. "Is worried", "was located" and the like tell a state and are left out; so are participles without
 * "be" ("the troops sent there"). Linear in the number of tokens.
 */
export function readPassives(document: Document, knowledge: Knowledge): Passive[] {
  const map = clausesOf(document);
  const states = new Set<number>();
  for (const { firstToken, tokenEnd } of matcherOf(knowledge, 'agency-states')(document.tokens)) {
    for (let k = firstToken; k < tokenEnd; k++) states.add(k);
  }
  const found: Passive[] = [];
  let sentence = 0;
  for (const group of map.groups) {
    while (document.sentences[sentence]!.tokenEnd <= group.start) sentence++;
    const end = document.sentences[sentence]!.tokenEnd;
    let head = -1;
    if (group.passive) {
      for (let k = group.start; k < group.head && head < 0; k++)
        if (map.classes[k] === CLASS.be) head = group.head;
    } else if (isGot(map, group, end)) head = group.head + 1;
    else if (map.classes[group.head] === CLASS.be) head = participleAfter(map, group, end);
    // "Was being linked" is a deed whatever the participle.
    if (head < 0 || (states.has(head) && !goesOn(map, group))) continue;
    found.push({
      firstToken: group.start,
      tokenEnd: Math.max(head + 1, group.end),
      head,
      agentless: !hasDoer(map, knowledge, head + 1, end)
    });
  }
  return found;
}
