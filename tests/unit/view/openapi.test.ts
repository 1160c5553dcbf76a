import { describe, expect, it } from 'vitest';
import { endpointViews, schemaViews, typeWords, type OpenApi } from '$lib/view/openapi';

const api: OpenApi = {
  info: { title: 'T', version: '1' },
  paths: {
    '/api/v1/audit': {
      post: {
        summary: 'Audit',
        requestBody: {
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Request' },
              example: { text: "it's" }
            }
          }
        },
        responses: { '400': { description: 'Bad', content: {} } }
      }
    },
    '/api/v1/evidence': {
      get: { parameters: [{ name: 'metric', in: 'query', required: true, description: 'Which' }] }
    }
  },
  components: {
    schemas: {
      Request: {
        type: 'object',
        required: ['documents'],
        properties: {
          documents: {
            type: 'array',
            items: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } }
          },
          seed: { type: ['integer', 'null'], description: 'A seed.' }
        }
      }
    }
  }
};

describe('the OpenAPI page', () => {
  it('gives a command that a shell takes as it stands', () => {
    const [audit, evidence] = endpointViews(api, 'http://127.0.0.1:4173');
    expect(audit!.curl).toContain("-H 'content-type: application/json'");
    expect(audit!.curl).toContain(`"text": "it'\\''s"`);
    expect(evidence!.curl).toBe("curl 'http://127.0.0.1:4173/api/v1/evidence?metric={metric}'");
  });

  it('lists fields of fields and marks what may be left out', () => {
    expect(schemaViews(api)[0]!.fields).toEqual([
      { name: 'documents', type: { text: 'list of objects', name: null }, required: true, description: null },
      { name: 'documents[].id', type: { text: 'string', name: null }, required: true, description: null },
      { name: 'seed', type: { text: 'integer or null', name: null }, required: false, description: 'A seed.' }
    ]);
  });

  it('puts types in words and links to schemas of their own', () => {
    expect(typeWords({ anyOf: [{ $ref: '#/components/schemas/Evidence' }, { type: 'null' }] })).toEqual({
      text: 'Evidence or null',
      name: 'Evidence'
    });
    expect(typeWords({ enum: ['author', 'attributed'] }).text).toBe('"author" or "attributed"');
    expect(typeWords({ prefixItems: [{ type: 'number' }, { type: 'number' }] }).text).toBe(
      '[number, number]'
    );
    expect(typeWords({ additionalProperties: { type: 'number' } }).text).toBe('map of number');
  });
});
