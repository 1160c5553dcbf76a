import { beforeEach, expect, it, vi } from 'vitest';
import { isOver, openTask, readForm, taskEvents, wantImport } from '$lib/server/jobs';
import { useLibrary, wipeLibrary } from '../test-library';

useLibrary();
beforeEach(wipeLibrary);

/** A form that does not say how long it is, sent piece by piece. */
function sentInPieces(letters: number): { request: Request; taken: () => number } {
  const piece = new TextEncoder().encode('x'.repeat(50_000));
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken === 0)
          controller.enqueue(
            new TextEncoder().encode(
              '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
            )
          );
        taken += piece.length;
        controller.enqueue(piece);
        if (taken >= letters) {
          controller.enqueue(new TextEncoder().encode('\r\n--b--\r\n'));
          controller.close();
        }
      }
    },
    { highWaterMark: 0 }
  );
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return { request: new Request('http://localhost/', init), taken: () => taken };
}

it('a form that does not say how long it is is read up to the limit and no further', async () => {
  const small = sentInPieces(100_000);
  expect(((await readForm(small.request, 200_000)).get('file') as File).size).toBe(100_000);
  const large = sentInPieces(50_000_000);
  await expect(readForm(large.request, 200_000)).rejects.toMatchObject({ code: 'too-large', status: 413 });
  expect(large.taken()).toBeLessThan(2_000_000);
});

it('whoever follows a task hears how it ends, and then nothing more', async () => {
  const bytes = new TextEncoder().encode('The bridge opened.');
  const { id } = await wantImport({ newTitle: 'Followed' }, { name: 'a.txt', mediaType: null, bytes });
  const gone = new AbortController();
  const heard = await new Response(await taskEvents(id, gone.signal)).text();
  const states = [...heard.matchAll(/"state":"(\w+)"/g)].map(([, state]) => state);
  expect(states.at(-1)).toBe('done');
  await vi.waitUntil(async () => isOver(await openTask(id)));
  // Also of one that is over already.
  const again = await new Response(await taskEvents(id, gone.signal)).text();
  expect(again.match(/^data: /gm)).toHaveLength(1);
});
