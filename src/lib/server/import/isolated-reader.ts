/** Reads files in a thread of their own, one at a time, which is ended when it takes too long or too much memory. */
import { Worker } from 'node:worker_threads';
import { DomainError } from '../domain-error';
import type { ReadInput, FileKind } from './files';
import { cancelled, importError } from './import-error';
import type { ImportedDocument } from './imported-document';
import { LIMITS, sizeText } from './limits';
import type { ReadAnswer, ReadTask } from './reading-thread';

/** A thread costs half a second to start; it stays for a while. */
const IDLE = 30_000;

interface Job {
  readonly task: ReadTask;
  readonly resolve: (documents: ImportedDocument[]) => void;
  readonly reject: (error: Error) => void;
}

export class IsolatedReader {
  readonly #waiting: Job[] = [];
  #running: Job | null = null;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;
  #count = 0;

  /**
   * @param entry file that the thread runs
   * @param limits milliseconds for one file, MB of memory for the thread
   */
  constructor(
    private readonly entry: string,
    private readonly limits: { readonly time: number; readonly memory: number } = {
      time: LIMITS.readingTime,
      memory: LIMITS.readingMemory
    }
  ) {}

  /**
   * @param signal ends the reading, and the thread with it where the file is being read
   * @throws DomainError when the file cannot be read, takes too long or too much memory, or is cancelled
   */
  read(kind: FileKind, input: ReadInput, signal?: AbortSignal): Promise<ImportedDocument[]> {
    if (signal?.aborted) return Promise.reject(cancelled());
    let stop = (): void => undefined;
    const read = new Promise<ImportedDocument[]>((resolve, reject) => {
      const job: Job = { task: { id: this.#count++, kind, input }, resolve, reject };
      stop = () => this.#cancel(job);
      this.#waiting.push(job);
    });
    signal?.addEventListener('abort', stop, { once: true });
    this.#next();
    return read.finally(() => signal?.removeEventListener('abort', stop));
  }

  #cancel(job: Job): void {
    const place = this.#waiting.indexOf(job);
    if (place >= 0) {
      this.#waiting.splice(place, 1);
      job.reject(cancelled());
    } else if (this.#running === job) void this.#end(cancelled());
  }

  /** Ends the thread. What it was reading is refused. */
  async close(): Promise<void> {
    await this.#end(importError('stopped', 'The server is stopping: try again later.', 503));
  }

  #next(): void {
    // The clock of a file that is being read goes on, whatever is added meanwhile.
    if (this.#running) return;
    clearTimeout(this.#timer);
    const job = this.#waiting.shift();
    if (!job) {
      this.#timer = setTimeout(() => void this.#end(null), IDLE).unref();
      return;
    }
    this.#running = job;
    this.#worker ??= this.#start();
    this.#worker.ref();
    const { name, bytes } = job.task.input;
    this.#timer = setTimeout(() => {
      const seconds = Math.round(this.limits.time / 1000);
      void this.#end(
        importError(
          'too-slow',
          `${name} (${sizeText(bytes.length)}) took more than ${seconds} s to read and was given up: save its text as a .txt file.`
        )
      );
    }, this.limits.time);
    this.#worker.postMessage(job.task);
  }

  #start(): Worker {
    const { memory } = this.limits;
    const worker = new Worker(this.entry, {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      // What a parser prints goes nowhere: logs are ours.
      stdout: true,
      stderr: true,
      env: {},
      // Nor do flags of the server's own command line concern it.
      execArgv: []
    });
    worker.on('message', (answer: ReadAnswer) => this.#settle(answer));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (worker !== this.#worker) return;
      const name = this.#running?.task.input.name ?? 'The file';
      void this.#end(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? importError(
              'too-large',
              `${name} takes more memory to read than is allowed and was given up: save its text as a .txt file.`,
              413
            )
          : importError('broken', `${name} cannot be read: it is broken, or not what its name says.`)
      );
    });
    worker.on('exit', () => {
      // A thread that we end is no longer this one.
      if (worker === this.#worker) void this.#end(null);
    });
    return worker;
  }

  #settle(answer: ReadAnswer): void {
    const job = this.#running;
    if (!job || job.task.id !== answer.id) return;
    this.#running = null;
    this.#worker?.unref();
    if ('documents' in answer) job.resolve(answer.documents);
    else if ('refused' in answer) {
      const { code, message, status } = answer.refused;
      job.reject(new DomainError(code, message, null, status));
    } else job.reject(unreadable(job.task.input.name));
    this.#next();
  }

  /** Ends the thread; a job that it had is refused for that reason, and the others go on in a new one. */
  async #end(reason: DomainError | null): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    const job = this.#running;
    this.#worker = null;
    this.#running = null;
    await worker?.terminate();
    if (job) job.reject(reason ?? unreadable(job.task.input.name));
    if (this.#waiting.length > 0) this.#next();
  }
}

/** For what a parser did not foresee. */
export function unreadable(name: string): DomainError {
  return importError('broken', `${name} cannot be read: it is broken, or not what its name says.`);
}
