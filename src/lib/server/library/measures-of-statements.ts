/** Public sets that what a text states, and how sure it is of it, are held against. */
import { at, type Measure } from './validity-measure';

/** In the order in which pages show them. */
export const STATEMENTS: readonly Measure[] = [
  {
    task: 'checkworthy-claimbuster',
    key: 'f1',
    validates: ['checkable'],
    data: 'Sentences labelled as worth checking or not (ClaimBuster)',
    measure: 'F1',
    gold: 'people’s labels of what is worth checking',
    of: 'sentences',
    interval: null,
    floor: [at('digit rule', 0.563), at('linear model', 0.808)],
    published: [],
    goal: 0.83,
    note: null,
    fitted: true
  },
  {
    task: 'subjectivity',
    key: 'macroF1',
    validates: ['subjectivity'],
    data: 'Sentences labelled as subjective or objective',
    measure: 'macro-F1',
    gold: 'people’s labels (subjective, objective)',
    of: 'sentences',
    interval: null,
    floor: [at('floor', 0.585)],
    published: [at('winner', 0.81)],
    goal: 0.66,
    note: null
  },
  {
    task: 'factuality-uw',
    key: 'pearson',
    validates: ['stance'],
    data: 'Events in news sentences, rated by how sure the author is that they happened (UW)',
    measure: 'Pearson r',
    gold: 'people’s ratings',
    of: 'events',
    interval: 'correlation',
    floor: [at('floor', 0.617)],
    published: [],
    goal: 0.71,
    note: null,
    fitted: true
  },
  {
    task: 'factuality-uw',
    key: 'macroF1',
    validates: ['stance'],
    data: 'Events in news sentences, rated by how sure the author is that they happened (UW)',
    measure: 'macro-F1 of asserted, unsure, denied',
    gold: 'people’s ratings in three bands',
    of: 'events',
    interval: null,
    floor: [at('floor', 0.632)],
    published: [],
    goal: 0.68,
    note: null,
    fitted: true
  },
  {
    task: 'stance-emergent',
    key: 'macroF1',
    validates: ['stance'],
    data: 'Headlines that are for, against or only report a rumour (Emergent)',
    measure: 'macro-F1',
    gold: 'people’s labels (for, against, observing)',
    of: 'headlines',
    interval: null,
    floor: [at('cue words (regular expressions)', 0.731)],
    published: [at('authors’ logistic regression', 0.723)],
    goal: 0.79,
    note: null
  }
];
