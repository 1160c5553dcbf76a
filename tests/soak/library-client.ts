/** What a soak asks of a running server. */

export interface Acknowledged {
  readonly collection: string;
  readonly text: string;
}

export interface TaskAnswer {
  readonly id: string;
  readonly collection: string;
  readonly kind: 'import' | 'audit';
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number | null;
  readonly problem: string | null;
}

export interface CollectionAnswer {
  readonly documents: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly text: string;
  }[];
}

/** What a reader does not fill in. */
const UNKNOWN = {
  title: null,
  author: null,
  publisher: null,
  published: null,
  canonical: null,
  language: null
};

async function answered<Value>(response: Response, status: number): Promise<Value> {
  const body = await response.text();
  if (response.status !== status)
    throw new Error(`${response.url}: ${response.status} ${body.slice(0, 300)}`);
  return JSON.parse(body) as Value;
}

/** Saves one text as the import page does: looked at first, then saved. */
export async function saveText(
  address: string,
  target: { readonly id: string } | { readonly newTitle: string },
  name: string,
  text: string,
  told: Partial<Record<keyof typeof UNKNOWN, string>> = {}
): Promise<Acknowledged> {
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${address}${path}`, { method: 'POST', body, headers });
  const looked = await post('/api/v1/import', JSON.stringify({ text, name }), {
    'content-type': 'application/json'
  });
  const preview = await answered<{ documents: { key: string }[] }>(looked, 200);
  const corrections = preview.documents.map(({ key }) => ({ key, ...UNKNOWN, ...told }));
  const form = new FormData();
  form.append('request', JSON.stringify({ target, sources: [{ kind: 'text', name, corrections }] }));
  form.append('file', new File([text], name));
  const { collection } = await answered<{ collection: string }>(await post('/api/v1/import/save', form), 201);
  return { collection, text };
}

/** Hands in a file of many documents, to be imported when there is time. */
export async function submitFile(
  address: string,
  target: { readonly id: string } | { readonly newTitle: string },
  name: string,
  content: string
): Promise<TaskAnswer> {
  const form = new FormData();
  form.append('file', new File([content], name));
  if ('id' in target) form.append('collection', target.id);
  else form.append('title', target.newTitle);
  const response = await fetch(`${address}/api/v1/jobs`, { method: 'POST', body: form });
  return answered(response, 202);
}

/** Every task the server still speaks of. */
export async function tasksOf(address: string): Promise<TaskAnswer[]> {
  return answered(await fetch(`${address}/api/v1/jobs`), 200);
}

/** A collection with its texts. */
export async function collectionOf(address: string, id: string): Promise<CollectionAnswer> {
  return answered(await fetch(`${address}/api/v1/collections/${encodeURIComponent(id)}`), 200);
}

/** Waits until a condition holds. */
export async function until(holds: () => Promise<boolean>, within: number): Promise<boolean> {
  for (const begin = performance.now(); performance.now() - begin < within;) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
