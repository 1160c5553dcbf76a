import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { importBytes } from '$lib/server/import';
import { parseAuditRequest, runAudit } from '$lib/server/library/audit-request';
import { mutateBytes, mutateText } from './mutate';
import { Random, setting } from './random';

const SEED = setting('SOAK_SEED', 1);
const INPUTS = setting('SOAK_FUZZ', 100_000);
const FOLDER = 'corpus/russia-nato/documents';

const texts = readdirSync(FOLDER).map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));

const rejections: unknown[] = [];
process.on('unhandledRejection', (reason) => rejections.push(reason));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

test(`${INPUTS / 2} mangled texts are audited, or refused in a sentence`, () => {
  const random = new Random(SEED);
  const counts = { audited: 0, refused: 0, failed: 0 };
  const strange: unknown[] = [];
  for (let n = 0; n < INPUTS / 2; n++) {
    // Comparing takes most of the time, and is fuzzed by the way.
    const ids = n % 20 === 0 ? ['a', 'b'] : ['a'];
    const documents = ids.map((id) => ({ id, text: mutateText(random, texts) }));
    const claims = [{ id: 'claim', statement: mutateText(random, texts).slice(0, 200) }];
    try {
      const result = runAudit(parseAuditRequest({ documents, claims }));
      counts.audited++;
      for (const { metrics } of result.documents)
        for (const metric of Object.values(metrics)) if (metric.status === 'failed') counts.failed++;
    } catch (error) {
      if (error instanceof DomainError && error.message.length > 10) counts.refused++;
      else strange.push(error);
    }
  }
  say(
    `audit: ${INPUTS / 2} inputs, ${counts.audited} audited, ${counts.refused} refused, ${counts.failed} failed metrics`
  );
  expect(counts.failed).toBe(0);
  expect(strange).toEqual([]);
  expect(rejections).toEqual([]);
});

/** A small file of every kind that is text; what unpacks files is fuzzed through them and through their own bytes. */
function files(): { name: string; bytes: Uint8Array }[] {
  const text = (texts[0] ?? '').slice(0, 600);
  const lines = text.split('. ').slice(0, 4);
  const page = `<!doctype html><html lang="en"><head><title>A page</title><meta name="author" content="A. Writer"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A page"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>A page</h1>${lines.map((line) => `<p>${line}.</p>`).join('')}</article><footer>Terms</footer></body></html>`;
  const source: [string, string][] = [
    ['a.txt', text],
    ['a.md', `# A page\n\n${lines.join('.\n\n')}`],
    ['a.html', page],
    ['a.csv', `id,title,text\n${lines.map((line, n) => `${n},"Title ${n}","${line.replaceAll('"', '""')}"`).join('\n')}`],
    ['a.jsonl', lines.map((line, n) => JSON.stringify({ id: n, text: line })).join('\n')],
    ['a.json', JSON.stringify(lines.map((line) => ({ text: line })))]
  ]; // prettier-ignore
  const known = source.map(([name, content]) => ({ name, bytes: new TextEncoder().encode(content) }));
  return [
    ...known,
    { name: 'a.pdf', bytes: new TextEncoder().encode(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n${text}`) },
    { name: 'a.docx', bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, ...known[0]!.bytes]) },
    { name: 'a.zip', bytes: Uint8Array.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]) }
  ];
}

test(`${INPUTS / 2} mangled files are imported, or refused in a sentence`, async () => {
  const random = new Random(SEED + 1);
  const known = files();
  const counts = { imported: 0, refused: 0 };
  const strange: unknown[] = [];
  for (let n = 0; n < INPUTS / 2; n++) {
    const { name, bytes } = random.pick(known);
    try {
      const documents = await importBytes(mutateBytes(random, [bytes]), { name });
      expect(documents.length).toBeGreaterThan(0);
      counts.imported++;
    } catch (error) {
      if (error instanceof DomainError && error.message.length > 10) counts.refused++;
      else strange.push(error);
    }
  }
  say(`import: ${INPUTS / 2} files, ${counts.imported} imported, ${counts.refused} refused`);
  expect(strange).toEqual([]);
  expect(rejections).toEqual([]);
});
