/** The part of the OpenAPI document that is about the library as a whole: search, the trash, archives, long work. */
import {
  answer,
  body,
  BUNDLED,
  BYTES,
  form,
  held,
  libraryAnswers,
  list,
  NULLABLE_TEXT,
  object,
  parameter,
  refused,
  SENT,
  taken,
  TEXT,
  UNKNOWN,
  WHOLE,
  type Answers,
  type Paths
} from './openapi-parts';

const task = object({
  id: TEXT,
  kind: { enum: ['import', 'audit'] },
  title: TEXT,
  collection: TEXT,
  state: { enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] },
  done: WHOLE,
  total: { type: ['integer', 'null'], description: 'Documents there are; null while that is not known' },
  problem: NULLABLE_TEXT,
  refused: {
    type: ['array', 'null'],
    description: 'What an import left out, each with its reason, the first 200; null while it is not over',
    items: object({ name: TEXT, why: TEXT })
  },
  refusedCount: WHOLE,
  createdAt: TEXT
});
const job = parameter('job', 'Id of a task');
const noTask: Answers = {
  404: refused(
    'There is no such task; those that ended long ago are forgotten.',
    'not-found',
    'There is no task "b1946ac9-2d5f-4f0c-9a3e-0e3f5a7c1d20".'
  )
};
const thrown = taken(
  { collection: TEXT, document: { ...NULLABLE_TEXT, description: 'null: the whole collection' } },
  ['collection']
);
const trash = list(
  object({ collection: TEXT, document: NULLABLE_TEXT, title: TEXT, collectionTitle: TEXT, deletedAt: TEXT })
);
const found = list(
  object({
    collection: TEXT,
    collectionTitle: TEXT,
    document: TEXT,
    title: NULLABLE_TEXT,
    passage: list(object({ text: TEXT, hit: { type: 'boolean' } }))
  })
);

export const LIBRARY_PATHS: Paths = {
  '/api/v1/library/search': {
    get: {
      operationId: 'searchLibrary',
      summary: 'Documents that hold the words of ?q=, the best first',
      parameters: [
        parameter(
          'q',
          'Words; "quoted" ones stand beside each other, -word must not be there',
          'query',
          'treaty'
        )
      ],
      responses: libraryAnswers({ 200: answer('At most 100 documents', found) })
    }
  },
  '/api/v1/library/trash': {
    get: {
      operationId: 'listTrash',
      summary: 'What is in the trash',
      responses: libraryAnswers({ 200: answer('The trash', trash) })
    },
    post: {
      operationId: 'takeFromTrash',
      summary: 'Take something out of the trash again',
      requestBody: body(thrown, 'What to put back'),
      responses: libraryAnswers(
        { 200: answer('The trash afterwards', trash) },
        held('collection is missing: add it.', 'collection'),
        SENT,
        UNKNOWN,
        BUNDLED
      )
    },
    delete: {
      operationId: 'emptyTrash',
      summary: 'Delete what is in the trash for good',
      responses: libraryAnswers(
        { 200: answer('How much that was', object({ collections: WHOLE, documents: WHOLE })) },
        SENT
      )
    }
  },
  '/api/v1/library/archives': {
    post: {
      operationId: 'importArchive',
      summary: 'Make a collection of an exported file',
      requestBody: body(form({ file: BYTES }, ['file']), 'The file', 'multipart/form-data'),
      responses: libraryAnswers(
        { 201: answer('The collection', object({ id: TEXT, title: TEXT, documents: WHOLE })) },
        held('file is missing: add it.', 'file'),
        SENT,
        {
          422: refused(
            'It is no exported collection, or was changed after it was exported; nothing is kept of it.',
            'broken-archive',
            'documents[0] has a text that was changed.',
            'documents[0]'
          )
        }
      )
    }
  },
  '/api/v1/jobs': {
    get: {
      operationId: 'listTasks',
      summary: 'Long work, the last first',
      responses: libraryAnswers({ 200: answer('The tasks', list(task)) })
    },
    post: {
      operationId: 'importFile',
      summary: 'Import a file of many documents in the background',
      description:
        'Answered once the file is on the disk: it will be imported, whatever happens to the server.',
      requestBody: {
        description: 'The file, and where its documents go',
        required: true,
        content: {
          'multipart/form-data': {
            schema: form(
              { file: BYTES, collection: TEXT, title: { ...TEXT, description: 'Of a new collection' } },
              ['file']
            ),
            example: { file: 'articles.zip', title: 'The bridge' }
          }
        }
      },
      responses: libraryAnswers(
        { 202: answer('The task', task) },
        held('Name where it goes: "collection" with an id, or "title" for a new collection.', 'collection'),
        SENT,
        UNKNOWN,
        BUNDLED
      )
    }
  },
  '/api/v1/jobs/{job}': {
    get: {
      operationId: 'openTask',
      summary: 'How a task stands',
      parameters: [job],
      responses: libraryAnswers({ 200: answer('The task', task) }, noTask)
    },
    delete: {
      operationId: 'cancelTask',
      summary: 'Cancel a task; what is imported already stays',
      parameters: [job],
      responses: libraryAnswers({ 200: answer('The task', task) }, SENT, noTask, {
        409: refused(
          'It is over already.',
          'not-possible',
          'This is over already: there is nothing to cancel.'
        )
      })
    }
  },
  '/api/v1/jobs/{job}/events': {
    get: {
      operationId: 'taskEvents',
      summary: 'How a task goes on, as server-sent events, each the task as it stands',
      parameters: [job],
      responses: libraryAnswers({ 200: { description: 'text/event-stream' } }, noTask)
    }
  }
};
