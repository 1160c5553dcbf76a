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

/** The error that is somebody's to correct, also where it is the cause of another, as of a failed query; else null. */
export function domainErrorIn(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  return error instanceof Error && error.cause instanceof DomainError ? error.cause : null;
}
