import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expandLexicon } from '$lib/lexicons/compact';
import { knowledge } from '$lib/lexicons/generated';
import { loadLexicon } from '$lib/lexicons/load-lexicon';
import { isWordSets } from '$lib/lexicons/word-sets';
import { holdsValences } from '$lib/lexicons/load-valences';
import { compileMatcher } from '$lib/text/match-patterns';
import { readDocument } from '$lib/text/read-document';

const folder = fileURLToPath(new URL('../../../src/lib/lexicons/', import.meta.url));
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .filter((name) => !holdsValences(readFileSync(folder + name, 'utf8')));

describe.each(files)('%s', (file) => {
  const { lexicon, examples } = loadLexicon(file, readFileSync(folder + file, 'utf8'));
  const expanded = expandLexicon(lexicon);
  const whole = compileMatcher(expanded);
  // Sets of words are asked about one at a time, and a word may be in several.
  const alone = new Map(
    expanded.entries.map((entry) => [entry.id, compileMatcher({ ...expanded, entries: [entry] })])
  );

  it('flags and ignores what its sentences say', () => {
    const wrong = examples
      .filter(({ entry, sentence, hit }) => {
        const match = isWordSets(lexicon.id) ? alone.get(entry) : whole;
        const hits = match?.(readDocument(sentence, knowledge).tokens) ?? [];
        return hits.some((found) => found.entry.id === entry) !== hit;
      })
      .map(
        ({ entry, sentence, hit, line }) => `${file}:${line} ${entry} ${hit ? 'misses' : 'hits'}: ${sentence}`
      );
    expect(wrong).toEqual([]);
  });
});
