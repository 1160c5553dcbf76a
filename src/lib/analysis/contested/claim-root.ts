/** What a claim says of whom: its main word, a second verb beside it, and its subjects. */
import type { Token } from '$lib/text/document';
import type { Terms } from '../claims/terms';
import { FORM, formOf } from '../voice/verb-forms';

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

/** Words that may stand between "there is" or "had" and the noun it is about. */
const BEFORE_NOUN: ReadonlySet<string> = new Set(['DET', 'ADJ', 'ADV', 'NUM', 'PART']);

/** A word that no longer belongs to a noun phrase. */
const isAfterPhrase = (token: Token | undefined): boolean =>
  token === undefined || token.pos === 'ADP' || token.pos === 'PUNCT' || token.normal === 'to';

/** The last noun of the phrase that begins at a token; -1 when none does. */
function headOfPhrase(tokens: readonly Token[], terms: Terms, from: number): number {
  let head = -1;
  for (let i = from; i < tokens.length; i++) {
    const { pos } = tokens[i]!;
    // "A key to the vault": what stands between an article and "to" is a noun, whatever the tagger says.
    const stands = tokens[i - 1]?.pos === 'DET' && isAfterPhrase(tokens[i + 1]);
    const noun = pos === 'NOUN' || pos === 'PROPN' || (pos === 'ADJ' && stands);
    if (noun && terms.keys[i] !== '') head = i;
    else if (head >= 0 || (!noun && !BEFORE_NOUN.has(pos))) break;
  }
  return head;
}

/** "There was a leak at the works": the noun whose being there is told; -1 in any other sentence. */
function existentialNoun(tokens: readonly Token[], terms: Terms): number {
  if (tokens[0]?.normal !== 'there') return -1;
  let i = 1;
  while (i < tokens.length && (tokens[i]!.pos === 'AUX' || tokens[i]!.pos === 'ADV')) i++;
  const copula = tokens.slice(1, i).some(({ lemma }) => lemma === 'be');
  return copula ? headOfPhrase(tokens, terms, i) : -1;
}

/** "Had help from inside", "had a key to the vault": what somebody had; -1 where "had" only leads to a verb. */
function possessed(tokens: readonly Token[], terms: Terms): number {
  const had = tokens.findIndex(({ lemma, pos }) => lemma === 'have' && (pos === 'AUX' || pos === 'VERB'));
  const next = tokens[had + 1];
  if (had < 1 || !next) return -1;
  // A bare form after "had" is no participle, whatever the tagger says.
  const following = tokens[had + 2]?.pos;
  const bare = next.pos === 'VERB' && formOf(next.normal, next.lemma) === FORM.base;
  if (bare && (following === 'ADP' || following === 'PUNCT'))
    return terms.keys[had + 1] === '' ? -1 : had + 1;
  return next.pos === 'AUX' || next.pos === 'VERB' ? -1 : headOfPhrase(tokens, terms, had + 1);
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
 * The main verb, or in "X is Y" the Y; -1 when there is neither. In "there was an X" and "somebody had an X" it is
 * the X, `nominal` then.
 *
 * @param leading verbs that only lead to the one that counts: "seeks to contain"
 */
export function findRoot(
  tokens: readonly Token[],
  terms: Terms,
  leading: ReadonlySet<string>
): { root: number; copular: boolean; nominal?: true } {
  const there = existentialNoun(tokens, terms);
  if (there >= 0) return { root: there, copular: false, nominal: true };
  const verb = findVerb(tokens, terms, leading);
  const had = possessed(tokens, terms);
  if (had >= 0 && (verb < 0 || verb === had)) return { root: had, copular: false, nominal: true };
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
  // However common, a verb that has an opposite says something: "the school will close".
  const says = (key: string): boolean => !terms.words.isLight(key) || terms.words.polesOf(key).length > 0;
  if (verb >= 0 && says(terms.keys[verb]!)) return { root: verb, copular: false };
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
