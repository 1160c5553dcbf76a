import { expect, it } from 'vitest';
import { closeDatabase, openLibrary } from '$lib/server/db';
import { MIGRATIONS } from '$lib/server/db/migrate';
import { listTasks } from '$lib/server/jobs';
import { insertTask, updateTask } from '$lib/server/jobs/tasks';
import { useLibrary } from '../test-library';

useLibrary();

it('a library from before imports said what they left out is brought up to date, with its tasks', async () => {
  const { db, executeSql } = await openLibrary();
  const { id } = await insertTask(db, { kind: 'import', title: 'a.zip', collection: 'a~aaaaa', total: 1 });
  await updateTask(db, id, { state: 'done' });
  const at = MIGRATIONS.findIndex((name) => name.endsWith('_task_refused.sql')) + 1;
  expect(at).toBe(MIGRATIONS.length);
  await executeSql('alter table tasks drop column refused');
  await executeSql(`delete from parallax_migrations where n >= ${at}`);
  await closeDatabase();
  expect(await listTasks()).toMatchObject([{ id, title: 'a.zip', state: 'done', refused: null }]);
  const { rows } = await openLibrary();
  const { sql } = await import('drizzle-orm');
  const applied = await rows(
    (await openLibrary()).db,
    sql`select n, name from parallax_migrations order by n`
  );
  expect(applied).toEqual(MIGRATIONS.map((name, index) => ({ n: index + 1, name })));
});
