/**
 * Sends a change of the library.
 *
 * @param body sent as JSON, or as it is when it is a form
 * @throws Error whose message is for the reader, when it is refused or the server cannot be reached
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
  const answer = (await response.json().catch(() => ({}))) as { error?: { message: string } };
  if (response.ok) return answer as Answer;
  throw new Error(answer.error?.message ?? 'The server refused this and did not say why.');
}

/** The message of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
