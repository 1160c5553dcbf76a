/** What each kind of sign adds to the subjectivity of a sentence. Set by hand, in steps of a tenth; nothing is fitted. */
export const SUBJECTIVE_WEIGHTS = {
  question: 0.3,
  exclamation: 0.8,
  /** Times the size of the tone, 0 to 1, whatever its direction. */
  tone: 0.8,
  /** For each figure, two at most. */
  figure: -0.3,
  /** Speaks in general: a verb in the present or of what could be, no past deed, no name and no figure. */
  general: 0.4,
  /** Tells what somebody named did. */
  narrative: -0.3,
  /** Opens as a comment or a step in an argument does. */
  opening: 0.3,
  /** Says what could, would or will be, which nobody has seen. */
  outlook: 0.2,
  /** Denies what somebody might think. */
  denial: 0.2,
  /** Words of a usual sentence; a longer one needs more signs. */
  usualWords: 20
} as const;

/** From this score on a stretch of words counts as subjective: one word of opinion with a second sign is enough, one charged word is not. */
export const SUBJECTIVE = 1;

/** Word lists whose hits are signs, with what one hit adds times the entry's own weight. */
export const SENTENCE_LISTS: readonly (readonly [list: string, weight: number])[] = [
  ['subjectivity', 1],
  ['loaded-language', 0.6],
  ['boosters', 0.4]
];

/** Categories of the list `subjectivity` of which one hit in a sentence says as much as several. */
export const ONCE: ReadonlySet<string> = new Set(['person', 'informal']);
