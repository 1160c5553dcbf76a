/** Fitted numbers as a word list in YAML, as `npm run lexicons` reads it. */

export interface FittedList {
  /** What the numbers are, in a sentence for whoever opens the file. */
  readonly about: string;
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  /** Names in small letters and their numbers. */
  readonly valences: ReadonlyMap<string, number>;
}

/** Words that YAML would read as something other than a text. */
const RESERVED = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const keyed = (key: string): string => (RESERVED.has(key) || key.startsWith("'") ? quoted(key) : key);

/** The list's file, sorted by name, so that the same numbers give the same bytes. */
export function listYaml({ about, id, title, source, licence, valences }: FittedList): string {
  const entries = [...valences].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `# ${about}`,
    '# Fitted weights: made by a program, not meant to be edited by hand.',
    `id: ${id}`,
    `title: ${quoted(title)}`,
    `source: ${quoted(source)}`,
    `licence: ${quoted(licence)}`,
    'valences:',
    ...entries.map(([key, value]) => `  ${keyed(key)}: ${value}`),
    ''
  ].join('\n');
}
