/** Most words and letters of a statement that its id is made of. */
const WORDS = 10;
const LETTERS = 70;

/** An id made of the words of a statement, in lower-case letters, digits and hyphens, that is not taken yet. */
export function claimId(statement: string, taken: (id: string) => boolean): string {
  const words = statement
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g);
  const base = (words ?? ['claim']).slice(0, WORDS).join('-').slice(0, LETTERS).replace(/-$/, '');
  let id = base;
  for (let n = 2; taken(id); n++) id = `${base}-${n}`;
  return id;
}
