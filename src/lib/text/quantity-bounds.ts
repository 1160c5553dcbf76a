/** Words beside a number that say how exact it is: "about 50", "no more than 50", "50 or so". */
import type { Token } from './document';

/** How exactly it is said: "about 50", "at least 50", "up to 50"; null for a plain figure. */
export type Bound = 'about' | 'at-least' | 'at-most' | null;

const BOUNDS: readonly (readonly [readonly string[], Exclude<Bound, null>])[] = [
  [['no', 'more', 'than'], 'at-most'],
  [['no', 'fewer', 'than'], 'at-least'],
  [['no', 'less', 'than'], 'at-least'],
  [['not', 'more', 'than'], 'at-most'],
  [['not', 'fewer', 'than'], 'at-least'],
  [['not', 'less', 'than'], 'at-least'],
  [['as', 'many', 'as'], 'at-most'],
  [['as', 'much', 'as'], 'at-most'],
  [['as', 'few', 'as'], 'at-least'],
  [['more', 'than'], 'at-least'],
  [['less', 'than'], 'at-most'],
  [['fewer', 'than'], 'at-most'],
  [['at', 'least'], 'at-least'],
  [['at', 'most'], 'at-most'],
  [['up', 'to'], 'at-most'],
  [['close', 'to'], 'about'],
  [['upwards', 'of'], 'at-least'],
  [['an', 'estimated'], 'about'],
  [['over'], 'at-least'],
  [['above'], 'at-least'],
  [['exceeding'], 'at-least'],
  [['under'], 'at-most'],
  [['below'], 'at-most'],
  [['about'], 'about'],
  [['around'], 'about'],
  [['approximately'], 'about'],
  [['roughly'], 'about'],
  [['nearly'], 'about'],
  [['almost'], 'about'],
  [['some'], 'about'],
  [['circa'], 'about'],
  [['approx.'], 'about'],
  [['estimated'], 'about'],
  [['~'], 'about']
];

/** "talking about two players" is no estimate. */
function isTopic(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 2];
  const spelled = !/^\d/.test(tokens[i]!.text);
  return tokens[i - 1]!.normal === 'about' && spelled && (before?.pos === 'VERB' || before?.pos === 'NOUN');
}

function findBound(tokens: readonly Token[], i: number): (typeof BOUNDS)[number] | undefined {
  return BOUNDS.find(
    ([words]) => i >= words.length && words.every((word, k) => tokens[i - words.length + k]!.normal === word)
  );
}

/** What the words before a number say of it. */
export function boundBefore(tokens: readonly Token[], i: number): Bound {
  const found = findBound(tokens, i);
  return !found || (found[1] === 'about' && isTopic(tokens, i)) ? null : found[1];
}

/** Where a number begins with the words that bound it: "at least | 50", "between | 30 and 50". */
export function boundStart(tokens: readonly Token[], i: number): number {
  const found = findBound(tokens, i);
  if (found) return isTopic(tokens, i) ? i : i - found[0].length;
  return tokens[i - 1]?.normal === 'between' ? i - 1 : i;
}

/** What the words after a number say of it. */
export function boundAfter(tokens: readonly Token[], i: number): Bound {
  const [first, second] = [tokens[i]?.normal, tokens[i + 1]?.normal];
  if (first === 'or')
    return second === 'more'
      ? 'at-least'
      : second === 'less' || second === 'fewer'
        ? 'at-most'
        : second === 'so'
          ? 'about'
          : null;
  return first === '+' || (first === '-' && second === 'plus') ? 'at-least' : null;
}
