import { createRequire } from 'node:module';
import { expect, test, vi } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { CommandsOfQueue } from '$lib/server/jobs/queue-commands';

/** The commands as this very pg-boss writes them: one that is written otherwise some day must be found here. */
const plans = createRequire(import.meta.url)('pg-boss/src/plans.js') as Record<
  'completeJobs' | 'failJobsById' | 'insertJob',
  (schema: string) => string
>;
const gone = () => Promise.reject(new DomainError('stopping', 'The server is stopping.', null, 503));

test.each(['completeJobs', 'failJobsById'] as const)(
  'nobody is there to hear that %s could not be said: that is no error, and changed nothing',
  async (command) => {
    const text = plans[command]('pgboss');
    for (const ended of [false, true]) {
      const commands = new CommandsOfQueue({ executeSql: gone }, () => ended);
      expect((await commands.executeSql(text, [])).rows).toEqual([{ count: '0' }]);
    }
  }
);

test('whoever hands a task to the queue hears that this was not possible', async () => {
  const commands = new CommandsOfQueue({ executeSql: gone }, () => false);
  await expect(commands.executeSql(plans.insertJob('pgboss'), [])).rejects.toMatchObject({
    code: 'stopping'
  });
});

test('a queue that is ended does not reach the database, which may be another by then', async () => {
  const executeSql = vi.fn(gone);
  const commands = new CommandsOfQueue({ executeSql }, () => true);
  expect((await commands.executeSql(plans.insertJob('pgboss'), [])).rows).toEqual([]);
  expect(executeSql).not.toHaveBeenCalled();
});
