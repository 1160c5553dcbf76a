/** Whether whoever sent a request still waits for its answer. */
import type { IncomingMessage } from 'node:http';

/** What the server knows of a connection; nothing where a route is called without one. */
export interface Connection {
  readonly req?: Pick<IncomingMessage, 'socket'>;
}

/**
 * Does work with a signal that is given when the connection is closed. The request's own signal ends with its body:
 * by it, a reader who cancels while a file is read or stored would not be noticed.
 */
export async function whileWaitedFor<Value>(
  request: Request,
  connection: Connection | undefined,
  work: (signal: AbortSignal) => Promise<Value>
): Promise<Value> {
  const socket = connection?.req?.socket;
  if (!socket) return work(request.signal);
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  if (socket.destroyed) leave();
  // A connection serves many requests, each with a listener of its own.
  socket.once('close', leave);
  try {
    return await work(AbortSignal.any([request.signal, gone.signal]));
  } finally {
    socket.off('close', leave);
  }
}
