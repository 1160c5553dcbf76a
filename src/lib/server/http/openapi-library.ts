/** The part of the API that keeps things: collections, documents, the trash, search, long work. */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Operation = { [key: string]: Json };

const text = { type: 'string' };
const nullableText = { type: ['string', 'null'] };
const whole = { type: 'integer' };

function object(properties: { [key: string]: Json }, required: readonly string[] = []): Json {
  return { type: 'object', properties, required: [...required] };
}
function list(items: Json): Json {
  return { type: 'array', items };
}
function body(schema: Json, description: string, media = 'application/json'): Json {
  return { description, required: true, content: { [media]: { schema } } };
}
function answer(description: string, schema: Json): Json {
  return { description, content: { 'application/json': { schema } } };
}
function refused(description: string): Json {
  return answer(description, { $ref: '#/components/schemas/Error' });
}

const NOT_THERE = { 404: refused('There is no such thing.') };
const NOT_SO = {
  400: refused('A field is not as it should be; `path` names it.'),
  403: refused('Another site sent it.')
};
const IN_USE = { 503: refused('Another process has the library open, or the database does not answer.') };

const task = object({
  id: text,
  kind: { enum: ['import', 'audit'] },
  title: text,
  collection: text,
  state: { enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] },
  done: whole,
  total: { type: ['integer', 'null'], description: 'Documents there are; null while that is not known' },
  problem: nullableText,
  refused: {
    type: ['array', 'null'],
    description: 'What an import left out, each with its reason, the first 200; null while it is not over',
    items: object({ name: text, why: text }, ['name', 'why'])
  },
  refusedCount: whole,
  createdAt: text
});
/** What is known of a document beside its text. */
const facts = {
  title: nullableText,
  author: nullableText,
  publisher: nullableText,
  published: nullableText,
  canonical: nullableText,
  language: nullableText,
  note: nullableText
};
const about = { title: text, question: text, description: text };
const thrown = object(
  { collection: text, document: { ...nullableText, description: 'null: the whole collection' } },
  ['collection']
);
const trash = list(
  object({ collection: text, document: nullableText, title: text, collectionTitle: text, deletedAt: text })
);
const found = list(
  object({
    collection: text,
    collectionTitle: text,
    document: text,
    title: nullableText,
    passage: list(object({ text, hit: { type: 'boolean' } }))
  })
);
const file = { type: 'string', format: 'binary' };

const parameters = (...names: readonly string[]): Json =>
  names.map((name) => ({ name, in: 'path', required: true, schema: text }));

const PATHS: Readonly<Record<string, Record<string, Operation>>> = {
  '/api/v1/collections': {
    post: {
      operationId: 'createCollection',
      summary: 'Make an empty collection',
      requestBody: body(object(about, ['title']), 'Its name, and what it asks'),
      responses: { 201: answer('Its id', object({ id: text })), ...NOT_SO, ...IN_USE }
    }
  },
  '/api/v1/collections/{collection}': {
    patch: {
      operationId: 'updateCollection',
      summary: 'Change the name, question or description of a stored collection',
      parameters: parameters('collection'),
      requestBody: body(object(about), 'What is left out stays'),
      responses: { 200: answer('Done', object({})), ...NOT_SO, ...NOT_THERE }
    },
    delete: {
      operationId: 'deleteCollection',
      summary: 'Put a stored collection in the trash',
      parameters: parameters('collection'),
      responses: { 200: answer('Done', object({})), ...NOT_THERE }
    }
  },
  '/api/v1/collections/{collection}/archive': {
    get: {
      operationId: 'exportArchive',
      summary: 'A whole collection as one file, original bytes and every version included',
      parameters: parameters('collection'),
      responses: { 200: { description: 'The file, parallax.collection/1' }, ...NOT_THERE }
    }
  },
  '/api/v1/collections/{collection}/documents': {
    patch: {
      operationId: 'editDocuments',
      summary:
        'Correct many stored documents, put some in the trash and take some out of it: all of it, or nothing',
      parameters: parameters('collection'),
      requestBody: body(
        object({
          changes: list(object({ id: text, ...facts }, ['id'])),
          trash: list(text),
          restore: list(text)
        }),
        'What is left out stays; `trash` and `restore` are ids'
      ),
      responses: { 200: answer('Done', object({})), ...NOT_SO, ...NOT_THERE, ...IN_USE }
    }
  },
  '/api/v1/collections/{collection}/documents/{document}': {
    get: {
      operationId: 'openDocument',
      summary: 'One document of a collection, with its text',
      parameters: parameters('collection', 'document'),
      responses: {
        200: answer('The document', { $ref: '#/components/schemas/CollectionDocument' }),
        ...NOT_THERE
      }
    },
    patch: {
      operationId: 'editDocument',
      summary: 'Correct what is known about a stored document, or choose the version that is audited',
      parameters: parameters('collection', 'document'),
      requestBody: body(object({ ...facts, version: whole }), 'What is left out stays'),
      responses: { 200: answer('Done', object({})), ...NOT_SO, ...NOT_THERE }
    },
    delete: {
      operationId: 'deleteDocument',
      summary: 'Put a stored document in the trash',
      parameters: parameters('collection', 'document'),
      responses: { 200: answer('Done', object({})), ...NOT_THERE }
    }
  },
  '/api/v1/collections/{collection}/documents/{document}/audit': {
    get: {
      operationId: 'auditDocument',
      summary: 'What the audit of a collection says of one of its documents, with all its evidence',
      parameters: parameters('collection', 'document'),
      responses: {
        200: answer('The part of the audit', { $ref: '#/components/schemas/DocumentAudit' }),
        ...NOT_THERE,
        503: refused('A large collection is being audited: try again in a while.')
      }
    }
  },
  '/api/v1/collections/{collection}/documents/{document}/versions': {
    get: {
      operationId: 'listVersions',
      summary: 'Every version of a stored document, the newest first',
      parameters: parameters('collection', 'document'),
      responses: {
        200: answer(
          'The versions',
          list(object({ n: whole, text, textSha256: text, rawSha256: text, current: { type: 'boolean' } }))
        ),
        ...NOT_THERE
      }
    },
    post: {
      operationId: 'addVersion',
      summary: 'Give a stored document a new text; the old one stays as an earlier version',
      parameters: parameters('collection', 'document'),
      requestBody: body(object({ text }, ['text']), 'The new text'),
      responses: { 201: answer('Number of the version', object({ version: whole })), ...NOT_SO, ...NOT_THERE }
    }
  },
  '/api/v1/collections/{collection}/documents/{document}/versions/{version}/raw': {
    get: {
      operationId: 'rawVersion',
      summary: 'The bytes that a version was read from, exactly as they came',
      parameters: parameters('collection', 'document', 'version'),
      responses: { 200: { description: 'The bytes, to be saved' }, ...NOT_THERE }
    }
  },
  '/api/v1/library/search': {
    get: {
      operationId: 'searchLibrary',
      summary: 'Documents that hold the words of ?q=, the best first',
      parameters: [{ name: 'q', in: 'query', required: true, schema: text }],
      responses: { 200: answer('At most 100 documents', found), ...IN_USE }
    }
  },
  '/api/v1/library/trash': {
    get: {
      operationId: 'listTrash',
      summary: 'What is in the trash',
      responses: { 200: answer('The trash', trash) }
    },
    post: {
      operationId: 'takeFromTrash',
      summary: 'Take something out of the trash again',
      requestBody: body(thrown, 'What to put back'),
      responses: { 200: answer('The trash afterwards', trash), ...NOT_SO, ...NOT_THERE }
    },
    delete: {
      operationId: 'emptyTrash',
      summary: 'Delete what is in the trash for good',
      responses: { 200: answer('How much that was', object({ collections: whole, documents: whole })) }
    }
  },
  '/api/v1/library/archives': {
    post: {
      operationId: 'importArchive',
      summary: 'Make a collection of an exported file',
      requestBody: body(object({ file }, ['file']), 'The file', 'multipart/form-data'),
      responses: {
        201: answer('The collection', object({ id: text, title: text, documents: whole })),
        ...NOT_SO,
        413: refused('The file is too large.'),
        422: refused('The file was changed after it was exported; nothing is kept of it.')
      }
    }
  },
  '/api/v1/jobs': {
    get: {
      operationId: 'listTasks',
      summary: 'Long work, the last first',
      responses: { 200: answer('The tasks', list(task)) }
    },
    post: {
      operationId: 'importFile',
      summary: 'Import a file of many documents in the background',
      description:
        'Answered once the file is on the disk: it will be imported, whatever happens to the server.',
      requestBody: body(
        object({ file, collection: text, title: { ...text, description: 'Of a new collection' } }, ['file']),
        'The file, and where its documents go',
        'multipart/form-data'
      ),
      responses: {
        202: answer('The task', task),
        ...NOT_SO,
        ...NOT_THERE,
        413: refused('The file is too large.')
      }
    }
  },
  '/api/v1/jobs/{job}': {
    get: {
      operationId: 'openTask',
      summary: 'How a task stands',
      parameters: parameters('job'),
      responses: { 200: answer('The task', task), ...NOT_THERE }
    },
    delete: {
      operationId: 'cancelTask',
      summary: 'Cancel a task; what is imported already stays',
      parameters: parameters('job'),
      responses: { 200: answer('The task', task), ...NOT_THERE, 409: refused('It is over already.') }
    }
  },
  '/api/v1/jobs/{job}/events': {
    get: {
      operationId: 'taskEvents',
      summary: 'How a task goes on, as server-sent events, each the task as it stands',
      parameters: parameters('job'),
      responses: { 200: { description: 'text/event-stream' }, ...NOT_THERE }
    }
  }
};

/** The paths of the API with those of the library among them. */
export function withLibrary(paths: Readonly<Record<string, object>>): Record<string, object> {
  const all = new Set([...Object.keys(paths), ...Object.keys(PATHS)]);
  return Object.fromEntries([...all].map((path) => [path, { ...paths[path], ...PATHS[path] }]));
}
