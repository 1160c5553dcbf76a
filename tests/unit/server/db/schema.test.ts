import { readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '$lib/server/db/migrate';
import * as schema from '$lib/server/db/schema';

const FOLDER = 'src/lib/server/db/migrations';

test('the migrations make exactly the tables that the schema says', async () => {
  const { entries } = JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, 'utf8')) as {
    entries: { idx: number; tag: string }[];
  };
  expect(MIGRATIONS).toEqual(entries.map(({ tag }) => `./migrations/${tag}.sql`));
  const number = String(entries.at(-1)!.idx).padStart(4, '0');
  const last = JSON.parse(readFileSync(`${FOLDER}/meta/${number}_snapshot.json`, 'utf8')) as Parameters<
    typeof generateMigration
  >[0];
  const now = generateDrizzleJson(schema, last.id);
  expect(await generateMigration(last, now)).toEqual([]);
});
