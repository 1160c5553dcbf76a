import { ENGINE_VERSION } from '$lib/analysis/audit';
import { EXPORT_FILES } from '../library/exports';
import { importPaths } from './openapi-import';
import { withLibrary } from './openapi-library';
import { componentSchemas } from './openapi-schemas';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

const EXAMPLE_REQUEST = {
  documents: [
    { id: 'a', text: 'The mayor opened the bridge on Monday. It cost $3 million.', title: 'Bridge opens' },
    { id: 'b', text: 'Critics say the mayor wasted $5 million on the bridge.' }
  ],
  claims: [
    { id: 'waste', statement: 'The bridge was a waste of money.', cues: [['waste'], ['bridge', 'money']] }
  ],
  seed: 1
};

function errorAnswer(description: string, code: string, message: string, path: string | null): Json {
  return {
    description,
    content: { 'application/json': { schema: ref('Error'), example: { error: { code, message, path } } } }
  };
}

const ok = (description: string, schema: Json): Json => ({
  description,
  content: { 'application/json': { schema } }
});
const notFound = errorAnswer(
  'There is no such thing.',
  'not-found',
  'There is no collection "atlantis".',
  null
);
const failed = errorAnswer(
  "Something is wrong on the server's side: a broken collection file is named, anything else is in its log.",
  'broken-collection',
  'russia-nato/contested.yaml:12: entry "encirclement": "claims[3].cues" is missing: add it',
  'russia-nato/contested.yaml:12'
);
const parameter = (name: string, where: 'path' | 'query', description: string): Json => ({
  name,
  in: where,
  required: true,
  description,
  schema: { type: 'string' }
});
const collection = parameter('collection', 'path', 'Id of a collection, such as russia-nato');

/** The API described as OpenAPI 3.1; the schemas are those that check requests. */
export function openApiDocument(): unknown {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parallax',
      version: ENGINE_VERSION,
      summary: 'Lays documents that tell the same story side by side.',
      description:
        'Every start and end is a half-open range of UTF-16 code units in the text as it was submitted: text.slice(start, end) === quote. Missing is a value: too little text, nothing found and failure are three different results. An audit stores nothing.',
      license: { name: 'MIT', identifier: 'MIT' }
    },
    servers: [{ url: '/' }],
    paths: withLibrary({
      '/api/v1/audit': {
        post: {
          operationId: 'audit',
          summary: 'Audit documents',
          description: 'Computes and stores nothing. The same request gives the same bytes.',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: ref('AuditRequest'), example: EXAMPLE_REQUEST } }
          },
          responses: {
            200: ok('The audit', ref('Audit')),
            400: errorAnswer(
              'The request is not as described; `path` says where.',
              'invalid-request',
              'documents[1].text is empty: put the text of the document here, or leave the document out.',
              'documents[1].text'
            ),
            413: errorAnswer(
              'The request is too large.',
              'too-large',
              'The request is larger than 10 MB: send fewer or shorter documents, or audit a folder on the command line.',
              null
            ),
            500: failed
          }
        }
      },
      '/api/v1/revision': {
        post: {
          operationId: 'revision',
          summary: 'Compare two versions of one text',
          description:
            'The metrics of both, as an audit of each gives them, and what the change did to each metric, paired sentence by sentence. Versions are no two sources: nothing else is compared. Nothing is stored.',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: ref('RevisionRequest') } }
          },
          responses: {
            200: ok('Both versions and their differences', ref('Revision')),
            400: errorAnswer(
              'The request is not as described; `path` says where.',
              'invalid-request',
              'after is empty: put the text of this version here.',
              'after'
            ),
            413: errorAnswer('The request is too large.', 'too-large', 'The request is too large.', null),
            500: failed
          }
        }
      },
      '/api/v1/report': {
        post: {
          operationId: 'report',
          summary: 'Audit documents and write the report: one HTML file',
          description:
            'The request of an audit, with what is known of its texts and claims beside. The file holds no script and asks for nothing; the same request gives the same bytes. Nothing is stored.',
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  allOf: [ref('AuditRequest'), { type: 'object', properties: { about: ref('ReportAbout') } }]
                },
                example: { ...EXAMPLE_REQUEST, about: { title: 'A bridge' } }
              }
            }
          },
          responses: {
            200: { description: 'The report', content: { 'text/html': { schema: { type: 'string' } } } },
            400: errorAnswer(
              'The request is not as described; `path` says where.',
              'invalid-request',
              'about.title must be string, but is 3.',
              'about.title'
            ),
            413: errorAnswer(
              'The request is too large.',
              'too-large',
              'The request is larger than 10 MB: send fewer or shorter documents, or audit a folder on the command line.',
              null
            ),
            500: failed
          }
        }
      },
      '/api/v1/collections': {
        get: {
          operationId: 'listCollections',
          summary: 'List the collections',
          responses: { 200: ok('All collections', { type: 'array', items: ref('CollectionSummary') }) }
        }
      },
      '/api/v1/collections/{collection}': {
        get: {
          operationId: 'openCollection',
          summary: 'A collection with its texts and contested claims',
          parameters: [collection],
          responses: { 200: ok('The collection', ref('Collection')), 404: notFound, 500: failed }
        }
      },
      '/api/v1/collections/{collection}/audit': {
        get: {
          operationId: 'auditCollection',
          summary: 'The audit of a collection',
          parameters: [collection],
          responses: { 200: ok('The audit', ref('Audit')), 404: notFound, 500: failed }
        }
      },
      '/api/v1/collections/{collection}/documents/{document}/evidence': {
        get: {
          operationId: 'evidence',
          summary: 'The words one metric of one document was counted from',
          parameters: [
            collection,
            parameter('document', 'path', 'Id of a document of the collection'),
            parameter('metric', 'query', 'Id of a metric, such as hedging')
          ],
          responses: {
            200: ok('The evidence, in text order', { type: 'array', items: ref('Evidence') }),
            400: errorAnswer(
              'No metric was named.',
              'invalid-request',
              'metric is missing: add ?metric=ID.',
              'metric'
            ),
            404: notFound,
            500: failed
          }
        }
      },
      '/api/v1/collections/{collection}/contested': {
        get: {
          operationId: 'openRegistry',
          summary: 'The registry of contested claims, with its history',
          parameters: [collection],
          responses: { 200: ok('The registry', ref('Registry')), 404: notFound, 500: failed }
        },
        post: {
          operationId: 'changeRegistry',
          summary: 'Change the registry, or take the last change back',
          description:
            'Kept in the data folder of this server; the files of the collection stay as they are. `since` is how many changes you have seen: with another number, nothing is changed.',
          parameters: [collection],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  oneOf: [
                    {
                      type: 'object',
                      required: ['change'],
                      properties: { change: ref('Change'), since: { type: ['integer', 'null'] } }
                    },
                    {
                      type: 'object',
                      required: ['step'],
                      properties: { step: { enum: ['undo', 'redo'] } }
                    }
                  ]
                },
                example: {
                  change: {
                    kind: 'add',
                    claim: { id: 'bridge-was-late', statement: 'The bridge opened later than planned.' }
                  },
                  since: 0
                }
              }
            }
          },
          responses: {
            200: ok('The registry after the change', ref('ChangedRegistry')),
            400: errorAnswer(
              'The change is not as described.',
              'invalid-request',
              'claim.statement must not be empty: write it or remove the line.',
              'claim.statement'
            ),
            403: errorAnswer(
              'Another site sent it.',
              'other-site',
              'This was sent by another site: changes can only be made from the pages of Parallax itself.',
              null
            ),
            404: notFound,
            409: errorAnswer(
              'The change does not fit the registry as it stands.',
              'changed-meanwhile',
              'The registry was changed meanwhile, perhaps in another window: look at it again, then save.',
              null
            ),
            500: failed
          }
        }
      },
      '/api/v1/collections/{collection}/exports/{file}': {
        get: {
          operationId: 'exportCollection',
          summary: 'One of the files that a collection is exported as',
          parameters: [
            collection,
            parameter('file', 'path', `One of ${[...EXPORT_FILES, 'report.html'].join(', ')}`),
            {
              name: 'texts',
              in: 'query',
              required: false,
              description: '1 puts the texts into bundle.json; without, they are named by their hashes',
              schema: { type: 'string' }
            }
          ],
          responses: {
            200: { description: 'The file, with its own content type' },
            404: notFound,
            500: failed
          }
        }
      },
      '/api/v1/metrics': {
        get: {
          operationId: 'describeMetrics',
          summary: 'What each metric asks, how it counts, its limits and sources',
          responses: { 200: ok('All metrics', { type: 'array', items: ref('Metric') }) }
        }
      },
      '/api/v1/rules': {
        get: {
          operationId: 'describeRules',
          summary: 'The plainer wording and the source of rules of the word lists',
          description:
            'Rules as evidence names them. One that is no entry of a word list is left out; its metric says where it comes from.',
          parameters: [
            parameter(
              'ids',
              'query',
              'Rules with commas between them, such as loaded-language/slam,hedges/may'
            )
          ],
          responses: {
            200: ok('The rules, in the order asked for', { type: 'array', items: ref('Rule') }),
            400: errorAnswer(
              'No rule was named.',
              'invalid-request',
              'ids is missing: add ?ids=LIST/ENTRY,LIST/ENTRY.',
              'ids'
            )
          }
        }
      },
      ...importPaths({ ref, ok, error: errorAnswer }),
      '/api/v1/openapi.json': {
        get: {
          operationId: 'describe',
          summary: 'This document',
          responses: { 200: ok('OpenAPI 3.1', { type: 'object' }) }
        }
      }
    }),
    components: { schemas: componentSchemas() }
  };
}
