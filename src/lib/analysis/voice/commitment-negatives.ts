/** Negative words beside a verb that are no part of it: "nobody came", "has no plans". */
import type { ClauseMap } from './clauses';
import { CLASS } from './word-classes';

const NEGATIVE = new Set(
  "no none nobody nothing neither nor never hardly barely scarcely rarely seldom without few little not n't".split(
    ' '
  )
);
const NEGATIVE_SUBJECT = new Set(['no', 'none', 'nobody', 'nothing', 'neither', 'few']);

/** A negative word before a verb group, in its subject or as an adverb; empty for none. */
export function negativeBefore(map: ClauseMap, at: number, from: number): string {
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
    if (NEGATIVE_SUBJECT.has(normal)) return normal;
    if (normal === 'longer' && tokens[k - 1]?.normal === 'no') return 'no-longer';
  }
  return '';
}

/** A negative word that opens the object of a verb group; empty for none. */
export function negativeAfter(map: ClauseMap, at: number, end: number): string {
  const group = map.groups[map.groupAt[at]!];
  const { tokens } = map;
  for (let k = group?.end ?? at + 1, seen = 0; k < end && seen < 3; k++, seen++) {
    const { normal } = tokens[k]!;
    if (NEGATIVE.has(normal)) return normal;
    const code = map.classes[k]!;
    if (code === CLASS.noun || code === CLASS.comma || code === CLASS.verb) return '';
  }
  return '';
}
