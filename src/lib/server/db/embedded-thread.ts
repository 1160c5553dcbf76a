/** The embedded database where it runs: it answers the PostgreSQL protocol, message by message. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { DatabaseErrand, FromDatabase, ToDatabase } from './embedded-stream';
import { copyFolder, make } from './make-folder';

/** First byte of the message by which a client takes its leave; the database itself stays for the next one. */
const TERMINATE = 'X'.charCodeAt(0);

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Opens the database in a folder and answers what comes through a port, one message after the other, until it is asked
 * to close: then everything is written out.
 */
export async function serveDatabase(
  port: MessagePort,
  folder: string,
  ready: string | null = null
): Promise<void> {
  const send = (message: FromDatabase): void => port.postMessage(message);
  const open = async () => {
    if (ready !== null) copyFolder(ready, folder);
    const { openDurable } = await import('./durable-database');
    return openDurable(folder);
  };
  const opening = await open().catch((error: unknown) => reasonOf(error));
  if (typeof opening === 'string') return send({ failed: opening, opening: true });
  const database = opening;
  const answer = async (message: ToDatabase): Promise<void> => {
    if (message === 'close') {
      await database.close();
      send('closed');
    } else if (message[0] !== TERMINATE) {
      // Copied out of the memory of the database, which cannot be handed over.
      const bytes = new Uint8Array(await database.execProtocolRaw(message));
      port.postMessage(bytes, [bytes.buffer]);
    }
  };
  let before: Promise<void> = Promise.resolve();
  port.on('message', (message: ToDatabase) => {
    before = before.then(() => answer(message));
    // An error of a query is an answer. This is one of the database itself, after which it is good for nothing.
    before.catch((error: unknown) => send({ failed: reasonOf(error), opening: false }));
  });
  send('open');
}

/** What runs in a thread of the database. */
export function runDatabaseThread(): void {
  if (parentPort === null) throw new Error('This runs in a thread.');
  const port = parentPort;
  const { errand, folder, ready } = workerData as DatabaseErrand;
  if (errand === 'open') void serveDatabase(port, folder, ready);
  else
    void make(folder).then(
      () => port.postMessage('made'),
      (error: unknown) => port.postMessage(reasonOf(error))
    );
}
