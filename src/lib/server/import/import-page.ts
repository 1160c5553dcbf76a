import { DomainError } from '../domain-error';
import { fetchPage, type FetchOptions } from './fetch-page';
import { importBytes } from './import-bytes';
import type { ImportedDocument } from './imported-document';

/** A name for a page that has no file name: the last part of its path, or its site. */
export function nameOfAddress(address: string): string {
  const { hostname, pathname } = new URL(address);
  const last = pathname
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  return last ? `${hostname} ${last}` : hostname;
}

/**
 * Fetches a page and makes a document of it. The bytes of the page are kept as they came.
 *
 * @throws DomainError as `fetchPage` and `importBytes` do
 */
export async function importPage(address: string, options: FetchOptions = {}): Promise<ImportedDocument> {
  const page = await fetchPage(address, options);
  const name = nameOfAddress(page.address);
  const documents = await importBytes(page.bytes, {
    name,
    mediaType: page.mediaType,
    address: page.address,
    signal: options.signal
  });
  const [document] = documents;
  if (!document || documents.length > 1) {
    throw new DomainError(
      'unsupported-type',
      `${name} holds many documents: download the file and add it.`,
      'url',
      415
    );
  }
  if (!page.redirected) return document;
  return {
    ...document,
    notices: [
      { code: 'redirected', message: `The site sent Parallax on to ${page.address}.` },
      ...document.notices
    ]
  };
}
