/**
 * The queue: pg-boss in the library's own database. It says when a task is tried, again after a failure with growing
 * pauses, and again after a crash; what a task is and how it stands is in the table of tasks.
 */
import type PgBoss from 'pg-boss';
import { libraryIfAny, onClose, openLibrary, type Database } from '../db';
import { log } from '../log';
import { openTasks, RETRIES, type Task } from './tasks';
import { runTask } from './run-task';

const QUEUES: readonly Task['kind'][] = ['import', 'audit'];
/** A task that shows no sign of life for so long is begun again. On a server another process may have it. */
const SILENT = 60_000;
const POLL_SECONDS = 2;

interface Queue {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly workers: Map<Task['kind'], string>;
  readonly running: Map<string, AbortController>;
}

let current: Promise<Queue> | null = null;

async function send({ boss, workers }: Queue, { id, kind }: Pick<Task, 'id' | 'kind'>): Promise<void> {
  await boss.deleteJob(kind, id);
  await boss.send(
    kind,
    { task: id },
    { id, retryLimit: RETRIES, retryDelay: 1, retryBackoff: true, expireInHours: 12 }
  );
  const worker = workers.get(kind);
  if (worker !== undefined) boss.notifyWorker(worker);
}

async function start(): Promise<Queue> {
  const database = await openLibrary();
  const { default: Boss } = await import('pg-boss');
  const boss = new Boss({
    db: { executeSql: (text: string, values: unknown[]) => database.executeSql(text, values) },
    schedule: false,
    maintenanceIntervalMinutes: 10,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 1
  });
  boss.on('error', (error) => log().error({ error: error.name }, 'the queue'));
  await boss.start();
  const queue: Queue = { database, boss, workers: new Map(), running: new Map() };
  for (const kind of QUEUES) {
    await boss.createQueue(kind);
    const worker = await boss.work<{ task: string }>(
      kind,
      { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS },
      async (jobs) => {
        for (const { data } of jobs) {
          const next = await runTask(data.task, queue.running);
          if (next) await send(queue, next);
        }
      }
    );
    queue.workers.set(kind, worker);
  }
  // What was waiting or running when the last process ended. Here the library is ours alone; on a server a task
  // that another process has shows signs of life.
  const before = Date.now() - (database.shared ? SILENT : 0);
  for (const task of await openTasks(database.db)) {
    if (task.state === 'waiting' || task.changedAt.getTime() <= before) await send(queue, task);
  }
  return queue;
}

function queueNow(): Promise<Queue> {
  current ??= start().catch((error: unknown) => {
    current = null;
    throw error;
  });
  return current;
}

/** Hands a task that is written down to the queue. */
export async function enqueue(task: Pick<Task, 'id' | 'kind'>): Promise<void> {
  await send(await queueNow(), task);
}

/** Goes on with what was not finished when the last process ended. */
export async function resumeTasks(): Promise<void> {
  const database = await libraryIfAny();
  if (database !== null && (await openTasks(database.db)).length > 0) await queueNow();
}

/** Stops a task where it runs, and takes it out of the queue where it waits. */
export async function dequeue({ id, kind }: Pick<Task, 'id' | 'kind'>): Promise<void> {
  const { boss, running } = await queueNow();
  running.get(id)?.abort();
  await boss.cancel(kind, id);
}

/** Ends the queue; tasks that run are begun again the next time. */
export async function closeQueue(): Promise<void> {
  const closing = current;
  current = null;
  const queue = await closing?.catch(() => null);
  if (!queue) return;
  for (const controller of queue.running.values()) controller.abort();
  await queue.boss.stop({ graceful: true, wait: true, timeout: 3_000 });
}
onClose(closeQueue);
