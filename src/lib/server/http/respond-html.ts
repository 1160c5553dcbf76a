/** What a report may do: show itself in its own styles. The page of the app also reads the choice of light or dark. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ');

/**
 * A page that was written whole on the server.
 *
 * @param save the name to save it under; without, it is shown
 */
export function htmlResponse(html: string, save?: string): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': POLICY,
      ...(save === undefined ? {} : { 'content-disposition': `attachment; filename="${save}"` })
    }
  });
}
