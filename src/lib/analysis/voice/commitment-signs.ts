/**
 * Signs of how sure a text is of an event: its own form, what it hangs on, and what is negated. Whose words it
 * stands in has no say: leaving that out did not lower the agreement with people. Each sign is a name such as
 * "governor-first-fail", which the fitted weights know. Names of people and places are all one word here, and
 * so are numbers: who an event is about must not weigh.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, TokenRange } from '$lib/text/document';
import { wordKinds } from '../word-kinds';
import { clausesOf, isNominal, type ClauseMap, type VerbGroup } from './clauses';
import { governorSigns } from './commitment-governor-signs';
import { phraseOpening } from './commitment-governors';
import { negativeAfter, negativeBefore } from './commitment-negatives';
import { classAt, kindOf, plain, wordAt, type Site } from './commitment-site';
import { CLASS } from './word-classes';

/** Tokens looked at on either side, so that time stays linear in a sentence of any length. */
const WINDOW = 120;

/**
 * The names of the signs of the event at a token.
 *
 * @param within the words that have a say: a sentence, or the part of one that is one holder's
 */
export function commitmentSigns(
  document: Document,
  knowledge: Knowledge,
  at: number,
  within: TokenRange
): string[] {
  const map = clausesOf(document);
  const from = Math.max(within.firstToken, at - WINDOW);
  const end = Math.min(within.tokenEnd, at + WINDOW);
  const signs: string[] = [];
  const own = map.groups[map.groupAt[at]!];
  const negatives = wordKinds(knowledge, 'negation-words');
  const site: Site = {
    negatives,
    predicates: wordKinds(knowledge, 'commitment-predicates'),
    map,
    at,
    from,
    end,
    own,
    kind: kindOf(map, at),
    negativeSubject: own ? negativeBefore(map, negatives, at, from) : '',
    none: !own && hasNo(map, at, from),
    put: (...parts) => signs.push(parts.join('-'))
  };
  wordSigns(site);
  if (own) verbSigns(site, own);
  else phraseSigns(site);
  governorSigns(site);
  contextSigns(site);
  if (asks(document, within)) site.put('question');
  return signs;
}

const QUESTION = 63;

/** Whether a sentence, or a part of one, ends in a question mark. */
export function asks(document: Document, { tokenEnd }: TokenRange): boolean {
  const { end } = document.tokens[tokenEnd - 1]!;
  return document.text.charCodeAt(end - 1) === QUESTION || document.text.charCodeAt(end - 2) === QUESTION;
}

function wordSigns(site: Site): void {
  const { map, at, from, end, kind, put } = site;
  const own = classAt(site, at);
  put('kind', kind);
  put('lemma', wordAt(map, at));
  if (own !== '') {
    put('class', own);
    put('kind-class', kind, own);
  }
  if (at > from) put('before', wordAt(map, at - 1));
  if (at - 1 > from) put('second-before', wordAt(map, at - 2));
  if (at - 1 > from) put('two-before', wordAt(map, at - 2), wordAt(map, at - 1));
  if (at + 1 < end) put('after', wordAt(map, at + 1));
}

function verbSigns(site: Site, own: VerbGroup): void {
  const { map, at, from, end, kind, negativeSubject, put } = site;
  const { tokens, classes } = map;
  if (own.modal !== null) {
    const modal = plain(own.modal);
    put('modal', modal);
    if (own.negated) put('modal-not', modal);
    for (let k = own.start; k < own.head; k++) {
      if (classes[k] === CLASS.have) put('modal-have', modal);
      if (classes[k] === CLASS.adverb) put('adverb', wordAt(map, k));
    }
  }
  if (own.negated) {
    put('not');
    put('not', kind);
  }
  const left = own.start - 1;
  if (left < from) put('opens');
  else if (classes[left] === CLASS.pronoun) put('subject', plain(tokens[left]!.normal));
  else put('subject', isNominal(classes[left]!) ? 'any-noun' : 'no-noun');
  if (negativeSubject !== '') {
    put('negative-subject');
    put('negative-subject', negativeSubject);
  }
  const object = negativeAfter(map, site.negatives, at, end);
  if (object !== '') {
    put('negative-object');
    put('negative-object', plain(object));
  }
  if (own.infinitive || !own.finite) takerSigns(site, own);
}

/** "a request by the father to name": the word that takes the infinitive may stand some way to the left. */
function takerSigns(site: Site, own: VerbGroup): void {
  const { map, from, put } = site;
  for (let k = own.start - 1, seen = 0; k >= from && seen < 12; k--, seen++) {
    const code = map.classes[k]!;
    if (code === CLASS.comma || code === CLASS.semicolon) return;
    const group = map.groups[map.groupAt[k]!];
    if (group ? group.head === k : code === CLASS.noun || code === CLASS.adjective) {
      put('takes', wordAt(map, k));
      const kind = classAt(site, k);
      if (kind !== '') put('takes-class', kind, own.infinitive ? 'infinitive' : 'participle');
    }
    if (group?.finite) return;
  }
}

function hasNo(map: ClauseMap, at: number, from: number): boolean {
  for (let k = phraseOpening(map, at, from); k < at; k++) if (map.tokens[k]!.normal === 'no') return true;
  return false;
}

function phraseSigns({ map, at, from, none, put }: Site): void {
  const { tokens, classes } = map;
  const start = phraseOpening(map, at, from);
  const code = classes[start]!;
  if (code === CLASS.determiner) put('determiner', plain(tokens[start]!.normal));
  else put('determiner', code === CLASS.possessive ? 'possessive' : 'none');
  if (tokens[at]!.normal !== tokens[at]!.lemma) put('plural');
  if (none) put('none-of-it');
}

function contextSigns({ map, at, from, end, put }: Site): void {
  const { tokens, classes } = map;
  const telling = (k: number): boolean =>
    classes[k] === CLASS.modal || classes[k] === CLASS.not || classes[k] === CLASS.subordinator;
  for (let k = Math.max(from, at - 12); k < at; k++) if (telling(k)) put('near', plain(tokens[k]!.normal));
  for (let k = at + 1; k < end && k < at + 8; k++) {
    if (telling(k)) put('near-right', plain(tokens[k]!.normal));
  }
  for (let k = from; k < at; k++) {
    if (tokens[k]!.normal !== 'if') continue;
    put('if-left');
    break;
  }
}
