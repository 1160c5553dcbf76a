/** A lone half of a surrogate pair and NUL stand in no text, and no database takes them. */
const BROKEN = /[\0\p{Cs}]/gu;

/** The text with what cannot be stored replaced by U+FFFD, one for one, so that offsets hold. */
export function storable(text: string): { text: string; replaced: number } {
  let replaced = 0;
  const clean = text.replace(BROKEN, () => {
    replaced++;
    return '\uFFFD';
  });
  return { text: clean, replaced };
}
