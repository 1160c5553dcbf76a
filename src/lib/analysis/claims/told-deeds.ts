import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token } from '$lib/text/document';
import type { Reading } from '../reading';
import { wordSet } from '../word-kinds';
import { stem } from './stem';
import type { Terms } from './terms';
import type { WordKeys } from './word-keys';

/** A text's terms, with phrases that tell the same deed brought to one key. */
export interface ToldTerms extends Terms {
  /** Tokens that tell a deed. */
  readonly deeds: ReadonlySet<number>;
  /** Tokens that say the opposite of their key: "unsafe". */
  readonly negative: ReadonlySet<number>;
  /** Tokens that speak of a body without its name: "the agency". */
  readonly unnamed: ReadonlySet<number>;
}

/** Most words of a name. */
const LONGEST_NAME = 5;

function build(reading: Reading, terms: Terms, knowledge: Knowledge): ToldTerms {
  const { tokens } = reading.document;
  const keys = terms.keys.slice();
  const plain = terms.plain.slice();
  const deeds = new Set<number>();
  const negative = new Set<number>();
  for (const { entry, firstToken, tokenEnd } of knowledge.lexicons['claim-deeds']
    ? reading.hits('claim-deeds')
    : []) {
    const id = entry.alternative ?? entry.id.slice(entry.id.indexOf('/') + 1);
    const key = stem(id.replace(/^not-/u, ''));
    let at = entry.category === 'last-word' ? tokenEnd - 1 : firstToken;
    if (entry.category === 'deed') {
      for (let i = firstToken; i < tokenEnd; i++) {
        if (tokens[i]!.pos === 'VERB') {
          at = i;
          break;
        }
      }
    }
    if (keys[at]![0] === '@') continue;
    if (entry.category !== 'last-word') {
      for (let i = firstToken; i < tokenEnd; i++) if (!/^[@#]/u.test(keys[i]!)) keys[i] = plain[i] = '';
    }
    plain[at] = key;
    // "Close" may be a common word, "closed its doors" is a deed all the same.
    keys[at] = terms.words.isLight(key) ? `${key}!` : key;
    if (entry.category === 'negative') negative.add(at);
    else deeds.add(at);
  }
  // Days and months are figures of a date: another one does not make it another deed.
  const days = wordSet(knowledge, 'words-accounts', 'days');
  tokens.forEach(({ normal, pos }, i) => {
    if (pos === 'PROPN' && days.has(normal) && keys[i]![0] !== '@') keys[i] = `#${normal}`;
  });
  const bodies = bodiesIn(knowledge);
  joinNames(reading, keys, terms.words, titlesIn(reading, knowledge), bodies, days);
  const unnamed = new Set<number>();
  tokens.forEach(({ normal, pos }, i) => {
    // "Han Ji-woo" is one name.
    const inName =
      tokens[i - 1]?.text === '-' && tokens[i - 2]?.pos === 'PROPN' && /^(?:@person.*)?$/.test(keys[i - 2]!);
    if (inName && keys[i]![0] !== '@') keys[i] = '';
    if (pos !== 'NOUN' || !bodies.has(normal) || tokens[i - 1]?.normal !== 'the') return;
    if (tokens[i + 1]?.pos !== 'NOUN' && tokens[i + 1]?.pos !== 'PROPN') unnamed.add(i);
  });
  return { ...terms, keys, plain, deeds, negative, unnamed };
}

const remembered = new WeakMap<Reading, { readonly terms: Terms; readonly told: ToldTerms }>();

/**
 * Reads the list `claim-deeds` into a text's terms: "stepped down" and "resigned", "claimed 14 lives" and "killed
 * 14" get one key, which stands at the verb, or at the first word. Figures and names inside a phrase stay. Read once.
 */
export function readToldTerms(reading: Reading, terms: Terms, knowledge: Knowledge): ToldTerms {
  const known = remembered.get(reading);
  if (known?.terms === terms) return known.told;
  const told = build(reading, terms, knowledge);
  remembered.set(reading, { terms, told });
  return told;
}

/** Last words of names that are bodies or places: "Museum". */
function bodiesIn(knowledge: Knowledge): ReadonlySet<string> {
  const entries = knowledge.lexicons['claim-not-people']?.entries ?? [];
  return new Set(entries.flatMap(({ patterns }) => patterns.flatMap((pattern) => pattern[0]?.words ?? [])));
}

const PERSON = '@person:';

/** The keys of people that a text names in full. */
export function personsIn({ keys }: ToldTerms): Set<string> {
  return new Set(keys.filter((key) => key.startsWith(PERSON)));
}

/**
 * The same terms, a surname alone read as the person whom another text of the collection names in full.
 *
 * @param isKnown whether a key such as `@person:doe` stands in any of them
 */
export function withPersons(
  reading: Reading,
  terms: ToldTerms,
  isKnown: (key: string) => boolean
): ToldTerms {
  const { tokens } = reading.document;
  const isName = (i: number): boolean => tokens[i]?.pos === 'PROPN';
  let keys: string[] | null = null;
  tokens.forEach(({ text, normal }, i) => {
    const key = terms.keys[i]!;
    if (key === '' || key[0] === '@' || !isName(i) || isName(i - 1) || isName(i + 1)) return;
    if (!/^\p{Lu}\p{Ll}/u.test(text) || !isKnown(PERSON + normal)) return;
    keys ??= terms.keys.slice();
    keys[i] = PERSON + normal;
  });
  return keys ? { ...terms, keys } : terms;
}

/** Short titles, which stand before a name and are no part of it. */
const SHORT_TITLES = new Set(['mr', 'mrs', 'ms', 'dr']);

/** Tokens of titles: "Energy Minister" names nobody. */
function titlesIn(reading: Reading, knowledge: Knowledge): ReadonlySet<number> {
  const found = new Set<number>();
  if (!knowledge.lexicons['claim-person-titles']) return found;
  for (const { firstToken, tokenEnd } of reading.hits('claim-person-titles')) {
    for (let i = firstToken; i < tokenEnd; i++) found.add(i);
  }
  return found;
}

/** A word that the lists know is no name by itself: "National Missile Defence". */
function isCommon({ normal }: Token, key: string, words: WordKeys): boolean {
  return (
    words.conceptOf(key) !== '' || words.isLight(key) || words.polesOf(key).length > 0 || key !== stem(normal)
  );
}

/**
 * A name of two words or more that is no listed actor counts as one: by its last word, as persons do, or whole where
 * that word tells a body or a place, which can then be spoken of by that word alone ("the museum").
 */
function joinNames(
  { document: { tokens, sentences } }: Reading,
  keys: string[],
  words: WordKeys,
  titles: ReadonlySet<number>,
  bodies: ReadonlySet<string>,
  days: ReadonlySet<string>
): void {
  for (const { firstToken, tokenEnd } of sentences) {
    let from = -1;
    for (let i = firstToken; i <= tokenEnd; i++) {
      const token = i < tokenEnd ? tokens[i] : undefined;
      const inName =
        token !== undefined &&
        token.pos === 'PROPN' &&
        !titles.has(i) &&
        keys[i] !== '' &&
        !/^[@#]/u.test(keys[i]!) &&
        !days.has(token.normal) &&
        !SHORT_TITLES.has(token.normal);
      if (inName) {
        if (from < 0) from = i;
        continue;
      }
      const named = from >= 0 && i - from >= 2 && i - from <= LONGEST_NAME;
      if (named && !tokens.slice(from, i).some((word, k) => isCommon(word, keys[from + k]!, words))) {
        const last = tokens[i - 1]!.normal;
        const body = bodies.has(last);
        for (let k = from; k < (body ? i - 1 : i); k++) keys[k] = '';
        const name = tokens.slice(from, i).map(({ normal }) => normal);
        keys[from] = body ? `@name:${name.join('-')}` : PERSON + last;
      }
      from = -1;
    }
  }
}
