/** Labelled news sentences as what `fit target` learns from: words in their places, and the sentence's form. */
import { readTargetFeatures, type TargetFeatures } from '$lib/analysis/compare/target-features';
import { tokensAt } from '$lib/analysis/compare/target-place';
import { ZONES } from '$lib/analysis/compare/target-roles';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';
import type { Span } from '$lib/text/document';
import { LEFT_OUT } from './target-left-out';
import type { ToneClass } from './tone-classes';

/** A row of the data: a sentence, the target in it, and its tone. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly target: Span;
  readonly label: ToneClass;
}

/** Words in their places, as the lists name them ("deed-win"), and the facts of `SHAPE`. */
export interface Example {
  readonly article: string;
  readonly label: ToneClass;
  readonly words: readonly string[];
  readonly shape: ArrayLike<number>;
}

/** Lists of names, some of which are common words in small letters too. */
const NAMES = new Set(
  [
    'countries',
    'countries-demonyms',
    'capitals',
    'organisations',
    'organisations-aliases',
    'bare-names'
  ].flatMap((list) =>
    knowledge.lexicons[list]!.entries.flatMap(({ patterns }) =>
      patterns.flatMap(([term, ...more]) => (more.length === 0 ? term!.words : []))
    )
  )
);

/** What a list can hold: plain words, that do not say who is meant. */
const canBeListed = (word: string): boolean =>
  /^[a-z]+(?:[-'][a-z]+)*$/.test(word) && !LEFT_OUT.has(word) && !NAMES.has(word);

function wordsOf(features: TargetFeatures): string[] {
  return [...features.words].flatMap(([word, zones]) =>
    canBeListed(word) ? ZONES.flatMap((zone, bit) => (zones & (1 << bit) ? [`${zone}-${word}`] : [])) : []
  );
}

/** What a row teaches; nothing where its target cannot be found. */
export function exampleOf({ id, text, target, label }: Row): Example[] {
  const reading = readText(text, knowledge);
  const tokens = tokensAt(reading.document, target);
  const features = tokens && readTargetFeatures(reading, tokens, knowledge);
  if (!features) return [];
  // "allsides_ARTICLE_…", "polusa_v1_ARTICLE_…".
  const article = id.split('_').slice(0, 3).join('_');
  return [{ article, label, words: wordsOf(features), shape: features.shape }];
}
