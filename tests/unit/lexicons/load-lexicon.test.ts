import { describe, expect, it } from 'vitest';
import { expandLexicon } from '$lib/lexicons/compact';
import { compileLexicons } from '$lib/lexicons/compile';
import { loadLexicon } from '$lib/lexicons/load-lexicon';
import { YamlError } from '$lib/lexicons/load-yaml';

const good = `id: test
title: Test
source: Made for this test
licence: MIT (original work)
entries:
  - id: slam
    category: conflict
    patterns: [slam]
    note: Makes criticism sound like violence.
    flag: ["She slammed the plan."]
  - id: vow
    category: speech
    patterns: [vow]
    note: Solemn for "say".
    flag: ["He vowed revenge."]
`;

function problemOf(yaml: string, file = 'test.yaml'): YamlError {
  try {
    loadLexicon(file, yaml);
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
  throw new Error('the list was accepted');
}

describe('loading a word list', () => {
  it('gives entries, rule ids and the sentences that test them', () => {
    const { lexicon, examples } = loadLexicon('test.yaml', good);
    expect(expandLexicon(lexicon).entries.map((entry) => entry.id)).toEqual(['test/slam', 'test/vow']);
    expect(examples).toEqual([
      { entry: 'test/slam', sentence: 'She slammed the plan.', hit: true, line: 10 },
      { entry: 'test/vow', sentence: 'He vowed revenge.', hit: true, line: 15 }
    ]);
  });

  it.each([
    ['a misspelt field', good.replace('note: Solemn', 'notes: Solemn'), 'vow', 14, 'note'],
    ['a missing field', good.replace('    flag: ["He vowed revenge."]\n', ''), 'vow', 11, 'missing'],
    ['a repeated id', good.replace('id: vow', 'id: slam'), 'slam', 11, 'taken by line 6'],
    ['a repeated pattern', good.replace('[vow]', '[slam]'), 'vow', 13, 'also in "slam"'],
    ['a pattern in capitals', good.replace('[vow]', '[Vow]'), 'vow', 13, 'lower case'],
    ['an unknown part of speech', good.replace('[vow]', '[vow/VRB]'), 'vow', 13, 'VRB'],
    ['a wrong type', good.replace('patterns: [vow]', 'patterns: vow'), 'vow', 13, 'must be Array'],
    ['an empty pattern', good.replace('[vow]', '[""]'), 'vow', 13, 'must not be empty'],
    ['a duplicate key', good.replace('title: Test', 'id: test'), null, 2, 'unique'],
    ['bad YAML', good.replace('patterns: [vow]', 'patterns: [vow'), null, 14, 'not valid YAML']
  ])('names file, entry and line for %s', (_, yaml, entry, line, words) => {
    const error = problemOf(yaml);
    expect({ file: error.file, entry: error.entry, line: error.line }).toEqual({
      file: 'test.yaml',
      entry,
      line
    });
    expect(error.message).toContain(words);
    expect(error.message).toContain(`test.yaml:${line}:`);
  });

  it('refuses a list whose id is not its file name', () => {
    expect(problemOf(good, 'other.yaml').message).toContain('make them the same');
  });
});

describe('compiling word lists', () => {
  const hash = (text: string): string => String(text.length);
  const second = good.replace('id: test', 'id: zeta');

  it('gives the same bytes whatever the order of the files', () => {
    const files = [
      { name: 'test.yaml', yaml: good },
      { name: 'zeta.yaml', yaml: second }
    ];
    const there = compileLexicons(files, hash, 'vectors');
    expect(compileLexicons([...files].reverse(), hash, 'vectors')).toEqual(there);
    expect(there).toMatchObject({ lists: 2, entries: 4 });
  });

  it('gives other bytes when only a sentence or the word vectors change, because the hash names the sources', () => {
    const one = compileLexicons([{ name: 'test.yaml', yaml: good }], hash, 'vectors').module;
    const other = compileLexicons(
      [{ name: 'test.yaml', yaml: good.replace('revenge', 'vengeance') }],
      hash,
      'vectors'
    ).module;
    expect(other).not.toBe(one);
    expect(compileLexicons([{ name: 'test.yaml', yaml: good }], hash, 'others').module).not.toBe(one);
  });
});
