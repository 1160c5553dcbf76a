// `parallax audit … --html FILE`: the report is a page of the dashboard, so the built server is asked for it. It
// answers on this computer alone, on a port nobody else knows of, and is closed again.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureBuilt } from './bootstrap.mjs';
import { CommandError } from './command.mjs';
import { serve } from './serve.mjs';

/** Requests come from the command line itself: as large as what it could read. */
const BODY_LIMIT = '1G';

/**
 * Posts and waits as long as it takes: a large collection is audited before the first byte comes back.
 * @param {string} address
 * @param {string} body
 * @returns {Promise<{ status: number, text: string }>}
 */
function post(address, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(address, { method: 'POST', headers }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') })
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/**
 * Writes the report of a request to a file.
 * @param {{ body: string, file: string, say: (sentence: string) => void }} asked body: as `/api/v1/report` takes it
 */
export async function writeReport({ body, file, say }) {
  await ensureBuilt('server', { say });
  // A dashboard may be at work in the data folder; this server has one of its own, and leaves nothing behind.
  const data = mkdtempSync(join(tmpdir(), 'parallax-report-'));
  process.env.PARALLAX_DATA = data;
  process.env.PARALLAX_BODY_LIMIT = BODY_LIMIT;
  delete process.env.DATABASE_URL;
  // Standard output is the result's alone.
  process.env.PARALLAX_LOG = 'error';
  try {
    const { address, close } = await serve({ host: '127.0.0.1', port: 0, say });
    const { status, text } = await post(`${address}/api/v1/report`, body);
    await close();
    if (status !== 200) throw new CommandError(`The report could not be made (status ${status}): ${text}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
