/** A small library, and what each operation of the API takes there. */
import { wantImport } from '$lib/server/jobs';
import { addDocuments, createCollection, putInTrash } from '$lib/server/library';
import { imported, wipeLibrary } from '../unit/server/test-library';
import { ask, form, json, type Parameters, type Sent } from './asking';

/** Where something is: filled by `fill`. */
export const places: { stored: Parameters; empty: Parameters } = { stored: {}, empty: {} };

export const BUNDLED: Parameters = {
  collection: 'russia-nato',
  document: '004_a030eb584eb5d23c',
  version: '1',
  file: 'metrics.csv',
  job: '-'
};
export const NOWHERE: Parameters = {
  collection: 'atlantis',
  document: 'a',
  version: '9',
  file: 'none',
  job: 'none'
};

/** Begins anew: a collection of two documents, and an empty one. */
export async function fill(): Promise<void> {
  await wipeLibrary();
  const { collection } = await addDocuments({ newTitle: 'Bridge' }, [
    imported('The bridge may open on Monday.', { title: 'A' }),
    imported('It will not open.', { title: 'B' })
  ]);
  const stored = { collection, document: 'a', version: '1', file: 'metrics.csv' };
  const { id } = await createCollection({ title: 'Nothing yet' });
  Object.assign(places, { stored, empty: { ...stored, collection: id } });
}

export const text = new File(['The ferry sank in 1998, nobody was hurt.'], 'ferry.txt');
export const CLAIM = { change: { kind: 'add', claim: { statement: 'The bridge opened late.' } } };

let archive = '';
let key = '';
/** What a preview of `text` is saved with. */
export const save = (over: object = {}) => ({
  target: { newTitle: 'Ferry' },
  sources: [
    {
      kind: 'file',
      name: 'ferry.txt',
      mediaType: 'text/plain',
      corrections: [
        { key, title: null, author: null, publisher: null, published: null, canonical: null, language: null }
      ]
    }
  ],
  ...over
});

/** The JSON that each operation takes, where it takes that. */
export const BODIES: Readonly<Record<string, () => object>> = {
  'POST /api/v1/audit': () => ({
    documents: [{ id: 'a', text: 'It rains.' }],
    claims: [{ id: 'c', statement: 'It rains.', cues: [['rain']], years: [1990, 2000] }],
    seed: 1
  }),
  'POST /api/v1/revision': () => ({ before: 'It rains.', after: 'It may rain.' }),
  'POST /api/v1/report': () => ({
    documents: [{ id: 'a', text: 'It rains.' }],
    about: {
      title: 'Rain',
      documents: [{ id: 'a', note: 'Wet.', shown: [{ field: 'title', quote: 'Rain' }] }]
    }
  }),
  'POST /api/v1/collections': () => ({ title: 'New', question: 'Why?', description: '' }),
  'PATCH /api/v1/collections/{collection}': () => ({ title: 'Other' }),
  'POST /api/v1/collections/{collection}/contested': () => CLAIM,
  'PATCH /api/v1/collections/{collection}/documents': () => ({
    changes: [{ id: 'a', title: 'T', published: '2020-02-29', language: null }],
    restore: ['b']
  }),
  'PATCH /api/v1/collections/{collection}/documents/{document}': () => ({
    title: 'T',
    published: '2020-02-29',
    canonical: null,
    version: 1
  }),
  'POST /api/v1/collections/{collection}/documents/{document}/versions': () => ({ text: 'A later text.' }),
  'POST /api/v1/library/trash': () => ({ collection: places.stored.collection, document: 'b' }),
  'POST /api/v1/import': () => ({ text: 'The ferry sank.' })
};
const OTHERS: Readonly<Record<string, () => Sent>> = {
  'GET /api/v1/collections/{collection}/documents/{document}/evidence': () => ({ query: '?metric=hedging' }),
  'GET /api/v1/rules': () => ({ query: '?ids=hedges/may' }),
  'GET /api/v1/library/search': () => ({ query: '?q=bridge' }),
  'POST /api/v1/library/archives': () => form({ file: new File([archive], 'one.json') }),
  'POST /api/v1/jobs': () => form({ file: text, collection: places.stored.collection ?? '' }),
  'POST /api/v1/import/save': () => form({ request: JSON.stringify(save()), file: text })
};

/** What an operation takes, of the stored collection. */
export function takenBy(name: string): Sent {
  const body = BODIES[name];
  return { parameters: places.stored, ...(body ? json(body()) : OTHERS[name]?.()) };
}

/** Begins anew, with a file that was imported in the background and a document in the trash. */
export async function prepare(): Promise<void> {
  await fill();
  const whole = await ask('GET', '/api/v1/collections/{collection}/archive', { parameters: places.stored });
  archive = await whole.text();
  const preview = await ask('POST', '/api/v1/import', form({ file: text }));
  key = ((await preview.json()) as { documents: { key: string }[] }).documents[0]!.key;
  const collection = places.stored.collection!;
  const bytes = new TextEncoder().encode('The ferry sank.');
  const { id } = await wantImport({ id: collection }, { name: 'a.txt', mediaType: null, bytes });
  places.stored = { ...places.stored, job: id };
  await putInTrash({ collection, document: 'b' });
}
