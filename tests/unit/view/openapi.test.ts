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
    '/api/v1/titles': {
      patch: {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                allOf: [
                  { $ref: '#/components/schemas/Request' },
                  { type: 'object', required: ['title'], properties: { title: { type: 'string' } } }
                ]
              }
            }
          }
        }
      },
      delete: {}
    },
    '/api/v1/files': {
      post: {
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: {
                  about: { $ref: '#/components/schemas/Request' },
                  file: {
                    type: 'array',
                    items: { type: 'string', contentMediaType: 'application/octet-stream' }
                  }
                }
              }
            }
          }
        }
      }
    },
    '/api/v1/{document}/evidence': {
      get: {
        parameters: [
          { name: 'document', in: 'path', required: true, example: 'first' },
          { name: 'metric', in: 'query', required: true, description: 'Which' }
        ]
      },
      delete: { parameters: [{ name: 'document', in: 'path', required: true, example: 'first' }] }
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
    const [audit, , , , evidence, remove] = endpointViews(api, 'http://127.0.0.1:4173');
    expect(audit!.curl).toContain("-H 'content-type: application/json'");
    expect(audit!.curl).toContain(`"text": "it'\\''s"`);
    // Braces would be a list to curl, which asks for "metric" then; what is there is never taken away by an example.
    expect(evidence!.curl).toBe("curl 'http://127.0.0.1:4173/api/v1/first/evidence?metric=METRIC'");
    expect(remove!.curl).toBe("curl -X DELETE 'http://127.0.0.1:4173/api/v1/DOCUMENT/evidence'");
  });

  it('makes up a body with what must be there where no example is given', () => {
    const [, patch, remove, files] = endpointViews(api, '');
    expect(patch!.curl).toBe(
      [
        "curl -X PATCH '/api/v1/titles'",
        "  -H 'content-type: application/json'",
        `  -d '${JSON.stringify({ documents: [{ id: '…' }], title: '…' }, null, 2)}'`
      ].join(' \\\n')
    );
    expect(remove!.curl).toBe("curl -X DELETE '/api/v1/titles'");
    expect(files!.curl).toContain("-F 'file=@FILE'");
    expect(files!.curl).toContain(`--form-string 'about={"documents":[{"id":"…"}]}'`);
    expect(files!.curl).not.toContain('content-type');
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
    expect(
      typeWords({ allOf: [{ $ref: '#/x/A' }, { type: 'object', properties: { about: {} } }] }).text
    ).toBe('A with { about }');
    expect(typeWords({ enum: ['author', 'attributed'] }).text).toBe('"author" or "attributed"');
    expect(typeWords({ prefixItems: [{ type: 'number' }, { type: 'number' }] }).text).toBe(
      '[number, number]'
    );
    expect(typeWords({ additionalProperties: { type: 'number' } }).text).toBe('map of number');
  });
});
