import type { Knowledge } from '$lib/lexicons/knowledge';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
import { wordKeys, type WordKeys } from './word-keys';

/** A text as keys that can be compared with other texts. Actors are `@id`, numbers `#1949`, words stems. */
export interface Terms {
  readonly words: WordKeys;
  /** Per token of the document; '' where nothing counts. A name of several words stands at its first token. */
  readonly keys: readonly string[];
  /** Per token: the word itself, also inside names; '' where nothing counts. */
  readonly plain: readonly string[];
  /** Sentences that hold a key (actor or plain), in order, each once. */
  readonly sentencesWith: ReadonlyMap<string, readonly number[]>;
}

/** True for a key such as `#1990` that can only well be a year. */
export function isYearKey(key: string): boolean {
  return /^#(?:1[5-9]|20)\d\d$/.test(key);
}

function build(reading: Reading, knowledge: Knowledge): Terms {
  const { document } = reading;
  const words = wordKeys(knowledge);
  const plain = document.tokens.map((token) => words.keyOf(token));
  const keys = plain.slice();
  for (const { actor, kind, firstToken, tokenEnd, once } of readActorNames(reading, knowledge).names) {
    if (once) continue;
    keys[firstToken] = `@${actor}`;
    // "the alliance" is the actor and still an alliance; "New York" is one thing.
    if (kind !== 'alias') for (let i = firstToken + 1; i < tokenEnd; i++) keys[i] = '';
  }
  const sentencesWith = new Map<string, number[]>();
  const put = (key: string, sentence: number): void => {
    if (key === '') return;
    const known = sentencesWith.get(key);
    if (!known) sentencesWith.set(key, [sentence]);
    else if (known[known.length - 1] !== sentence) known.push(sentence);
  };
  document.sentences.forEach(({ firstToken, tokenEnd }, sentence) => {
    for (let i = firstToken; i < tokenEnd; i++) {
      put(keys[i]!, sentence);
      put(plain[i]!, sentence);
      const concept = words.conceptOf(plain[i]!);
      if (concept !== '') put(concept, sentence);
    }
  });
  return { words, keys, plain, sentencesWith };
}

const remembered = new WeakMap<Reading, { knowledge: Knowledge; terms: Terms }>();

/** The terms of a text, read once. */
export function readTerms(reading: Reading, knowledge: Knowledge): Terms {
  const known = remembered.get(reading);
  if (known?.knowledge === knowledge) return known.terms;
  const terms = build(reading, knowledge);
  remembered.set(reading, { knowledge, terms });
  return terms;
}
