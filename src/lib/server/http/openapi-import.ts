/** The part of the OpenAPI document that is about importing. */
import * as v from 'valibot';
import { SaveRequestSchema } from '../import/use-cases';
import {
  answer,
  form,
  held,
  libraryAnswers,
  list,
  ref,
  refused,
  SENT,
  taken,
  TEXT,
  UNKNOWN,
  type Json,
  type Paths
} from './openapi-parts';

const nullableText = v.nullable(v.string());

const Block = v.object({
  text: v.string(),
  gap: v.pipe(v.string(), v.description('White space between this block and the next')),
  kept: v.boolean(),
  reason: v.pipe(nullableText, v.description('Why it is left out, such as navigation; null when it is kept'))
});

const Preview = v.object({
  documents: v.array(
    v.object({
      key: v.pipe(v.string(), v.description('Names the document when it is saved')),
      name: v.string(),
      row: v.nullable(v.number()),
      address: nullableText,
      mediaType: v.string(),
      encoding: nullableText,
      size: v.pipe(v.number(), v.description('Bytes as they came')),
      sha256: v.string(),
      title: nullableText,
      author: nullableText,
      publisher: nullableText,
      published: v.pipe(nullableText, v.description('ISO 8601 day; null when the document states none')),
      canonical: nullableText,
      language: nullableText,
      words: v.number(),
      blocks: v.pipe(
        v.nullable(v.array(Block)),
        v.description(
          'Null when there are more than 300 documents, or more than 4 million characters of them'
        )
      ),
      notices: v.array(
        v.object({
          code: v.string(),
          message: v.string(),
          refused: v.pipe(
            v.optional(v.array(v.object({ name: v.string(), why: v.string() }))),
            v.description('Rows of a table or files of an archive that were skipped, each with its reason')
          )
        })
      ),
      known: v.pipe(
        v.nullable(
          v.object({
            kind: v.picklist(['same-bytes', 'same-text', 'near']),
            share: v.number(),
            collection: v.string(),
            collectionTitle: v.string(),
            document: v.string(),
            title: nullableText
          })
        ),
        v.description('The same document, or nearly, in the library')
      )
    })
  ),
  fetched: v.pipe(
    v.nullable(
      v.object({ name: v.string(), mediaType: v.string(), address: v.string(), base64: v.string() })
    ),
    v.description('The bytes of a page that was fetched; null for what was sent')
  )
});

const Saved = v.object({
  collection: v.string(),
  documents: v.array(v.object({ id: v.string(), title: nullableText }))
});

/** What importing takes and answers, by name. */
export const importSchemas = {
  request: { SaveImport: SaveRequestSchema },
  answer: { ImportPreview: Preview, SavedImport: Saved }
};

const file: Json = { type: 'string', contentMediaType: 'application/octet-stream' };
const unreadable = {
  422: refused(
    'The file or page cannot be read; the sentence says why and what to do.',
    'encrypted',
    'report.pdf is locked with a password: save it without one, and try again.'
  )
};

export const IMPORT_PATHS: Paths = {
  '/api/v1/import': {
    post: {
      operationId: 'previewImport',
      summary: 'See what an import would save',
      description:
        'Takes the address of a page, a text, or a form with one file (text, Markdown, HTML, PDF, Word, CSV, JSON Lines, ZIP). Stores nothing.',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              oneOf: [taken({ url: TEXT }, ['url']), taken({ text: TEXT, name: TEXT }, ['text'])]
            },
            example: { text: 'The mayor opened the bridge on Monday.', name: 'Notes' }
          },
          'multipart/form-data': {
            schema: form({ file }, ['file'])
          }
        }
      },
      responses: libraryAnswers(
        { 200: answer('The documents as they would be saved', ref('ImportPreview')) },
        held('file is missing: add it to the form.', 'file'),
        SENT,
        {
          403: refused(
            'The address is not on the public internet, or another site sent the request.',
            'address-not-public',
            '10.0.0.5 is not on the public internet: Parallax fetches public pages alone. Open it in a browser, and save or paste its text.',
            'url'
          ),
          415: refused(
            'The address leads to something that cannot be imported.',
            'unsupported-type',
            'letters.zip holds many documents: download the file and add it.',
            'url'
          ),
          502: refused(
            'The other site cannot be reached, refuses, or breaks off.',
            'unreachable',
            'www.example.org cannot be reached, or broke off: try again later.',
            'url'
          )
        },
        unreadable
      )
    }
  },
  '/api/v1/import/save': {
    post: {
      operationId: 'saveImport',
      summary: 'Save what a preview showed, as corrected',
      description:
        'Takes the same bytes again, one file for each source in their order, with the corrections. Everything is saved, or nothing.',
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: form({ request: ref('SaveImport'), file: list(file) }, ['request', 'file']),
            example: {
              request: {
                target: { newTitle: 'The bridge' },
                sources: [
                  {
                    kind: 'file',
                    name: 'articles.csv',
                    corrections: [
                      {
                        key: 'KEY',
                        title: 'Bridge opens',
                        author: null,
                        publisher: null,
                        published: null,
                        canonical: null,
                        language: null
                      }
                    ]
                  }
                ]
              },
              file: 'articles.csv'
            }
          }
        }
      },
      responses: libraryAnswers(
        { 201: answer('What was saved', ref('SavedImport')) },
        held('request is missing: add it to the form, in JSON.', 'request'),
        SENT,
        UNKNOWN,
        {
          409: refused(
            'The bytes are not those of the preview, or the collection came with Parallax, as files.',
            'changed',
            'What was sent is not what was shown in the preview: add the file again.',
            'corrections[0].key'
          )
        },
        unreadable
      )
    }
  }
};
