import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { AuditSchema } from '$lib/analysis/audit-schema';
import { auditJson, auditRequest } from '$lib/server/library';
import { main } from '../../../src/cli/parallax.js';

const folder = mkdtempSync(join(tmpdir(), 'parallax command '));
afterAll(() => rmSync(folder, { recursive: true }));

const A = 'The bridge may open on Monday. It cost $3 million, the mayor said.';
const B = 'Critics say the mayor wasted $5 million on the bridge.';
mkdirSync(join(folder, 'texts'));
writeFileSync(join(folder, 'texts', 'a.txt'), A);
writeFileSync(join(folder, 'texts', 'b.md'), B);
writeFileSync(join(folder, 'texts', 'ignored.pdf'), 'x');
const request = {
  documents: [
    { id: 'a', text: A },
    { id: 'b', text: B }
  ]
};
writeFileSync(join(folder, 'request.json'), JSON.stringify(request));
writeFileSync(join(folder, 'broken.json'), '{"documents": [');
writeFileSync(join(folder, 'empty.json'), '{"documents": [{"id": "a", "text": ""}]}');
mkdirSync(join(folder, 'none'));
mkdirSync(join(folder, 'long'));
const SPEECH = 'The mayor said that the bridge was late and that it would open in the spring of next year. ';
writeFileSync(join(folder, 'long', 'speech.txt'), SPEECH.repeat(12));

function parallax(...args: string[]): { code: number; out: string; err: string } {
  let [out, err] = ['', ''];
  const terminal = {
    folder,
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text)
  };
  const code = main(args, terminal);
  return { code, out, err };
}

describe('--json', () => {
  test('is the bytes of the API alone, for a request and for a folder of the same texts', async () => {
    const wanted = auditJson(await auditRequest(request));
    expect(parallax('audit', 'request.json', '--json')).toEqual({ code: 0, out: wanted, err: '' });
    const folderOfTexts = parallax('audit', 'texts', '--json');
    expect(folderOfTexts).toMatchObject({ code: 0, out: wanted });
    // A source that is left out in silence would make its claims stand nowhere.
    expect(folderOfTexts.err).toBe(
      'Not read: ignored.pdf. Only .txt and .md files of a folder are: save its text as a .txt file, or import it in the app.\n'
    );
  });

  test('of a file that the app imports is refused with what it is and what to do', () => {
    writeFileSync(join(folder, 'draft.docx'), 'PK');
    const { code, err } = parallax('audit', 'draft.docx');
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^draft\.docx is a Word file, .*import it in the app/)
    ]);
    mkdirSync(join(folder, 'papers'));
    writeFileSync(join(folder, 'papers', 'a.pdf'), 'x');
    expect(parallax('audit', 'papers').err).toContain('but a.pdf');
  });

  test('is of one text, where a file of text is named', async () => {
    const wanted = auditJson(await auditRequest({ documents: [request.documents[1]] }));
    expect(parallax('audit', join('texts', 'b.md'), '--json')).toEqual({ code: 0, out: wanted, err: '' });
  });

  test('is as the contract says, for the bundled collection', () => {
    const { code, out } = parallax('audit', join(process.cwd(), 'corpus', 'russia-nato'), '--json');
    expect(code).toBe(0);
    const result = v.safeParse(AuditSchema, JSON.parse(out));
    expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
  });
});

test('without an option a summary names every document', () => {
  const { code, out } = parallax('audit', 'texts');
  expect(code).toBe(0);
  expect(out).toContain('[1] a:');
  expect(out).toContain('[2] b:');
});

test('--csv writes three tables', () => {
  expect(parallax('audit', 'texts', '--csv', 'tables/of this').code).toBe(0);
  for (const name of ['metrics', 'statements', 'stances']) {
    expect(readFileSync(join(folder, 'tables/of this', `${name}.csv`), 'utf8')).toMatch(/^[a-zA-Z,]+\r\n/);
  }
});

test('--collection-claims looks for the claims of a file', () => {
  const claims = join(process.cwd(), 'corpus', 'russia-nato', 'contested.yaml');
  const { out } = parallax('audit', 'texts', '--json', '--collection-claims', claims);
  expect(JSON.parse(out).contested.length).toBeGreaterThan(20);
});

describe('--limit', () => {
  test('over it the exit code is 1 and standard error says what', () => {
    const { code, out, err } = parallax('audit', 'long', '--json', '--limit', 'attribution=5');
    expect(code).toBe(1);
    expect(err).toMatch(/^speech: attribution is .* over the limit of 5\.\n$/);
    expect(() => JSON.parse(out)).not.toThrow();
  });

  test('within it the exit code is 0', () => {
    expect(parallax('audit', 'long', '--limit', 'attribution=100')).toMatchObject({ code: 0, err: '' });
  });
});

describe('bad input is exit code 2, nothing on standard output, and on standard error a sentence or the error shape', () => {
  test.each<[string, string[], string, string | null]>([
    ['no command', [], 'invalid-command', null],
    ['another command', ['audits', 'texts'], 'invalid-command', null],
    ['an unknown option', ['audit', 'texts', '--jsno'], 'invalid-option', '--jsno'],
    ['an option without value', ['audit', 'texts', '--limit'], 'invalid-option', '--limit'],
    ['a value too many', ['audit', 'texts', '--with-texts=yes'], 'invalid-option', '--with-texts'],
    ['a limit without value', ['audit', 'texts', '--limit', 'hedging'], 'invalid-option', '--limit'],
    ['a limit for no metric', ['audit', 'texts', '--limit', 'beauty=1'], 'invalid-option', '--limit'],
    ['nothing there', ['audit', 'nowhere'], 'not-found', 'nowhere'],
    ['a folder without texts', ['audit', 'none'], 'no-documents', 'none'],
    ['no JSON', ['audit', 'broken.json'], 'not-json', 'broken.json'],
    ['an empty text', ['audit', 'empty.json'], 'invalid-request', 'documents[0].text'],
    ['claims that are not there', ['audit', 'texts', '--collection-claims', 'x.yaml'], 'not-found', 'x.yaml'],
    [
      'claims that are broken',
      ['audit', 'texts', '--collection-claims', 'request.json'],
      'broken-collection',
      ':1'
    ]
  ])('%s', (_name, args, code, path) => {
    const said = parallax(...args);
    expect(said).toMatchObject({ code: 2, out: '' });
    const result = parallax('--json', ...args);
    expect(result).toMatchObject({ code: 2, out: '' });
    const { error } = JSON.parse(result.err);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^.{10,}$/);
    expect(said.err).toBe(`${error.message}\n`);
    if (path === null) expect(error.path).toBeNull();
    else expect(error.path).toContain(path);
  });
});

test('whoever names no command is told of every one that there is', () => {
  const commands = [...parallax('--help').out.matchAll(/^parallax (\w+)/gm)].map(([, verb]) => verb!);
  expect(commands).toContain('restore');
  const { err } = parallax();
  for (const verb of commands) expect(err).toMatch(new RegExp(`[" ]${verb}"`));
});

test.each(['audit', 'bundle', 'verify'])('%s alone is told what it needs', (verb) => {
  const { code, err } = parallax(verb);
  expect(code).toBe(2);
  expect(err).toMatch(new RegExp(`^${verb} needs .*: parallax ${verb} \\S+\\.\n$`));
});

test('--help says how', () => {
  expect(parallax('--help')).toMatchObject({ code: 0, err: '' });
});
