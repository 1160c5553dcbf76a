import { alignWords, type Alignment } from './align-words';
import { pairFeatures, type PairSide } from './pair-features';
import type { PairWord, WordClass } from './pair-word';
import { closenessFrom, sameFrom } from './score-texts';

/** How far two stretches of text match. Of one topic is the least that is said. */
export type SideGrade = 'same-claim' | 'related' | 'same-topic';

/** Probability that two stretches tell of the same event, and closeness in meaning, each 0 to 1. */
export interface SidesScore {
  readonly same: number;
  readonly closeness: number;
}

/** Why two stretches match as far as they do. */
export interface SideMatch extends SidesScore {
  readonly grade: SideGrade;
  /** What decided, in words for a reader: what both have, then what sets them apart. */
  readonly because: readonly string[];
}

/**
 * Where the grades part: least probability of the same event, and least closeness. Of news pairs from 0.7 on, at
 * least three in four tell of one event; of those under 0.4, one in five. Closeness keeps apart what tells of one
 * event but says something else of it, and what has but a rare name in common.
 */
export const GRADES = {
  sameClaim: { same: 0.7, closeness: 0.5 },
  related: { same: 0.4, closeness: 0.25 }
} as const;

/** The grade of a pair with these scores. */
export function gradeOfSides({ same, closeness }: SidesScore): SideGrade {
  const reaches = (least: SidesScore): boolean => same >= least.same && closeness >= least.closeness;
  if (reaches(GRADES.sameClaim)) return 'same-claim';
  return reaches(GRADES.related) ? 'related' : 'same-topic';
}

/** Words given for one reason. */
const MOST_WORDS = 5;
/** Words that meet less well than this are not shown as partners. */
const LEAST_SHOWN = 0.4;

interface Partners {
  readonly here: PairWord;
  readonly there: PairWord;
}

function partnersOf(a: PairSide, b: PairSide, { met, partner }: Alignment): Partners[] {
  return a.words
    .flatMap((here, i) => (met[i]! >= LEAST_SHOWN ? [{ here, there: b.words[partner[i]!]! }] : []))
    .sort((x, y) => y.here.weight - x.here.weight || (x.here.key < y.here.key ? -1 : 1));
}

function shown({ here, there }: Partners): string {
  return here.text.toLowerCase() === there.text.toLowerCase() ? here.text : `${here.text} / ${there.text}`;
}

/** "Other days: Monday and Friday": what each side has of a kind when they share none of it. */
function apart(a: PairSide, b: PairSide, kind: WordClass): string {
  return [a, b]
    .map(({ words }) => words.filter((word) => word.kind === kind).map(({ text }) => text))
    .map((words) => words.slice(0, MOST_WORDS).join(', '))
    .join(' and ');
}

function actorsApart(a: PairSide, b: PairSide): string {
  return [a, b]
    .map(({ words }) => words.filter(({ actor }) => actor !== '').map(({ text }) => text))
    .map((words) => words.slice(0, MOST_WORDS).join(' '))
    .join(' and ');
}

/** Compares two stretches of text and says what decided. For what a reader looks at; `scoreSides` is quicker. */
export function explainSides(a: PairSide, b: PairSide): SideMatch {
  const features = pairFeatures(a, b);
  const [same, closeness] = [sameFrom(features), closenessFrom(features)];
  const because: string[] = [];
  const partners = partnersOf(a, b, alignWords(a, b));
  const list = (name: string, kinds: readonly WordClass[]): void => {
    const words = partners.filter(({ here }) => kinds.includes(here.kind)).slice(0, MOST_WORDS);
    if (words.length > 0) because.push(`${name}: ${words.map(shown).join(', ')}`);
  };
  list('names in both', ['name']);
  list('what happens in both', ['verb']);
  list('words in both', ['noun', 'other']);
  list('figures in both', ['number']);
  list('days in both', ['day']);
  if (features.otherNumbers === 1) because.push(`other figures: ${apart(a, b, 'number')}`);
  if (features.otherDays === 1) because.push(`other days: ${apart(a, b, 'day')}`);
  if (features.otherActors === 1) because.push(`other actors: ${actorsApart(a, b)}`);
  if (features.opposites === 1) because.push('their words stand opposed');
  if (features.oneNegated === 1) because.push('one of them denies something');
  return { same, closeness, grade: gradeOfSides({ same, closeness }), because };
}
