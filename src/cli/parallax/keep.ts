import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DomainError } from '$lib/server/domain-error';
import { backup } from './backup';
import { restore } from './restore';
import { whatIsWrong, wrongOption } from './wrong';

/** Where the command was typed and where its words go. */
interface Terminal {
  readonly folder: string;
  out(text: string): void;
  err(text: string): void;
}

async function run(args: readonly string[], folder: string): Promise<string> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } }
    });
  } catch (error) {
    throw wrongOption(error);
  }
  const [verb, file, ...more] = parsed.positionals;
  if (file === undefined || more.length > 0)
    throw new DomainError(
      'invalid-command',
      `Write "parallax ${verb === 'restore' ? 'restore FILE [--replace]' : 'backup FILE'}", and nothing else.`
    );
  return verb === 'restore'
    ? restore(resolve(folder, file), parsed.values.replace)
    : backup(resolve(folder, file));
}

/**
 * Runs `parallax backup` and `parallax restore`.
 *
 * @returns the exit code: 0 done, 2 not possible (said on standard error)
 */
export async function keep(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    terminal.out(await run(args, terminal.folder));
    return 0;
  } catch (error) {
    terminal.err(whatIsWrong(error, args));
    return 2;
  }
}
