import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditJson, auditRequest } from '$lib/server/library';
import { parseAuditRequest } from '$lib/server/library/audit-request';
import { DomainError } from '$lib/server/domain-error';

const document = (id: string, text = 'The bridge opened.') => ({ id, text });

function problem(raw: unknown): { code: string; message: string; path: string | null } {
  try {
    parseAuditRequest(raw);
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    return (error as DomainError).toJSON().error;
  }
  throw new Error('the request was let through');
}

describe('what is wrong is named with its place', () => {
  test.each<[string, unknown, string | null]>([
    ['no object', null, null],
    ['a list', [], null],
    ['a text', 'hello', null],
    ['no documents', {}, 'documents'],
    ['documents that are no list', { documents: 'a' }, 'documents'],
    ['an empty list', { documents: [] }, 'documents'],
    ['a document that is no object', { documents: [document('a'), 7] }, 'documents[1]'],
    ['no id', { documents: [{ text: 'x' }] }, 'documents[0].id'],
    ['no text', { documents: [document('a'), { id: 'b' }] }, 'documents[1].text'],
    [
      'an empty text',
      { documents: [document('a'), document('b'), document('c', ' \n')] },
      'documents[2].text'
    ],
    ['a text of the wrong type', { documents: [{ id: 'a', text: ['x'] }] }, 'documents[0].text'],
    ['an id with a control character', { documents: [document('a\u0000')] }, 'documents[0].id'],
    ['an id twice', { documents: [document('a'), document('b'), document('a')] }, 'documents[2].id'],
    ['too many', { documents: Array.from({ length: 201 }, (_, i) => document(`d${i}`)) }, 'documents'],
    ['a title of the wrong type', { documents: [{ ...document('a'), title: 3 }] }, 'documents[0].title'],
    [
      'a claim without statement',
      { documents: [document('a')], claims: [{ id: 'c' }] },
      'claims[0].statement'
    ],
    [
      'a claim twice',
      {
        documents: [document('a')],
        claims: [
          { id: 'c', statement: 'X.' },
          { id: 'c', statement: 'Y.' }
        ]
      },
      'claims[1].id'
    ],
    [
      'an empty cue group',
      { documents: [document('a')], claims: [{ id: 'c', statement: 'X.', cues: [['x'], []] }] },
      'claims[0].cues[1]'
    ],
    ['a seed that is no whole number', { documents: [document('a')], seed: 1.5 }, 'seed']
  ])('%s', (_name, raw, path) => {
    const error = problem(raw);
    expect(error.path).toBe(path);
    expect(error.message).toMatch(/^[^\n]+[.]$/);
  });
});

test('nothing but a DomainError comes of anything at all', () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      try {
        parseAuditRequest(raw);
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
      }
    })
  );
});

test('the same request gives the same bytes, whatever the order of its keys', async () => {
  const request = { documents: [document('a', 'It may rain, he said.'), document('b')], seed: 3 };
  const turned = {
    seed: 3,
    documents: request.documents.map(({ id, text }) => ({ text, title: null, id }))
  };
  const first = auditJson(await auditRequest(request));
  expect(auditJson(await auditRequest(request))).toBe(first);
  expect(auditJson(await auditRequest(turned))).toBe(first);
});
