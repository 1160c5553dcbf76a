import { randomUUID } from 'node:crypto';

/**
 * Writes an unexpected error to standard error as one JSON line and gives the id to show instead of it.
 * Texts of readers are never part of the line: only the method, the path and the error.
 */
export function logError(
  error: unknown,
  context: { readonly method: string; readonly path: string }
): string {
  const id = randomUUID().slice(0, 8);
  const known = error instanceof Error;
  const line = {
    time: new Date().toISOString(),
    level: 'error',
    id,
    ...context,
    error: known ? `${error.name}: ${error.message}` : String(error),
    stack: known ? error.stack : undefined
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
  return id;
}
