import { expect, test } from 'vitest';
import { openApiDocument } from '$lib/server/http/openapi';
import { parseAuditRequest } from '$lib/server/library/audit-request';

type Json = { [key: string]: Json } & { $ref?: string };
const document = JSON.parse(JSON.stringify(openApiDocument())) as Json;
const schemas = document.components!.schemas!;

test('every reference leads to a schema', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!);
  expect(references.length).toBeGreaterThan(20);
  for (const reference of new Set(references)) {
    expect(schemas).toHaveProperty([reference.replace('#/components/schemas/', '')]);
  }
});

test('only id and text of a document are required of a request', () => {
  expect(schemas.AuditRequest!.required).toEqual(['documents']);
  expect(schemas.RequestDocument!.required).toEqual(['id', 'text']);
  expect(schemas.RequestClaim!.required).toEqual(['id', 'statement']);
});

test('the example is a request that is taken', () => {
  const { example } = document.paths!['/api/v1/audit']!.post!.requestBody!.content!['application/json']!;
  expect(parseAuditRequest(example).documents).toHaveLength(2);
});

test('every endpoint says how it fails, in the error shape', () => {
  const { paths } = openApiDocument() as {
    paths: Record<string, Record<string, { responses: Record<string, Json> }>>;
  };
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(operations.length).toBeGreaterThan(30);
  for (const { responses } of operations)
    for (const [status, { content }] of Object.entries(responses))
      if (Number(status) >= 400)
        expect(content?.['application/json']?.schema?.$ref).toBe('#/components/schemas/Error');
});
