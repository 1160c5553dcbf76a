/** The tables of the library; `drizzle-kit generate` writes a migration from every change here. */
import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
  type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { bytes, exactText, jsonText, searchVector } from './columns';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** Collections that readers made. Those of the corpus folder stay files. */
export const collections = pgTable('collections', {
  /** Holds a `~`, which no id of a bundled collection can. */
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  question: text('question').notNull(),
  description: text('description').notNull(),
  /** Contested claims that came with the collection, before any change to the registry. */
  contested: jsonText<readonly unknown[]>('contested').notNull(),
  /** Raised by every change to what the collection holds, so that what was read of it can be kept. */
  revision: integer('revision').notNull(),
  createdAt: moment('created_at').notNull(),
  changedAt: moment('changed_at').notNull(),
  /** When it was put in the trash; null while it is not. */
  deletedAt: moment('deleted_at')
});

export const documents = pgTable(
  'documents',
  {
    collection: text('collection')
      .notNull()
      .references((): AnyPgColumn => collections.id, { onDelete: 'cascade', onUpdate: 'cascade' }),
    id: text('id').notNull(),
    /** Order in the collection. */
    position: integer('position').notNull(),
    /** Number of the version that is audited. */
    version: integer('version').notNull(),
    title: text('title'),
    author: text('author'),
    publisher: text('publisher'),
    /** ISO 8601 day. */
    published: text('published'),
    canonical: text('canonical'),
    language: text('language'),
    note: text('note'),
    createdAt: moment('created_at').notNull(),
    changedAt: moment('changed_at').notNull(),
    deletedAt: moment('deleted_at'),
    /** What is searched beside the text. */
    about: searchVector('about')
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('english', coalesce("title", '') || ' ' || coalesce("author", '') || ' ' || coalesce("publisher", '')), 'A')`
      )
  },
  (table) => [
    primaryKey({ columns: [table.collection, table.id] }),
    index('documents_about').using('gin', table.about)
  ]
);

/** Every text a document ever had, with the bytes it was read from. Never changed once written. */
export const documentVersions = pgTable(
  'document_versions',
  {
    collection: text('collection').notNull(),
    document: text('document').notNull(),
    /** Counted from 1. */
    n: integer('n').notNull(),
    raw: bytes('raw').notNull(),
    rawSha256: text('raw_sha256').notNull(),
    mediaType: text('media_type').notNull(),
    encoding: text('encoding'),
    originName: text('origin_name').notNull(),
    originRow: integer('origin_row'),
    originAddress: text('origin_address'),
    text: exactText('text').notNull(),
    textSha256: text('text_sha256').notNull(),
    dropped: jsonText<readonly { reason: string; quote: string; at: number }[]>('dropped').notNull(),
    notices: jsonText<readonly { code: string; message: string }[]>('notices').notNull(),
    words: integer('words').notNull(),
    /** The smallest hashes of its runs of words, to find texts that are nearly the same. */
    sketch: integer('sketch').array().notNull(),
    /** What of the text is searched, without what PostgreSQL cannot hold. */
    searchable: text('searchable').notNull(),
    search: searchVector('search')
      .notNull()
      .generatedAlwaysAs(sql`to_tsvector('english', "searchable")`),
    createdAt: moment('created_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.collection, table.document, table.n] }),
    foreignKey({
      columns: [table.collection, table.document],
      foreignColumns: [documents.collection, documents.id]
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    index('document_versions_raw_sha256').on(table.rawSha256),
    index('document_versions_text_sha256').on(table.textSha256),
    index('document_versions_sketch').using('gin', table.sketch),
    index('document_versions_search').using('gin', table.search)
  ]
);

/** Changes that readers made to the contested claims of a collection, bundled or stored; only ever added to. */
export const registryChanges = pgTable(
  'registry_changes',
  {
    collection: text('collection').notNull(),
    /** Counted from 1. */
    n: integer('n').notNull(),
    /** ISO 8601, UTC, as it was written. */
    at: text('at').notNull(),
    change: jsonText<unknown>('change').notNull()
  },
  (table) => [primaryKey({ columns: [table.collection, table.n] })]
);

/** Audits kept by everything their bytes depend on. */
export const audits = pgTable(
  'audits',
  {
    key: text('key').primaryKey(),
    /** The JSON, compressed; of a large collection, what its parts are. */
    body: bytes('body').notNull(),
    usedAt: moment('used_at').notNull()
  },
  (table) => [index('audits_used_at').on(table.usedAt)]
);

/** Audits of large collections in pieces, each small enough to be read while others wait. */
export const auditParts = pgTable(
  'audit_parts',
  {
    audit: text('audit')
      .notNull()
      .references((): AnyPgColumn => audits.key, { onDelete: 'cascade' }),
    /** What it is a piece of. */
    part: text('part').notNull(),
    /** Counted from 0. */
    n: integer('n').notNull(),
    /** JSON, compressed. */
    body: bytes('body').notNull()
  },
  (table) => [primaryKey({ columns: [table.audit, table.part, table.n] })]
);

/** What audits say of single documents of large collections, kept by everything that rests on. */
export const documentAudits = pgTable(
  'document_audits',
  {
    key: text('key').primaryKey(),
    /** The JSON, compressed. */
    body: bytes('body').notNull(),
    usedAt: moment('used_at').notNull()
  },
  (table) => [index('document_audits_used_at').on(table.usedAt)]
);

export const TASK_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;

/** Work that goes on after the request that asked for it was answered. */
export const tasks = pgTable(
  'tasks',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: ['import', 'audit'] }).notNull(),
    /** What it is about, for people. */
    title: text('title').notNull(),
    collection: text('collection').notNull(),
    state: text('state', { enum: TASK_STATES }).notNull(),
    /** Documents that are finished. */
    done: integer('done').notNull(),
    /** Documents there are; null while that is not known. */
    total: integer('total'),
    /** Times it was begun. */
    attempts: integer('attempts').notNull(),
    /** Why it failed; null while it has not. */
    problem: text('problem'),
    /** How much an import left out, and the first of it with the reason; null where nothing was, or it is not over. */
    refused: jsonText<{ readonly count: number; readonly first: readonly { name: string; why: string }[] }>(
      'refused'
    ),
    createdAt: moment('created_at').notNull(),
    changedAt: moment('changed_at').notNull()
  },
  (table) => [index('tasks_state').on(table.state)]
);

/** Files waiting to be imported, kept until that is done. */
export const uploads = pgTable('uploads', {
  task: uuid('task')
    .primaryKey()
    .references((): AnyPgColumn => tasks.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  mediaType: text('media_type'),
  bytes: bytes('bytes').notNull()
});
