import { DomainError } from '../domain-error';

/**
 * Lets a request that changes something pass only when it comes from a page of this server, or from no page at all:
 * another site that a reader has open must not change the reader's registry.
 *
 * @throws DomainError 403 when a browser says that another site sent it
 */
export function onlySameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  const foreign =
    (site !== null && site !== 'same-origin' && site !== 'none') ||
    (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host));
  if (!foreign) return;
  throw new DomainError(
    'other-site',
    'This was sent by another site: changes can only be made from the pages of Parallax itself.',
    null,
    403
  );
}
