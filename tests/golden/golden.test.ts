import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goldenFiles } from '$lib/server/export/golden';
import { auditCollection } from '$lib/server/library';

const folder = join(import.meta.dirname, 'russia-nato');
const HOW = 'If the change is meant, run "npm run golden" and commit the diff.';

const files = goldenFiles(await auditCollection('russia-nato'));

test('there is a golden file for each document, the comparison and the contested claims', () => {
  expect(existsSync(folder) ? readdirSync(folder).sort() : [], HOW).toEqual([...files.keys()].sort());
});

/** The first line that differs, with the lines before it: a whole audit in a message helps nobody. */
function firstDifference(golden: string, now: string): string | null {
  if (golden === now) return null;
  const [before, after] = [golden.split('\n'), now.split('\n')];
  const line = after.findIndex((text, index) => text !== before[index]);
  const at = line === -1 ? after.length - 1 : line;
  const context = after.slice(Math.max(0, at - 6), at).join('\n');
  return `line ${at + 1}:\n${context}\n- ${before[at] ?? '(end)'}\n+ ${after[at] ?? '(end)'}\n${HOW}`;
}

test.each([...files.keys()])('%s has not changed', (name) => {
  const golden = join(folder, name);
  expect(existsSync(golden), `${name} is missing. ${HOW}`).toBe(true);
  expect(firstDifference(readFileSync(golden, 'utf8'), files.get(name) ?? '')).toBeNull();
});
