import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { closeDatabase, libraryIfAny } from '$lib/server/db';
import { makeFolder } from '$lib/server/db/make-folder';
import type { ImportedDocument } from '$lib/server/import/imported-document';

/**
 * Gives a test file a library of its own, embedded; or on the server that PARALLAX_TEST_DATABASE_URL names, in a
 * database of its own. To be called before anything else.
 */
export function useLibrary(): { readonly data: string } {
  const data = mkdtempSync(join(tmpdir(), 'parallax-library-'));
  const name = `parallax_test_${process.pid}_${Date.now()}`;
  const server = process.env.PARALLAX_TEST_DATABASE_URL;
  process.env.PARALLAX_DATA = data;
  if (server !== undefined) {
    const url = new URL(server);
    url.pathname = `/${name}`;
    process.env.DATABASE_URL = url.href;
  }
  const onServer = async (command: string): Promise<void> => {
    if (server === undefined) return;
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(command);
    await client.end();
  };
  beforeAll(async () => {
    if (server === undefined) await copyTemplate(join(data, 'db'));
  });
  beforeAll(() => onServer(`create database ${name}`));
  afterAll(async () => {
    await closeDatabase();
    await onServer(`drop database if exists ${name} with (force)`);
    rmSync(data, { recursive: true, force: true });
  });
  return { data };
}

const { version } = JSON.parse(
  readFileSync(join('node_modules', '@electric-sql', 'pglite', 'package.json'), 'utf8')
) as { version: string };
/** An empty embedded database: making one takes seconds, copying it none. */
const TEMPLATE = join(tmpdir(), `parallax-empty-database-${version}-${process.getuid?.() ?? 0}`);

async function copyTemplate(folder: string): Promise<void> {
  if (!existsSync(TEMPLATE)) {
    const draft = mkdtempSync(join(tmpdir(), 'parallax-template-'));
    await makeFolder(join(draft, 'db'));
    try {
      renameSync(join(draft, 'db'), TEMPLATE);
    } catch {
      // Another test file was quicker.
    }
    rmSync(draft, { recursive: true, force: true });
  }
  cpSync(TEMPLATE, folder, { recursive: true });
}

/** Empties every table. */
export async function wipeLibrary(): Promise<void> {
  const database = await libraryIfAny();
  await database?.executeSql(
    'truncate collections, documents, document_versions, registry_changes, audits, tasks, uploads cascade'
  );
}

/** A document as an import gives it. */
export function imported(
  text: string,
  {
    title = null,
    name = 'pasted text',
    bytes = new TextEncoder().encode(text)
  }: {
    title?: string | null;
    name?: string;
    bytes?: Uint8Array;
  } = {}
): ImportedDocument {
  return {
    title,
    author: null,
    publisher: null,
    published: null,
    canonical: null,
    language: null,
    raw: {
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'text/plain',
      encoding: 'utf-8'
    },
    origin: { name, row: null, address: null },
    text,
    blocks: [],
    dropped: [],
    notices: []
  };
}
