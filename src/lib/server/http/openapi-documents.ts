/** The part of the OpenAPI document that is about the documents of a collection and their versions. */
import {
  answer,
  AUDITED,
  body,
  BUNDLED,
  change,
  COLLECTION,
  DOCUMENT,
  held,
  libraryAnswers,
  list,
  NULLABLE_TEXT,
  object,
  parameter,
  ref,
  refused,
  STORED,
  SENT,
  taken,
  TEXT,
  UNKNOWN,
  WHOLE,
  type Paths
} from './openapi-parts';

/** What is known of a document beside its text. */
const facts = {
  title: NULLABLE_TEXT,
  author: NULLABLE_TEXT,
  publisher: NULLABLE_TEXT,
  published: NULLABLE_TEXT,
  canonical: NULLABLE_TEXT,
  language: NULLABLE_TEXT,
  note: NULLABLE_TEXT
};
const version = object({
  n: WHOLE,
  text: TEXT,
  textSha256: TEXT,
  rawSha256: TEXT,
  mediaType: TEXT,
  encoding: NULLABLE_TEXT,
  file: TEXT,
  address: NULLABLE_TEXT,
  dropped: {
    type: 'array',
    items: object({ reason: TEXT, quote: TEXT, at: WHOLE }),
    description: 'What was left out of the text, such as navigation, and where it stood'
  },
  notices: list(object({ code: TEXT, message: TEXT })),
  words: WHOLE,
  createdAt: TEXT,
  current: { type: 'boolean' }
});
const done = { 200: answer('Done', object({})) };

export const DOCUMENT_PATHS: Paths = {
  '/api/v1/collections/{collection}/documents': {
    patch: {
      operationId: 'editDocuments',
      summary:
        'Correct many stored documents, put some in the trash and take some out of it: all of it, or nothing',
      parameters: [COLLECTION],
      requestBody: body(
        change({
          changes: list(taken({ id: TEXT, ...facts }, ['id'])),
          trash: list(TEXT),
          restore: list(TEXT)
        }),
        'What is left out stays; `trash` and `restore` are ids'
      ),
      responses: libraryAnswers(
        done,
        held('There is nothing to change: name a document.', null),
        SENT,
        UNKNOWN,
        BUNDLED
      )
    }
  },
  '/api/v1/collections/{collection}/documents/{document}': {
    get: {
      operationId: 'openDocument',
      summary: 'One document of a collection, with its text',
      parameters: [COLLECTION, DOCUMENT],
      responses: libraryAnswers({ 200: answer('The document', ref('CollectionDocument')) }, UNKNOWN)
    },
    patch: {
      operationId: 'editDocument',
      summary: 'Correct what is known about a stored document, or choose the version that is audited',
      parameters: [COLLECTION, DOCUMENT],
      requestBody: body(
        change({ ...facts, version: { ...WHOLE, minimum: 1, maximum: 2_147_483_647 } }),
        'What is left out stays; at least one is needed'
      ),
      responses: libraryAnswers(
        done,
        held('published must be a day such as 2019-10-17.', 'published'),
        SENT,
        UNKNOWN,
        BUNDLED
      )
    },
    delete: {
      operationId: 'deleteDocument',
      summary: 'Put a stored document in the trash',
      parameters: [COLLECTION, DOCUMENT],
      responses: libraryAnswers(done, SENT, UNKNOWN, BUNDLED)
    }
  },
  '/api/v1/collections/{collection}/documents/{document}/audit': {
    get: {
      operationId: 'auditDocument',
      summary: 'What the audit of a collection says of one of its documents, with all its evidence',
      parameters: [COLLECTION, DOCUMENT],
      responses: libraryAnswers(
        { 200: answer('The part of the audit', ref('DocumentAudit')) },
        UNKNOWN,
        AUDITED
      )
    }
  },
  '/api/v1/collections/{collection}/documents/{document}/versions': {
    get: {
      operationId: 'listVersions',
      summary: 'Every version of a stored document, the newest first',
      parameters: STORED,
      responses: libraryAnswers(
        {
          200: answer('The versions', list(version))
        },
        UNKNOWN
      )
    },
    post: {
      operationId: 'addVersion',
      summary: 'Give a stored document a new text; the old one stays as an earlier version',
      parameters: STORED,
      requestBody: body(taken({ text: TEXT }, ['text']), 'The new text'),
      responses: libraryAnswers(
        { 201: answer('Number of the version', object({ version: WHOLE })) },
        held('text is missing: add it.', 'text'),
        SENT,
        UNKNOWN,
        BUNDLED,
        {
          422: refused(
            'There is no text to read.',
            'empty',
            'pasted text is empty: there is nothing to read.'
          )
        }
      )
    }
  },
  '/api/v1/collections/{collection}/documents/{document}/versions/{version}/raw': {
    get: {
      operationId: 'rawVersion',
      summary: 'The bytes that a version was read from, exactly as they came',
      parameters: [...STORED, parameter('version', 'Number of the version, from 1')],
      responses: libraryAnswers({ 200: { description: 'The bytes, to be saved' } }, UNKNOWN)
    }
  }
};
