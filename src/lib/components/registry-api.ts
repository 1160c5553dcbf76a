import type { ChangedCell, RegistryChange } from '$lib/view/registry';

/** A change, or a step back or forth; `since` is how many changes the reader has seen. */
export type RegistryRequest = ({ readonly change: RegistryChange } | { readonly step: 'undo' | 'redo' }) & {
  readonly since: number;
};

/** The server refused a change; what it holds may not be what the page shows. */
export class ChangeRefused extends Error {}

/**
 * Sends a change to the registry of a collection.
 *
 * @param api address of the collection in the API
 * @throws ChangeRefused when it is refused, another Error when the server cannot be reached; the messages are for the
 *   reader
 */
export async function sendToRegistry(api: string, request: RegistryRequest): Promise<readonly ChangedCell[]> {
  const body = 'step' in request ? { step: request.step } : request;
  let response: Response;
  try {
    response = await fetch(`${api}/contested`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    });
  } catch {
    throw new Error('The server cannot be reached: nothing was changed. Is Parallax still running?');
  }
  const answer = (await response.json()) as { changed?: ChangedCell[]; error?: { message: string } };
  if (response.ok) return answer.changed ?? [];
  throw new ChangeRefused(answer.error?.message ?? 'The server refused the change and did not say why.');
}
