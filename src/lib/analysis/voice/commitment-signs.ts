/**
 * Signs of how sure a text is of an event: its own form, what it hangs on, what is negated, whose words it
 * stands in. Each sign is a name such as "governor-first-fail", which the fitted weights know. Names of
 * people and places and numbers are all one word here: who an event is about must not weigh.
 */
import type { Span } from '$lib/text/document';
import type { Reading } from '../reading';
import { clausesOf, isNominal, type ClauseMap, type VerbGroup } from './clauses';
import { governorOf, phraseOpening } from './commitment-governors';
import { negativeAfter, negativeBefore } from './commitment-negatives';
import { FORM } from './verb-forms';
import { CLASS } from './word-classes';

/** How many governors are followed upwards, and how each is called. */
const LEVELS = ['first', 'second', 'third'] as const;
/** Tokens looked at on either side, so that time stays linear in a sentence of any length. */
const WINDOW = 120;
const COUNTS = ['none', 'one', 'two'] as const;
const count = (value: number): string => COUNTS[Math.min(value, 2)]!;

/** What is read about one event: handed from step to step. */
interface Site {
  readonly reading: Reading;
  readonly map: ClauseMap;
  readonly at: number;
  readonly from: number;
  readonly end: number;
  readonly own: VerbGroup | undefined;
  readonly kind: string;
  readonly negativeSubject: string;
  readonly put: (...parts: readonly string[]) => void;
}

/** First index of a list sorted by place whose item ends after `offset`. */
function firstEndingAfter(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shapeOf({ finite, modal, form }: VerbGroup): string {
  const is = (bit: number): boolean => (form & bit) !== 0;
  if (!finite) return is(FORM.ing) ? 'gerund' : is(FORM.participle) ? 'participle' : 'bare';
  if (modal !== null) return 'modal';
  if (is(FORM.past)) return 'past';
  return is(FORM.ing) ? 'progressive' : is(FORM.third) ? 'third' : 'base';
}

function kindOf(map: ClauseMap, at: number): string {
  const group = map.groups[map.groupAt[at]!];
  if (group && group.head !== at) return 'auxiliary';
  if (group) return `${group.infinitive ? 'infinitive' : shapeOf(group)}${group.passive ? '-passive' : ''}`;
  const code = map.classes[at]!;
  if (isNominal(code)) return 'noun';
  return code === CLASS.adjective ? 'adjective' : code === CLASS.adverb ? 'adverb' : 'other';
}

/** Letters, with hyphens and apostrophes inside: what may stand in the name of a sign. */
const PLAIN = /^[a-z]+(?:[-'][a-z]+)*$/;
const MAX_WORD = 30;

function plain(word: string): string {
  if (word.length > MAX_WORD) return 'long-word';
  if (PLAIN.test(word)) return word;
  const letters = word.replace(/[^a-z]+/g, '');
  return letters === '' ? 'mark' : letters;
}

function wordAt({ tokens, classes }: ClauseMap, at: number): string {
  const code = classes[at]!;
  if (code === CLASS.name) return 'any-name';
  return code === CLASS.number ? 'any-number' : plain(tokens[at]!.lemma);
}

function classAt({ reading }: Site, at: number): string {
  const hit = reading.hitsIn('commitment-predicates', { firstToken: at, tokenEnd: at + 1 })[0];
  return hit?.entry.category ?? '';
}

/** The names of the signs of the event at a span; none when the span lies in no body sentence. */
export function commitmentSigns(reading: Reading, span: Span): string[] {
  const { document } = reading;
  const sentence = document.sentences[firstEndingAfter(document.sentences, span.start)];
  const at = firstEndingAfter(document.tokens, span.start);
  if (!sentence || sentence.start >= span.end || at >= sentence.tokenEnd) return [];
  const map = clausesOf(document);
  const from = Math.max(sentence.firstToken, at - WINDOW);
  const end = Math.min(sentence.tokenEnd, at + WINDOW);
  const signs: string[] = [];
  const own = map.groups[map.groupAt[at]!];
  const site: Site = {
    reading,
    map,
    at,
    from,
    end,
    own,
    kind: kindOf(map, at),
    negativeSubject: own ? negativeBefore(map, at, from) : '',
    put: (...parts) => signs.push(parts.join('-'))
  };
  wordSigns(site);
  if (own) verbSigns(site, own);
  else phraseSigns(site);
  governorSigns(site);
  contextSigns(site);
  if (document.text.slice(sentence.end - 2, sentence.end).includes('?')) site.put('question');
  voiceSigns(site, span);
  return signs;
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
  const object = negativeAfter(map, at, end);
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

function phraseSigns({ map, at, from, put }: Site): void {
  const { tokens, classes } = map;
  const start = phraseOpening(map, at, from);
  const code = classes[start]!;
  if (code === CLASS.determiner) put('determiner', plain(tokens[start]!.normal));
  else put('determiner', code === CLASS.possessive ? 'possessive' : 'none');
  if (tokens[at]!.normal !== tokens[at]!.lemma) put('plural');
  for (let k = start; k < at; k++) {
    if (classes[k] === CLASS.adjective || map.groupAt[k]! >= 0) put('modifier', plain(tokens[k]!.normal));
    if (tokens[k]!.normal === 'no') put('none-of-it');
  }
}

function governorSigns(site: Site): void {
  const { map, at, from, end, own, kind, put } = site;
  let denied = (own?.negated ? 1 : 0) + (site.negativeSubject === '' ? 0 : 1);
  let modals = own && own.modal !== null ? 1 : 0;
  let infinitives = own?.infinitive ? 1 : 0;
  let path = 'path';
  let here = at;
  for (const level of LEVELS) {
    const governor = governorOf(map, here, from, end);
    if (!governor) {
      put('root', level);
      break;
    }
    const { relation } = governor;
    put('relation', level, relation);
    path += `-${relation}`;
    if (level !== 'third') put(path);
    if (level === 'first') put('kind-relation', kind, relation);
    if (governor.joint !== '') {
      const joint = plain(governor.joint);
      put('joint', level, joint);
      put('joint-any', joint);
      put('joint-relation', relation, joint);
    }
    if (governor.at < 0 || governor.at === here) break;
    here = governor.at;
    const group = map.groups[map.groupAt[here]!];
    const negative = group ? negativeBefore(map, here, from) : '';
    const upKind = kindOf(map, here);
    if (level !== 'third') put('governor', level, wordAt(map, here));
    put('governor-kind', level, upKind);
    if (level === 'first') put('kind-governor-kind', kind, upKind, relation);
    governorClassSigns(
      site,
      here,
      level,
      [relation, plain(governor.joint), upKind],
      group?.negated === true || negative !== ''
    );
    if (negative !== '') {
      denied++;
      put('governor-negative', level, negative);
      put('governor-negative-any', relation);
    }
    if (!group) continue;
    if (group.modal !== null) {
      const modal = plain(group.modal);
      modals++;
      put('governor-modal', level, modal);
      put('governor-modal-any', modal);
      if (level === 'first') put('relation-modal', relation, modal);
    }
    if (group.negated) {
      denied++;
      put('governor-not', level);
      put('governor-not-relation', relation);
      put('governor-not-lemma', wordAt(map, here));
    }
    if (group.infinitive) {
      infinitives++;
      put('governor-infinitive', level, relation);
    }
  }
  put('denied', count(denied));
  put('modals', count(modals));
  put('infinitives', count(infinitives));
}

function governorClassSigns(
  site: Site,
  at: number,
  level: string,
  [relation, joint, kind]: readonly [string, string, string],
  denied: boolean
): void {
  const { put } = site;
  const name = classAt(site, at);
  if (name === '') return;
  put('governor-class-any', name);
  put('governor-class', level, name);
  put('governor-class-relation', name, relation);
  put('governor-class-kind', name, kind);
  if (level !== 'first') return;
  put('governor-class-own', name, site.kind);
  put('governor-class', denied ? 'denied' : 'affirmed', name);
  if (joint !== 'mark') put('governor-class-joint', name, joint);
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

function voiceSigns({ reading, map, kind, put }: Site, span: Span): void {
  const { document, segments } = reading;
  const segment = segments[firstEndingAfter(segments, span.start)];
  if (!segment || segment.start >= span.end) return;
  put('voice', segment.voice);
  put('voice-kind', segment.voice, kind);
  put('voice-rule', segment.rule.replace(/^.*\//, ''));
  if (segment.polarity === 'deny') put('holder-denies');
  if (segment.certainty === 'hedged') put('holder-hedges');
  if (segment.quoted) put('quoted');
  if (!segment.cueSpan) return;
  const cue = firstEndingAfter(document.tokens, segment.cueSpan.start);
  if (cue < document.tokens.length) put('cue', wordAt(map, cue));
}
