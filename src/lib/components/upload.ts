import type { Sending } from '$lib/view/import-request';

/**
 * Posts to the server and tells how much has been sent, which `fetch` cannot.
 *
 * @throws DOMException called AbortError when it is cancelled, TypeError when the server cannot be reached: as `fetch` does
 */
export function upload(path: string, { body, headers = {}, signal, onsent }: Sending): Promise<Response> {
  return new Promise((resolve, reject) => {
    const aborted = (): DOMException => new DOMException('Cancelled', 'AbortError');
    if (signal.aborted) return reject(aborted());
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    signal.addEventListener('abort', stop, { once: true });
    request.open('POST', path);
    request.responseType = 'blob';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onsent?.(loaded / total);
    });
    request.upload.addEventListener('load', () => onsent?.(1));
    request.addEventListener('load', () => {
      const { status } = request;
      resolve(new Response(status === 204 ? null : (request.response as Blob), { status }));
    });
    request.addEventListener('error', () => reject(new TypeError('The server cannot be reached.')));
    request.addEventListener('abort', () => reject(aborted()));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop));
    request.send(body);
  });
}
