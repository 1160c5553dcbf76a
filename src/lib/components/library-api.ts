/** A change that was refused: `code` as the API has it. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  constructor(
    message: string,
    readonly code: string | null
  ) {
    super(message);
  }
}

/** True when what was to be changed is not there any more: another page moved it to the trash. */
export function isGone(error: unknown): boolean {
  return error instanceof LibraryError && error.code === 'not-found';
}

/**
 * Sends a change of the library.
 *
 * @param body sent as JSON, or as it is when it is a form
 * @throws LibraryError, or Error, whose message is for the reader, when it is refused or the server cannot be reached
 */
export async function sendToLibrary<Answer = unknown>(
  path: string,
  method: 'POST' | 'PATCH' | 'DELETE',
  body?: unknown
): Promise<Answer> {
  const form = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(`/api/v1/${path}`, {
      method,
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      ...(body === undefined || form ? {} : { headers: { 'content-type': 'application/json' } })
    });
  } catch {
    throw new Error('The server cannot be reached: nothing was changed. Is Parallax still running?');
  }
  const answer = (await response.json().catch(() => ({}))) as {
    error?: { code?: string; message: string };
  };
  if (response.ok) return answer as Answer;
  throw new LibraryError(
    answer.error?.message ?? 'The server refused this and did not say why.',
    answer.error?.code ?? null
  );
}

/** The message of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
