/** Writes the audits of the bundled collection to tests/golden, where a change of the engine shows as a diff. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenFiles } from '$lib/server/export/golden';
import { auditCollection } from '$lib/server/library';

const COLLECTION = 'russia-nato';
const folder = join(process.cwd(), 'tests', 'golden', COLLECTION);
const files = goldenFiles(await auditCollection(COLLECTION));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of files) writeFileSync(join(folder, name), text);
process.stdout.write(`${files.size} files written to ${folder}\n`);
