/** Column types that PostgreSQL has and the schema language lacks, the same over both drivers. */
import { customType } from 'drizzle-orm/pg-core';

/** Bytes exactly as they are. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value)
});

/**
 * Text exactly as it is, as its UTF-8 bytes: PostgreSQL's own text cannot hold the character U+0000, which texts
 * that came as files do hold now and then. Must be well-formed.
 */
export const exactText = customType<{ data: string; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value, 'utf8'),
  fromDriver: (value) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(value)
});

/** JSON as it was written, keys in their order; `jsonb` would sort them and refuse some strings. */
export const jsonText = <Value>(name: string) =>
  customType<{ data: Value; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as Value
  })(name);

/** What full-text search looks in. */
export const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' });
