/** The part of the OpenAPI document that computes and stores nothing, and that says what is measured. */
import {
  answer,
  answers,
  bodyLike,
  COMPUTED,
  held,
  list,
  parameter,
  ref,
  refused,
  SENT,
  TEXT,
  type Json,
  type Paths
} from './openapi-parts';

const EXAMPLE_REQUEST: { [key: string]: Json } = {
  documents: [
    { id: 'a', text: 'The mayor opened the bridge on Monday. It cost $3 million.', title: 'Bridge opens' },
    { id: 'b', text: 'Critics say the mayor wasted $5 million on the bridge.' }
  ],
  claims: [
    { id: 'waste', statement: 'The bridge was a waste of money.', cues: [['waste'], ['bridge', 'money']] }
  ],
  seed: 1
};

export const AUDIT_PATHS: Paths = {
  '/api/v1/audit': {
    post: {
      operationId: 'audit',
      summary: 'Audit documents',
      description:
        'Computes and stores nothing. The same request gives the same bytes. A field that is not described is refused rather than passed over.',
      requestBody: bodyLike(ref('AuditRequest'), EXAMPLE_REQUEST),
      responses: answers(
        { 200: answer('The audit', ref('Audit')) },
        held(
          'documents[1].text is empty: put the text of the document here, or leave the document out.',
          'documents[1].text'
        ),
        SENT,
        COMPUTED
      )
    }
  },
  '/api/v1/revision': {
    post: {
      operationId: 'revision',
      summary: 'Compare two versions of one text',
      description:
        'The metrics of both, as an audit of each gives them, and what the change did to each metric, paired sentence by sentence. Versions are no two sources: nothing else is compared. Nothing is stored.',
      requestBody: bodyLike(ref('RevisionRequest'), {
        before: 'The mayor wasted $5 million on the bridge.',
        after: 'The bridge cost $5 million, the mayor said.'
      }),
      responses: answers(
        { 200: answer('Both versions and their differences', ref('Revision')) },
        held('after is empty: put the text of this version here.', 'after'),
        SENT,
        COMPUTED
      )
    }
  },
  '/api/v1/report': {
    post: {
      operationId: 'report',
      summary: 'Audit documents and write the report: one HTML file',
      description:
        'The request of an audit, with what is known of its texts and claims beside. The file holds no script and asks for nothing; the same request gives the same bytes. Nothing is stored.',
      requestBody: bodyLike(ref('ReportRequest'), { ...EXAMPLE_REQUEST, about: { title: 'A bridge' } }),
      responses: answers(
        { 200: { description: 'The report', content: { 'text/html': { schema: TEXT } } } },
        held('about.title must be string, but is 3.', 'about.title'),
        SENT,
        COMPUTED
      )
    }
  },
  '/api/v1/metrics': {
    get: {
      operationId: 'describeMetrics',
      summary: 'What each metric asks, how it counts, its limits and sources',
      responses: answers({ 200: answer('All metrics', list(ref('Metric'))) })
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
          'Rules with commas between them, such as loaded-language/slam,hedges/may',
          'query',
          'loaded-language/slam,hedges/may'
        )
      ],
      responses: answers({
        200: answer('The rules, in the order asked for', list(ref('Rule'))),
        400: refused(
          'No rule was named.',
          'invalid-request',
          'ids is missing: add ?ids=LIST/ENTRY,LIST/ENTRY.',
          'ids'
        )
      })
    }
  },
  '/api/v1/openapi.json': {
    get: {
      operationId: 'describe',
      summary: 'This document',
      responses: answers({ 200: answer('OpenAPI 3.1', { type: 'object' }) })
    }
  }
};
