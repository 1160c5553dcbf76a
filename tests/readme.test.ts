/** A README that names a path which is gone sends a newcomer nowhere. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every path and every npm command that the README names is there', () => {
  const readme = readFileSync('README.md', 'utf8');
  const paths = [...readme.matchAll(/`((?:src|corpus|tests|static)\/[\w./$@+-]+)`/gu)].map(
    (match) => match[1]!
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = [...readme.matchAll(/npm run (?:--silent )?([\w:-]+)/gu)].map((match) => match[1]!);
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
});
