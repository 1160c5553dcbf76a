/** The embedded database: PGlite in a thread, so that pages are answered while it works. */
import { dirname } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { DomainError } from '../domain-error';
import { threadEntry } from '../thread-entry';
import { asNotWritable, cannotOpen, databaseGone } from './cannot-open';
import {
  databaseLost,
  EmbeddedStream,
  type DatabaseErrand,
  type DatabasePort,
  type FromDatabase
} from './embedded-stream';
import { serveDatabase } from './embedded-thread';
import { EMPTY_LIBRARY, isThere, makeFolder } from './make-folder';

/** Milliseconds that a database is given to write everything out when it is closed. */
const CLOSE_WITHIN = 20_000;

export interface Embedded {
  /** A connection to it; there is one at a time. */
  connect(): EmbeddedStream;
  /** Settled when the database is gone without having been closed, with what those who waited are told. */
  readonly lost: Promise<DomainError>;
  /** Writes everything out and ends it. */
  close(): Promise<void>;
}

interface Thread {
  readonly port: DatabasePort;
  /** Called with everything that comes; `null`: nothing comes any more. */
  listen(heard: (message: FromDatabase | null) => void): void;
  end(): Promise<unknown>;
}

function builtThread(entry: string, folder: string, ready: string | null): Thread {
  const workerData: DatabaseErrand = { errand: 'open', folder, ready };
  const worker = new Worker(entry, { workerData, env: {}, execArgv: [] });
  return {
    port: worker,
    listen(heard) {
      worker.on('message', heard);
      // What ended it comes before its end, which says enough.
      worker.on('error', () => undefined);
      worker.on('exit', () => heard(null));
    },
    end: () => worker.terminate()
  };
}

/** Where there are no built threads: the same over a channel within this one. */
function noThread(folder: string): Thread {
  const { port1, port2 } = new MessageChannel();
  return {
    port: port1,
    listen(heard) {
      port1.on('message', heard);
      void serveDatabase(port2, folder);
    },
    end: () => Promise.resolve(port1.close())
  };
}

/**
 * Opens the database in a folder, which is made when it is not there.
 *
 * @throws DomainError saying what to do when its files are damaged or cannot be written, else whatever went wrong
 */
export async function openEmbeddedDatabase(folder: string): Promise<Embedded> {
  const entry = threadEntry('database-worker.js');
  const ready = threadEntry(EMPTY_LIBRARY);
  const wasThere = isThere(folder);
  const refused = (reason: string): Error =>
    wasThere ? cannotOpen(folder, reason) : (asNotWritable(dirname(folder), new Error(reason)) as Error);
  if (entry === null || ready === null) {
    await makeFolder(folder).catch((error: unknown) => {
      throw refused(error instanceof Error ? error.message : String(error));
    });
  }
  const thread = entry === null ? noThread(folder) : builtThread(entry, folder, ready);
  let stream: EmbeddedStream | null = null;
  let gone = false;
  let closed: () => void = () => undefined;
  let lose: (error: DomainError) => void = () => undefined;
  const lost = new Promise<DomainError>((resolve) => (lose = resolve));
  await new Promise<void>((resolve, reject) => {
    thread.listen((message) => {
      if (message instanceof Uint8Array) stream?.answer(message);
      else if (message === 'open') resolve();
      else if (message === 'closed') closed();
      else if (!gone) {
        gone = true;
        const error = databaseGone(folder, message?.failed ?? null);
        void thread.end().then(() => {
          closed();
          const why = message?.opening
            ? refused(message.failed)
            : new Error('The thread of the database broke off.');
          reject(why);
          stream?.destroy(error);
          lose(error);
        });
      }
    });
  });
  return {
    lost,
    connect() {
      stream = new EmbeddedStream(thread.port);
      if (gone) stream.destroy(databaseLost());
      return stream;
    },
    async close() {
      if (gone) return;
      const written = new Promise<void>((resolve) => (closed = resolve));
      thread.port.postMessage('close');
      const timer = setTimeout(closed, CLOSE_WITHIN);
      await written;
      clearTimeout(timer);
      gone = true;
      await thread.end();
    }
  };
}
