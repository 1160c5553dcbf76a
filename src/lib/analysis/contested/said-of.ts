import type { Token } from '$lib/text/document';
import type { Field } from './field';

/** Words that may stand between "is" or "as" and what is said of somebody. */
function mayStandBetween(pos: string): boolean {
  return pos === 'ADV' || pos === 'DET' || pos === 'ADJ' || pos === 'PART' || pos === 'AUX' || pos === 'ADP';
}

/** How far before "is" or "as" its subject is looked for, in tokens. */
const SUBJECT_REACH = 14;

/** Whether a token names a subject of a copular claim. */
function isSubject({ terms, form }: Field, token: number): boolean {
  const plain = terms.plain[token]!;
  if (form.subjects.has(terms.keys[token]!) || form.subjects.has(plain)) return true;
  const concept = terms.words.conceptOf(plain);
  if (concept === '') return false;
  for (const subject of form.subjects) if (terms.words.conceptOf(subject) === concept) return true;
  return false;
}

/** Whether the claim speaks of an actor, not of a thing or an event. */
function speaksOfActor({ form }: Field): boolean {
  for (const subject of form.subjects) if (subject.startsWith('@')) return true;
  return false;
}

/** "Russia's …", "NATO missile …": the name only says whose or which the thing is. */
export function onlyModifies(tokens: readonly Token[], token: number): boolean {
  const next = tokens[token + 1];
  if (!next || tokens[token]!.pos !== 'PROPN') return next?.normal === "'s";
  return next.normal === "'s" || next.normal === "'" || next.pos === 'NOUN' || next.pos === 'ADJ';
}

/** "This expansion": the word only points at the noun after it. */
function isDeterminer(tokens: readonly Token[], at: number): boolean {
  const { normal } = tokens[at]!;
  if (normal !== 'this' && normal !== 'these' && normal !== 'that') return false;
  const next = tokens[at + 1]?.pos;
  return next === 'NOUN' || next === 'ADJ' || next === 'PROPN';
}

/** "Exercises in Poland and Latvia": a name behind a preposition is not what is spoken of. */
function isBehindPreposition({ reading, terms }: Field, at: number, viewed: boolean): boolean {
  const { tokens } = reading.document;
  if (!terms.keys[at]!.startsWith('@')) return false;
  let i = at - 1;
  while (i > at - 4 && i >= 0 && (tokens[i]!.pos === 'DET' || tokens[i]!.pos === 'ADJ')) i--;
  const before = tokens[i];
  // "The view of the pact as …" is a view of the pact.
  return before?.pos === 'ADP' && !(viewed && before.normal === 'of');
}

/**
 * Whether what stands before "is" or "as" can be the claim's subject. The nearest actor that is no possessor
 * decides; a pronoun may be anybody but the one who does the viewing; other nouns are somebody else.
 * Before "as", the object of the verb is spoken of, not its subject: "Russia views the pact as …".
 */
function maySpeakOfSubject(field: Field, copula: number, from: number): boolean {
  const { tokens } = field.reading.document;
  if (field.form.subjects.size === 0) return true;
  const stop = Math.max(from, copula - SUBJECT_REACH);
  const viewed = tokens[copula]!.normal === 'as';
  let noun = false;
  for (let i = copula - 1; i >= stop; i--) {
    const { normal } = tokens[i]!;
    if (i >= copula - 4 && (normal === 'which' || normal === 'who')) return antecedentIs(field, i, from);
  }
  for (let i = copula - 1; i >= stop; i--) {
    const { normal, pos } = tokens[i]!;
    if (tokens[i - 1]?.normal === 'by') continue;
    if (isSubject(field, i) && !onlyModifies(tokens, i)) return true;
    if (isBehindPreposition(field, i, viewed)) continue;
    if (field.terms.keys[i]!.startsWith('@') && !onlyModifies(tokens, i)) {
      // The last of several behind one preposition, or of several subjects: the others decide.
      if (tokens[i - 1]?.pos === 'CCONJ' || tokens[i - 2]?.pos === 'CCONJ') continue;
      return false;
    }
    if (viewed && noun && pos === 'VERB') return false;
    if (field.pointing.has(normal) && !isDeterminer(tokens, i)) {
      // "Insists that the growth is …": a new clause begins, and its subject has gone by.
      if (noun && normal === 'that') return false;
      return noun || !viewedBySubject(field, i, stop);
    }
    if (pos === 'NOUN' || pos === 'PROPN') noun = true;
  }
  return !noun;
}

/** "Systems in Europe, which are defensive": what the pronoun stands for comes before it. */
function antecedentIs(field: Field, pronoun: number, from: number): boolean {
  const { tokens } = field.reading.document;
  let noun = false;
  for (let i = pronoun - 1; i >= Math.max(from, pronoun - 10); i--) {
    if (isSubject(field, i) && !onlyModifies(tokens, i)) return true;
    noun ||= tokens[i]!.pos === 'NOUN' || tokens[i]!.pos === 'PROPN';
  }
  return !noun;
}

/** "Russia views it as …": "it" is not Russia. */
function viewedBySubject(field: Field, pronoun: number, stop: number): boolean {
  const { tokens } = field.reading.document;
  let verb = false;
  for (let i = pronoun - 1; i >= stop; i--) {
    const { pos } = tokens[i]!;
    if (pos === 'VERB') verb = true;
    else if (verb && (pos === 'NOUN' || pos === 'PROPN' || field.terms.keys[i]!.startsWith('@')))
      return isSubject(field, i);
  }
  return false;
}

/** How far after a noun the one it comes from or goes to is looked for, in tokens. */
const COMPLEMENT_REACH = 6;

/** Whether the claim's subject follows a noun behind one of these prepositions. */
function subjectBehind(field: Field, token: number, prepositions: ReadonlySet<string>): boolean {
  const { tokens } = field.reading.document;
  let opened = false;
  for (let i = token + 1; i < Math.min(tokens.length, token + COMPLEMENT_REACH); i++) {
    const { normal, pos } = tokens[i]!;
    if (opened && isSubject(field, i)) return true;
    if (prepositions.has(normal)) opened = true;
    else if (
      normal !== '”' &&
      normal !== '"' &&
      (pos === 'PUNCT' || pos === 'VERB' || pos === 'SCONJ') &&
      normal !== 'posed'
    )
      return false;
    else if (field.terms.keys[i]!.startsWith('@') && !onlyModifies(tokens, i)) return false;
  }
  return false;
}

const TOWARDS = new Set(['to', 'against', 'for']);
const ORIGIN = new Set(['from', 'by']);

/** "A threat to Russia" says nothing of what Russia is. */
function isDirectedAtSubject(field: Field, token: number): boolean {
  return speaksOfActor(field) && subjectBehind(field, token, TOWARDS);
}

/** "The threat posed by Russia", "threats from Russia", "the Russian threat" say that Russia is one. */
function comesFromSubject(field: Field, token: number): boolean {
  if (!speaksOfActor(field)) return false;
  const { tokens } = field.reading.document;
  if (tokens[token]!.pos !== 'NOUN') return false;
  if (tokens[token - 1] && isSubject(field, token - 1) && tokens[token - 1]!.pos === 'ADJ') return true;
  return subjectBehind(field, token, ORIGIN);
}

/**
 * Whether a word says "Y" of somebody: before a noun that the claim itself uses ("a defensive pact"), or after
 * "is" or "as" with nothing but its own adverbs between. "Missile defence systems" says it of something else.
 */
export function isSaidOfSubject(field: Field, token: number, from: number): boolean {
  const { reading, terms, form } = field;
  const { tokens } = reading.document;
  if (tokens[token]!.pos === 'VERB') return false;
  const next = tokens[token + 1];
  if (next && (next.pos === 'NOUN' || next.pos === 'PROPN')) {
    const key = terms.plain[token + 1]!;
    return form.heads.has(key) || form.heads.has(terms.words.conceptOf(key));
  }
  if (comesFromSubject(field, token)) return true;
  if (isDirectedAtSubject(field, token)) return false;
  let first = token - 1;
  // "A security threat": nouns that belong to it.
  while (first > token - 3 && first > from && tokens[first]!.pos === 'NOUN') first--;
  for (let i = first; i >= Math.max(from, token - 6); i--) {
    const { normal, lemma, pos } = tokens[i]!;
    // "Prevented from becoming a threat": it is none.
    if (lemma === 'be' || normal === 'as' || field.holding.has(lemma))
      return tokens[i - 1]?.normal !== 'from' && maySpeakOfSubject(field, i, from);
    if (!mayStandBetween(pos)) return false;
  }
  return false;
}
