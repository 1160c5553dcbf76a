/** Lists that are kept by the hundred thousand. */

const NONE: readonly never[] = [];

/** The same list without the spare room that lists grow by: most of what is kept of a statement would be that. */
export function exactly<T>(list: readonly T[]): readonly T[] {
  return list.length > 0 ? list.slice() : NONE;
}
