import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { circles } from './architecture/circles';
import { importedFiles, violations } from './architecture/floors';
import { strayLists } from './architecture/word-lists';

const root = fileURLToPath(new URL('..', import.meta.url));

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

test('no file imports what its room may not', () => {
  const sources = filesUnder('src').filter(
    (file) => /\.(ts|js|mjs|svelte)$/.test(file) && !/\.d\.ts$/.test(file)
  );
  expect(sources.length).toBeGreaterThan(40);
  expect(sources.flatMap((file) => violations(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('no files import each other in a circle', () => {
  const sources = new Set(filesUnder('src').filter((file) => /\.(ts|svelte)$/.test(file)));
  const imports = new Map(
    [...sources].map((file) => {
      const imported = importedFiles(file, readFileSync(join(root, file), 'utf8'), sources);
      // A component that draws itself, as one does for what is nested, has no other way.
      return [file, imported.filter((other) => other !== file || !file.endsWith('.svelte'))] as const;
    })
  );
  // Were imports not followed, there would be no circles either.
  expect(imports.get('src/lib/analysis/audit.ts')).toContain('src/lib/analysis/audit-schema.ts');
  expect(circles(imports)).toEqual([]);
});

test('a planted circle is caught', () => {
  const imports = Object.entries({ a: ['b', 'c'], b: ['d'], c: ['d'], d: ['b'], e: ['e'], f: ['a', 'gone'] });
  expect(circles(new Map(imports))).toEqual([['b', 'd'], ['e']]);
});

test('what the engine knows about words is data, not code', () => {
  const sources = ['src/lib/analysis', 'src/lib/text'].flatMap(filesUnder);
  expect(sources.length).toBeGreaterThan(150);
  const stray = sources.flatMap((file) =>
    strayLists(file.replace(/^src\/lib\/|\.ts$/g, ''), readFileSync(join(root, file), 'utf8'))
  );
  expect(stray).toEqual([]);
});

test.each([
  "const SEEN = new Set(['saw', 'heard', 'felt', 'smelt', 'tasted', 'noticed']);",
  "const SEEN = new Set('saw heard felt smelt tasted noticed'.split(' '));",
  'const SEEN = /^(?:heard|noticed|watched|smelt|tasted|touched)$/;'
])('a planted word list is caught: %s', (text) => {
  expect(strayLists('analysis/voice/senses', text)).toHaveLength(1);
});

describe('a planted violation is caught', () => {
  test.each([
    ['src/lib/lexicons/a.ts', "import { x } from '$lib/text/document';"],
    ['src/lib/text/a.ts', "import type { Audit } from '$lib/analysis/audit-schema';"],
    ['src/lib/analysis/a.ts', "import { x } from '$lib/server/config';"],
    ['src/lib/analysis/a.ts', "import { x } from '../text/document';"],
    ['src/lib/analysis/a.ts', "import winkNLP from 'wink-nlp';"],
    ['src/lib/analysis/a.ts', "import { readFileSync } from 'node:fs';"],
    ['src/lib/analysis/a.ts', "import { readFileSync } from 'fs';"],
    ['src/lib/analysis/a.ts', "import * as v from 'valibot';"],
    ['src/lib/analysis/a.ts', 'export const now = Date.now();'],
    ['src/lib/analysis/a.ts', 'export const now = new Date();'],
    ['src/lib/analysis/a.ts', 'export const chance = () => Math.random();'],
    ['src/lib/text/a.ts', 'export const home = process.env.HOME;'],
    ['src/lib/text/a.ts', "export const got = fetch('/x');"],
    ['src/lib/text/a.ts', 'export const order = (a: string, b: string) => a.localeCompare(b);'],
    ['src/lib/view/a.ts', "import { AuditSchema } from '$lib/analysis/audit-schema';"],
    ['src/lib/view/a.ts', "import type { Reading } from '$lib/analysis/reading';"],
    ['src/lib/charts/a.ts', "import Panel from '$lib/components/Panel.svelte';"],
    ['src/lib/charts/a.ts', "export * from '$lib/analysis/audit-schema';"],
    ['src/lib/components/A.svelte', "<script>const x = import('$lib/server/library');</script>"],
    ['src/lib/components/A.svelte', "<p>{#await import('$lib/text/wink')}…{/await}</p>"],
    [
      'src/lib/components/A.svelte',
      '<script lang="ts">import type { C } from \'$lib/server/library\';</script>'
    ],
    ['src/lib/server/a.ts', "import { format } from '$lib/view/format';"],
    ['src/cli/a.ts', "import { format } from '$lib/view/format';"],
    ['src/cli/a.mjs', "import * as v from 'valibot';"],
    ['src/routes/+page.ts', "import { openCollection } from '$lib/server/library';"],
    ['src/routes/+page.svelte', "<script>import { knowledge } from '$lib/lexicons/generated';</script>"],
    ['src/routes/+page.ts', "import { audit } from '$lib/analysis/audit';"]
  ])('%s: %s', (file, text) => {
    expect(violations(file, text)).toHaveLength(1);
  });
});

describe('what the table allows is let through', () => {
  test.each([
    ['src/lib/analysis/metrics/a.ts', "import { quoteOf } from '$lib/text/document'; import '../reading';"],
    ['src/lib/view/a.ts', "import type { Audit } from '$lib/analysis/audit-schema';"],
    ['src/lib/view/a.ts', "import { type Audit } from '$lib/analysis/audit-schema';"],
    ['src/lib/view/a.ts', "import type { Revision } from '$lib/analysis/audit-schema-revision';"],
    ['src/lib/components/A.svelte', "<script>const x = await import('chart.js');</script>"],
    ['src/routes/+page.server.ts', "import { openCollection } from '$lib/server/library';"],
    ['src/routes/api/v1/audit/+server.ts', "import { auditRequest } from '$lib/server/library';"],
    ['src/lib/analysis/a.ts', 'export const day = new Date(0); const a = { process: 1 }; a.process;']
  ])('%s: %s', (file, text) => {
    expect(violations(file, text)).toEqual([]);
  });
});

test('the top level holds what the house is made of, and nothing else', () => {
  const ignored = ['node_modules', 'build', 'test-results', 'playwright-report'];
  const names = readdirSync(root).filter((name) => !name.startsWith('.') && !ignored.includes(name));
  expect(names.filter((name) => !name.endsWith('.log')).sort()).toEqual([
    'LICENSE',
    'README.md',
    'corpus',
    'eslint.config.js',
    'package-lock.json',
    'package.json',
    'src',
    'static',
    'svelte.config.js',
    'tests',
    'tsconfig.json',
    'vite.config.ts'
  ]);
});

const client = join(root, 'build', 'server', 'client');

/** Sentences that stand in the word lists and nowhere else. */
function wordListMarkers(): string[] {
  return Object.values(knowledge.lexicons).flatMap(({ entries }) =>
    entries.map(({ note }) => note).filter((note, index) => note.length > 30 && index % 10 === 0)
  );
}

test.skipIf(!existsSync(client))(
  'no chunk for the browser holds wink-nlp, a database or the word lists',
  () => {
    const chunks = readdirSync(client, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(js|mjs|json)$/.test(entry.name))
      .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }));
    expect(chunks.length).toBeGreaterThan(0);
    // A word of wink-nlp's own that no minifier changes.
    const wink = 'negationFlag';
    expect(readFileSync(join(root, 'node_modules/wink-nlp/src/its.js'), 'utf8')).toContain(wink);
    const markers = [wink, 'pglite', 'drizzle', knowledge.hash, ...wordListMarkers()];
    expect(markers.length).toBeGreaterThan(10);
    const found = chunks.flatMap(({ name, text }) =>
      markers.filter((marker) => text.includes(marker)).map((marker) => `${name}: ${marker}`)
    );
    expect(found).toEqual([]);
  }
);
