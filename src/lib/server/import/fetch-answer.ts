/** What may be wrong with a site's answer, and its body with limits. */
import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { DomainError } from '../domain-error';
import { sizeText } from './limits';

const TYPES: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
]);

/** A page that cannot be fetched. */
export const failed = (code: string, message: string, status: number): DomainError =>
  new DomainError(code, message, 'url', status);

/** What went wrong on the way, for people. */
export function explained(error: unknown, host: string): DomainError {
  if (error instanceof DomainError) return error;
  const code = error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : '';
  if (
    code === 'EPROTO' ||
    code === 'ERR_SSL_WRONG_VERSION_NUMBER' ||
    code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG'
  ) {
    return failed(
      'unreachable',
      `${host} did not answer in https (${code}): if its address begins with http:// in a browser, write it so.`,
      502
    );
  }
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME|VERIFY/.test(code)) {
    return failed(
      'insecure-site',
      `${host} cannot prove that it is ${host} (${code}): its certificate is not in order.`,
      502
    );
  }
  if (code.startsWith('HPE_'))
    return failed('broken-answer', `${host} answered with something that is no web page.`, 502);
  const why = code === '' ? '' : ` (${code})`;
  return failed('unreachable', `${host} cannot be reached, or broke off${why}: try again later.`, 502);
}

const STATUS: Readonly<Record<number, string>> = {
  401: 'asks for a password',
  402: 'asks for payment',
  403: 'does not let programs read this page',
  404: 'has no such page',
  410: 'has taken this page down',
  429: 'wants no more requests for now',
  451: 'may not show this page for legal reasons'
};

/** @throws DomainError for every answer but a page */
export function checkStatus(status: number, host: string): void {
  if (status === 200 || status === 203) return;
  const what = STATUS[status] ?? (status >= 500 ? 'has a problem of its own' : 'did not send the page');
  throw failed(
    'site-refused',
    `${host} ${what} (${status}): open it in a browser, and save or paste its text.`,
    502
  );
}

/** @throws DomainError for what is neither page nor text nor document; a site that names no type is read */
export function checkType(mediaType: string | undefined, host: string): void {
  const type = mediaType?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || type === '' || TYPES.has(type)) return;
  throw failed(
    'unsupported-type',
    `${host} sent ${type.slice(0, 100)}: Parallax reads web pages, text, PDF and Word from an address.`,
    415
  );
}

function unpacker(encoding: string | undefined, host: string) {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw failed('broken-answer', `${host} packed its answer in a way that was not asked for.`, 502);
  }
}

/**
 * The body of an answer, unpacked.
 *
 * @param limit in bytes, of what is sent and of what it unpacks to
 * @throws DomainError when it is larger, packed in an unknown way, or breaks off
 */
export async function readBody(answer: IncomingMessage, host: string, limit: number): Promise<Uint8Array> {
  const tooLarge = (): DomainError =>
    failed(
      'too-large',
      `The page on ${host} has more than ${sizeText(limit)}: save its text as a file and add that.`,
      413
    );
  if (Number(answer.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const unpack = unpacker(answer.headers['content-encoding'], host);
  const chunks: Buffer[] = [];
  let size = 0;
  let sent = 0;
  const count = (chunk: Buffer) => {
    sent += chunk.length;
    if (sent > limit) answer.destroy(tooLarge());
  };
  if (unpack) {
    answer.on('data', count);
    answer.on('error', (error) => unpack.destroy(error));
    answer.on('aborted', () => unpack.destroy(new Error('broken off')));
    answer.pipe(unpack);
  }
  try {
    for await (const chunk of unpack ?? answer) {
      size += (chunk as Buffer).length;
      if (size > limit) throw tooLarge();
      chunks.push(chunk as Buffer);
    }
  } finally {
    answer.destroy();
    unpack?.destroy();
  }
  if (!answer.complete)
    throw failed('broken-answer', `${host} broke off in the middle of the page: try again.`, 502);
  return Buffer.concat(chunks, size);
}
