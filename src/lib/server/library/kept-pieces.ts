/** Audits of large collections as they are kept: piece by piece, whole or not at all. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { and, asc, desc, eq, gte, inArray, lt, ne } from 'drizzle-orm';
import type { AuditRequest } from '$lib/analysis/audit-schema';
import { libraryIfAny, tables, type Database } from '../db';
import { membersIn, type PartName } from './audit-pieces';
import { MADE_WITH } from './audit-thread';
import type { AuditPiece } from './collection-audits';
import { sha256 } from './load-collection';

const { audits, auditParts, documentAudits } = tables;
const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Documents written, or read to be sent on, at a time. */
export const BATCH = 25;
/** Pieces of parts written or read at a time: some 100 kB each, so that nobody waits long for the one connection. */
const PARTS_AT_ONCE = 4;
/** Single documents kept, those used last. */
const KEPT_DOCUMENTS = 20_000;
/** Large audits kept, those used last: each may be tens of MB. */
const KEPT_LARGE = 6;
/** The body of an audit whose parts are still being written: it is not there for anybody. */
const UNFINISHED = new Uint8Array();

/** Names what is said of a document, which never depends on its neighbours. */
export const documentKey = (document: AuditRequest['documents'][number]): string =>
  sha256(JSON.stringify([MADE_WITH, document.id, document.text]));

/** The JSON of a piece. */
export async function jsonOf(body: Uint8Array): Promise<string> {
  return (await unzip(body)).toString('utf8');
}

const isWhole = (key: string) => and(eq(audits.key, key), ne(audits.body, UNFINISHED));

/** Whether the audit of a large collection is kept. */
export async function isKept(key: string): Promise<boolean> {
  const database = await libraryIfAny();
  if (database === null) return false;
  const rows = await database.db
    .update(audits)
    .set({ usedAt: new Date() })
    .where(isWhole(key))
    .returning({ key: audits.key });
  return rows.length > 0;
}

/** Forgets what was used longest ago. */
async function trim({ db }: Database): Promise<void> {
  const [oldest] = await db
    .select({ usedAt: documentAudits.usedAt })
    .from(documentAudits)
    .orderBy(desc(documentAudits.usedAt))
    .offset(KEPT_DOCUMENTS)
    .limit(1);
  if (oldest) await db.delete(documentAudits).where(lt(documentAudits.usedAt, oldest.usedAt));
  const large = await db
    .selectDistinct({ key: audits.key, usedAt: audits.usedAt })
    .from(audits)
    .innerJoin(auditParts, eq(auditParts.audit, audits.key))
    .orderBy(desc(audits.usedAt));
  const old = large.slice(KEPT_LARGE).map(({ key }) => key);
  if (old.length > 0) await db.delete(audits).where(inArray(audits.key, old));
}

/** What is written down of an audit beside its parts. */
interface PartIndex {
  /** The list that each piece of `together` holds members of; null for what stands between lists. */
  readonly lists: readonly (string | null)[];
}

/** Audits that are being written down, by key. */
const ending = new Map<string, Promise<void>>();

/** Writes pieces down as they come. */
export class PieceWriter {
  readonly #documents: { key: string; body: Uint8Array; usedAt: Date }[] = [];
  readonly #parts: { audit: string; part: PartName; n: number; body: Uint8Array }[] = [];
  readonly #counts = { pages: 0, together: 0 };
  /** What each piece of `together` is about. */
  readonly #lists: (string | null)[] = [];
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly key: string,
    private readonly request: AuditRequest
  ) {}

  take(piece: AuditPiece): void {
    if ('part' in piece) {
      const { part, list, body } = piece;
      if (part === 'together') this.#lists.push(list);
      this.#parts.push({ audit: this.key, part, n: this.#counts[part]++, body });
      return;
    }
    const document = this.request.documents[piece.document]!;
    this.#documents.push({ key: documentKey(document), body: piece.body, usedAt: new Date() });
    if (this.#documents.length >= BATCH) this.#writeDocuments();
  }

  #writeDocuments(): void {
    const rows = this.#documents.splice(0);
    if (rows.length === 0) return;
    this.#writing = this.#writing.then(() =>
      this.database.db.insert(documentAudits).values(rows).onConflictDoNothing()
    );
    // Whoever ends the writing is told; until then nobody listens.
    this.#writing.catch(() => undefined);
  }

  /**
   * Writes the audit down, all of it or nothing: it is there once its last part is. No transaction spans the parts, so
   * that whoever opens a page meanwhile need not wait for all of them.
   */
  async end(): Promise<void> {
    // Two that made the same audit write it one after the other.
    const before = ending.get(this.key) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(() => this.#writeAll());
    ending.set(this.key, mine);
    await mine.finally(() => {
      if (ending.get(this.key) === mine) ending.delete(this.key);
    });
  }

  async #writeAll(): Promise<void> {
    this.#writeDocuments();
    await this.#writing;
    if (await isKept(this.key)) return;
    const { db, shared } = this.database;
    // What a crash left behind. On a server another process may be writing the same pieces just now.
    if (!shared) await db.delete(audits).where(eq(audits.key, this.key));
    const begun = { key: this.key, body: UNFINISHED, usedAt: new Date() };
    await db.insert(audits).values(begun).onConflictDoNothing();
    while (this.#parts.length > 0)
      await db.insert(auditParts).values(this.#parts.splice(0, PARTS_AT_ONCE)).onConflictDoNothing();
    const index: PartIndex = { lists: this.#lists };
    const body = await zip(JSON.stringify(index));
    await db.update(audits).set({ body, usedAt: new Date() }).where(eq(audits.key, this.key));
    await trim(this.database);
  }
}

/** The pieces of a part, in their order, one at a time: all of them, or some that follow each other. */
export async function* piecesOf(
  key: string,
  part: PartName,
  { first = 0, last = Number.MAX_SAFE_INTEGER } = {}
): AsyncGenerator<string> {
  const database = await libraryIfAny();
  for (let n = first; database !== null && n <= last;) {
    const rows: { n: number; body: Uint8Array }[] = await database.db
      .select({ n: auditParts.n, body: auditParts.body })
      .from(auditParts)
      .where(and(eq(auditParts.audit, key), eq(auditParts.part, part), gte(auditParts.n, n)))
      .orderBy(asc(auditParts.n))
      .limit(Math.min(PARTS_AT_ONCE, last - n + 1));
    if (rows.length === 0) return;
    for (const row of rows) yield await jsonOf(row.body);
    n = rows.at(-1)!.n + 1;
  }
}

/** Members of one list of what is about documents together, a piece at a time. */
export async function* membersOf<Member>(key: string, list: string): AsyncGenerator<Member[]> {
  const database = await libraryIfAny();
  const [row] = (await database?.db.select().from(audits).where(isWhole(key))) ?? [];
  if (!row) return;
  const { lists } = JSON.parse(await jsonOf(row.body)) as PartIndex;
  const [first, last] = [lists.indexOf(list), lists.lastIndexOf(list)];
  if (first < 0) return;
  for await (const piece of piecesOf(key, 'together', { first, last })) yield membersIn(piece) as Member[];
}
