/** The text as wink-nlp gets it: the same visible characters in the same order, with spaces wherever they help. */

const APOSTROPHES = /[\u2018\u2019\u02BC\uFF07]/g;
// Characters that wink drops or keeps inside words, though a reader sees a space or nothing at all.
const ODD_SPACE = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu;
const DASHES = /[\u2014\u2015\u2026]|\u2013(?!\d)/g;
// A sentence that starts without a space before it: "the end.Then it".
const GLUED = /([a-z\u00DF-\u00FF]{2}[.!?]["'\u201D]?)(?=[A-Z\u00C0-\u00DE](?:[a-z\u00DF-\u00FF]| ))/g;

const BEYOND_ASCII = /[^\u0020-\u007E]/;

/** Makes apostrophes straight and odd spaces plain, and parts dashes and glued sentences from their neighbours. */
export function plainText(text: string): string {
  const plain = BEYOND_ASCII.test(text)
    ? text.replace(APOSTROPHES, "'").replace(ODD_SPACE, ' ').replace(DASHES, ' $& ')
    : text;
  return plain.replace(GLUED, '$1 ');
}
