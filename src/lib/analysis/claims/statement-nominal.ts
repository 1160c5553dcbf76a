/** Deverbal noun phrases that state a deed: "Russia's annexation of Crimea", "the invasion of Kuwait". */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import { bytePerTypeOf } from '$lib/text/type-codes';
import { phraseStart, type ClauseMap } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';
import { wordKinds } from '../word-kinds';

/** Endings of nouns made from verbs; short words with them are mostly something else, and `nominal-deeds` names more. */
const DEVERBAL = /(?:[a-z]{3}(?:ation|ition|ution|ption|ction|sion|ment)s?|[a-z]{3}(?:[sv]al)s?)$/;

/** 1 for a noun that tells a deed, 0 for all other words. */
const deedCode = bytePerTypeOf((knowledge: Knowledge, { normal, lemma }): number => {
  const kinds = wordKinds(knowledge, 'nominal-deeds');
  const kind = kinds.get(lemma) ?? kinds.get(normal);
  return kind === 'deed' || (kind !== 'thing' && DEVERBAL.test(normal)) ? 1 : 0;
});

/** The deed phrases inside a range. */
export function nominalStatements(map: ClauseMap, knowledge: Knowledge, part: TokenRange): TokenRange[] {
  const { tokens, classes } = map;
  const deed = deedCode(knowledge);
  const found: TokenRange[] = [];
  for (let at = part.firstToken; at < part.tokenEnd; at++) {
    if (classes[at] !== CLASS.noun || deed(tokens[at]!.type) === 0) continue;
    const next = classes[at + 1];
    if (next === CLASS.noun) continue;
    const start = Math.max(part.firstToken, phraseStart(map, at + 1, Math.max(part.firstToken, at - 8)));
    const agent = hasPossessor(map, start, at);
    const patient = tokens[at + 1]?.normal === 'of';
    if (!agent && !patient) continue;
    let end = at + 1;
    let named = agent;
    while (end < part.tokenEnd && end < at + 12) {
      const code = classes[end]!;
      const inside =
        code === CLASS.noun ||
        code === CLASS.name ||
        code === CLASS.number ||
        code === CLASS.adjective ||
        code === CLASS.determiner ||
        code === CLASS.possessive ||
        code === CLASS.preposition;
      if (!inside || map.groupAt[end]! >= 0) break;
      if (code === CLASS.name || code === CLASS.number) named = true;
      end++;
    }
    while (
      end > at + 1 &&
      (classes[end - 1] === CLASS.preposition ||
        classes[end - 1] === CLASS.determiner ||
        classes[end - 1] === CLASS.adjective)
    )
      end--;
    if (!named || end - start < 4 || end === at + 1) continue;
    const from = closestStart(map, start, at);
    found.push({ firstToken: from, tokenEnd: end });
    at = end - 1;
  }
  return found;
}

function hasPossessor(map: ClauseMap, start: number, noun: number): boolean {
  for (let k = noun - 1; k >= start; k--) {
    if (map.classes[k] === CLASS.possessive) return true;
    if (map.classes[k] === CLASS.preposition) return false;
  }
  return false;
}

/** Leaves out what governs the phrase: everything up to the last preposition before its noun. */
function closestStart(map: ClauseMap, start: number, noun: number): number {
  for (let k = noun - 1; k >= start; k--) if (map.classes[k] === CLASS.preposition) return k + 1;
  return start;
}
