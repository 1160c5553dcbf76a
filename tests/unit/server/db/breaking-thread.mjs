// A thread like the one that holds the database, which breaks off when it is asked about "break off".
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

const database = await PGlite.create(workerData.folder);
let before = Promise.resolve();
parentPort.on('message', (message) => {
  before = before.then(async () => {
    if (message === 'close') {
      await database.close();
      parentPort.postMessage('closed');
    } else if (Buffer.from(message).includes('break off')) process.exit(1);
    else parentPort.postMessage(new Uint8Array(await database.execProtocolRaw(message)));
  });
});
parentPort.postMessage('open');
