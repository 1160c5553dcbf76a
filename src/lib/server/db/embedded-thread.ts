/** The embedded database where it runs: it answers the PostgreSQL protocol, message by message. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { DISK_FULL, type DatabaseErrand, type FromDatabase, type ToDatabase } from './embedded-stream';
import { copyFolder, make } from './make-folder';

/** First byte of the message by which a client takes its leave; the database itself stays for the next one. */
const TERMINATE = 'X'.charCodeAt(0);

/** First byte of the message that a query failed, and the code in it of a disk that is full. */
const FAILED = 'E'.charCodeAt(0);
const FULL = 'C53100\0';

/** Whether an answer says that there was no room left on the disk. */
export function saysFull(answer: Uint8Array): boolean {
  const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
  // Each message: a letter, how long the rest is, the rest.
  for (let at = 0; at + 5 <= bytes.length;) {
    const end = at + 1 + bytes.readUInt32BE(at + 1);
    if (bytes[at] === FAILED && bytes.subarray(at, end).includes(FULL)) return true;
    at = end;
  }
  return false;
}

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
      const full = saysFull(bytes);
      port.postMessage(bytes, [bytes.buffer]);
      // It would wait for ever, at its next query, for a lock that it did not give back.
      if (full) throw new Error(DISK_FULL);
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
