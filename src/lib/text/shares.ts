/** Shares and parts that are told by two numbers, or by a fraction of one: "one in four", "a quarter of a million". */
import type { Token } from './document';
import { factorAt, numberAt } from './number-words';
import { MEASURES } from './quantity-units';

/** Of more than so many "one in" is told of nothing but years. */
const MOST = 1000;
/** Wholes that more than one of is told by: "nine in ten". */
const ROUND: ReadonlySet<number> = new Set([10, 100, 1000]);

/** "One in four", "nine out of ten", "3 in 100": the share of 1, and where it ends; "5 in 3 days" is none. */
export function ratioAt(tokens: readonly Token[], i: number): { value: number; end: number } | null {
  const part = numberAt(tokens, i);
  if (!part || part.value < 1 || !Number.isInteger(part.value)) return null;
  const [joint, next] = [tokens[part.end]?.normal, tokens[part.end + 1]?.normal];
  const outOf = joint === 'out' && next === 'of';
  if (!outOf && joint !== 'in') return null;
  const whole = numberAt(tokens, part.end + (outOf ? 2 : 1));
  if (!whole || !Number.isInteger(whole.value) || whole.value <= part.value || whole.value > MOST)
    return null;
  if (!outOf && part.value > 1 && !ROUND.has(whole.value)) return null;
  return MEASURES.has(tokens[whole.end]?.lemma ?? '')
    ? null
    : { value: part.value / whole.value, end: whole.end };
}

/** What a fraction that ends at a token is one of: "of a million", "of an hour"; null where it is a share. */
export function partOf(
  tokens: readonly Token[],
  end: number
): { readonly factor: number; readonly unit: string | null; readonly end: number } | null {
  const [of, article, whole] = tokens.slice(end, end + 3);
  if (of?.normal !== 'of' || !/^an?$/u.test(article?.normal ?? '') || !whole) return null;
  const factor = whole.normal.length > 2 ? factorAt(tokens, end + 2) : null;
  if (factor !== null) return { factor, unit: null, end: end + 3 };
  return MEASURES.has(whole.lemma) ? { factor: 1, unit: whole.lemma, end: end + 3 } : null;
}
