import type { Knowledge } from '$lib/lexicons/knowledge';
import { sourceKind } from '../metrics/sources-holders';
import type { Reading, Segment } from '../reading';
import { readActorNames } from './actor-names';

/** Whose words a segment is, by a key that is the same in every text; null for the author and for nobody in particular. */
export type HolderKey = (segment: Segment) => string | null;

const LEADING = /^(?:the|a|an|this|that|its|his|her|their|our)\s+/iu;
const CAPITAL = /^\p{Lu}/u;
const POSSESSIVE = /['’]s?$/u;
/** Longer holders are clauses that were taken for names. */
const LONGEST = 120;

const documentWords = new WeakMap<Knowledge, ReadonlySet<string>>();

/** Singular words for what is written: "report", "study". */
function documentWordsOf(knowledge: Knowledge): ReadonlySet<string> {
  let words = documentWords.get(knowledge);
  if (!words) {
    const entries = knowledge.lexicons['sources-cited']?.entries ?? [];
    const found = entries
      .filter(({ category }) => category === 'document-word')
      .flatMap(({ patterns }) => patterns.flatMap(([first]) => first?.words ?? []));
    documentWords.set(knowledge, (words = new Set(found)));
  }
  return words;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''));
}

/** "A report by the State Audit Office", "the State Audit Office report": whose it is, and what. */
function documentKey(words: readonly string[], known: ReadonlySet<string>): string | null {
  // "Audit" may be part of a name; what is written in lower case is the noun, else the last of them.
  const nouns = words.filter((word) => known.has(word.toLowerCase()));
  const noun = (nouns.find((word) => !CAPITAL.test(word)) ?? nouns[nouns.length - 1])?.toLowerCase();
  if (noun === undefined) return null;
  const owner = words
    .filter((word, index) => CAPITAL.test(word) && !(index === 0 && LEADING.test(`${word} `)))
    .map((word) => word.toLowerCase().replace(POSSESSIVE, ''))
    .filter((word) => word !== noun);
  return owner.length > 0 ? `document:${owner.sort().join(' ')}:${noun}` : null;
}

/**
 * Reads who holders are. A person is known by name with or without titles, a state or body by any name or seat
 * that the gazetteers have for it, a document by whose it is. Holders without a name ("officials", "the
 * mayor") are nobody in particular: two texts may mean different ones.
 */
export function holderKeys(reading: Reading, knowledge: Knowledge): HolderKey {
  const { tokens, text } = reading.document;
  const actors = new Map<string, string>();
  const people = new Map<string, string>();
  for (const { actor, kind, firstToken, tokenEnd } of readActorNames(reading, knowledge).names) {
    if (kind === 'people' || kind === 'alias') continue;
    const name = text.slice(tokens[firstToken]!.start, tokens[tokenEnd - 1]!.end).toLowerCase();
    actors.set(name, actor);
    if (actor.startsWith('person:')) people.set(name.replace(POSSESSIVE, '').split(/\s+/u).pop()!, actor);
  }
  const known = documentWordsOf(knowledge);
  const keys = new Map<string, string | null>();
  const read = (holder: string): string | null => {
    if (holder.length > LONGEST) return null;
    const bare = holder.replace(LEADING, '');
    const actor = actors.get(bare.toLowerCase()) ?? actors.get(holder.toLowerCase());
    if (actor !== undefined) return actor;
    const words = wordsOf(bare);
    const lower = words.map((word) => word.toLowerCase());
    if (lower.includes('and') || lower.includes('or')) return null;
    const document = documentKey(words, known);
    if (document !== null) return document;
    const last = words[words.length - 1] ?? '';
    const person = people.get(last.toLowerCase().replace(POSSESSIVE, ''));
    if (person !== undefined && CAPITAL.test(last)) return person;
    if (!CAPITAL.test(last)) return null;
    const names = words.filter((word) => CAPITAL.test(word)).map((word) => word.toLowerCase());
    // A lone surname, of somebody whom the other text may name in full.
    return words.length === 1 ? `person:${names[0]!.replace(POSSESSIVE, '')}` : `name:${names.join(' ')}`;
  };
  return (segment) => {
    const { holder } = segment;
    if (holder === null) return null;
    let key = keys.get(holder);
    if (key === undefined) {
      const kind = sourceKind(segment, reading, knowledge);
      keys.set(holder, (key = kind === 'named' || kind === 'document' ? read(holder) : null));
    }
    return key;
  };
}
