/** How much a stretch of a sentence holds: what decides whether it can be matched on its own. */
import type { Token, TokenRange } from '$lib/text/document';

/** A statement is compared by so many of its first tokens. */
export const LONGEST_STATEMENT = 200;

/** The keys of a stretch, each once. */
export function distinctKeys(keys: readonly string[], { firstToken, tokenEnd }: TokenRange): Set<string> {
  const found = new Set<string>();
  for (let i = firstToken; i < tokenEnd; i++) if (keys[i] !== '') found.add(keys[i]!);
  return found;
}

/** How many there are. */
export const sizeOf = (keys: readonly string[], range: TokenRange): number => distinctKeys(keys, range).size;

/** Whether nothing but words stands between two stretches. */
export function unbroken(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!tokens[i]!.word) return false;
  return true;
}

/** A word behind a hyphen is part of a name or a term, whatever it looks like: "Ji-woo", "state-run". */
export function isVerb(tokens: readonly Token[], at: number): boolean {
  const { pos } = tokens[at]!;
  return pos === 'AUX' || (pos === 'VERB' && tokens[at - 1]?.text !== '-');
}
