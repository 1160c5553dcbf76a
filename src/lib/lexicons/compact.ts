/** The short form in which `generated.ts` holds the word lists, and how it is read at start. */
import type { Knowledge, Lexicon, LexiconEntry } from './knowledge';
import { parseGuard, parsePattern } from './parse-pattern';
import { expandVectors } from './word-vectors';
import { vectorData } from './word-vectors-data';

export interface CompactEntry {
  readonly id: string;
  readonly category: string;
  readonly note: string;
  /** Pattern sources, as written in YAML. */
  readonly patterns: readonly string[];
  readonly alternative?: string;
  readonly weight?: number;
  readonly except?: readonly string[];
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
  readonly source?: string;
}

export interface CompactLexicon {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly entries: readonly CompactEntry[];
}

/** A list that grades single words. */
export interface CompactValences {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  /** `word number` pairs between spaces, a string for each first letter. */
  readonly words: readonly string[];
}

export interface CompactKnowledge {
  readonly hash: string;
  readonly lexicons: readonly CompactLexicon[];
  readonly valences: readonly CompactValences[];
}

/** A word list in the shape the matcher takes. The patterns have passed `loadLexicon`. */
export function expandLexicon(lexicon: CompactLexicon): Lexicon {
  const { id, title, source, licence } = lexicon;
  const entries = lexicon.entries.map((entry): LexiconEntry => ({
    id: `${id}/${entry.id}`,
    category: entry.category,
    note: entry.note,
    alternative: entry.alternative ?? null,
    source: entry.source ?? source,
    patterns: entry.patterns.flatMap(parsePattern),
    exceptions: (entry.except ?? []).flatMap(parsePattern),
    notAfter: (entry.notAfter ?? []).map(parseGuard),
    notBefore: (entry.notBefore ?? []).map(parseGuard),
    weight: entry.weight ?? 1
  }));
  return { id, title, source, licence, entries };
}

function expandValences(list: CompactValences): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const line of list.words) {
    const parts = line.split(' ');
    for (let i = 0; i + 1 < parts.length; i += 2) words.set(parts[i]!, Number(parts[i + 1]));
  }
  return words;
}

/** All word lists, by id, and the word vectors. */
export function expandKnowledge(compact: CompactKnowledge): Knowledge {
  return {
    hash: compact.hash,
    lexicons: Object.fromEntries(compact.lexicons.map((list) => [list.id, expandLexicon(list)])),
    valences: Object.fromEntries(compact.valences.map((list) => [list.id, expandValences(list)])),
    vectors: expandVectors(vectorData)
  };
}
