import type { Knowledge } from '$lib/lexicons/knowledge';
import type { PartOfSpeech, Token } from '$lib/text/document';
import { stem } from './stem';

/** How words are compared across texts; built once per knowledge. */
export interface WordKeys {
  /** What a word is compared by; '' for words that never count. Numbers begin with '#'. */
  keyOf(token: Token): string;
  /** Words of one concept can make the same claim ("pledge", "promise"); '' when the key has none. */
  conceptOf(key: string): string;
  /** True for words so common that they hardly say which claim is made. */
  isLight(key: string): boolean;
  /** The poles of complementary opposites that the key stands on, such as `law-a`. */
  polesOf(key: string): readonly string[];
}

const GRAMMAR: ReadonlySet<PartOfSpeech> = new Set([
  'ADP',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'PART',
  'PRON',
  'PUNCT',
  'SCONJ',
  'SPACE',
  'SYM'
]);

const NUMBER_WORDS = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value) => [word, String(value)] as const)
);
for (const [index, word] of 'thirty forty fifty sixty seventy eighty ninety'.split(' ').entries()) {
  NUMBER_WORDS.set(word, String((index + 3) * 10));
}

/** Words remembered before the memory starts afresh: enough for any collection, bounded for hostile text. */
const MEMORY = 50_000;

/** Single words of a list, each with the entry it stands in. */
function* wordsOf(
  knowledge: Knowledge,
  list: string
): Generator<readonly [word: string, id: string, category: string]> {
  for (const entry of knowledge.lexicons[list]?.entries ?? []) {
    const id = entry.id.slice(entry.id.indexOf('/') + 1);
    for (const pattern of entry.patterns) {
      if (pattern.length === 1) for (const word of pattern[0]!.words) yield [word, id, entry.category];
    }
  }
}

/** A number that can well be a year where it is written without a comma. */
const YEAR = /^(?:1[5-9]|20)\d\d$/;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function build(knowledge: Knowledge): WordKeys {
  const families = new Map<string, string>();
  for (const [word, id] of wordsOf(knowledge, 'claim-word-families')) {
    if (!families.has(word)) families.set(word, stem(id));
  }
  const functionWords = new Set<string>();
  const lightKeys = new Set<string>();
  const wordKey = (word: string): string => families.get(word) ?? stem(word);
  for (const [word, , category] of wordsOf(knowledge, 'claim-common-words')) {
    if (category === 'function') functionWords.add(word);
    else lightKeys.add(wordKey(word));
  }
  const concepts = new Map<string, string>();
  for (const [word, id] of wordsOf(knowledge, 'claim-synonyms')) {
    const key = wordKey(word);
    if (!concepts.has(key)) concepts.set(key, `=${id}`);
  }
  const poles = new Map<string, string[]>();
  for (const [word, , category] of wordsOf(knowledge, 'antonyms')) {
    const key = wordKey(word);
    const known = poles.get(key);
    if (!known) poles.set(key, [category]);
    else if (!known.includes(category)) known.push(category);
  }

  let memory = new Map<string, string>();
  const read = (normal: string, lemma: string): string => {
    if (functionWords.has(normal) || functionWords.has(lemma)) return '';
    const digits = NUMBER_WORDS.get(normal);
    if (digits !== undefined) return `#${digits}`;
    if (isDigit(normal.charCodeAt(0))) {
      const number = normal.replaceAll(',', '');
      // No year is written "1,500".
      return number.length < normal.length && YEAR.test(number) ? `#${number}.0` : `#${number}`;
    }
    return families.get(normal) ?? families.get(lemma) ?? stem(lemma);
  };
  return {
    keyOf(token) {
      if (!token.word || GRAMMAR.has(token.pos)) return '';
      const name = `${token.lemma} ${token.normal}`;
      let key = memory.get(name);
      if (key === undefined) {
        if (memory.size >= MEMORY) memory = new Map();
        memory.set(name, (key = read(token.normal, token.lemma)));
      }
      return key;
    },
    conceptOf: (key) => concepts.get(key) ?? '',
    isLight: (key) => lightKeys.has(key),
    polesOf: (key) => poles.get(key) ?? []
  };
}

const built = new WeakMap<Knowledge, WordKeys>();

/** The word keys of a knowledge. */
export function wordKeys(knowledge: Knowledge): WordKeys {
  let keys = built.get(knowledge);
  if (!keys) built.set(knowledge, (keys = build(knowledge)));
  return keys;
}
