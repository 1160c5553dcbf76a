/** What a reader corrects in a preview before saving. */
import * as v from 'valibot';
import { DomainError } from '../domain-error';
import { composeText } from './blocks';
import type { ImportedDocument, ImportedMetadata } from './imported-document';
import { documentKeys } from './import-bytes';
import { plainLine } from './hidden-characters';
import { storable } from './storable';

const LONGEST = 500;

const or = (text: string): string | null => (text === '' ? null : text);

const statement = v.nullable(
  v.pipe(
    v.string('must be text, or null where nothing is known'),
    v.trim(),
    v.maxLength(LONGEST, `must have at most ${LONGEST} letters`),
    v.transform((text) => or(plainLine(storable(text).text)))
  )
);

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const day = v.nullable(
  v.pipe(
    v.string('must be a day such as 2024-03-05, or null'),
    v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2024-03-05'),
    v.check(isDay, 'is no day of the calendar')
  )
);

const address = v.nullable(
  v.pipe(
    v.string('must be an address, or null'),
    v.maxLength(2_000, 'is too long for an address'),
    v.check(
      (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
      'must be an address that begins with http:// or https://'
    )
  )
);

const language = v.nullable(
  v.pipe(
    v.string(),
    v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language tag such as en or en-GB')
  )
);

export const CorrectionSchema = v.strictObject({
  key: v.string('must be the key of a document of the preview'),
  /** Only these documents are saved. */
  title: statement,
  author: statement,
  publisher: statement,
  published: day,
  canonical: address,
  language,
  /** Places of the blocks that a reader switched: kept ones are left out, left out ones are kept. */
  switched: v.optional(
    v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(100_000)),
    []
  )
});

export type Correction = v.InferOutput<typeof CorrectionSchema>;

/** The document with the blocks at these places switched. What a reader leaves out is marked as such. */
export function switchBlocks(document: ImportedDocument, places: readonly number[]): ImportedDocument {
  if (places.length === 0) return document;
  const switched = new Set(places);
  const blocks = document.blocks.map((block, place) =>
    switched.has(place)
      ? { ...block, kept: !block.kept, reason: block.kept ? ('by-reader' as const) : null }
      : block
  );
  return { ...document, blocks, ...composeText(blocks) };
}

/**
 * The documents that a reader wants to keep, as corrected. Every correction names a document by its key.
 *
 * @throws DomainError when a key names none, a place names no block, or nothing is left of a text
 */
export function applyCorrections(
  documents: readonly ImportedDocument[],
  corrections: readonly Correction[]
): ImportedDocument[] {
  const keys = documentKeys(documents);
  const byKey = new Map(documents.map((document, index) => [keys[index]!, document]));
  return corrections.map((correction, index) => {
    const path = `corrections[${index}]`;
    const document = byKey.get(correction.key);
    if (!document) {
      throw new DomainError(
        'changed',
        'What was sent is not what was shown in the preview: add the file again.',
        `${path}.key`,
        409
      );
    }
    const { key: _key, switched, ...metadata } = correction;
    const beyond = switched.find((place) => place >= document.blocks.length);
    if (beyond !== undefined) {
      throw new DomainError('invalid-request', `There is no block ${beyond} to switch.`, `${path}.switched`);
    }
    const corrected = { ...switchBlocks(document, switched), ...(metadata satisfies ImportedMetadata) };
    if (corrected.text.trim() !== '') return corrected;
    throw new DomainError(
      'no-text',
      `Nothing is left of "${corrected.title ?? document.origin.name}": keep at least one block, or leave the document out.`,
      path,
      422
    );
  });
}
