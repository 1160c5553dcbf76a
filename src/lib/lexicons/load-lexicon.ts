import * as v from 'valibot';
import type { CompactEntry, CompactLexicon } from './compact';
import { loadYaml } from './load-yaml';
import { parseGuard, parsePattern, PatternError } from './parse-pattern';
import { isWordSets } from './word-sets';

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as "slam-somebody"')
);
const sentence = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty: write it or remove the line'));
const terms = v.optional(v.array(sentence), []);

const EntrySchema = v.strictObject({
  id,
  category: id,
  patterns: v.pipe(v.array(sentence), v.minLength(1, 'must hold at least one pattern')),
  except: terms,
  note: sentence,
  alternative: v.nullish(sentence, null),
  weight: v.optional(v.pipe(v.number(), v.finite()), 1),
  'not-after': terms,
  'not-before': terms,
  source: v.nullish(sentence, null),
  flag: v.pipe(v.array(sentence), v.minLength(1, 'must hold at least one sentence that the entry hits')),
  ignore: terms
});

const LexiconSchema = v.strictObject({
  id,
  title: sentence,
  source: sentence,
  licence: sentence,
  entries: v.array(EntrySchema)
});

/** A sentence that shows what an entry must or must not hit. */
export interface Example {
  /** `list/entry`. */
  readonly entry: string;
  readonly sentence: string;
  readonly hit: boolean;
  /** 1-based line in the YAML file. */
  readonly line: number;
}

/** A word list as written, checked, with the sentences that test it. */
export interface LoadedLexicon {
  readonly lexicon: CompactLexicon;
  readonly examples: readonly Example[];
}

/**
 * Reads one word list. The list's id must be the file's name.
 *
 * @param file name of the YAML file, shown in errors
 * @throws YamlError naming file, entry and line, when anything in the file is not as the README describes
 */
export function loadLexicon(file: string, yaml: string): LoadedLexicon {
  const { value, lineOf, error } = loadYaml(file, yaml, LexiconSchema);
  const name = file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  if (value.id !== name) {
    throw error(['id'], `the id is "${value.id}" but the file is called "${name}": make them the same`);
  }
  const examples: Example[] = [];
  const seenIds = new Map<string, number>();
  const seenPatterns = new Map<string, string>();
  const entries = value.entries.map((entry, index): CompactEntry => {
    const at = ['entries', index] as const;
    const checked = (field: 'patterns' | 'except' | 'not-after' | 'not-before'): readonly string[] => {
      entry[field].forEach((source, position) => {
        try {
          if (field === 'patterns' || field === 'except') parsePattern(source);
          else parseGuard(source);
        } catch (problem) {
          if (problem instanceof PatternError) throw error([...at, field, position], problem.message);
          throw problem;
        }
      });
      return entry[field];
    };
    const earlier = seenIds.get(entry.id);
    if (earlier !== undefined) {
      throw error([...at, 'id'], `the id is taken by line ${earlier}: give this entry another`);
    }
    seenIds.set(entry.id, lineOf([...at, 'id']));
    entry.patterns.forEach((pattern, position) => {
      // A word may stand in several sets; a search of a text gives it to one entry.
      const key = isWordSets(value.id) ? `${entry.category}/${pattern}` : pattern;
      const owner = seenPatterns.get(key);
      if (owner !== undefined) {
        throw error(
          [...at, 'patterns', position],
          `the pattern "${pattern}" is also in "${owner}": keep one`
        );
      }
      seenPatterns.set(key, entry.id);
    });
    for (const field of ['flag', 'ignore'] as const) {
      entry[field].forEach((text, position) => {
        const line = lineOf([...at, field, position]);
        examples.push({ entry: `${value.id}/${entry.id}`, sentence: text, hit: field === 'flag', line });
      });
    }
    return {
      id: entry.id,
      category: entry.category,
      note: entry.note,
      patterns: checked('patterns'),
      ...(entry.alternative === null ? {} : { alternative: entry.alternative }),
      ...(entry.weight === 1 ? {} : { weight: entry.weight }),
      ...(entry.except.length === 0 ? {} : { except: checked('except') }),
      ...(entry['not-after'].length === 0 ? {} : { notAfter: checked('not-after') }),
      ...(entry['not-before'].length === 0 ? {} : { notBefore: checked('not-before') }),
      ...(entry.source === null ? {} : { source: entry.source })
    };
  });
  const { title, source, licence } = value;
  return { lexicon: { id: value.id, title, source, licence, entries }, examples };
}
