import { DomainError } from '../domain-error';

/**
 * An import that cannot be done. Nothing of it is kept.
 *
 * @param code short and stable, for programs
 * @param message one sentence: what is wrong, where, and what to do
 */
export function importError(code: string, message: string, status = 422): DomainError {
  return new DomainError(code, message, null, status);
}
