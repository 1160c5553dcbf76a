/** What the command line says when it cannot do what was typed. */
import { ConfigError } from '$lib/server/config';
import { DomainError } from '$lib/server/domain-error';

/** What `parseArgs` refused, in a sentence of our own. */
export function wrongOption(error: unknown): DomainError {
  const message = error instanceof Error ? error.message : String(error);
  const [, name = 'An option'] = /'(?:-\w, )?(--?[\w-]+)/.exec(message) ?? [];
  const what = message.startsWith('Unknown option')
    ? `There is no option ${name}`
    : message.includes('argument missing') || message.includes('argument is ambiguous')
      ? `${name} needs a value after it`
      : `${name} takes no value`;
  return new DomainError('invalid-option', `${what}: "parallax --help" says what is possible.`, name);
}

/**
 * What goes to standard error: a sentence for people, or the error shape of the API where JSON was asked for.
 *
 * @throws the error itself, when it is nobody's to correct
 */
export function whatIsWrong(error: unknown, args: readonly string[]): string {
  const known = error instanceof ConfigError ? new DomainError('invalid-setting', error.message) : error;
  if (!(known instanceof DomainError)) throw error;
  return `${args.includes('--json') ? JSON.stringify(known) : known.message}\n`;
}
