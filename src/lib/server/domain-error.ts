/** Where an input is wrong: what it is called in the API's error shape. */
export interface ErrorDetail {
  /** Short, stable, for programs: `invalid-request`, `too-large`. */
  readonly code: string;
  /** One sentence for people that says what to change. */
  readonly message: string;
  /** Where in the input, such as `documents[2].text`; null when it is the input as a whole. */
  readonly path: string | null;
}

/** An error that is somebody's to correct. Its message is safe to show; any other error's is not. */
export class DomainError extends Error implements ErrorDetail {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    message: string,
    readonly path: string | null = null,
    /** HTTP status that fits. */
    readonly status = 400
  ) {
    super(message);
  }

  /** The error shape of the API and the command line. */
  toJSON(): { error: ErrorDetail } {
    return { error: { code: this.code, message: this.message, path: this.path } };
  }
}

/** The code of PostgreSQL for a disk that is full. */
const DISK_FULL = '53100';

function fullDiskIn(error: unknown): DomainError | null {
  if (!(error instanceof Error && 'code' in error && error.code === DISK_FULL)) return null;
  return new DomainError(
    'not-writable',
    'The disk is full: nothing was changed. Make room, then do it again.',
    null,
    503
  );
}

/** The error that is somebody's to correct, also where it is the cause of another, as of a failed query; else null. */
export function domainErrorIn(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (!(error instanceof Error)) return null;
  return error.cause instanceof DomainError ? error.cause : (fullDiskIn(error.cause) ?? fullDiskIn(error));
}
