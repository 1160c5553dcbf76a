/** Deverbal noun phrases that state a deed: "Russia's annexation of Crimea", "the invasion of Kuwait". */
import type { TokenRange } from '$lib/text/document';
import { phraseStart, type ClauseMap } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';

/** Nouns made from verbs by ending; short words with these endings are mostly something else ("nation"). */
const DEVERBAL = /(?:[a-z]{3}(?:ation|ition|ution|ption|ction|sion|ment)s?|[a-z]{3}(?:[sv]al)s?)$/;
const NOT_DEEDS =
  /^(?:(?:inter)?nation|condition|segment|movement|argument|commitment|establishment|opposition|position|tradition|situation|section|institution|constitution|organi[sz]ation|population|generation|corporation|foundation|region|opinion|mission|season|version|dimension|pension|government|department|parliament|document|moment|element|environment|treatment|statement|apartment|instrument|general|official|capital|criminal|hospital|animal|material|individual|professional|potential|principal|proposal|rival|festival|balance|distance|finance|instance|insurance|audience|conference|difference|science|sentence|sequence|evidence|experience|influence|presence|violence|confidence|intelligence)s?$/;
/** Zero-derived deeds, spelled as their verb. */
const PLAIN = new Set(
  'withdrawal arrival disappearance interference resistance attack invasion withdrawal arrest collapse murder killing bombing poisoning defeat victory retreat release seizure capture raid strike assault takeover overthrow coup'.split(
    ' '
  )
);

/** The deed phrases inside a range. */
export function nominalStatements(map: ClauseMap, part: TokenRange): TokenRange[] {
  const { tokens, classes } = map;
  const found: TokenRange[] = [];
  for (let at = part.firstToken; at < part.tokenEnd; at++) {
    if (classes[at] !== CLASS.noun) continue;
    const { normal, lemma } = tokens[at]!;
    if (!PLAIN.has(lemma) && (!DEVERBAL.test(normal) || NOT_DEEDS.test(normal))) continue;
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
