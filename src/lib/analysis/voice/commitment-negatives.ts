/** Negative words beside a verb that are no part of it: "nobody came", "has no plans". */
import type { ClauseMap } from './clauses';
import { CLASS } from './word-classes';

/** Words of the list `negation-words` by kind. */
export type Negatives = ReadonlyMap<string, string>;

/** Kinds that may stand in a subject: "no", "nobody", "few". */
const isSubject = (kind: string | undefined): boolean => kind === 'none' || kind === 'few';
const isNegative = (kind: string | undefined): boolean =>
  isSubject(kind) || kind === 'particle' || kind === 'never' || kind === 'weak';

/** A negative word before a verb group, in its subject or as an adverb; empty for none. */
export function negativeBefore(map: ClauseMap, negatives: Negatives, at: number, from: number): string {
  const group = map.groups[map.groupAt[at]!];
  const { tokens, classes } = map;
  const start = group ? group.start : at;
  for (let k = start - 1; k >= from && start - k < 12; k--) {
    const code = classes[k]!;
    if (map.groupAt[k]! >= 0 && !(map.groups[map.groupAt[k]!]!.finite === false)) return '';
    if (
      code === CLASS.comma ||
      code === CLASS.semicolon ||
      code === CLASS.that ||
      code === CLASS.subordinator ||
      code === CLASS.colon
    )
      return '';
    const { normal } = tokens[k]!;
    if (isSubject(negatives.get(normal))) return normal;
    if (normal === 'longer' && tokens[k - 1]?.normal === 'no') return 'no-longer';
  }
  return '';
}

/** A negative word that opens the object of a verb group; empty for none. */
export function negativeAfter(map: ClauseMap, negatives: Negatives, at: number, end: number): string {
  const group = map.groups[map.groupAt[at]!];
  const { tokens } = map;
  for (let k = group?.end ?? at + 1, seen = 0; k < end && seen < 3; k++, seen++) {
    const { normal } = tokens[k]!;
    if (isNegative(negatives.get(normal))) return normal;
    const code = map.classes[k]!;
    if (code === CLASS.noun || code === CLASS.comma || code === CLASS.verb) return '';
  }
  return '';
}
