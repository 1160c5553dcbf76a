// `npm run parallax`: makes sure that the engine is installed and built, then hands over to it. Standard
// output belongs to the result alone.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled } from './bootstrap.mjs';
import { command, ROOT } from './command.mjs';

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`);

await command(async () => {
  await ensureInstalled({ say });
  await ensureBuilt('engine', { say });
  const { keep, main } = await import(pathToFileURL(join(ROOT, 'build', 'engine', 'parallax.js')).href);
  // npm moves to the project's folder; names of files are meant from where the command was typed.
  const typedByNpm = process.env.npm_lifecycle_event === 'parallax' && process.env.INIT_CWD;
  const terminal = {
    folder: resolve(typedByNpm || process.cwd()),
    out: (/** @type {string} */ text) => process.stdout.write(text),
    err: (/** @type {string} */ text) => process.stderr.write(text)
  };
  const args = process.argv.slice(2);
  const asksForHelp = args.includes('--help') || args.includes('-h');
  if (['backup', 'restore'].includes(args[0] ?? '') && !asksForHelp) return keep(args, terminal);
  /** @type {{ body: string, file: string } | null} */
  let report = null;
  const code = main(args, {
    ...terminal,
    report: (/** @type {string} */ body, /** @type {string} */ file) => {
      report = { body, file };
    }
  });
  if (report) {
    const { writeReport } = await import('./report.mjs');
    await writeReport({ .../** @type {{ body: string, file: string }} */ (report), say });
    // The server has threads and timers of its own, which would keep the command from ending.
    await new Promise((resolve) => process.stdout.write('', resolve));
    process.exit(code);
  }
  return code;
});
