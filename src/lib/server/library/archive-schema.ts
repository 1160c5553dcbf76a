/** A whole collection as one file: everything that is kept of it, the bytes it came from included. */
import * as v from 'valibot';
import { EditedClaimSchema } from './collection-schema';
import { EntrySchema } from './registry-change';

export const ARCHIVE_SCHEMA_ID = 'parallax.collection/1';

const line = v.pipe(
  v.string('must be text'),
  v.maxLength(10_000, 'is too long'),
  v.check((text) => !/[\0\p{Cs}]/u.test(text), 'holds a character that cannot be kept')
);
const text = v.pipe(
  v.string('must be text'),
  v.check((value) => !/\p{Cs}/u.test(value), 'holds half a character')
);
const nullableLine = v.nullable(line);
const moment = v.pipe(
  v.string('must be a moment such as 2024-03-05T10:00:00.000Z'),
  v.isoTimestamp('must be a moment such as 2024-03-05T10:00:00.000Z')
);
const count = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(1),
  v.maxValue(1e9)
);
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hexadecimal digits'));

const VersionSchema = v.strictObject({
  n: count,
  raw: v.pipe(v.string('must be Base64'), v.base64('must be Base64')),
  rawSha256: hash,
  mediaType: line,
  encoding: nullableLine,
  originName: line,
  originRow: v.nullable(count),
  originAddress: nullableLine,
  text: v.pipe(text, v.nonEmpty('is empty')),
  textSha256: hash,
  dropped: v.array(
    v.strictObject({ reason: line, quote: text, at: v.pipe(v.number(), v.integer(), v.minValue(0)) })
  ),
  notices: v.array(v.strictObject({ code: line, message: text })),
  createdAt: moment
});

const DocumentSchema = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
    v.maxLength(100, 'is too long')
  ),
  version: count,
  title: nullableLine,
  author: nullableLine,
  publisher: nullableLine,
  published: nullableLine,
  canonical: nullableLine,
  language: nullableLine,
  note: nullableLine,
  createdAt: moment,
  changedAt: moment,
  versions: v.pipe(v.array(VersionSchema), v.minLength(1, 'is empty'))
});

const CollectionSchema = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*(~[a-z0-9]+)?$/, 'is no id of a collection'),
    v.maxLength(100)
  ),
  title: v.pipe(line, v.nonEmpty('is empty')),
  question: line,
  description: line,
  createdAt: moment,
  changedAt: moment,
  /** Contested claims as they were before any change. */
  contested: v.array(EditedClaimSchema)
});

export const ArchiveSchema = v.strictObject({
  schema: v.literal(ARCHIVE_SCHEMA_ID, `must be "${ARCHIVE_SCHEMA_ID}"`),
  collection: CollectionSchema,
  registry: v.array(EntrySchema),
  documents: v.array(DocumentSchema)
});

export type Archive = v.InferOutput<typeof ArchiveSchema>;
export type ArchivedDocument = v.InferOutput<typeof DocumentSchema>;
