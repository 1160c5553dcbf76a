/** Structured logs: one JSON line each on standard error. Texts of readers are never part of a line. */
import { randomUUID } from 'node:crypto';
import { pino, stdTimeFunctions, type Logger } from 'pino';
import { config } from './config';

/** What a line says about the request it belongs to. */
export interface RequestContext {
  readonly method: string;
  readonly path: string;
  /** Of the request, where it has one already. */
  readonly id?: string | undefined;
}

let current: Logger | undefined;

/** The log of this process; `PARALLAX_LOG` says how much of it is written. */
export function log(): Logger {
  return (current ??= pino(
    {
      level: config().logLevel,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) }
    },
    // Synchronous, so that the line about a failure that ends the process is there.
    { write: (line) => void process.stderr.write(line) }
  ));
}

/** A short id that a reader can quote and an operator can search for. */
export function newRequestId(): string {
  return randomUUID().slice(0, 8);
}

/** The error itself; of one that repeats the query it came from, with the texts in it, what caused it. */
function withoutTexts(error: unknown): unknown {
  const ofQuery = error instanceof Error && 'query' in error && 'params' in error;
  return ofQuery ? (error.cause ?? new Error('A query failed.')) : error;
}

/** Writes an unexpected error and gives the id to show instead of it. */
export function logError(error: unknown, { id = newRequestId(), ...context }: RequestContext): string {
  const cause = withoutTexts(error);
  const known = cause instanceof Error;
  log().error({
    id,
    ...context,
    error: known ? `${cause.name}: ${cause.message}` : String(cause),
    stack: known ? cause.stack : undefined
  });
  return id;
}

/** Writes that a request was answered; seen at the level `info`. */
export function logRequest(
  context: RequestContext & { readonly status: number; readonly milliseconds: number }
): void {
  log().info(context);
}
