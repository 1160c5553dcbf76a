/** What a claim says of whom: its main word, a second verb beside it, and its subjects. */
import type { Token } from '$lib/text/document';
import type { Terms } from '../claims/terms';

/** "The paint works leaked": a bare form or one in -s straight before a past tense is a noun read as a verb. */
function isNounInFact(tokens: readonly Token[], at: number): boolean {
  const { normal, lemma } = tokens[at]!;
  const past = (token: Token | undefined): boolean =>
    token?.pos === 'VERB' && token.normal !== token.lemma && !/(?:ing|s)$/.test(token.normal);
  if (past(tokens[at + 1])) return normal === lemma || normal.endsWith('s');
  // "Troops and exercises are …": one of two nouns, when a form of "be" still follows.
  if (tokens[at - 1]?.pos === 'CCONJ' && tokens[at - 2]?.pos === 'NOUN' && normal.endsWith('s'))
    return tokens.slice(at + 1).some((token) => token.pos === 'AUX' && token.lemma === 'be');
  return normal === lemma && tokens[at + 1]?.normal.endsWith('s') === true && past(tokens[at + 2]);
}

/** "Ballots that arrived late were counted": the verb of a clause about the noun before it. */
function tellsOfSubject(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (i > 0 && (tokens[i]!.pos === 'AUX' || tokens[i]!.pos === 'ADV')) i--;
  return /^(?:that|which|who)$/.test(tokens[i]!.normal) && tokens[i - 1]?.pos === 'NOUN';
}

/** The first verb that counts; -1 when there is none. */
function findVerb(tokens: readonly Token[], terms: Terms, leading: ReadonlySet<string>): number {
  for (let i = 1; i < tokens.length; i++) {
    if (tokens[i]!.pos !== 'VERB' || terms.keys[i] === '') continue;
    const following = tokens[i + 1];
    if (isNounInFact(tokens, i)) continue;
    if (
      tellsOfSubject(tokens, i) &&
      tokens.some(({ pos }, k) => k > i && pos === 'VERB' && terms.keys[k] !== '')
    )
      continue;
    const next = following?.normal === 'to' && tokens[i + 2]?.pos === 'VERB';
    if (next && leading.has(tokens[i]!.lemma) && terms.keys[i + 2] !== '') return i + 2;
    return i;
  }
  return -1;
}

/**
 * The main verb, or in "X is Y" the Y; -1 when there is neither.
 *
 * @param leading verbs that only lead to the one that counts: "seeks to contain"
 */
export function findRoot(
  tokens: readonly Token[],
  terms: Terms,
  leading: ReadonlySet<string>
): { root: number; copular: boolean } {
  const verb = findVerb(tokens, terms, leading);
  const auxiliary = tokens.findIndex((token) => token.pos === 'AUX' && token.lemma === 'be');
  if (auxiliary >= 0 && (verb < 0 || verb > auxiliary + 3)) {
    let noun = -1;
    for (let i = auxiliary + 1; i < tokens.length; i++) {
      const { pos, normal } = tokens[i]!;
      // "Is in danger" says it with a preposition; after a noun, one only adds to it.
      if (pos === 'ADP' && noun < 0) continue;
      if (pos === 'ADP' || normal === ',' || pos === 'VERB' || pos === 'SCONJ') break;
      if (terms.keys[i] === '') continue;
      if (pos === 'ADJ') return { root: i, copular: true };
      noun = i;
    }
    if (noun >= 0) return { root: noun, copular: true };
  }
  if (verb >= 0 && !terms.words.isLight(terms.keys[verb]!)) return { root: verb, copular: false };
  // "conducted the Orange Revolution": the noun says more than the verb.
  let last = verb;
  for (let i = Math.max(0, verb); i < tokens.length; i++) {
    const { pos } = tokens[i]!;
    if (i > verb && pos === 'ADP' && last > verb) break;
    if ((pos === 'NOUN' || pos === 'PROPN') && terms.keys[i] !== '' && !/^[@#]/.test(terms.keys[i]!))
      last = i;
  }
  return { root: last, copular: false };
}

/** The verb joined to the root by "and" or "or", straight after it; -1 when there is none. */
export function secondVerb(tokens: readonly Token[], terms: Terms, root: number): number {
  const at = root + 2;
  const joined = root >= 0 && tokens[root]!.pos === 'VERB' && tokens[root + 1]?.pos === 'CCONJ';
  return joined && tokens[at]?.pos === 'VERB' && terms.keys[at] !== '' ? at : -1;
}

/** The heads of the first noun phrase: "expansion" in "NATO's expansion to the east is …", both in "troops and tanks are …". */
export function subjectsOf(tokens: readonly Token[], terms: Terms, root: number): ReadonlySet<string> {
  const heads = new Set<string>();
  let head = '';
  for (let i = 0; i < root; i++) {
    const { pos, normal } = tokens[i]!;
    if (head !== '' && (pos === 'ADP' || pos === 'AUX' || normal === ',')) break;
    if (head !== '' && pos === 'VERB' && !isNounInFact(tokens, i)) break;
    if (pos === 'CCONJ' && head !== '') heads.add(head);
    const noun = pos === 'NOUN' || pos === 'PROPN' || pos === 'VERB' || terms.keys[i]!.startsWith('@');
    if (terms.keys[i] !== '' && noun) head = terms.keys[i]!;
  }
  if (head !== '') heads.add(head);
  return heads;
}
