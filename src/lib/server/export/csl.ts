import type { Collection } from '../library/collection';

/** `2019-10-17` as CSL writes a date; undefined where there is none. */
function cslDate(day: string | null): { 'date-parts': [number[]] } | undefined {
  return day === null ? undefined : { 'date-parts': [day.split('-').map(Number)] };
}

/**
 * The documents of a collection as CSL-JSON, for reference managers. Only what the texts themselves show is filled
 * in; what kind of publication each is they do not say, so each is a `document`.
 */
export function cslSources({ documents }: Pick<Collection, 'documents'>) {
  return documents.map(({ id, title, author, publisher, published, retrieved, note }) => ({
    id,
    type: 'document',
    ...(title === null ? {} : { title }),
    ...(author === null ? {} : { author: [{ literal: author }] }),
    ...(publisher === null ? {} : { publisher }),
    ...(published === null ? {} : { issued: cslDate(published) }),
    ...(retrieved === null ? {} : { accessed: cslDate(retrieved) }),
    ...(note === null ? {} : { note })
  }));
}
