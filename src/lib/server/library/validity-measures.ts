/**
 * What the engine's answers are held against: for each public, human-annotated set, the measure, what simple
 * methods reach on it (the floor), what has been published, and the goal. Figures only; no text of the sets
 * is part of the project. One table, read as a whole beside the scorer's output, hence one file.
 */
import type { Benchmark } from './validity';

type Reference = Benchmark['floor'][number];

/** One measure on one set. */
export interface Measure extends Pick<
  Benchmark,
  'task' | 'validates' | 'data' | 'measure' | 'gold' | 'of' | 'goal' | 'note'
> {
  /** Name of the measure in the scorer's output. */
  readonly key: string;
  /** How its interval follows from score and n; null where it needs more than the two. */
  readonly interval: 'correlation' | 'share' | null;
  /** Name of the count in the scorer's output, where the score is not over rows. */
  readonly count?: string;
  readonly floor: readonly Reference[];
  readonly published: readonly Reference[];
  /** Weights that ship were fitted on these very rows: the score on them says too much. */
  readonly fitted?: boolean;
}

/** A reference on the measure's own scale. */
const at = (label: string, value: number): Reference => ({ label, value, sameScale: true });

/** In the order in which pages show them. */
export const MEASURES: readonly Measure[] = [
  {
    task: 'attribution-polnear',
    key: 'contentMacroF1',
    validates: ['voice', 'attribution'],
    data: 'News articles with every attribution marked (PolNeAR)',
    measure: 'macro-F1 of words',
    gold: 'people’s marking of which words are somebody else’s',
    of: 'articles',
    interval: null,
    floor: [at('cue words', 0.69), at('everything attributed', 0.34)],
    published: [{ label: 'agreement of people, α', value: 0.754, sameScale: false }],
    goal: 0.79,
    note: null
  },
  {
    task: 'attribution-polnear',
    key: 'sentenceMacroF1',
    validates: ['voice', 'attribution'],
    data: 'News articles with every attribution marked (PolNeAR)',
    measure: 'macro-F1 of sentences',
    gold: 'people’s marking of which sentences hold somebody else’s words',
    of: 'articles',
    interval: null,
    floor: [at('cue words', 0.72), at('everything attributed', 0.41)],
    published: [{ label: 'agreement of people, α', value: 0.754, sameScale: false }],
    goal: 0.82,
    note: null
  },
  {
    task: 'sentiment-nyt',
    key: 'pearson',
    validates: ['sentiment'],
    data: 'Sentences of NYT editorials, each rated by 20 people',
    measure: 'Pearson r',
    gold: 'people’s ratings',
    of: 'sentences',
    interval: 'correlation',
    floor: [at('VADER in JavaScript', 0.492), at('wink', 0.442)],
    published: [at('one person with the rest', 0.745), at('VADER', 0.492), at('Hu-Liu word list', 0.487)],
    goal: 0.56,
    note: null,
    fitted: true
  },
  {
    task: 'target-sentiment',
    key: 'macroF1',
    validates: ['actors'],
    data: 'News sentences with the tone towards one named person or body',
    measure: 'macro-F1',
    gold: 'people’s labels (negative, neutral, positive)',
    of: 'mentions',
    interval: null,
    floor: [at('floor', 0.517)],
    published: [at('neural model', 0.831)],
    goal: 0.63,
    note: 'Weights were fitted on the training part of this set; these rows had no part in it.'
  },
  {
    task: 'loaded-babe',
    key: 'macroF1',
    validates: ['loaded-language'],
    data: 'News sentences that experts called biased or not (BABE)',
    measure: 'macro-F1 of sentences',
    gold: 'experts’ labels of biased sentences',
    of: 'sentences',
    interval: null,
    floor: [at('best academic word list', 0.608)],
    published: [at('neural model', 0.804), at('features', 0.569)],
    goal: 0.65,
    note: 'Nothing was fitted on this set, but errors on these rows were read while the list was made.'
  },
  {
    task: 'loaded-babe',
    key: 'wordF1',
    validates: ['loaded-language'],
    data: 'News sentences whose biased words experts marked (BABE)',
    measure: 'F1 of words',
    gold: 'experts’ marking of biased words',
    of: 'sentences',
    interval: null,
    floor: [at('best academic word list', 0.263)],
    published: [at('word list fitted on the set', 0.348)],
    goal: 0.33,
    note: 'Nothing was fitted on this set, but errors on these rows were read while the list was made.'
  },
  {
    task: 'news-triples-basil',
    key: 'pairOrder',
    validates: ['loaded-language'],
    data: 'Three reports of one event, their biased wording marked (BASIL)',
    measure: 'share of pairs in the same order',
    gold: 'the order of reports by how much biased wording people marked',
    of: 'pairs of reports',
    interval: 'share',
    count: 'pairs',
    floor: [at('floor', 0.54)],
    published: [],
    goal: null,
    note: 'Word counts hardly rank outlets as people do: .50 would be chance.'
  },
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
  },
  {
    task: 'same-event-ecb',
    key: 'aucNear',
    validates: ['across'],
    data: 'Pairs of news sentences that tell of the same event, or of one much like it (ECB)',
    measure: 'AUC of near pairs',
    gold: 'people’s marking of the same event',
    of: 'pairs, near and far',
    interval: null,
    floor: [at('TF-IDF', 0.762)],
    published: [],
    goal: 0.72,
    note: 'The goal is for the half of the set that is kept apart, where TF-IDF reaches .637. Held out a topic at a time.',
    fitted: true
  },
  {
    task: 'same-event-ecb',
    key: 'auc',
    validates: ['across'],
    data: 'Pairs of news sentences that tell of the same event, or do not (ECB)',
    measure: 'AUC',
    gold: 'people’s marking of the same event',
    of: 'pairs',
    interval: null,
    floor: [at('TF-IDF', 0.743)],
    published: [],
    goal: 0.8,
    note: 'Held out a topic at a time.',
    fitted: true
  },
  {
    task: 'similarity-news',
    key: 'pearson',
    validates: ['across'],
    data: 'Pairs of news sentences, rated by how alike their meaning is',
    measure: 'mean Pearson r of sets',
    gold: 'people’s ratings',
    of: 'pairs',
    interval: null,
    floor: [at('floor', 0.685)],
    published: [at('TF-IDF, headlines of 2015', 0.726), at('winner, headlines of 2015', 0.825)],
    goal: 0.77,
    note: 'The published figures are for one of the sets alone. Pairs of these sets were left out of the fit.'
  },
  {
    task: 'similarity-stsb',
    key: 'spearman',
    validates: ['across'],
    data: 'Pairs of sentences, rated by how alike their meaning is (STS-B)',
    measure: 'Spearman rank correlation',
    gold: 'people’s ratings',
    of: 'pairs',
    interval: 'correlation',
    floor: [at('floor', 0.72)],
    published: [],
    goal: 0.78,
    note: null
  },
  {
    task: 'paraphrase-mrpc',
    key: 'accuracy',
    validates: ['across'],
    data: 'Pairs of news sentences that say the same or do not (MRPC)',
    measure: 'share judged as people do',
    gold: 'people’s labels (the same, not the same)',
    of: 'pairs',
    interval: 'share',
    floor: [at('floor', 0.728)],
    published: [at('TF-IDF', 0.696), at('Ji & Eisenstein', 0.804)],
    goal: 0.75,
    note: 'Thirty-three weights were fitted on most of these and on other pairs.'
  },
  {
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
  }
];
