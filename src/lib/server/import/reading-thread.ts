/** What runs in the thread that reads files: parsers meet hostile bytes there, with little memory and a clock. */
import { parentPort } from 'node:worker_threads';
import { DomainError } from '../domain-error';
import { readFile, type FileKind, type ReadInput } from './files';
import type { ImportedDocument } from './imported-document';

export interface ReadTask {
  readonly id: number;
  readonly kind: FileKind;
  readonly input: ReadInput;
}

export type ReadAnswer =
  | { readonly id: number; readonly documents: ImportedDocument[] }
  | { readonly id: number; readonly refused: { code: string; message: string; status: number } }
  | { readonly id: number; readonly failed: string };

async function answer({ id, kind, input }: ReadTask): Promise<ReadAnswer> {
  try {
    return { id, documents: await readFile(kind, input) };
  } catch (error) {
    if (!(error instanceof DomainError))
      return { id, failed: error instanceof Error ? error.message : String(error) };
    const { code, message, status } = error;
    return { id, refused: { code, message, status } };
  }
}

/** Answers tasks until the thread is ended. */
export function serveReading(): void {
  // A parser may give up a promise that nobody waits for: what it reads is answered by another one, or by the clock.
  process.on('unhandledRejection', () => undefined);
  parentPort?.on('message', (task: ReadTask) => {
    void answer(task).then((message) => parentPort?.postMessage(message));
  });
}
