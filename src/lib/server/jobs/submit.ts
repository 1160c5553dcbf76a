/** Asking for long work, and taking that back. */
import { eq } from 'drizzle-orm';
import { openLibrary, tables } from '../db';
import { DomainError } from '../domain-error';
import { insertCollection, touchCollection } from '../library/stored-collections';
import type { Target } from '../library/stored-documents';
import { libraryChanged } from '../library/version';
import { dequeue, enqueue } from './queue';
import { auditTask, insertTask, isOver, openTask, shown, updateTask, type ShownTask } from './tasks';

const { uploads } = tables;

/** A file as it was sent. */
export interface Upload {
  readonly name: string;
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
}

/**
 * Asks for a file to be imported. When it returns, the file is on the disk and will be imported, whatever happens
 * to this process.
 *
 * @throws DomainError 404 when there is no such collection
 */
export async function wantImport(target: Target, { name, mediaType, bytes }: Upload): Promise<ShownTask> {
  if (bytes.byteLength === 0)
    throw new DomainError('no-documents', 'The file is empty: choose another.', 'file');
  const { db } = await openLibrary();
  const now = new Date();
  const clean = name.replace(/[\0\p{Cs}]/gu, '\uFFFD').slice(0, 200) || 'file';
  const task = await db.transaction(async (tx) => {
    const collection =
      'id' in target ? target.id : await insertCollection(tx, { title: target.newTitle }, now);
    if ('id' in target) await touchCollection(tx, collection, now);
    const made = await insertTask(tx, { kind: 'import', title: clean, collection, total: null });
    await tx.insert(uploads).values({ task: made.id, name: clean, mediaType, bytes });
    return made;
  });
  libraryChanged();
  await enqueue(task);
  return shown(task);
}

/** Asks for the audit of a collection, unless that is asked for already. */
export async function wantAudit(collection: string, title: string, documents: number): Promise<ShownTask> {
  const { db } = await openLibrary();
  const { task, fresh } = await db.transaction((tx) => auditTask(tx, collection, title, documents));
  if (fresh) await enqueue(fresh);
  return shown(task);
}

/**
 * Cancels a task. Documents that are imported already stay.
 *
 * @throws DomainError 404 when there is no such task, 409 when it is over
 */
export async function cancelTask(id: string): Promise<ShownTask> {
  const task = await openTask(id);
  const { db } = await openLibrary();
  const open = !isOver(task) && (await updateTask(db, id, { state: 'cancelled' }));
  if (!open)
    throw new DomainError('not-possible', 'This is over already: there is nothing to cancel.', null, 409);
  await dequeue(task);
  await db.delete(uploads).where(eq(uploads.task, id));
  libraryChanged();
  return shown(await openTask(id));
}
