/** What the parts of the OpenAPI document are made of. */
import type { ErrorDetail } from '../domain-error';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Answers = { [status: string]: Json };
export type Operation = { [key: string]: Json };
/** Operations by method, by path. */
export type Paths = Readonly<Record<string, Record<string, Operation>>>;

export const TEXT = { type: 'string' };
export const NULLABLE_TEXT = { type: ['string', 'null'] };
export const WHOLE = { type: 'integer' };
export const BYTES = { type: 'string', format: 'binary' };

/** A schema of the document, by its name. */
export function ref(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** Something that is answered: all of it is always there. */
export function object(properties: { [key: string]: Json }): Json {
  return { type: 'object', properties, required: Object.keys(properties) };
}

/** Something that is sent: a field that is not named is refused. */
export function taken(properties: { [key: string]: Json }, required: readonly string[] = []): Json {
  return { type: 'object', properties, required: [...required], additionalProperties: false };
}

/** A change to something that is there: what is left out stays, and an empty one is refused. */
export function change(properties: { [key: string]: Json }): Json {
  return { type: 'object', properties, minProperties: 1, additionalProperties: false };
}

/** The fields of a form. */
export function form(properties: { [key: string]: Json }, required: readonly string[] = []): Json {
  return { type: 'object', properties, required: [...required] };
}

export function list(items: Json): Json {
  return { type: 'array', items };
}

/** A body that is needed. */
export function body(schema: Json, description: string, media = 'application/json'): Json {
  return { description, required: true, content: { [media]: { schema } } };
}

/** A body that is needed, with one that is taken. */
export function bodyLike(schema: Json, example: Json): Json {
  return { required: true, content: { 'application/json': { schema, example } } };
}

export function answer(description: string, schema: Json): Json {
  return { description, content: { 'application/json': { schema } } };
}

/** A refusal in the error shape, with one as it is sent. */
export function refused(
  description: string,
  code: string,
  message: string,
  path: ErrorDetail['path'] = null
): Json {
  return {
    description,
    content: { 'application/json': { schema: ref('Error'), example: { error: { code, message, path } } } }
  };
}

/**
 * A parameter that is needed.
 *
 * @param example a value that every library answers to; none where that rests on what was imported
 */
export function parameter(
  name: string,
  description?: string,
  where: 'path' | 'query' = 'path',
  example?: string
): Json {
  return {
    name,
    in: where,
    required: true,
    ...(description === undefined ? {} : { description }),
    schema: TEXT,
    ...(example === undefined ? {} : { example })
  };
}

const COLLECTION_WORDS = 'Id of a collection, such as russia-nato';
const DOCUMENT_WORDS = 'Id of a document of the collection';
export const COLLECTION = parameter('collection', COLLECTION_WORDS, 'path', 'russia-nato');
export const DOCUMENT = parameter('document', DOCUMENT_WORDS, 'path', '000_7d14e0dea93e5764');
/** Of what was imported: what came with Parallax as files has no versions. */
export const STORED = [parameter('collection', COLLECTION_WORDS), parameter('document', DOCUMENT_WORDS)];

const FAILED = {
  421: refused(
    'The address names another host than this computer. A server that other computers are let in to answers to any.',
    'other-host',
    'This server answers to 127.0.0.1 and localhost alone.'
  ),
  500: refused(
    "Something is wrong on the server's side: a broken collection file is named, anything else is in its log.",
    'broken-collection',
    'russia-nato/contested.yaml:12: entry "encirclement": "claims[3].cues" is missing: add it',
    'russia-nato/contested.yaml:12'
  )
};
const UNREACHABLE = {
  503: refused(
    'Another process has the library open, its folder cannot be written to, the database does not answer, or the server is stopping.',
    'library-in-use',
    'The library in data is open in the process 4711: stop that one first, or name another folder with PARALLAX_DATA.',
    'data'
  )
};

/** Of what every request may be refused with that sends something. */
export const SENT: Answers = {
  403: refused(
    'Another site sent it.',
    'other-site',
    'This was sent by another site: changes can only be made from the pages of Parallax itself.'
  ),
  429: refused(
    'Too many requests came from one address within a minute.',
    'too-many-requests',
    'That was more than 600 requests in a minute: wait 12 seconds and go on, or raise PARALLAX_RATE_LIMIT.'
  )
};

/**
 * Of what a request may be refused with that holds something.
 *
 * @param message what a wrong one is told
 * @param path where it is wrong
 */
export function held(message: string, path: string | null, code = 'invalid-request'): Answers {
  return {
    400: refused('The request is not as described; `path` says where.', code, message, path),
    413: refused(
      'The request is too large.',
      'too-large',
      'The request is larger than 10 MB: send fewer or shorter documents, or audit a folder on the command line.'
    )
  };
}

export const UNKNOWN: Answers = {
  404: refused('There is no such thing.', 'not-found', 'There is no collection "atlantis".')
};

/** A change to a collection that is files. */
export const BUNDLED: Answers = {
  409: refused(
    'The collection came with Parallax, as files.',
    'bundled',
    'The collection "russia-nato" came with Parallax as files: only its contested claims can be changed here.'
  )
};

const BEYOND = {
  422: refused(
    'The documents take more memory than there is.',
    'too-large-to-audit',
    'These 9000 documents together take more memory to compare than this computer has for it (4.0 GB): make several smaller collections of them.'
  )
};

/** Of what may be refused that is computed and not kept. */
export const COMPUTED: Answers = {
  ...BEYOND,
  503: refused('The server is stopping.', 'stopping', 'The server is stopping: try again later.')
};

/** Of what an audit of a collection may be refused with. */
export const AUDITED: Answers = {
  ...BEYOND,
  409: refused(
    'The collection is empty.',
    'empty-collection',
    '"Bridge" holds no document yet: import one.',
    'bridge~k3f9a'
  ),
  503: refused(
    'A large collection is being audited, or the library cannot be reached.',
    'being-audited',
    '"Bridge" is being audited: that takes a while for 400 documents. Its page in the library shows how far it is.',
    'bridge~k3f9a'
  )
};

/** Answers of an operation that needs no library, the smallest status first. */
export function answers(...all: readonly Answers[]): Answers {
  return Object.assign({}, ...all, FAILED) as Answers;
}

/** Answers of an operation on the library. */
export function libraryAnswers(...all: readonly Answers[]): Answers {
  return answers(UNREACHABLE, ...all);
}
