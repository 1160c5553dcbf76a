/** Work that goes on after the request that asked for it was answered: what is known about it. */
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { libraryIfAny, openLibrary, tables, type Queries } from '../db';
import { DomainError } from '../domain-error';

const { tasks } = tables;

export type Task = typeof tasks.$inferSelect;
export type TaskState = Task['state'];

/** A task as pages and the API show it. */
export interface ShownTask {
  readonly id: string;
  readonly kind: Task['kind'];
  readonly title: string;
  readonly collection: string;
  readonly state: TaskState;
  readonly done: number;
  readonly total: number | null;
  readonly problem: string | null;
  /** What an import left out, and why, the first of it; null where nothing was, or it is not over. */
  readonly refused: NonNullable<Task['refused']>['first'] | null;
  /** How much it left out. */
  readonly refusedCount: number;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** States that nothing follows. */
const OVER: readonly TaskState[] = ['done', 'failed', 'cancelled'];
const OPEN: TaskState[] = ['waiting', 'running'];
/** Times a task is tried again, the first after a second, then after twice as long each time. */
export const RETRIES = 4;
/** Finished tasks that are kept to be looked at. */
const KEPT = 50;

export function isOver({ state }: Pick<Task, 'state'>): boolean {
  return OVER.includes(state);
}

export function shown({
  id,
  kind,
  title,
  collection,
  state,
  done,
  total,
  problem,
  refused,
  createdAt
}: Task): ShownTask {
  return {
    id,
    kind,
    title,
    collection,
    state,
    done,
    total,
    problem,
    refused: refused?.first ?? null,
    refusedCount: refused?.count ?? 0,
    createdAt: createdAt.toISOString()
  };
}

/** Writes down that something is to be done. */
export async function insertTask(
  queries: Queries,
  task: Pick<Task, 'kind' | 'title' | 'collection' | 'total'>
): Promise<Task> {
  const now = new Date();
  const row: Task = {
    ...task,
    id: randomUUID(),
    state: 'waiting',
    done: 0,
    attempts: 0,
    problem: null,
    refused: null,
    createdAt: now,
    changedAt: now
  };
  await queries.insert(tasks).values(row);
  return row;
}

/** @throws DomainError 404 when there is none of that id */
export async function openTask(id: string): Promise<Task> {
  const database = await libraryIfAny();
  const known = /^[0-9a-f-]{36}$/.test(id) && database !== null;
  const [row] = known ? await database.db.select().from(tasks).where(eq(tasks.id, id)) : [];
  if (row) return row;
  throw new DomainError('not-found', `There is no task "${id}".`, null, 404);
}

/** Tasks, the last first: those that go on, and those that ended lately. */
export async function listTasks(): Promise<ShownTask[]> {
  const database = await libraryIfAny();
  if (database === null) return [];
  const rows = await database.db
    .select()
    .from(tasks)
    .orderBy(desc(tasks.createdAt), asc(tasks.id))
    .limit(KEPT);
  return rows.map(shown);
}

/** Ids of tasks that are not over, the first first. */
export async function openTasks(queries: Queries): Promise<Task[]> {
  return queries.select().from(tasks).where(inArray(tasks.state, OPEN)).orderBy(asc(tasks.createdAt));
}

/**
 * The task of auditing a collection: the one that is open, or a new one. To be called within a transaction.
 *
 * @returns `fresh` is the task when it is new, for the queue
 */
export async function auditTask(
  queries: Queries,
  collection: string,
  title: string,
  documents: number
): Promise<{ task: Task; fresh: Task | null }> {
  // Two pages that ask at once must not both find none.
  await queries.execute(sql`select pg_advisory_xact_lock(hashtext(${`audit ${collection}`}))`);
  const [open] = await queries
    .select()
    .from(tasks)
    .where(and(eq(tasks.kind, 'audit'), eq(tasks.collection, collection), inArray(tasks.state, OPEN)));
  if (open) return { task: open, fresh: null };
  const task = await insertTask(queries, { kind: 'audit', title, collection, total: documents });
  return { task, fresh: task };
}

/**
 * Says how a task stands; one that is over stays as it is.
 *
 * @returns false when it was over already: cancelled meanwhile
 */
export async function updateTask(
  queries: Queries,
  id: string,
  change: Partial<Pick<Task, 'state' | 'done' | 'total' | 'problem' | 'refused'>> & { begun?: boolean }
): Promise<boolean> {
  const { begun = false, ...set } = change;
  const changed = await queries
    .update(tasks)
    .set({ ...set, ...(begun ? { attempts: sql`${tasks.attempts} + 1` } : {}), changedAt: new Date() })
    .where(and(eq(tasks.id, id), inArray(tasks.state, OPEN)))
    .returning({ id: tasks.id });
  return changed.length > 0;
}

/** Forgets what ended long ago. */
export async function forgetOldTasks(): Promise<void> {
  const { db } = await openLibrary();
  const [last] = await db
    .select({ at: tasks.createdAt })
    .from(tasks)
    .where(inArray(tasks.state, [...OVER]))
    .orderBy(desc(tasks.createdAt))
    .offset(KEPT)
    .limit(1);
  if (last) await db.delete(tasks).where(and(inArray(tasks.state, [...OVER]), lt(tasks.createdAt, last.at)));
}
