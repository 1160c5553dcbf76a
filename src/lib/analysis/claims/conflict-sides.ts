import type { Span } from '$lib/text/document';
import type { Conflict } from '../audit-schema';
import type { Unit } from './unit';

/** A conflict, its values still with the statements they come from. */
export type Found = Omit<Conflict, 'values'> & {
  readonly values: readonly (readonly [Unit, string, Span])[];
};
