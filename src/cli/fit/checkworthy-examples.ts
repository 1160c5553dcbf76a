/** Sentences as the check-worthiness model sees them, read by the very code that ships. */
import { TermReader } from '$lib/analysis/claims/check-worthiness-terms';
import type { Token } from '$lib/text/document';

/** A sentence, read once. */
export interface Example {
  readonly tokens: readonly Token[];
  readonly words: readonly (readonly [word: string, lemma: string])[];
  readonly pairs: readonly string[];
  readonly gaps: readonly string[];
  readonly signs: Uint8Array;
}

const spelled: string[] = [];
const numbers = new Map<string, number>();
const reader = new TermReader((word) => {
  const number = numbers.get(word) ?? spelled.push(word) - 1;
  numbers.set(word, number);
  return number;
});

export function readExample(tokens: readonly Token[]): Example {
  const words: (readonly [string, string])[] = [];
  const pairs: string[] = [];
  const gaps: string[] = [];
  // A pair is written with a hyphen, so a word that has one joins none.
  const join = (into: string[], first: number, second: number): void => {
    const [a, b] = [spelled[first]!, spelled[second]!];
    if (!a.includes('-') && !b.includes('-')) into.push(`${a}-${b}`);
  };
  const signs = reader.read(
    tokens,
    { firstToken: 0, tokenEnd: tokens.length },
    {
      word: (word, lemma) => words.push([spelled[word]!, spelled[lemma]!]),
      pair: (a, b) => join(pairs, a, b),
      gap: (a, b) => join(gaps, a, b)
    }
  );
  return { tokens, words, pairs, gaps, signs: signs.slice() };
}

/** Words that mostly stand in capitals inside a sentence: names, wherever else they stand. */
export function namesIn(examples: readonly Example[]): Set<string> {
  const capitals = new Map<string, number>();
  for (const { tokens } of examples) {
    tokens.forEach(({ text, normal }, index) => {
      if (index === 0 || normal === 'i') return;
      capitals.set(normal, (capitals.get(normal) ?? 0) + (/^[A-Z]/.test(text) ? 1 : -1));
    });
  }
  return new Set([...capitals].filter(([, count]) => count > 0).map(([word]) => word));
}
