/** Kinds of value that several parts of the contract share. */
import * as v from 'valibot';

export const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const interval = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.description('95 % interval, lower and upper bound')
);
export const nullableText = v.nullish(v.string(), null);

export const idText = v.pipe(
  v.string('must be a string'),
  v.regex(/^[^\p{C}]{1,200}$/u, 'must be 1 to 200 characters without control characters')
);

export const holder = v.pipe(
  v.nullable(v.string()),
  v.description('Whose words: as named in the text; null for the author')
);

export const quotedSpan = { start: offset, end: offset, quote: v.string() };

export const VoiceSchema = v.picklist(['author', 'attributed']);
export const CertaintySchema = v.picklist(['plain', 'hedged']);
export const PolaritySchema = v.picklist(['affirm', 'deny']);
export const StanceSchema = v.picklist(['asserts', 'disputes', 'hedges', 'attributes', 'silent']);
