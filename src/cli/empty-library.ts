/**
 * Makes an empty library beside the engine, once, when that is built: a new one is then a copy of it, which takes a
 * fraction of the time. Run by `ensureBuilt`; without it a new library is made from nothing.
 */
import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '$lib/server/db/database';
import { EMPTY_LIBRARY } from '$lib/server/db/make-folder';

const folder = join(dirname(fileURLToPath(import.meta.url)), EMPTY_LIBRARY);
const data = `${folder}.making`;
rmSync(data, { recursive: true, force: true });
rmSync(folder, { recursive: true, force: true });
await (await openDatabase({ data, databaseUrl: null })).close();
renameSync(join(data, 'db'), folder);
rmSync(data, { recursive: true, force: true });
