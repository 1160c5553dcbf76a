/**
 * Sentences that the rules read wrongly, written for the Methods page. A test holds each against the engine:
 * when a rule is mended, its example has to go.
 */

export interface Mistake {
  /** The metric that errs. */
  readonly metric: string;
  readonly label: string;
  /** The sentence, in three parts: the words in question are the middle one. */
  readonly sentence: readonly [before: string, words: string, after: string];
  /** `flagged`: the words are counted though they should not be; `missed`: they are not, though they should be. */
  readonly kind: 'flagged' | 'missed';
  /** What it takes the words for, and what a reader would. */
  readonly why: string;
}

export const MISTAKES: readonly Mistake[] = [
  {
    metric: 'sentiment',
    label: 'Sentiment',
    sentence: ['What a ', 'wonderful', ' success: the new roof lasted four days.'],
    kind: 'flagged',
    why: 'Irony is not seen: mockery counts as praise.'
  },
  {
    metric: 'loaded-language',
    label: 'Loaded language',
    sentence: ['The doctor changed the ', 'regime', ' of tablets and the patient slept.'],
    kind: 'flagged',
    why: 'Here the word means a plan of treatment; it counts as a hostile name for a government.'
  },
  {
    metric: 'hedging',
    label: 'Hedging',
    sentence: ['The band closed the night with “', 'Perhaps', '”, its oldest song.'],
    kind: 'flagged',
    why: 'The name of a song counts as doubt.'
  },
  {
    metric: 'boosters',
    label: 'Boosters',
    sentence: ['She ', 'always', ' walks to work.'],
    kind: 'flagged',
    why: 'A plain report of a habit counts as insisting.'
  },
  {
    metric: 'attribution',
    label: 'Attribution',
    sentence: ['The mayor claimed ', 'her bag at the desk.', ''],
    kind: 'flagged',
    why: 'She fetched a bag; “claimed” is read as a verb of saying, and the bag as her words.'
  },
  {
    metric: 'attribution',
    label: 'Attribution',
    sentence: [
      'The minister was angry. ',
      'The road would never be built',
      ', and the town would have to live with it.'
    ],
    kind: 'missed',
    why: 'The second sentence tells what the minister said or thought; without a verb of saying it counts as the author’s own.'
  },
  {
    metric: 'reader-address',
    label: 'Reader address',
    sentence: ['', 'We', ' in the choir sing on Mondays.'],
    kind: 'flagged',
    why: 'This “we” is a group that the reader is no part of.'
  },
  {
    metric: 'subjectivity',
    label: 'Subjective sentences',
    sentence: ['', 'You can see the hills from the tower.', ''],
    kind: 'flagged',
    why: 'A plain fact that everybody can check counts as a judgement.'
  },
  {
    metric: 'sources-cited',
    label: 'Sources cited',
    sentence: ['', 'The study of birds', ' says a lot about the wind.'],
    kind: 'flagged',
    why: 'A field of work counts as a written source.'
  }
];

/** Two texts that say the same, or the contrary, in other words; what the comparison makes of them. */
export interface MissedPair {
  readonly a: string;
  readonly b: string;
  readonly why: string;
}

export const MISSED_PAIRS: readonly MissedPair[] = [
  {
    a: 'The factory shut its gates for good in 2019.',
    b: 'That year the last car left the assembly line.',
    why: 'The same claim in other words: it counts as two claims, each left out by the other text.'
  },
  {
    a: 'Dozens of passengers were hurt when the ferry ran aground.',
    b: 'Two people were injured as the boat hit the rocks.',
    why: 'The accounts clash, but too few words are the same for the clash to be seen.'
  }
];
