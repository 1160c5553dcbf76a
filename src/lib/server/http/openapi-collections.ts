/** The part of the OpenAPI document that is about collections as a whole: what they hold, their audits and exports. */
import { EXPORT_FILES } from '../library/exports';
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
  object,
  parameter,
  ref,
  refused,
  SENT,
  taken,
  TEXT,
  UNKNOWN,
  type Paths
} from './openapi-parts';

const about = { title: TEXT, question: TEXT, description: TEXT };

export const COLLECTION_PATHS: Paths = {
  '/api/v1/collections': {
    get: {
      operationId: 'listCollections',
      summary: 'List the collections',
      responses: libraryAnswers({ 200: answer('All collections', list(ref('CollectionSummary'))) })
    },
    post: {
      operationId: 'createCollection',
      summary: 'Make an empty collection',
      requestBody: body(taken(about, ['title']), 'Its name, and what it asks'),
      responses: libraryAnswers(
        { 201: answer('Its id', object({ id: TEXT })) },
        held('title is empty: give the collection a name.', 'title'),
        SENT
      )
    }
  },
  '/api/v1/collections/{collection}': {
    get: {
      operationId: 'openCollection',
      summary: 'A collection with its texts and contested claims',
      parameters: [COLLECTION],
      responses: libraryAnswers({ 200: answer('The collection', ref('Collection')) }, UNKNOWN)
    },
    patch: {
      operationId: 'updateCollection',
      summary: 'Change the name, question or description of a stored collection',
      parameters: [COLLECTION],
      requestBody: body(change(about), 'What is left out stays; at least one is needed'),
      responses: libraryAnswers(
        { 200: answer('Done', object({})) },
        held('There is nothing to change: send a field with what it is to say.', null),
        SENT,
        UNKNOWN,
        BUNDLED
      )
    },
    delete: {
      operationId: 'deleteCollection',
      summary: 'Put a stored collection in the trash',
      parameters: [COLLECTION],
      responses: libraryAnswers({ 200: answer('Done', object({})) }, SENT, UNKNOWN, BUNDLED)
    }
  },
  '/api/v1/collections/{collection}/archive': {
    get: {
      operationId: 'exportArchive',
      summary: 'A whole collection as one file, original bytes and every version included',
      parameters: [COLLECTION],
      responses: libraryAnswers({ 200: { description: 'The file, parallax.collection/1' } }, UNKNOWN, BUNDLED)
    }
  },
  '/api/v1/collections/{collection}/audit': {
    get: {
      operationId: 'auditCollection',
      summary: 'The audit of a collection',
      parameters: [COLLECTION],
      responses: libraryAnswers({ 200: answer('The audit', ref('Audit')) }, UNKNOWN, AUDITED)
    }
  },
  '/api/v1/collections/{collection}/documents/{document}/evidence': {
    get: {
      operationId: 'evidence',
      summary: 'The words one metric of one document was counted from',
      parameters: [
        COLLECTION,
        DOCUMENT,
        parameter('metric', 'Id of a metric, such as hedging', 'query', 'loaded-language')
      ],
      responses: libraryAnswers(
        {
          200: answer('The evidence, in text order', list(ref('Evidence'))),
          400: refused(
            'No metric was named.',
            'invalid-request',
            'metric is missing: add ?metric=ID.',
            'metric'
          )
        },
        UNKNOWN,
        AUDITED
      )
    }
  },
  '/api/v1/collections/{collection}/exports/{file}': {
    get: {
      operationId: 'exportCollection',
      summary: 'One of the files that a collection is exported as',
      parameters: [
        COLLECTION,
        parameter('file', `One of ${[...EXPORT_FILES, 'report.html'].join(', ')}`, 'path', 'metrics.csv'),
        {
          name: 'texts',
          in: 'query',
          required: false,
          description: '1 puts the texts into bundle.json; without, they are named by their hashes',
          schema: TEXT
        }
      ],
      responses: libraryAnswers(
        { 200: { description: 'The file, with its own content type' } },
        UNKNOWN,
        AUDITED
      )
    }
  }
};
