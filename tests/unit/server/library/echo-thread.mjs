// Stands in for a thread that audits: answers every task with its own number, in pieces where that is asked for.
import { parentPort, threadId } from 'node:worker_threads';

parentPort.on('message', ({ id, inPieces, request }) => {
  // More than a thread can hold.
  if (request.documents.length === 99)
    for (const held = []; ;) held.push(Array.from({ length: 1e5 }, () => ({})));
  const body = new TextEncoder().encode(String(threadId));
  if (inPieces) parentPort.postMessage({ id, piece: { document: 0, body } });
  parentPort.postMessage({ id, json: inPieces ? new Uint8Array() : body });
});
