import { describe, expect, test } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { readJson } from '$lib/server/http/read-json';

const LIMIT = 1000;

function post(body: BodyInit | ReadableStream<Uint8Array> | null): Request {
  return new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit);
}

async function problem(request: Request): Promise<DomainError> {
  const error: unknown = await readJson(request, LIMIT).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(DomainError);
  return error as DomainError;
}

/** A body that comes in pieces and counts how many were asked for. */
function stream(pieces: number, size: number): { body: ReadableStream<Uint8Array>; sent: () => number } {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === pieces) controller.close();
      else {
        sent += 1;
        controller.enqueue(new Uint8Array(size).fill(0x20));
      }
    }
  });
  return { body, sent: () => sent };
}

test('JSON in several pieces is read, with a character cut in two', async () => {
  const bytes = new TextEncoder().encode('{"text":"“é”"}');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    }
  });
  expect(await readJson(post(body), LIMIT)).toEqual({ text: '“é”' });
});

describe('what cannot be read is said', () => {
  test('no body', async () => {
    expect(await problem(post(null))).toMatchObject({ code: 'no-body', status: 400 });
  });

  test('no JSON', async () => {
    expect(await problem(post('{"documents":'))).toMatchObject({ code: 'not-json', status: 400 });
  });

  test('no UTF-8', async () => {
    expect(await problem(post(Uint8Array.of(0x22, 0xff, 0x22)))).toMatchObject({ code: 'not-utf-8' });
  });

  test('a body over the limit', async () => {
    expect(await problem(post(`"${'a'.repeat(LIMIT)}"`))).toMatchObject({ code: 'too-large', status: 413 });
    expect(await readJson(post(`"${'a'.repeat(LIMIT - 2)}"`), LIMIT)).toHaveLength(LIMIT - 2);
  });

  test('a body over an outer limit', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.error(Object.assign(new Error('Payload Too Large'), { status: 413 }))
    });
    expect(await problem(post(body))).toMatchObject({ code: 'too-large', status: 413 });
  });
});

test('a body that breaks off is told from an error of ours', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.error(new Error('aborted'))
  });
  expect(await problem(post(body))).toMatchObject({ code: 'broken-off', status: 400 });
});

test('a body without end is given up, after enough of it for the answer to arrive', async () => {
  const { body, sent } = stream(1_000_000, 100);
  expect(await problem(post(body))).toMatchObject({ status: 413 });
  expect(sent()).toBeLessThan(200);
});
