/** What stands in for a socket between the PostgreSQL client and the database in a thread of this process. */
import { Duplex } from 'node:stream';
import type { MessagePort, Worker } from 'node:worker_threads';
import { DomainError } from '../domain-error';

/** What a thread of the database is asked to do. */
export interface DatabaseErrand {
  readonly errand: 'make' | 'open';
  readonly folder: string;
  /** An empty library to begin with where there is none; null: there is one. */
  readonly ready: string | null;
}

/** Bytes of the PostgreSQL protocol, or the wish that the database be closed. */
export type ToDatabase = Uint8Array | 'close';
/** Bytes of the protocol, or what became of the database. */
export type FromDatabase =
  Uint8Array | 'open' | 'closed' | { readonly failed: string; readonly opening: boolean };

/** How a thread says that there is no room left on the disk: as the system does. */
export const DISK_FULL = 'ENOSPC: there is no room left';

/** The end of a thread, or of a channel within this one, that the database is reached by. */
export type DatabasePort = Pick<Worker | MessagePort, 'postMessage'>;

/** What whoever was waiting is told when the database is gone; the next use opens it again. */
export function databaseLost(): DomainError {
  return new DomainError(
    'library-restarting',
    'The database of the library stopped and is being opened again: try again in a moment.',
    null,
    503
  );
}

/**
 * One connection to a database in a thread. The client writes the messages of a query in one go, so that each write is
 * whole messages and the database can answer it at once. Has of a socket what the client asks for.
 */
export class EmbeddedStream extends Duplex {
  constructor(private readonly port: DatabasePort) {
    super();
  }

  /** Bytes that the database answered. */
  answer(bytes: Uint8Array): void {
    this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // What comes is passed on as it comes: it is the answer to what was asked, and is in memory already.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send([chunk], done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#send(
      chunks.map(({ chunk }) => chunk),
      done
    );
  }

  /** The client says good-bye: the other side sees no more than that nothing comes. */
  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    done();
  }

  #send(chunks: readonly Buffer[], done: (error?: Error | null) => void): void {
    // A copy in memory of its own, which can be handed over; the client writes into its buffers again.
    const bytes = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.byteLength;
    }
    this.port.postMessage(bytes, [bytes.buffer]);
    done();
  }
}
