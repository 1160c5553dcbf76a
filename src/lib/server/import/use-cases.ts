/** Previewing and saving an import, as the API offers them. */
import * as v from 'valibot';
import { config } from '../config';
import { DomainError } from '../domain-error';
import { readJson } from '../http/read-json';
import { readForm } from '../jobs/read-upload';
import { pathText, problemOf } from '../library/audit-request';
import { storableLine } from '../library/fields';
import { addDocuments, type AddedDocument } from '../library/stored-documents';
import { whileWaitedFor, type Connection } from './caller';
import { applyCorrections, CorrectionSchema } from './corrections';
import { importBytes, importText } from './import-bytes';
import { stopIfCancelled } from './import-error';
import { importPage } from './import-page';
import type { ImportedDocument } from './imported-document';
import { LIMITS } from './limits';
import { previewOf, type PreviewAnswer } from './preview';

const words = v.pipe(
  v.string('must be text'),
  v.trim(),
  v.nonEmpty('must not be empty'),
  v.maxLength(300, 'is too long'),
  v.transform(storableLine)
);

export const PreviewRequestSchema = v.union(
  [
    v.strictObject({ url: v.string('must be the address of a page') }),
    v.strictObject({ text: v.string('must be the text'), name: v.optional(words) })
  ],
  'Send {"url": "https://…"}, {"text": "…"}, or a form with a file called "file".'
);

const SourceSchema = v.strictObject({
  /** How the bytes of the part with the same place are read: as a file, as text that was pasted, as a fetched page. */
  kind: v.picklist(['file', 'text', 'page'], 'must be "file", "text" or "page"'),
  name: words,
  mediaType: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200))), null),
  address: v.optional(
    v.nullable(
      v.pipe(v.string(), v.maxLength(LIMITS.address), v.regex(/^https?:\/\//i, 'must be a web address'))
    ),
    null
  ),
  corrections: v.pipe(
    v.array(CorrectionSchema),
    v.minLength(1, 'is empty: leave the source out when none of its documents is wanted'),
    v.maxLength(LIMITS.documents, 'names too many documents')
  )
});

const TargetSchema = v.union(
  [v.strictObject({ id: words }), v.strictObject({ newTitle: words })],
  'must name a collection: {"id": "…"} for one that is there, {"newTitle": "…"} for a new one'
);

export const SaveRequestSchema = v.strictObject({
  target: TargetSchema,
  sources: v.pipe(
    v.array(SourceSchema),
    v.minLength(1, 'is empty: there is nothing to save'),
    v.maxLength(200)
  )
});

function parsed<Schema extends v.GenericSchema>(schema: Schema, raw: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, raw, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = pathText((issue.path ?? []).map((item: { key: unknown }) => item.key));
  const message = path === null ? issue.message : `${path} ${problemOf(issue)}.`;
  throw new DomainError('invalid-request', message, path);
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

function filesOf(form: FormData): File[] {
  return form.getAll('file').filter((part): part is File => part instanceof File);
}

function isForm(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').toLowerCase().startsWith('multipart/form-data');
}

async function previewFile(request: Request, signal: AbortSignal): Promise<PreviewAnswer> {
  const [file, ...others] = filesOf(await readForm(request, LIMITS.file));
  if (!file) throw new DomainError('invalid-request', 'file is missing: add it to the form.', 'file');
  if (others.length > 0) throw new DomainError('invalid-request', 'Send one file at a time.', 'file');
  const documents = await importBytes(await bytesOf(file), {
    name: file.name,
    mediaType: file.type || null,
    signal
  });
  stopIfCancelled(signal);
  return { documents: await previewOf(documents), fetched: null };
}

/**
 * Reads what a request brings (a form with one file, a text, or the address of a page) and shows what would be
 * saved. Stores nothing.
 *
 * @param connection a reader who is gone ends the reading
 * @throws DomainError saying what is wrong with the request, the file or the page
 */
export function previewImport(request: Request, connection?: Connection): Promise<PreviewAnswer> {
  return whileWaitedFor(request, connection, (signal) => preview(request, signal));
}

async function preview(request: Request, signal: AbortSignal): Promise<PreviewAnswer> {
  if (isForm(request)) return previewFile(request, signal);
  const wanted = parsed(PreviewRequestSchema, await readJson(request, config().bodyLimit));
  if ('text' in wanted) {
    const documents = await importText(wanted.text, wanted.name, signal);
    return { documents: await previewOf(documents), fetched: null };
  }
  const document = await importPage(wanted.url, { allow: config().importAllow, signal });
  const { raw, origin } = document;
  const charset = raw.encoding === null ? '' : `; charset=${raw.encoding}`;
  return {
    documents: await previewOf([document]),
    fetched: {
      name: origin.name,
      mediaType: `${raw.mediaType}${charset}`,
      address: origin.address ?? wanted.url,
      base64: Buffer.from(raw.bytes).toString('base64')
    }
  };
}

export interface SavedImport {
  readonly collection: string;
  readonly documents: readonly AddedDocument[];
}

type Source = v.InferOutput<typeof SourceSchema>;

async function readSource(source: Source, file: File, signal: AbortSignal): Promise<ImportedDocument[]> {
  const bytes = await bytesOf(file);
  const { kind, name, mediaType, address, corrections } = source;
  const documents =
    kind === 'text'
      ? await importText(new TextDecoder().decode(bytes), name, signal)
      : await importBytes(bytes, { name, mediaType, address: kind === 'page' ? address : null, signal });
  return applyCorrections(documents, corrections);
}

/**
 * Saves what a preview showed, as the reader corrected it: the form brings the same bytes again (`file`, once for
 * each source, in their order) and the corrections (`request`, in JSON). Everything is saved, or nothing.
 *
 * @param connection a reader who is gone before the documents are stored ends the import: nothing is saved
 * @throws DomainError when the request is not as described, or the collection is not there
 */
export function saveImport(request: Request, connection?: Connection): Promise<SavedImport> {
  return whileWaitedFor(request, connection, (signal) => save(request, signal));
}

async function save(request: Request, signal: AbortSignal): Promise<SavedImport> {
  if (!isForm(request)) {
    throw new DomainError('invalid-request', 'Send a form with the fields "request" and "file".');
  }
  const form = await readForm(request, LIMITS.form);
  const json = form.get('request');
  if (typeof json !== 'string') {
    throw new DomainError('invalid-request', 'request is missing: add it to the form, in JSON.', 'request');
  }
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    throw new DomainError('not-json', 'request is not JSON: send one JSON object.', 'request');
  }
  const { target, sources } = parsed(SaveRequestSchema, raw);
  const files = filesOf(form);
  if (files.length !== sources.length) {
    throw new DomainError(
      'invalid-request',
      `There are ${sources.length} sources and ${files.length} files: send one file for each source.`,
      'file'
    );
  }
  const documents: ImportedDocument[] = [];
  for (const [index, source] of sources.entries()) {
    documents.push(...(await readSource(source, files[index]!, signal)));
  }
  stopIfCancelled(signal);
  return addDocuments(target, documents, { signal });
}
