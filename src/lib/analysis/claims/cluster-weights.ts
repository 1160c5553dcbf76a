/** Weights and thresholds by which statements are matched, grouped and held against each other, in one place. */
export const CLUSTERS = {
  /** A word of the same concept, not the same word. */
  concept: 0.8,
  /** A word so common that it hardly says which claim is made. */
  light: 0.35,
  /** A word of the same sentence, outside the stretch that is matched. */
  context: 0.4,
  /** The actor a pronoun most likely stands for. */
  resolved: 0.7,
  /** Fewest different words, names and numbers in a stretch that can be matched. */
  leastKeys: 3,
  /** The same in a clause of time that names no actor and no figure. */
  leastUnnamedKeys: 5,
  /** A fragment is joined to its neighbour up to so many words, names and numbers. */
  longestJoined: 10,
  /** Least `checkable` of a statement that can be matched. */
  leastCheckable: 0.02,
  /** Added when an actor, a telling word and a year coincide. */
  sameEvent: 0.15,
  /** Taken off when both name years, or actors, and share none. */
  otherYear: 0.12,
  otherActors: 0.15,
  /** Taken off when none, one or both of two statements tell a main deed that the other does not name. */
  otherDeed: [0, 0.04, 0.12],
  /** Share of all but the actors that is in common when a deed told of others is still the same. */
  allElse: 0.6,
  /** Taken off when one tells what happens, the other what it is taken for. */
  otherKind: 0.2,
  /** Added when the main deed is the same, and more besides. */
  mainDeed: 0.03,
  /** Added when the same is done to the same. */
  sameRoles: 0.1,
  /** Taken off when the same is done to something else. */
  otherObject: 0.12,
  /** Taken off when the same thing is counted otherwise at another time. */
  otherOccasion: 0.25,
  /** Taken off when one tells of a plan or a possibility, the other of a fact. */
  otherMood: 0.06,
  /** Added for each term of two words in common, up to so many. */
  run: 0.05,
  mostRuns: 3,
  /** How much a year weighs against a statement without one. */
  loneYear: 0.3,
  /** Two statements make the same claim from here on. */
  match: 0.55,
  /** The same when they have only one telling word in common. */
  matchOnOneWord: 0.65,
  /** The same when that word and the measure of a figure are all that both give. */
  matchOnOneMeasure: 0.8,
  /** Words in common that are one term when they stand side by side. */
  longestTerm: 3,
  /** The same when they have many, and somebody in common. */
  matchOnMany: 0.485,
  /** Pairs of at least this score are asked about again where they fall short. */
  askedAgain: 0.35,
  /** Chance that two texts tell the same event, by the scorer of texts, and that times their closeness in meaning. */
  surelySame: 0.75,
  surelyClose: 0.5,
  /** Statements of two clusters agree this well on average before the clusters join. */
  join: 0.45,
  /** The same where they contradict each other, so that what else they tell may differ, too. */
  joinOpposed: 0.3,
  /** Pairs from here on are kept, to tell how much would be shared if matching were looser. */
  looselyMatched: 0.385,
  /** Related, if not the same: from here on. */
  related: 0.3,
  /** Less than that is the same topic at most. */
  sameTopic: 0.15,
  /** Members of a cluster that a newcomer is compared with. */
  comparedMembers: 6,
  /** Stretches of two clusters that are held against each other for denials. */
  comparedUnits: 16,
  /** Share of its own words that a document's statement needs in common, numbers aside, to call figures clashing. */
  sameReferent: 0.55,
  /** The lesser share of two statements that deny each other, where the greater is `sameDeed`. */
  denied: 0.5,
  /** Mean share of two statements with opposite outcomes and three telling words in common. */
  sameStory: 0.5,
  /** The same of both statements, to call them denials of each other or set on other days. */
  sameDeed: 0.65,
  /** The greater share of two statements that tell the same deed at length and in short. */
  sameInShort: 0.75,
  /** The lesser share of two that tell at what time, or for how long, the same is done. */
  toldInShort: 0.4,
  /** The same where the short one tells nothing else. */
  wholly: 0.95,
  /** The same where hardly anything but the date differs. */
  sameWords: 0.85
} as const;
