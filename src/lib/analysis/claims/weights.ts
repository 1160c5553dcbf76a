/** How much words count that are not simply the same, in one place. Set by reading matches on five stories. */
export const CLAIMS = {
  /** A word of the same concept, not the same word. */
  concept: 0.8,
  /** A word so common that it hardly says which claim is made; where no frequencies are known. */
  light: 0.35
} as const;
