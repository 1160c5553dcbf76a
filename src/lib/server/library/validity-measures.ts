/**
 * What the engine's answers are held against: for each public, human-annotated set, the measure, what simple
 * methods reach on it (the floor), what has been published, and the goal. Figures only; no text of the sets
 * is part of the project.
 */
import { PAIRS } from './measures-of-pairs';
import { STATEMENTS } from './measures-of-statements';
import { WORDING } from './measures-of-wording';
import { at, type Measure } from './validity-measure';

/** What the reading of web pages is held against. */
const IMPORT: Measure = {
  task: 'article-extraction',
  key: 'f1',
  validates: ['import'],
  data: 'Web pages whose article people cut out',
  measure: 'mean F1 of runs of four words',
  gold: 'the article as people cut it out',
  of: 'pages',
  interval: null,
  floor: [at('floor', 0.957)],
  published: [at('readability_js', 0.947), at('trafilatura', 0.958), at('rs_trafilatura', 0.97)],
  goal: 0.968,
  note: null
};

/** In the order in which pages show them. */
export const MEASURES: readonly Measure[] = [...WORDING, ...STATEMENTS, ...PAIRS, IMPORT];
