/** Threads that audit. A request goes to the thread that read its texts last, when that one is free. */
import { availableParallelism, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AuditRequest } from '$lib/analysis/audit-schema';
import type { RevisionRequest } from '$lib/analysis/audit-schema-revision';
import { DomainError } from '../domain-error';
import { MADE_WITH, type AuditAnswer, type AuditTask } from './audit-thread';
import type { AuditPiece } from './collection-audits';

/** One for long work and one for whoever waits at a page; more where there are processors. */
const FEWEST = 2;
const MOST = 4;
/**
 * A thread that audited this many documents at once holds memory that it does not give back. It is ended when nobody
 * has asked it for this long, in milliseconds: so long, a collection that grows or whose registry changes is not
 * read anew.
 */
const MANY_DOCUMENTS = 50;
const LINGERS = 120_000;

const MB = 1024 ** 2;
/** Memory that a thread may take, in MB: half of the computer's, but what Node gives by itself on small and large ones. */
const MEMORY = Math.round(Math.min(8_192, Math.max(2_048, totalmem() / MB / 2)));

/** The code of the error of an audit that takes more memory than a thread may have. */
export const TOO_LARGE = 'too-large-to-audit';

/** What whoever asked for more than a thread can hold is told; asking again would not help. */
function tooLarge(documents: number, memory: number): DomainError {
  return new DomainError(
    TOO_LARGE,
    `These ${documents} documents together take more memory to compare than this computer has for it (${(memory / 1_024).toFixed(1)} GB): make several smaller collections of them.`,
    null,
    422
  );
}

export interface AuditOptions {
  /** Called with how many documents are read, as that goes on. */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Takes the audit piece by piece; then the answer is empty. */
  readonly onPiece?: ((piece: AuditPiece) => void) | undefined;
  /** Long work leaves a thread free for whoever waits at a page. */
  readonly patient?: boolean | undefined;
}

interface Job {
  readonly task: AuditTask;
  readonly affinity: string;
  readonly options: AuditOptions;
  readonly resolve: (json: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | null;
  affinity: string;
  /** Ends it, where it holds a large collection. */
  ending: NodeJS.Timeout | null;
}

/** How many texts a task is about; a revision has two. */
function documentsIn({ task: { request } }: Job): number {
  return 'documents' in request ? request.documents.length : 2;
}

function isLarge(job: Job): boolean {
  return documentsIn(job) >= MANY_DOCUMENTS;
}

export class AuditPool {
  readonly #threads: Thread[] = [];
  readonly #waiting: Job[] = [];
  readonly #size: number;
  #count = 0;
  #closed = false;

  constructor(
    private readonly entry: string,
    size = Math.min(MOST, availableParallelism()),
    private readonly memory = MEMORY
  ) {
    this.#size = Math.max(FEWEST, size);
  }

  /** Starts a thread ahead of the first request. */
  warm(): void {
    if (this.#threads.length === 0) this.#start();
  }

  /**
   * Audits in a thread.
   *
   * @param affinity names the collection: when it has grown, or its registry has changed, a thread that has read it
   *   need not read it anew
   * @returns the audit's JSON
   */
  audit(
    request: AuditRequest | RevisionRequest,
    affinity: string,
    options: AuditOptions = {}
  ): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const { signal } = options;
      const stopped = (): DomainError => new DomainError('cancelled', 'This was cancelled.', null, 409);
      if (this.#closed || signal?.aborted) {
        reject(stopped());
        return;
      }
      const inPieces = options.onPiece !== undefined;
      const task: AuditTask = { id: this.#count++, request, inPieces };
      const job: Job = { task, affinity, options, resolve, reject };
      signal?.addEventListener('abort', () => {
        const at = this.#waiting.indexOf(job);
        if (at >= 0) this.#waiting.splice(at, 1);
        const thread = this.#threads.find((one) => one.job === job);
        if (thread) this.#end(thread);
        reject(stopped());
        this.#next();
      });
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** Ends all threads; what they were doing is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    const stopped = new DomainError('stopping', 'The server is stopping: try again later.', null, 503);
    for (const { reject } of this.#waiting.splice(0)) reject(stopped);
    const threads = this.#threads.splice(0);
    for (const { ending } of threads) clearTimeout(ending ?? undefined);
    for (const { job } of threads) job?.reject(stopped);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #next(): void {
    for (const job of [...this.#waiting]) {
      const patient = this.#threads.filter((one) => one.job?.options.patient).length;
      if (job.options.patient && patient >= this.#size - 1) continue;
      const free = this.#threads.filter((one) => one.job === null);
      const thread =
        free.find((one) => one.affinity === job.affinity) ??
        free.find((one) => one.ending === null) ??
        (this.#threads.length < this.#size ? this.#start() : free[0]);
      if (!thread) return;
      this.#waiting.splice(this.#waiting.indexOf(job), 1);
      thread.job = job;
      // A short task beside a large collection does not push it out.
      if (thread.ending === null || isLarge(job)) thread.affinity = job.affinity;
      thread.worker.ref();
      thread.worker.postMessage(job.task);
    }
  }

  #start(): Thread {
    const worker = new Worker(this.entry, {
      env: {},
      execArgv: [],
      // Without a limit of its own, a thread that needs more takes the whole process with it.
      resourceLimits: { maxOldGenerationSizeMb: this.memory }
    });
    const thread: Thread = { worker, job: null, affinity: '', ending: null };
    this.#threads.push(thread);
    worker.unref();
    worker.on('message', (answer: AuditAnswer) => this.#answered(thread, answer));
    worker.on('error', (error) => this.#lost(thread, error));
    worker.on('exit', () => this.#lost(thread, new Error('An auditing thread ended.')));
    return thread;
  }

  #answered(thread: Thread, answer: AuditAnswer): void {
    if ('ready' in answer) {
      if (answer.ready !== MADE_WITH)
        this.#lost(thread, new Error('The engine was built apart from the server: build both.'));
      return;
    }
    const { job } = thread;
    if (job?.task.id !== answer.id) return;
    if ('done' in answer) {
      job.options.onProgress?.(answer.done);
      return;
    }
    if ('piece' in answer) {
      job.options.onPiece?.(answer.piece);
      return;
    }
    thread.job = null;
    thread.worker.unref();
    if (isLarge(job)) this.#endLater(thread);
    if ('json' in answer) job.resolve(answer.json);
    else job.reject(new Error(answer.failed));
    this.#next();
  }

  #endLater(thread: Thread): void {
    clearTimeout(thread.ending ?? undefined);
    thread.ending = setTimeout(() => {
      if (thread.job) this.#endLater(thread);
      else this.#end(thread);
    }, LINGERS);
    thread.ending.unref();
  }

  #end(thread: Thread): void {
    clearTimeout(thread.ending ?? undefined);
    const at = this.#threads.indexOf(thread);
    if (at >= 0) this.#threads.splice(at, 1);
    void thread.worker.terminate();
  }

  #lost(thread: Thread, error: Error): void {
    if (!this.#threads.includes(thread)) return;
    const { job } = thread;
    thread.job = null;
    this.#end(thread);
    const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (job && outOfMemory) job.reject(tooLarge(documentsIn(job), this.memory));
    else job?.reject(error);
    this.#next();
  }
}
