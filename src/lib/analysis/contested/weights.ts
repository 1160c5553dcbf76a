/** Weights and thresholds of mention finding, in one place. Set by reading gold of three stories. */
export const CONTESTED = {
  /** Least score of a mention when the claim has cues. */
  withCues: 0.44,
  /** Least score when there is only the claim's own sentence. */
  withoutCues: 0.45,
  /** Least share of a claim that a headline must meet. */
  headline: 0.25,
  /** Least score, from its own words alone, of a second mention in the same sentence. */
  second: 0.55,
  /** What a clause's own agreement adds when the clauses of a sentence are weighed against each other. */
  ownWords: 0.3,
  /** The same for a clause that holds the claim's main word. */
  ownRoot: 0.2,
  /** Share of the cue groups in the score; the rest is agreement with the claim's own words. */
  cueShare: 0.25,
  /** A word of the same concept, not the same word. */
  concept: 0.8,
  /**
   * A word that is used like a word of the claim: from and to which likeness (cosine of word vectors) the quality
   * rises, what it starts with and the most it can be.
   */
  likeness: { from: 0.62, to: 0.85, floor: 0.3, most: 0.6 },
  /** A cue that stands for a word of the claim. */
  cue: 0.85,
  /** Weight of a second verb, when the root is met: "contain and weaken". */
  secondVerb: 0.3,
  /** The opposite of the claim's main word. */
  opposite: 0.7,
  /** "missile defence systems" for "a defensive alliance": the word is there, but says it of something else. */
  otherHead: 0.3,
  /** Agreement found in the sentence, but outside the clause. */
  sentence: 0.75,
  /** Agreement found in the sentence before, and the same when a pronoun points back. */
  before: 0.25,
  beforePointed: 0.45,
  /** Met by the opening of the text, for a clause that leaves it to the text what it speaks of. */
  occasion: 0.5,
  /** What a clause that points back ("this promise") keeps of the score it points to. */
  inherited: 0.9,
  /** Another year, another promise, roles exchanged. */
  otherYear: 0.6,
  otherContent: 0.7,
  exchanged: 0.3,
  /** "Before the deadline" for "after the deadline". */
  otherSide: 0.3,
  /** The deed is somebody else's. */
  otherAgent: 0.6,
  /** Without cues: a word of the claim counts as met from here on, and so many of its telling words must be. */
  met: 0.4,
  tellingWords: 2,
  /** What is left of a score that rests on less. */
  tooLittle: 0.6,
  /** The same where nobody is named who could have done what the claim says that somebody did. */
  nobodysDoing: 0.4
} as const;
