import * as v from 'valibot';
import type { CompactValences } from './compact';
import { loadYaml } from './load-yaml';

const line = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty: write it'));

const ValencesSchema = v.strictObject({
  id: line,
  title: line,
  source: line,
  licence: line,
  valences: v.record(
    v.pipe(
      v.string(),
      v.regex(/^[a-z]+(?:[-'][a-z]+)*$/, 'is not one word in lower case: correct it or remove it')
    ),
    v.pipe(v.number('must be a number from -5 to 5'), v.minValue(-5), v.maxValue(5))
  )
});

/** True for a file that grades words (`valences:`) rather than listing entries with patterns. */
export function holdsValences(yaml: string): boolean {
  return /^valences:/m.test(yaml);
}

/**
 * Reads a list of graded words. The list's id must be the file's name.
 *
 * @throws YamlError naming file and line, when anything in the file is not as the README describes
 */
export function loadValences(file: string, yaml: string): CompactValences {
  const { value, error } = loadYaml(file, yaml, ValencesSchema);
  const name = file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  if (value.id !== name) {
    throw error(['id'], `the id is "${value.id}" but the file is called "${name}": make them the same`);
  }
  const byLetter = new Map<string, string[]>();
  for (const [word, valence] of Object.entries(value.valences)) {
    const letter = word[0]!;
    const pairs = byLetter.get(letter) ?? [];
    pairs.push(`${word} ${valence}`);
    byLetter.set(letter, pairs);
  }
  const { id, title, source, licence } = value;
  return { id, title, source, licence, words: [...byLetter.values()].map((pairs) => pairs.join(' ')) };
}
