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
  leastCheckable: 0.25,
  /** Added when an actor, a telling word and a year coincide. */
  sameEvent: 0.15,
  /** Taken off when both name years, or actors, and share none. */
  otherYear: 0.12,
  otherActors: 0.15,
  /** Two statements make the same claim from here on. */
  match: 0.55,
  /** The same when they have only one telling word in common. */
  matchOnOneWord: 0.65,
  /** The same when they have many, and somebody in common. */
  matchOnMany: 0.485,
  /** Statements of two clusters agree this well on average before the clusters join. */
  join: 0.45,
  /** Pairs from here on are kept, to tell how much would be shared if matching were looser. */
  looselyMatched: 0.385,
  /** Related, if not the same: from here on. */
  related: 0.3,
  /** Less than that is the same topic at most. */
  sameTopic: 0.15,
  /** Members of a cluster that a newcomer is compared with. */
  comparedMembers: 6,
  /** Share of its own words that a document's statement needs in common, numbers aside, to call figures clashing. */
  sameReferent: 0.55,
  /** The same of both statements, to call them denials of each other or set on other days. */
  sameDeed: 0.65,
  /** The same where hardly anything but the date differs. */
  sameWords: 0.85
} as const;
