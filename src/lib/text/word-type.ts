/** Universal part-of-speech tags, as wink-nlp gives them. They err: never rest a verdict on one alone. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/**
 * What a token is apart from where it stands. All tokens of one form, tag and lemma share one `WordType`, so
 * whatever depends on the word alone is worked out once for thousands of tokens: see `perType`.
 */
export interface WordType {
  /** Grows with every new type and is never given twice. Equal words may have different ids: see `wordType`. */
  readonly id: number;
  readonly text: string;
  readonly normal: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  readonly word: boolean;
}

interface Kept extends WordType {
  /** The next type of the same form. */
  readonly next: Kept | null;
}

/** Forms remembered before all are forgotten: a long life must not fill the memory. */
const MAX_FORMS = 100_000;

const kept = new Map<string, Kept>();
let ids = 0;

const WORDLIKE = /[\p{L}\p{N}]/u;
const CLITIC = /^(?:'\p{L}+|n't)$/u;

/** True for what a reader would count as a word or a number; false for marks, symbols and clitics. */
function isWord(normal: string, pos: PartOfSpeech): boolean {
  return pos !== 'SYM' && WORDLIKE.test(normal) && !CLITIC.test(normal);
}

/**
 * The type of a form, the same object for the same arguments as long as it is remembered. Two tokens of one
 * type are the same word; two types may be too, so compare forms, not types.
 */
export function wordType(
  text: string,
  normal: string,
  lemma: string,
  pos: PartOfSpeech,
  word = isWord(normal, pos)
): WordType {
  const first = kept.get(text) ?? null;
  for (let type = first; type; type = type.next) {
    if (type.pos === pos && type.lemma === lemma && type.normal === normal && type.word === word) return type;
  }
  if (kept.size >= MAX_FORMS) kept.clear();
  // What is asked most often stands first: it lies in one line of the cache with the head of the object.
  const type: Kept = { id: ids++, word, pos, text, normal, lemma, next: first };
  kept.set(text, type);
  return type;
}

/** Values kept by one `perType`, as many as a window of ids. */
const WINDOW = 1 << 18;

/**
 * Remembers a function of the word type: `compute` runs once for each, then a look-up is one array read.
 * `compute` must be pure. Memory is bounded: old types are forgotten and worked out anew.
 */
export function perType<T>(compute: (type: WordType) => T): (type: WordType) => T {
  let values: (T | undefined)[] = [];
  let base = 0;
  return (type) => {
    let at = type.id - base;
    if (at < 0) return compute(type);
    const known = values[at];
    if (known !== undefined) return known;
    if (at >= WINDOW) {
      values = [];
      base = type.id;
      at = 0;
    }
    while (values.length <= at) values.push(undefined);
    return (values[at] = compute(type));
  };
}

/** `perType` for a function of the word type and of something else it is read against, such as the word lists. */
export function perTypeOf<K extends object, T>(
  compute: (key: K, type: WordType) => T
): (key: K) => (type: WordType) => T {
  const known = new WeakMap<K, (type: WordType) => T>();
  return (key) => {
    let read = known.get(key);
    if (!read) known.set(key, (read = perType((type) => compute(key, type))));
    return read;
  };
}
