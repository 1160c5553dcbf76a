import type { TokenRange } from '$lib/text/document';
import type { Knowledge } from '$lib/lexicons/knowledge';
import { sourceKind } from '../metrics/sources-holders';
import type { Reading, Segment } from '../reading';
import { readActorNames } from './actor-names';
import { reportAuthors } from './report-authors';

/** Somebody whom a text names as the origin of words. */
export interface Origin {
  /** The same in every text for the same person or body. */
  readonly key: string;
  /** As named in this text. */
  readonly name: string;
}

/** What a key says of somebody who is known by the last word of the name: "person:boateng". */
const LONE = 'person:';

/**
 * Keys of one collection made the same where one text names somebody in full and another by surname alone.
 *
 * @param keys all that occur
 */
export function commonKeys(keys: Iterable<string>): (key: string) => string {
  const lone = new Set([...keys].filter((key) => key.startsWith(LONE)));
  return (key) => {
    if (!key.startsWith('name:')) return key;
    const short = LONE + key.slice(key.lastIndexOf(' ') + 1);
    return lone.has(short) ? short : key;
  };
}

/** Reads who stands behind words in one text. */
export interface OriginReader {
  /** Whose words a segment is; null for the author and for nobody in particular. */
  ofSegment(segment: Segment): Origin | null;
  /** Whose reports, studies and the like a sentence speaks of. */
  reportsIn(sentence: TokenRange): Origin[];
}

const LEADING = /^(?:the|a|an|this|that|its|his|her|their|our)\s+/iu;
const JOINED = /\s(?:and|or)\s/iu;
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

/** "A report by the State Audit Office", "the State Audit Office report": whose it is. */
function authorOf(holder: string, written: ReadonlySet<string>): string | null {
  const words = holder.split(/\s+/u);
  // "Audit" may be part of a name; what is written in lower case is the noun, else the last of them.
  const nouns = words.filter((word) => written.has(word.toLowerCase()));
  const noun = nouns.find((word) => !CAPITAL.test(word)) ?? nouns[nouns.length - 1];
  if (noun === undefined) return null;
  const at = words.indexOf(noun);
  const name = (at + 2 < words.length ? words.slice(at + 2) : words.slice(0, at)).join(' ');
  return CAPITAL.test(name.replace(LEADING, '')) ? name : null;
}

/** Names of one text with who they mean. */
function readNames(reading: Reading, knowledge: Knowledge): (name: string) => string | null {
  const { tokens, text } = reading.document;
  const actors = new Map<string, string>();
  const people = new Map<string, string>();
  const plain = (word: string): string => word.toLowerCase().replace(POSSESSIVE, '');
  for (const { actor, kind, firstToken, tokenEnd } of readActorNames(reading, knowledge).names) {
    if (kind === 'people' || kind === 'alias') continue;
    const name = text.slice(tokens[firstToken]!.start, tokens[tokenEnd - 1]!.end);
    actors.set(plain(name.replace(LEADING, '')), actor);
    const surname = plain(name.split(/\s+/u).pop()!);
    // A surname alone means the main one of those who have it.
    if (actor.startsWith(LONE) && (actor === LONE + surname || !people.has(surname)))
      people.set(surname, actor);
  }
  return (name) => {
    const bare = name.replace(LEADING, '');
    const actor = actors.get(plain(bare));
    if (actor !== undefined) return actor;
    if (JOINED.test(bare)) return null;
    const words = bare.split(/\s+/u).map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''));
    const last = words[words.length - 1] ?? '';
    if (!CAPITAL.test(last)) return null;
    // A lone surname may be that of somebody whom the other text names in full.
    const person = people.get(plain(last)) ?? (words.length === 1 ? LONE + plain(last) : undefined);
    return (
      person ??
      `name:${words
        .filter((word) => CAPITAL.test(word))
        .map(plain)
        .join(' ')}`
    );
  };
}

/**
 * Reads who is named as an origin. A person is known by name with or without titles, a state or body by any name
 * or seat that the gazetteers have for it; a document stands for whoever wrote it. Holders without a name
 * ("officials", "the mayor") are nobody in particular: two texts may mean different ones.
 */
export function originReader(reading: Reading, knowledge: Knowledge): OriginReader {
  const { tokens, text } = reading.document;
  const keyOf = readNames(reading, knowledge);
  const written = documentWordsOf(knowledge);
  const keys = new Map<string, string | null>();
  const reports = new Map<number, Origin[]>();
  const read = (segment: Segment, holder: string): string | null => {
    if (holder.length > LONGEST) return null;
    const kind = sourceKind(segment, reading, knowledge);
    if (kind === 'named') return keyOf(holder);
    const author = kind === 'document' ? authorOf(holder, written) : null;
    return author === null ? null : keyOf(author);
  };
  return {
    ofSegment(segment) {
      const { holder } = segment;
      if (holder === null) return null;
      let key = keys.get(holder);
      if (key === undefined) keys.set(holder, (key = read(segment, holder)));
      return key === null ? null : { key, name: holder };
    },
    reportsIn(sentence) {
      const known = reports.get(sentence.firstToken);
      if (known) return known;
      const found = reportAuthors(tokens, sentence, knowledge).flatMap(({ firstToken, tokenEnd }) => {
        const name = text.slice(tokens[firstToken]!.start, tokens[tokenEnd - 1]!.end);
        const key = keyOf(name);
        // A lone capitalised word before "report" may be anything, a weekday or a title.
        return key === null || key.startsWith(LONE) ? [] : [{ key, name }];
      });
      reports.set(sentence.firstToken, found);
      return found;
    }
  };
}
