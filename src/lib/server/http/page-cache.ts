/** Keeps answers that stay the same until the library changes, compressed once, so that a busy class is served. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Together, in bytes; what was used longest ago goes first. */
const KEPT_BYTES = 64 * 1024 ** 2;
/** A larger answer is sent, and not kept. */
const LARGEST = 8 * 1024 ** 2;
/** Beyond this Brotli takes several times as long for a few per cent. */
const BROTLI_QUALITY = 5;

type Encoding = 'br' | 'gzip' | 'identity';
type Bytes = Uint8Array<ArrayBuffer>;

interface Kept {
  readonly version: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly bytes: Bytes;
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** The encoding to answer in, as `Accept-Encoding` allows it. */
export function encodingFor(accepted: string | null): Encoding {
  const offered = new Map(
    (accepted ?? '').split(',').map((part): [string, boolean] => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))];
    })
  );
  if (offered.get('br')) return 'br';
  return offered.get('gzip') ? 'gzip' : 'identity';
}

async function compressed(bytes: Bytes, encoding: Encoding): Promise<Bytes> {
  if (encoding === 'gzip') return new Uint8Array(await deflate(bytes));
  if (encoding === 'identity') return bytes;
  return new Uint8Array(
    await brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength
      }
    })
  );
}

/** Answers by address and encoding, each for the version of the library it was made from. */
export class PageCache {
  private readonly kept = new Map<string, Kept>();
  private readonly making = new Map<string, Promise<Kept | Response>>();
  private size = 0;

  /**
   * The answer to a request: the kept one, or a new one that is kept when it is whole and may be.
   *
   * @param address everything but the encoding that the answer depends on
   * @param version of the library
   */
  async answer(
    address: string,
    version: string,
    encoding: Encoding,
    make: () => Response | Promise<Response>
  ): Promise<Response> {
    const key = `${encoding} ${address}`;
    const known = this.kept.get(key);
    if (known?.version === version) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return respond(known);
    }
    const turn = `${version} ${key}`;
    const running = this.making.get(turn);
    if (running) {
      const made = await running;
      // An answer that is not kept belongs to whoever asked first.
      return made instanceof Response ? make() : respond(made);
    }
    const work = this.make(key, version, encoding, make);
    this.making.set(turn, work);
    try {
      const made = await work;
      return made instanceof Response ? made : respond(made);
    } finally {
      this.making.delete(turn);
    }
  }

  private async make(
    key: string,
    version: string,
    encoding: Encoding,
    make: () => Response | Promise<Response>
  ): Promise<Kept | Response> {
    const response = await make();
    const mayKeep =
      response.status === 200 &&
      !response.headers.has('set-cookie') &&
      !response.headers.has('content-encoding') &&
      !/no-store/.test(response.headers.get('cache-control') ?? '');
    if (!mayKeep) return response;
    const plain = new Uint8Array(await response.arrayBuffer());
    const bytes = await compressed(plain, encoding);
    const headers = new Headers(response.headers);
    if (encoding !== 'identity') headers.set('content-encoding', encoding);
    headers.set('content-length', String(bytes.byteLength));
    headers.set('etag', `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`);
    headers.append('vary', 'accept-encoding');
    const made: Kept = { version, headers: [...headers], bytes };
    if (bytes.byteLength <= LARGEST) this.keep(key, made);
    return made;
  }

  private keep(key: string, made: Kept): void {
    this.forget(key);
    this.kept.set(key, made);
    this.size += made.bytes.byteLength;
    for (const oldest of this.kept.keys()) {
      if (this.size <= KEPT_BYTES) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.size -= this.kept.get(key)?.bytes.byteLength ?? 0;
    this.kept.delete(key);
  }
}

function respond({ headers, bytes }: Kept): Response {
  return new Response(bytes, { headers: headers.map(([name, value]): [string, string] => [name, value]) });
}
