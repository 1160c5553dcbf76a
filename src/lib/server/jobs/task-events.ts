import { isOver, openTask, shown } from './tasks';

/** How often a task is looked at, in milliseconds. */
const LOOK_EVERY = 300;
/** A line without meaning, so that nothing in between takes the silence for an end. */
const KEEP_ALIVE = 15_000;

/**
 * How a task goes on, as server-sent events: the task as it stands, again whenever that changes, until it is over.
 *
 * @throws DomainError 404 when there is none of that id
 */
export async function taskEvents(id: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let last = '';
  let said = 0;
  await openTask(id);
  return new ReadableStream({
    async pull(controller) {
      while (!signal.aborted) {
        const task = await openTask(id).catch(() => null);
        if (task === null) break;
        const json = JSON.stringify(shown(task));
        const now = Date.now();
        if (json !== last) {
          controller.enqueue(encoder.encode(`data: ${json}\n\n`));
          last = json;
          said = now;
          if (isOver(task)) break;
          return;
        }
        if (now - said > KEEP_ALIVE) {
          controller.enqueue(encoder.encode(': still there\n\n'));
          said = now;
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      }
      if (!signal.aborted) controller.close();
    }
  });
}
