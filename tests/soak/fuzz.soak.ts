import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { importBytes } from '$lib/server/import';
import type { FileKind, ReadInput } from '$lib/server/import/files';
import { IsolatedReader, unreadable } from '$lib/server/import/isolated-reader';
import { parseAuditRequest, runAudit } from '$lib/server/library/audit-request';
import { fuzzKinds, type FuzzKind } from './fuzz-files';
import { mutateText } from './mutate';
import { Random, setting } from './random';

const SEED = setting('SOAK_SEED', 1);
const INPUTS = setting('SOAK_FUZZ', 100_000);
const FOLDER = 'corpus/russia-nato/documents';

const texts = readdirSync(FOLDER).map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));

/** Files are read as the built app reads them: in its thread, which outlives what a parser gives up behind its back. */
const thread = new IsolatedReader(resolve('build/engine/import-worker.js'));
vi.mock('$lib/server/import/read-anywhere', () => ({
  readAnywhere: (kind: FileKind, input: ReadInput) => thread.read(kind, input)
}));
afterAll(() => thread.close());

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

/** Every other file is text; the kinds that unpack share the rest. */
function share(kinds: readonly FuzzKind[], n: number): FuzzKind {
  const [texts, ...packed] = kinds;
  return n % 2 === 0 ? texts! : packed[((n - 1) / 2) % packed.length]!;
}

test(`${INPUTS / 2} mangled files are imported, or refused in a sentence`, async () => {
  const random = new Random(SEED + 1);
  const kinds = fuzzKinds(texts);
  const counts = new Map(kinds.map(({ kind }) => [kind, { imported: 0, refused: 0, unforeseen: 0 }]));
  const strange: unknown[] = [];
  for (let n = 0; n < INPUTS / 2; n++) {
    const { kind, make } = share(kinds, n);
    const { name, bytes } = make(random);
    const count = counts.get(kind)!;
    try {
      const documents = await importBytes(bytes, { name });
      expect(documents.length).toBeGreaterThan(0);
      count.imported++;
    } catch (error) {
      if (!(error instanceof DomainError && error.message.length > 10)) {
        strange.push(error);
        continue;
      }
      // Small as they are, none may hold the reader until its clock ends it.
      if (error.code === 'too-slow') strange.push(error);
      count.refused++;
      // What no reader of files named a reason for.
      if (error.message === unreadable(name).message) count.unforeseen++;
    }
  }
  for (const [kind, { imported, refused, unforeseen }] of counts) {
    say(
      `import: ${kind}: ${imported + refused} files, ${imported} imported, ${refused} refused (${unforeseen} without a reason of its own)`
    );
  }
  say(`import: ${strange.length} strange errors, ${rejections.length} rejections that nobody waited for`);
  expect(strange).toEqual([]);
  expect(rejections).toEqual([]);
});
