// `npm run soak`: what takes minutes: mangled input, hostile files, load, and kills at random moments.
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled } from './bootstrap.mjs';
import { command, ROOT, run } from './command.mjs';

/** @param {string} sentence */
const say = (sentence) => process.stdout.write(`${sentence}\n`);

await command(async () => {
  await ensureInstalled({ say, output: 1 });
  await ensureBuilt('server', { say, output: 1 });
  await ensureBuilt('engine', { say, output: 1 });
  const env = { ...process.env };
  delete env.NODE_ENV;
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join('tests', 'soak', 'vitest.config.ts');
  // Names after the command choose among the soaks: `npm run soak -- load`.
  const args = [vitest, 'run', '--config', config, ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { output: 1, env });
  return code;
});
