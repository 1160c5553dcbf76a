/** Reading what came from outside, into what the columns of the database can hold. */
import * as v from 'valibot';
import { DomainError } from '../domain-error';
import { pathText, problemOf } from './audit-request';

/** Text for a column of PostgreSQL, which holds neither NUL nor half a surrogate pair. */
export function storableLine(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\uFFFD');
}

/** The same, where there may be none. */
export function storableOrNull(text: string | null): string | null {
  return text === null ? null : storableLine(text);
}

/** Reads what came from outside, or says which place is wrong. */
export function parseFields<Schema extends v.GenericSchema>(
  schema: Schema,
  raw: unknown
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, raw, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = pathText((issue.path ?? []).map(({ key }) => key));
  throw new DomainError('invalid-request', `${path ?? 'The request'} ${problemOf(issue)}.`, path);
}

/**
 * Reads a change to what is known of something; what is left out stays.
 *
 * @throws DomainError 400 when a field is not as it should be, or none is there
 */
export function parseChange<Schema extends v.GenericSchema<unknown, object>>(
  schema: Schema,
  raw: unknown
): v.InferOutput<Schema> {
  const change = parseFields(schema, raw);
  if (Object.keys(change).length > 0) return change;
  throw new DomainError(
    'invalid-request',
    'There is nothing to change: send a field with what it is to say.'
  );
}
