/**
 * No text may make a regular expression slow: every one in the source is put to a checker that looks for a
 * string that would. An expression that is built at run time is not seen here, so there must be none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Found {
  where: string;
  source: string;
  flags: string;
}

function scriptsOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gu)].map((match) => match[1]).join('\n');
}

function expressionsIn(file: string): { literals: Found[]; built: string[] } {
  const literals: Found[] = [];
  const built: string[] = [];
  const source = ts.createSourceFile(file, scriptsOf(file), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const where = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      literals.push({ where, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      node.expression.getText() === 'RegExp'
    ) {
      built.push(where);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { literals, built };
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|mjs|svelte)$/u.test(name))
  .map((name) => join('src', name))
  .sort();
const all = files.map(expressionsIn);
const literals = all.flatMap((found) => found.literals);

describe('regular expressions', () => {
  it('are found, so that this test can fail', () => {
    expect(literals.length).toBeGreaterThan(20);
  });

  it('are literals, so that they can be checked', () => {
    expect(all.flatMap((found) => found.built)).toEqual([]);
  });

  it('the checker tells a slow one from a fast one', () => {
    expect(checkSync('^(a+)+$', '').status).toBe('vulnerable');
    expect(checkSync('^a+$', '').status).toBe('safe');
  });

  it.each(literals)('$where /$source/$flags takes linear time', ({ source, flags }) => {
    const result = checkSync(source, flags, { timeout: 20_000, randomSeed: 1 });
    expect(result.status === 'vulnerable' ? result.complexity?.summary : result.status).toBe('safe');
  });
});
