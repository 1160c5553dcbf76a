/** Public sets that whose words a text has, its tone and its loaded words are held against. */
import { at, type Measure } from './validity-measure';

/** In the order in which pages show them. */
export const WORDING: readonly Measure[] = [
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
  }
];
