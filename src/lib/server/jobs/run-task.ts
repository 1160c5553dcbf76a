/** What a task does when its turn comes. */
import { eq } from 'drizzle-orm';
import { openLibrary, tables } from '../db';
import { DomainError, domainErrorIn } from '../domain-error';
import { importBytes, type ImportedDocument, type RefusedItem } from '../import';
import { makeAudit } from '../library/open-collection';
import { storableLine } from '../library/fields';
import { countDocuments } from '../library/stored-collections';
import { libraryChanged } from '../library/version';
import { insertDocuments, nextBatch, readyDocuments } from '../library/write-documents';
import { logError } from '../log';
import { auditTask, forgetOldTasks, isOver, openTask, RETRIES, updateTask, type Task } from './tasks';

/** How often a task shows that it is alive, and looks whether another process cancelled it; in milliseconds. */
const ALIVE_EVERY = 5_000;
/** How often it is written down how far a task is, in milliseconds. */
const TELL_EVERY = 500;

/** Of what is refused for now, such as while the process stops. */
const UNAVAILABLE = 503;

/** Things left out of an import that are written down. */
const MOST_REFUSED = 200;

const { uploads } = tables;

/** Ends a task from within because it was cancelled, or because the process stops. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** What an import left out, and why; null where that was nothing. */
function refusedOf(documents: readonly ImportedDocument[]): Task['refused'] {
  const refused: RefusedItem[] = documents.flatMap(({ notices }) =>
    notices.flatMap((notice) => notice.refused ?? [])
  );
  if (refused.length === 0) return null;
  const first = refused
    .slice(0, MOST_REFUSED)
    .map(({ name, why }) => ({ name: storableLine(name), why: storableLine(why) }));
  return { count: refused.length, first };
}

/**
 * Imports a file that was sent. Documents and how many there are already are written in one transaction, so that
 * after a crash none is missing and none is there twice: no more than a batch is imported again.
 */
async function importUpload(task: Task, signal: AbortSignal): Promise<Task | null> {
  const { db } = await openLibrary();
  const [upload] = await db.select().from(uploads).where(eq(uploads.task, task.id));
  if (!upload) throw new DomainError('not-found', 'The file is gone: send it again.', null, 404);
  const { name, mediaType } = upload;
  const documents = await importBytes(upload.bytes, { name, mediaType, signal });
  for (let done = task.done; done < documents.length;) {
    if (signal.aborted) throw new Stopped();
    const part = readyDocuments(nextBatch(documents, done));
    done += part.length;
    await db.transaction(async (tx) => {
      await insertDocuments(tx, task.collection, part, new Date());
      const open = await updateTask(tx, task.id, { done, total: documents.length });
      if (!open) throw new Stopped();
    });
    libraryChanged();
  }
  if (signal.aborted) throw new Stopped();
  return db.transaction(async (tx) => {
    if (!(await updateTask(tx, task.id, { state: 'done', refused: refusedOf(documents) })))
      throw new Stopped();
    await tx.delete(uploads).where(eq(uploads.task, task.id));
    const { title, documents: all } = await countDocuments(tx, task.collection);
    return (await auditTask(tx, task.collection, title, all)).fresh;
  });
}

async function auditStored(task: Task, controller: AbortController): Promise<null> {
  const { db } = await openLibrary();
  let told = 0;
  let total = task.total ?? 0;
  let writing: Promise<unknown> = Promise.resolve();
  await makeAudit(task.collection, {
    signal: controller.signal,
    patient: true,
    onProgress: (done, all) => {
      total = all;
      const now = Date.now();
      if (now - told < TELL_EVERY) return;
      told = now;
      // Cancelled by another process: the work ends here too.
      writing = updateTask(db, task.id, { done, total }).then(
        (open) => open || controller.abort(),
        () => undefined
      );
    }
  });
  await writing;
  await updateTask(db, task.id, { state: 'done', done: total, total });
  return null;
}

/** Ends a task that cannot be done; a file that was sent for it is not kept. */
async function fail(id: string, problem: string): Promise<void> {
  const { db } = await openLibrary();
  await db.transaction(async (tx) => {
    await updateTask(tx, id, { state: 'failed', problem });
    await tx.delete(uploads).where(eq(uploads.task, id));
  });
}

/**
 * Does a task. What a reader must correct ends it; anything else is tried again, a few times.
 *
 * @param running where it can be stopped from
 * @returns a task that follows from it; null when none does
 * @throws whatever went wrong, when it is to be tried again
 */
export async function runTask(id: string, running: Map<string, AbortController>): Promise<Task | null> {
  const { db } = await openLibrary();
  const task = await openTask(id).catch(() => null);
  if (task === null || isOver(task) || running.has(id)) return null;
  const controller = new AbortController();
  running.set(id, controller);
  const alive = setInterval(() => {
    updateTask(db, id, {}).then(
      (open) => open || controller.abort(),
      () => undefined
    );
  }, ALIVE_EVERY);
  let logged: string;
  try {
    await updateTask(db, id, { state: 'running', begun: true });
    const next =
      task.kind === 'import'
        ? await importUpload(task, controller.signal)
        : await auditStored(task, controller);
    await forgetOldTasks();
    return next;
  } catch (error) {
    const known = domainErrorIn(error);
    // Cancelled, or the process or its database stops: then it is begun again when the next one starts.
    if (controller.signal.aborted || error instanceof Stopped || known?.status === UNAVAILABLE) return null;
    if (known) {
      await fail(id, known.message);
      return null;
    }
    logged = logError(error, { method: 'TASK', path: task.kind });
    if (task.attempts < RETRIES) await updateTask(db, id, { state: 'waiting' });
    else {
      const problem = `Something went wrong on our side, ${RETRIES + 1} times. The log has the details under the id ${logged}.`;
      await fail(id, problem);
      return null;
    }
  } finally {
    clearInterval(alive);
    running.delete(id);
    libraryChanged();
  }
  // Without the error itself, which may quote a text: the queue writes down what it is given.
  throw new Error(`${task.kind} ${logged}`);
}
