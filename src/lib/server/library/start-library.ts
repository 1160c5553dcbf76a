/** What the library does when a server begins. */
import { config } from '../config';
import { claimFolder, libraryIfAny, openLibrary } from '../db';
import { DomainError } from '../domain-error';
import { resumeTasks } from '../jobs/queue';
import { log } from '../log';
import { warmAudits } from './audits';
import { bundledIds } from './bundled';
import { auditWaiting } from './open-collection';

/** Filled in for a server that begins, before it says where it is. */
interface Beginning {
  /** What must come true first. */
  readonly waitFor: Promise<unknown>[];
  /** What whoever started it should know, a sentence each. */
  readonly notes: string[];
  /** Pages that readers open first, as paths: made once before anybody waits for them. */
  readonly pages: string[];
}
/** Why a library cannot be opened that `claimFolder` and a database server say by themselves. */
const SAID: readonly string[] = ['library-in-use', 'no-database', 'not-writable'];

/**
 * For a server that begins: opens the library in the background where there is one, goes on with what was not finished,
 * and audits what is bundled ahead of its readers. A server that says where it is waits for that a while, so that its
 * first page is as quick as any; what goes wrong is said again to whoever asks.
 */
export function startLibrary(): void {
  // A setting that cannot be used ends the server before it listens.
  const { databaseUrl } = config();
  const threads = warmAudits();
  const said: string[] = [];
  const ready = libraryIfAny()
    .then(resumeTasks)
    .catch((error: unknown) => {
      const known = error instanceof DomainError;
      if (known && SAID.includes(error.code)) return;
      if (known) said.push(error.message);
      log().error({ error: known ? error.message : 'unknown' }, 'the library could not be opened');
    })
    // After the library, whose registries may have changed the claims that are looked for.
    .then(() => (threads ? auditAhead() : []));
  // Sent by a server that is to be the only one on its folder; one within another command works beside it.
  process.once('parallax:claim', ({ waitFor, notes, pages }: Beginning) => {
    const note = claimFolder();
    if (note !== null) notes.push(note);
    if (databaseUrl !== null) waitFor.push(openLibrary());
    waitFor.push(
      ready.then((ids) => {
        notes.push(...said);
        pages.push('/', ...ids.map((id) => `/collections/${encodeURIComponent(id)}`));
      })
    );
  });
}

/**
 * Audits the bundled collections before anybody asks; what fails is said to whoever does.
 *
 * @returns the ids of those that are there
 */
async function auditAhead(): Promise<readonly string[]> {
  try {
    const ids = bundledIds();
    for (const id of ids) await auditWaiting(id).catch(() => undefined);
    return ids;
  } catch {
    // A folder that cannot be read: the page that lists it says so.
    return [];
  }
}
