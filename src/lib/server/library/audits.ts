/** Audits as everybody gets them: from memory, from the database, or computed in a thread of its own. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Audit, AuditRequest } from '$lib/analysis/audit-schema';
import { libraryIfAny, onClose, tables } from '../db';
import { log } from '../log';
import { threadEntry } from '../thread-entry';
import { auditJson } from './audit-request';
import { AuditPool, type AuditOptions } from './audit-pool';
import { MADE_WITH } from './audit-thread';
import { CollectionAudits, textsKey } from './collection-audits';
import { sha256 } from './load-collection';

const { audits } = tables;
const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Audits kept in memory, by the bytes of their JSON; the last one stays whatever its size. */
const KEPT_BYTES = 128 * 1024 ** 2;
/** Audits kept in the database. */
const KEPT_ROWS = 200;

interface Kept {
  readonly audit: Audit;
  readonly bytes: number;
}
const kept = new Map<string, Kept>();
const making = new Map<string, Promise<Audit>>();
/** Where there are no built threads: in tests and while developing. */
export const here = new CollectionAudits();

let pool: AuditPool | null | undefined;

/** The threads that audit; null where there are none. */
export function auditThreads(): AuditPool | null {
  if (pool === undefined) {
    const entry = threadEntry('audit-worker.js');
    pool = entry === null ? null : new AuditPool(entry);
  }
  return pool;
}

/** Starts a thread, so that the first audit need not wait for it; false where there are no threads. */
export function warmAudits(): boolean {
  const threads = auditThreads();
  threads?.warm();
  return threads !== null;
}

/** Ends the threads. */
export async function closeAudits(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.close();
}
onClose(closeAudits);

/** What an audit rests on, named once and not at every look at a large collection. */
const keys = new WeakMap<object, string>();

/**
 * Names all but the claims that an audit rests on.
 *
 * @param documents what the request's documents were made of, the same object for as long as they are the same
 */
function documentsKey(request: AuditRequest, documents: object): string {
  const known = keys.get(documents);
  if (known !== undefined) return known;
  const key = textsKey(request);
  keys.set(documents, key);
  return key;
}

function remember(key: string, audit: Audit, bytes: number): Audit {
  kept.delete(key);
  kept.set(key, { audit, bytes });
  let size = 0;
  for (const [name, one] of [...kept].reverse()) {
    size += one.bytes;
    if (size > KEPT_BYTES && name !== key) kept.delete(name);
  }
  return audit;
}

async function readKept(key: string): Promise<Audit | null> {
  const database = await libraryIfAny();
  if (database === null) return null;
  const [row] = await database.db
    .update(audits)
    .set({ usedAt: new Date() })
    .where(eq(audits.key, key))
    .returning({ body: audits.body });
  if (!row) return null;
  const json = await unzip(row.body);
  return remember(key, JSON.parse(json.toString('utf8')) as Audit, json.byteLength);
}

/** An audit that cannot be kept is only made again. */
async function write(key: string, json: Uint8Array): Promise<void> {
  try {
    const database = await libraryIfAny();
    if (database === null) return;
    const body = await zip(json);
    const { db } = database;
    await db.insert(audits).values({ key, body, usedAt: new Date() }).onConflictDoNothing();
    const rows = await db.select({ key: audits.key }).from(audits).orderBy(asc(audits.usedAt));
    const old = rows.slice(0, Math.max(0, rows.length - KEPT_ROWS)).map((row) => row.key);
    if (old.length > 0) await db.delete(audits).where(inArray(audits.key, old));
  } catch (error) {
    log().warn({ error: error instanceof Error ? error.name : 'unknown' }, 'an audit was not kept');
  }
}

/** Names a collection for as long as its first document stays: one that grew is still the same. */
export function affinityOf({ documents, seed }: AuditRequest): string {
  return sha256(JSON.stringify([documents[0], seed]));
}

async function compute(key: string, request: AuditRequest, options: AuditOptions): Promise<Audit> {
  const threads = auditThreads();
  if (threads === null) {
    const audit = here.of(request, options.onProgress);
    const json = new TextEncoder().encode(auditJson(audit));
    void write(key, json);
    return remember(key, audit, json.byteLength);
  }
  const json = await threads.audit(request, affinityOf(request), options);
  void write(key, json);
  return remember(key, JSON.parse(new TextDecoder().decode(json)) as Audit, json.byteLength);
}

/** Names everything that an audit rests on; see `documentsKey`. */
export function keyOf(request: AuditRequest, documents: object): string {
  return sha256(JSON.stringify([MADE_WITH, documentsKey(request, documents), request.claims]));
}

/** An audit that need not be computed; null where it must be. */
export async function keptAudit(request: AuditRequest, documents: object): Promise<Audit | null> {
  const key = keyOf(request, documents);
  const known = kept.get(key);
  return known ? remember(key, known.audit, known.bytes) : readKept(key);
}

/**
 * The audit of a collection: the same bytes as `runAudit` gives.
 *
 * @param documents what the request's documents were made of, the same object for as long as they are the same
 */
export async function auditOf(
  request: AuditRequest,
  documents: object,
  options: AuditOptions = {}
): Promise<Audit> {
  const known = await keptAudit(request, documents);
  if (known !== null) return known;
  const key = keyOf(request, documents);
  // Work that can be cancelled is its caller's own.
  if (options.signal !== undefined) return compute(key, request, options);
  const running = making.get(key);
  if (running) return running;
  const work = compute(key, request, options);
  making.set(key, work);
  try {
    return await work;
  } finally {
    making.delete(key);
  }
}

/** Audits what was sent, in a thread where there is one, and keeps nothing of it. */
export async function auditInThread(request: AuditRequest, run: () => Audit): Promise<Audit> {
  const threads = auditThreads();
  if (threads === null) return run();
  const json = await threads.audit(request, '');
  return JSON.parse(new TextDecoder().decode(json)) as Audit;
}
