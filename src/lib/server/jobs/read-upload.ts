import { DomainError } from '../domain-error';
import { IMPORT_LIMITS } from '../import';
import { storableLine } from '../library/fields';
import type { Target } from '../library/stored-documents';
import type { Upload } from './submit';

/** What a form has around its file. */
const FORM_BYTES = 100_000;

function tooLarge(limit: number): DomainError {
  const megabytes = Math.round(limit / 1024 ** 2);
  return new DomainError(
    'too-large',
    `The file is larger than ${megabytes} MB: cut it into parts and send them one after the other.`,
    'file',
    413
  );
}

/** Passes a body on for as long as it is not larger than the limit. */
function limited(body: ReadableStream<Uint8Array>, limit: number): ReadableStream<Uint8Array> {
  let size = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > limit) controller.error(tooLarge(limit));
        else controller.enqueue(chunk);
      }
    })
  );
}

/**
 * Reads a form, holding no more of it than the limit.
 *
 * @param limit of the file, in bytes
 * @throws DomainError 413 when it is larger, 400 when it is no such form
 */
export async function readForm(request: Request, limit: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data'))
    throw new DomainError('invalid-request', 'Send a form (multipart/form-data) with the field "file".');
  if (Number(request.headers.get('content-length') ?? 0) > limit + FORM_BYTES) throw tooLarge(limit);
  const body = limited(request.body, limit + FORM_BYTES);
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (error instanceof Error && error.cause instanceof DomainError) throw error.cause;
    throw new DomainError('broken-off', 'The form broke off before its end, or is no form: send it again.');
  }
}

/** The one file of a form. */
export async function fileOf(form: FormData): Promise<Upload> {
  const file = form.get('file');
  if (!(file instanceof File)) throw new DomainError('invalid-request', 'file is missing: add it.', 'file');
  return {
    name: file.name,
    mediaType: file.type === '' ? null : file.type,
    bytes: new Uint8Array(await file.arrayBuffer())
  };
}

/**
 * Reads what is to be imported, and where to: `collection` is the id of one that is there, `title` names a new one.
 *
 * @throws DomainError 400 or 413, naming the field
 */
export async function readUpload(request: Request): Promise<{ target: Target; upload: Upload }> {
  const form = await readForm(request, IMPORT_LIMITS.file);
  const upload = await fileOf(form);
  const [collection, title] = [form.get('collection'), form.get('title')];
  if (typeof collection === 'string' && collection !== '')
    return { target: { id: storableLine(collection) }, upload };
  if (typeof title === 'string' && title.trim() !== '') return { target: { newTitle: title }, upload };
  throw new DomainError(
    'invalid-request',
    'Name where it goes: "collection" with an id, or "title" for a new collection.',
    'collection'
  );
}
