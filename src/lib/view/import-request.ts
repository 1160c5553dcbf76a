/** Asks the server to read what a reader adds, and to save it. */
import { isAborted } from './ask-audit';
import { draftOf, METADATA, type ImportDraft, type ImportPreview, type ImportSource } from './import';

interface PreviewAnswer {
  readonly documents: readonly ImportPreview[];
  readonly fetched: {
    readonly name: string;
    readonly mediaType: string;
    readonly address: string;
    readonly base64: string;
  } | null;
}

/** What is asked for: a file or a text, whose bytes are here, or an address. */
export type Wanted =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Blob }
  | {
      readonly kind: 'text';
      readonly name: string;
      /** True when the reader gave the name: what a text is called is its title then. */
      readonly named?: boolean;
      readonly bytes: Blob;
    }
  | { readonly kind: 'page'; readonly address: string };

export type Target = { readonly id: string } | { readonly newTitle: string };

const NOT_ANSWERED = 'Parallax did not answer. Is it still running? What you added is still here.';

/** What is posted; `onsent` is told the share of it that has been sent, from 0 to 1. */
export interface Sending {
  readonly body: FormData | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly onsent?: ((share: number) => void) | undefined;
}

/** Posts to a path of the server; ends as `fetch` does. */
export type Post = (path: string, sending: Sending) => Promise<Response>;

/** How a request goes on and how it is given up. */
export interface Way {
  readonly post: Post;
  readonly signal: AbortSignal;
  readonly onsent?: (share: number) => void;
}

async function send<Answer>(
  way: Way,
  path: string,
  sent: Pick<Sending, 'body' | 'headers'>
): Promise<Answer> {
  const { post, signal, onsent } = way;
  let response: Response;
  try {
    response = await post(path, { ...sent, signal, onsent });
  } catch (error) {
    if (isAborted(error)) throw error;
    throw new Error(NOT_ANSWERED, { cause: error });
  }
  const answer = (await response.json().catch((error: unknown) => {
    if (isAborted(error)) throw error;
    return null;
  })) as (Answer & { error?: { message: string } }) | null;
  if (response.ok && answer !== null) return answer;
  throw new Error(answer?.error?.message ?? `The import failed (status ${response.status}).`);
}

function asJson(value: unknown): Pick<Sending, 'body' | 'headers'> {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

function fromBase64(base64: string): Blob {
  const letters = atob(base64);
  return new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))]);
}

function titled(draft: ImportDraft, title: string): ImportDraft {
  return { ...draft, fields: { ...draft.fields, title } };
}

type Read = Pick<ImportSource, 'bytes' | 'mediaType' | 'address' | 'drafts' | 'name'>;

/**
 * Reads one source and brings back what would be saved of it.
 *
 * @throws Error whose message is for the reader; the browser's own error when it is cancelled
 */
export async function readSource(wanted: Wanted, way: Way): Promise<Read> {
  if (wanted.kind === 'file') {
    const form = new FormData();
    form.append('file', wanted.bytes, wanted.name);
    const { documents } = await send<PreviewAnswer>(way, '/api/v1/import', { body: form });
    const mediaType = wanted.bytes.type || null;
    return {
      name: wanted.name,
      bytes: wanted.bytes,
      mediaType,
      address: null,
      drafts: documents.map(draftOf)
    };
  }
  if (wanted.kind === 'text') {
    const text = await wanted.bytes.text();
    const request = asJson({ text, name: wanted.name });
    const { documents } = await send<PreviewAnswer>(way, '/api/v1/import', request);
    return {
      name: wanted.name,
      bytes: wanted.bytes,
      mediaType: null,
      address: null,
      drafts: documents.map(draftOf).map((draft) => (wanted.named ? titled(draft, wanted.name) : draft))
    };
  }
  const request = asJson({ url: wanted.address });
  const { documents, fetched } = await send<PreviewAnswer>(way, '/api/v1/import', request);
  if (fetched === null) throw new Error('The server did not send the page on: try again.');
  return {
    name: fetched.name,
    bytes: fromBase64(fetched.base64),
    mediaType: fetched.mediaType,
    address: fetched.address,
    drafts: documents.map(draftOf)
  };
}

function correctionOf({ preview, fields, switched }: ImportDraft): Record<string, unknown> {
  const metadata = METADATA.map((field) => [
    field,
    fields[field].trim() === '' ? null : fields[field].trim()
  ]);
  return {
    key: preview.key,
    ...(Object.fromEntries(metadata) as Record<string, string | null>),
    switched: [...switched].sort((a, b) => a - b)
  };
}

/**
 * Saves every document that is wanted: all of them, or none.
 *
 * @returns the id of the collection
 * @throws Error whose message is for the reader
 */
export async function saveSources(
  sources: readonly ImportSource[],
  target: Target,
  way: Way
): Promise<string> {
  const form = new FormData();
  const wanted = sources.filter(
    ({ bytes, drafts }) => bytes !== null && drafts.some((draft) => draft.wanted)
  );
  const request = {
    target,
    sources: wanted.map(({ kind, name, mediaType, address, drafts }) => ({
      kind,
      name,
      mediaType,
      address,
      corrections: drafts.filter((draft) => draft.wanted).map(correctionOf)
    }))
  };
  form.append('request', JSON.stringify(request));
  for (const { bytes, name } of wanted) form.append('file', bytes!, name);
  const answer = await send<{ collection: string }>(way, '/api/v1/import/save', { body: form });
  return answer.collection;
}

/**
 * Hands a file with many documents to the queue.
 *
 * @returns the id of the collection
 * @throws Error whose message is for the reader
 */
export async function queueSource(source: ImportSource, target: Target, way: Way): Promise<string> {
  const form = new FormData();
  if ('id' in target) form.append('collection', target.id);
  else form.append('title', target.newTitle);
  form.append('file', source.bytes!, source.name);
  const answer = await send<{ collection: string }>(way, '/api/v1/jobs', { body: form });
  return answer.collection;
}
