/** What a sentence tells only to call it untrue: "Reports that the alarm had been switched off are false." */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import { anaphors, denials } from '../contested/denial-frames';
import { isNegated } from '../contested/negation';
import type { Reading } from '../reading';
import { wordKinds } from '../word-kinds';

/** A stretch and whether its sentence calls it untrue; a frame that is itself negated ("are not false") affirms. */
export interface SaidUntrue extends TokenRange {
  readonly untrue: boolean;
  /** Where the words that call it untrue end. */
  readonly frameEnd: number;
}

/** Adverbs and the like between a verb and what it joins: "are quite simply false", "turned out to be false". */
const BESIDE = 4;
/** Words between a noun of saying and its "that": "reports on Monday that". */
const BEHIND_NOUN = 3;

/** A noun of saying stands where the list has it, whichever part of speech its "that" makes it look like. */
const nouns = (reading: Reading, knowledge: Knowledge, range: TokenRange): readonly Match[] =>
  anaphors(reading, knowledge, range).filter(({ entry }) => entry.category === 'claim');

/**
 * The stretches of a sentence that it calls untrue, in text order. Where it cannot be told whether the report or
 * something in it is untrue ("claims that the figures were wrong led to …"), none. Linear in the sentence.
 */
export function saidUntrue(reading: Reading, knowledge: Knowledge, sentence: TokenRange): SaidUntrue[] {
  const { tokens } = reading.document;
  const kinds = wordKinds(knowledge, 'words-untruths');
  const words: TokenRange[] = denials(reading, knowledge, sentence).filter(
    ({ entry }) => entry.category === 'untruth'
  );
  const listed = new Set(words.map(({ firstToken }) => firstToken));
  const all = [...words];
  for (let k = sentence.firstToken; k < sentence.tokenEnd; k++)
    if (!listed.has(k) && kinds.get(tokens[k]!.normal) === 'untrue')
      all.push({ firstToken: k, tokenEnd: k + 1 });
  if (all.length === 0) return [];
  const claims = nouns(reading, knowledge, sentence);
  const found: SaidUntrue[] = [];
  for (const word of all) {
    const joint = jointBefore(tokens, kinds, word.firstToken, sentence.firstToken);
    if (joint < 0) continue;
    const untrue =
      !isNegated(knowledge, tokens, word.firstToken, joint) ||
      /^(?:not|n't)$/.test(tokens[word.firstToken]!.normal);
    const inner =
      behindIt(tokens, word, joint, sentence) ??
      insideReport(tokens, claims, joint, sentence) ??
      beforeApposition(tokens, claims, joint, sentence);
    if (inner) found.push({ ...inner, untrue, frameEnd: word.tokenEnd });
  }
  return found.sort((a, b) => a.firstToken - b.firstToken);
}

/** The first verb of those that join what is untrue to its subject; -1 where none stands before it. */
function jointBefore(
  tokens: readonly Token[],
  kinds: ReadonlyMap<string, string>,
  at: number,
  from: number
): number {
  let joint = -1;
  for (let k = at - 1; k >= Math.max(from, at - BESIDE); k--) {
    const { lemma, pos } = tokens[k]!;
    if (kinds.get(lemma) === 'joins') joint = k;
    else if (pos === 'AUX') joint = k;
    else if (!/^(?:ADV|PART|DET|ADP)$/.test(pos)) break;
  }
  return joint;
}

/** "It is not true that …" */
function behindIt(
  tokens: readonly Token[],
  word: TokenRange,
  joint: number,
  sentence: TokenRange
): TokenRange | null {
  if (tokens[word.tokenEnd]?.normal !== 'that' || word.tokenEnd + 1 >= sentence.tokenEnd) return null;
  const subject = tokens[joint - 1]?.normal;
  if (joint > sentence.firstToken && subject !== 'it') return null;
  return { firstToken: word.tokenEnd + 1, tokenEnd: sentence.tokenEnd };
}

/** "Reports that … are false": a whole clause between "that" and the verb, and the verb agrees with the noun. */
function insideReport(
  tokens: readonly Token[],
  claims: readonly Match[],
  joint: number,
  sentence: TokenRange
): TokenRange | null {
  for (const noun of claims) {
    if (noun.tokenEnd > joint) break;
    let that = noun.tokenEnd;
    while (that < joint && that - noun.tokenEnd < BEHIND_NOUN && tokens[that]!.normal !== 'that') that++;
    if (tokens[that]!.normal !== 'that' || that >= joint) continue;
    // "He reports that …" has a subject of its own, as has "the firm claims that".
    const before = tokens[noun.firstToken - 1];
    const opens = noun.firstToken === sentence.firstToken;
    if (
      !opens &&
      before &&
      /^(?:NOUN|PROPN|PRON)$/.test(before.pos) &&
      !/^(?:that|his|her|their|its)$/.test(before.normal)
    )
      continue;
    if (!isWhole(tokens, that + 1, joint)) return null;
    const plural = /s$/.test(tokens[noun.tokenEnd - 1]!.normal);
    const verb = tokens[joint]!.normal;
    if (plural ? /^(?:is|was|has)$/.test(verb) : /^(?:are|were|have)$/.test(verb)) return null;
    // "Claims that they knew the report was false" is about the report.
    if (claims.some(({ firstToken, tokenEnd }) => firstToken > that && tokenEnd === joint)) return null;
    return { firstToken: that + 1, tokenEnd: joint };
  }
  return null;
}

/** A clause with its verb, and no second clause opening in it that could own the verb behind it. */
function isWhole(tokens: readonly Token[], from: number, to: number): boolean {
  let told = false;
  for (let k = from; k < to; k++) {
    const { pos, normal } = tokens[k]!;
    if (/^(?:who|which|that|whose|where)$/.test(normal) || pos === 'SCONJ' || pos === 'CCONJ') return false;
    told ||= pos === 'VERB' || pos === 'AUX';
  }
  return told;
}

/** "…, a claim that proved false" */
function beforeApposition(
  tokens: readonly Token[],
  claims: readonly Match[],
  joint: number,
  sentence: TokenRange
): TokenRange | null {
  if (!/^(?:that|which)$/.test(tokens[joint - 1]?.normal ?? '')) return null;
  const noun = claims.find(({ tokenEnd }) => tokenEnd === joint - 1);
  if (!noun) return null;
  let k = noun.firstToken - 1;
  while (k > sentence.firstToken && tokens[k]!.pos === 'ADJ') k--;
  if (!/^an?$/.test(tokens[k]!.normal) || tokens[k - 1]?.normal !== ',') return null;
  return { firstToken: sentence.firstToken, tokenEnd: k - 1 };
}
