import { randomInt } from 'node:crypto';

const WORDS = 8;
const LETTERS = 50;
/** Without letters that are read for one another. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const DRAWN = 5;

/** The words of a title in lower-case letters, digits and hyphens; `otherwise` where it has none of those. */
export function slug(title: string, otherwise: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g);
  return (words ?? [otherwise]).slice(0, WORDS).join('-').slice(0, LETTERS).replace(/-$/, '');
}

/** The same, with a number where that is taken. */
export function freeSlug(title: string, otherwise: string, taken: (id: string) => boolean): string {
  const base = slug(title, otherwise);
  let id = base;
  for (let n = 2; taken(id); n++) id = `${base}-${n}`;
  return id;
}

/** Tells ids of stored collections from those of the corpus folder, which cannot hold it. */
export const STORED_MARK = '~';

/** An id for a new stored collection; drawn, so that one that is gone never comes back as another. */
export function newCollectionId(title: string): string {
  const drawn = Array.from({ length: DRAWN }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${slug(title, 'collection')}${STORED_MARK}${drawn}`;
}
