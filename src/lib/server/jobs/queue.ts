/**
 * The queue: pg-boss in the library's own database. It says when a task is tried, again after a failure with growing
 * pauses, and again after a crash; what a task is and how it stands is in the table of tasks.
 */
import type PgBoss from 'pg-boss';
import { libraryIfAny, onClose, onLost, openLibrary, type Database } from '../db';
import { CommandsOfQueue } from './queue-commands';
import { log } from '../log';
import { openTasks, RETRIES, type Task } from './tasks';
import { runTask } from './run-task';

const QUEUES: readonly Task['kind'][] = ['import', 'audit'];
/** A task that shows no sign of life for so long is begun again: on a server another process may have had it. */
const SILENT = 60_000;
const LOOK_EVERY = 30_000;
const POLL_SECONDS = 2;
/** How long after the disk was full, or the library could not be opened, tasks are tried again, in milliseconds. */
const RESUME_AFTER = 30_000;

interface Queue {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly workers: Map<Task['kind'], string>;
  readonly running: Map<string, AbortController>;
  watch?: NodeJS.Timeout;
}

let current: Promise<Queue> | null = null;
const ended = new WeakSet<Database>();

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

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

/**
 * Hands tasks to the queue that a process left behind when it ended. An embedded library is ours alone: whatever was
 * running is not any more. On a server another process may have it, and shows signs of life.
 *
 * @param starting whether this process has just begun: then what was waiting is handed over too
 */
async function beginAgain(queue: Queue, starting: boolean): Promise<void> {
  const { db, shared } = queue.database;
  const before = Date.now() - (shared ? SILENT : 0);
  for (const task of await openTasks(db)) {
    if (queue.running.has(task.id)) continue;
    const left = task.state === 'waiting' ? starting : task.changedAt.getTime() <= before;
    if (left) await send(queue, task);
  }
}

async function start(): Promise<Queue> {
  const database = await openLibrary();
  const { default: Boss } = await import('pg-boss');
  const boss = new Boss({
    db: new CommandsOfQueue(database, () => ended.has(database)),
    schedule: false,
    maintenanceIntervalMinutes: 10,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 1
  });
  boss.on('error', (error) => log().error({ error: nameOf(error) }, 'the queue'));
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
  await beginAgain(queue, true);
  if (database.shared) {
    queue.watch = setInterval(() => {
      beginAgain(queue, false).catch((error: unknown) => log().error({ error: nameOf(error) }, 'the queue'));
    }, LOOK_EVERY).unref();
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
  clearInterval(queue.watch);
  for (const controller of queue.running.values()) controller.abort();
  try {
    await queue.boss.stop({ graceful: true, wait: true, timeout: 3_000 });
  } finally {
    ended.add(queue.database);
  }
}
onClose(closeQueue);

/** Goes on with what was running, once the library can be opened: there may be room on the disk by then. */
function resumeWhenPossible(): void {
  resumeTasks().catch((error: unknown) => {
    log().error({ error: nameOf(error) }, 'the queue');
    setTimeout(resumeWhenPossible, RESUME_AFTER).unref();
  });
}

// As after a crash of the process: what was running is begun again on the database that is opened next.
onLost((database, { code, message }) => {
  ended.add(database);
  log().error({ reason: message }, 'the database stopped; it is opened anew');
  closeQueue()
    .catch((error: unknown) => log().error({ error: nameOf(error) }, 'the queue'))
    .finally(() => {
      // What found no room would find none now.
      if (code === 'not-writable') setTimeout(resumeWhenPossible, RESUME_AFTER).unref();
      else resumeWhenPossible();
    });
});
