/** One event and what the signs of commitment read about the words around it. */
import { lowerBound } from '../lower-bound';
import type { Span } from '$lib/text/document';
import { isNominal, type ClauseMap, type VerbGroup } from './clauses';
import type { Negatives } from './commitment-negatives';
import { FORM } from './verb-forms';
import { CLASS } from './word-classes';

/** What is read about one event: handed from step to step. */
export interface Site {
  /** What a word does to an event that hangs on it, by word: the list `commitment-predicates`. */
  readonly predicates: ReadonlyMap<string, string>;
  readonly negatives: Negatives;
  readonly map: ClauseMap;
  readonly at: number;
  readonly from: number;
  readonly end: number;
  readonly own: VerbGroup | undefined;
  readonly kind: string;
  readonly negativeSubject: string;
  /** "no plans": a noun with "no" before it. */
  readonly none: boolean;
  readonly put: (...parts: readonly string[]) => void;
}

/** First index of a list sorted by place whose item ends after `offset`. */
export function firstEndingAfter(items: readonly Span[], offset: number): number {
  return lowerBound(items, offset + 1, ({ end }) => end);
}

function shapeOf({ finite, modal, form }: VerbGroup): string {
  const is = (bit: number): boolean => (form & bit) !== 0;
  if (!finite) return is(FORM.ing) ? 'gerund' : is(FORM.participle) ? 'participle' : 'bare';
  if (modal !== null) return 'modal';
  if (is(FORM.past)) return 'past';
  return is(FORM.ing) ? 'progressive' : is(FORM.third) ? 'third' : 'base';
}

export function kindOf(map: ClauseMap, at: number): string {
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

export function plain(word: string): string {
  if (word.length > MAX_WORD) return 'long-word';
  if (PLAIN.test(word)) return word;
  const letters = word.replace(/[^a-z]+/g, '');
  return letters === '' ? 'mark' : letters;
}

export function wordAt({ tokens, classes }: ClauseMap, at: number): string {
  const code = classes[at]!;
  if (code === CLASS.name) return 'any-name';
  return code === CLASS.number ? 'any-number' : plain(tokens[at]!.lemma);
}

export function classAt({ predicates, map }: Site, at: number): string {
  const { normal, lemma } = map.tokens[at]!;
  return predicates.get(normal) ?? predicates.get(lemma) ?? '';
}
