// `npm run parallax`: makes sure that the engine is installed and built, then hands over to it. Standard
// output belongs to the result alone.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { command, ensureBuilt, ensureInstalled, ROOT } from './bootstrap.mjs';

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`);

await command(async () => {
  await ensureInstalled({ say });
  await ensureBuilt('engine', { say });
  const { main } = await import(pathToFileURL(join(ROOT, 'build', 'engine', 'parallax.js')).href);
  // npm moves to the project's folder; names of files are meant from where the command was typed.
  const typedByNpm = process.env.npm_lifecycle_event === 'parallax' && process.env.INIT_CWD;
  /** @type {{ body: string, file: string } | null} */
  let report = null;
  const code = main(process.argv.slice(2), {
    folder: resolve(typedByNpm || process.cwd()),
    out: (/** @type {string} */ text) => process.stdout.write(text),
    err: (/** @type {string} */ text) => process.stderr.write(text),
    report: (/** @type {string} */ body, /** @type {string} */ file) => {
      report = { body, file };
    }
  });
  if (report) {
    const { writeReport } = await import('./report.mjs');
    await writeReport({ .../** @type {{ body: string, file: string }} */ (report), say });
  }
  return code;
});
