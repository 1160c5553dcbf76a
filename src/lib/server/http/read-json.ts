import { DomainError } from '../domain-error';

/** How much of a body that is too large is read and thrown away, so that the answer still arrives. */
const DRAIN_FACTOR = 8;

function megabytes(bytes: number): string {
  return bytes < 1024 ** 2 ? `${bytes} bytes` : `${Math.round((bytes / 1024 ** 2) * 10) / 10} MB`;
}

function tooLarge(limit: number): DomainError {
  return new DomainError(
    'too-large',
    `The request is larger than ${megabytes(limit)}: send fewer or shorter documents, or audit a folder on the command line.`,
    null,
    413
  );
}

/** A body that an outer server refused for its size arrives as an error with that status. */
function refusedForSize(error: unknown): boolean {
  return error !== null && typeof error === 'object' && 'status' in error && error.status === 413;
}

async function readBytes(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size <= limit) chunks.push(value);
    else {
      chunks.length = 0;
      // A client that is still sending would see a broken connection instead of the answer.
      if (size > limit * DRAIN_FACTOR) {
        reader.cancel().catch(() => undefined);
        throw tooLarge(limit);
      }
    }
  }
  if (size > limit) throw tooLarge(limit);
  return Buffer.concat(chunks, size);
}

/**
 * Reads a body as JSON, holding no more of it in memory than the limit.
 *
 * @param limit in bytes
 * @throws DomainError 413 when the body is larger, 400 when it breaks off, is not UTF-8 or not JSON
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  if (!request.body) {
    throw new DomainError(
      'no-body',
      'The request has no body: send JSON with the header "content-type: application/json".'
    );
  }
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(request.body, limit);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (refusedForSize(error)) throw tooLarge(limit);
    throw new DomainError('broken-off', 'The request broke off before its end: send it again.');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('not-utf-8', 'The body is not UTF-8: encode the JSON as UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError('not-json', `The body is not JSON (${why}): send one JSON object.`);
  }
}
