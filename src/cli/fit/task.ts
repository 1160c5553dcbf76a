/** What every fit is given besides its data. */

export interface FitOptions {
  /** Whether to cross-validate first, which takes most of the time. */
  readonly validate: boolean;
  readonly say: (line: string) => void;
  /** Takes the answers of cross-validation, by fits that had not seen the row, in the order of the rows. */
  readonly keep: (
    task: string,
    rows: readonly { readonly id?: string }[],
    answers: readonly unknown[]
  ) => void;
}
