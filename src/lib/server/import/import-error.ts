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

/** For whoever asked and does not want it any more; 499 is what servers write down for that. */
export function cancelled(): DomainError {
  return importError('cancelled', 'The import was cancelled: nothing was saved.', 499);
}

/** @throws DomainError once the signal says that nobody waits any more */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled();
}
