import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { whileWaitedFor } from '$lib/server/import/caller';

const request = () => new Request('http://localhost/', { method: 'POST', body: 'x' });

function connection(destroyed = false) {
  const socket = Object.assign(new EventEmitter(), { destroyed }) as unknown as Socket;
  return { socket, connection: { req: { socket } } };
}

test('work learns that its reader is gone when the connection closes, long after the request was read', async () => {
  const { socket, connection: open } = connection();
  const aborted = await whileWaitedFor(request(), open, async (signal) => {
    expect(signal.aborted).toBe(false);
    socket.emit('close');
    return signal.aborted;
  });
  expect(aborted).toBe(true);
  expect(
    await whileWaitedFor(request(), connection(true).connection, async ({ aborted: gone }) => gone)
  ).toBe(true);
});

test('a connection that serves one request after the other keeps no listener of any', async () => {
  const { socket, connection: open } = connection();
  for (let n = 0; n < 20; n++) await whileWaitedFor(request(), open, async () => n);
  await whileWaitedFor(request(), open, () => Promise.reject(new Error('broken'))).catch(() => undefined);
  expect(socket.listenerCount('close')).toBe(0);
});

test('without a connection the signal of the request holds', async () => {
  const controller = new AbortController();
  const asked = new Request('http://localhost/', { signal: controller.signal });
  const gone = await whileWaitedFor(asked, undefined, async (signal) => {
    controller.abort();
    return signal.aborted;
  });
  expect(gone).toBe(true);
});
