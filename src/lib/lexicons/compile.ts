import type { CompactLexicon, CompactValences } from './compact';
import { loadLexicon } from './load-lexicon';
import { holdsValences, loadValences } from './load-valences';

export interface LexiconFile {
  readonly name: string;
  readonly yaml: string;
}

/** One entry a line, so that a changed entry is a changed line in a diff. */
function moduleText(
  hash: string,
  lexicons: readonly CompactLexicon[],
  valences: readonly CompactValences[]
): string {
  const lists = lexicons.map(({ id, title, source, licence, entries }) => {
    const head = JSON.stringify({ id, title, source, licence }).slice(0, -1);
    return `    ${head},"entries":[\n${entries.map((entry) => `      ${JSON.stringify(entry)}`).join(',\n')}\n    ]}`;
  });
  const graded = valences.map(({ id, title, source, licence, words }) => {
    const head = JSON.stringify({ id, title, source, licence }).slice(0, -1);
    return `    ${head},"words":[\n${words.map((line) => `      ${JSON.stringify(line)}`).join(',\n')}\n    ]}`;
  });
  return [
    '// Made by `npm run lexicons` from the YAML files beside this one. Do not edit.',
    "import { expandKnowledge } from './compact';",
    "import type { Knowledge } from './knowledge';",
    '',
    'export const knowledge: Knowledge = expandKnowledge({',
    `  "hash": ${JSON.stringify(hash)},`,
    `  "lexicons": [\n${lists.join(',\n')}\n  ],`,
    `  "valences": [\n${graded.join(',\n')}\n  ]`,
    '});',
    ''
  ].join('\n');
}

/**
 * Compiles word lists to the text of `generated.ts`. The same files give the same bytes, whatever their order.
 *
 * @param hash SHA-256 of a text as hexadecimal, handed in so that this stays pure
 * @param vectors the module of word vectors as text: the hash names it too
 * @throws YamlError on the first thing wrong in any file
 */
export function compileLexicons(
  files: readonly LexiconFile[],
  hash: (text: string) => string,
  vectors: string
): { module: string; lists: number; entries: number } {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const graded = sorted.filter((file) => holdsValences(file.yaml));
  const valences = graded.map((file) => loadValences(file.name, file.yaml));
  const lexicons = sorted
    .filter((file) => !graded.includes(file))
    .map((file) => loadLexicon(file.name, file.yaml).lexicon);
  const digest = hash([...sorted.map((file) => `${file.name}\n${file.yaml}`), vectors].join('\n'));
  return {
    module: moduleText(`sha256:${digest}`, lexicons, valences),
    lists: sorted.length,
    entries: lexicons.reduce((sum, list) => sum + list.entries.length, 0)
  };
}
