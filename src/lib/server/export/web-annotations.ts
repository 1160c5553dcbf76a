import type { Audit, DocumentAudit, StanceCell } from '$lib/analysis/audit-schema';

/** Characters of text beside a quotation that make it findable in a copy whose offsets differ. */
const CONTEXT = 32;

/** A text's name as a URI made of its hash (RFC 6920): the same text has the same name everywhere. */
function sourceUri(textSha256: string): string {
  return `ni:///sha-256;${Buffer.from(textSha256, 'hex').toString('base64url')}`;
}

/** Offsets count UTF-16 units here and code points in a web annotation: where each of some offsets stands. */
function codePoints(text: string, offsets: readonly number[]): Map<number, number> {
  const found = new Map<number, number>();
  let at = 0;
  let points = 0;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    for (; at < offset; points++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    found.set(offset, points);
  }
  return found;
}

const tag = (purpose: string, value: string) => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain'
});

/**
 * Every mention of a contested claim as a W3C Web Annotation, with a quote and a position selector.
 *
 * @param texts by document id, as they were submitted; positions count code points in them
 */
export function webAnnotations(
  audit: Pick<Audit, 'contested'> & {
    readonly documents: readonly Pick<DocumentAudit, 'id' | 'textSha256'>[];
  },
  texts: ReadonlyMap<string, string>
) {
  const hashes = new Map(audit.documents.map(({ id, textSha256 }) => [id, textSha256]));
  const inDocument = (statement: string, claim: string, { document, stance, mentions }: StanceCell) => {
    const text = texts.get(document) ?? '';
    const points = codePoints(
      text,
      mentions.flatMap(({ start, end }) => [start, end])
    );
    return mentions.map(({ start, end, quote, voice, holder, polarity, certainty }, index) => ({
      id: `urn:parallax:${encodeURIComponent(claim)}:${encodeURIComponent(document)}:${index + 1}`,
      type: 'Annotation',
      motivation: 'classifying',
      body: [
        tag('describing', statement),
        tag('classifying', `stance of the document: ${stance}`),
        tag('classifying', `voice: ${voice}${holder === null ? '' : ` (${holder})`}`),
        tag('classifying', `polarity: ${polarity}`),
        tag('classifying', `certainty: ${certainty}`)
      ],
      target: {
        source: sourceUri(hashes.get(document) ?? ''),
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: quote,
            prefix: text.slice(Math.max(0, start - CONTEXT), start),
            suffix: text.slice(end, end + CONTEXT)
          },
          { type: 'TextPositionSelector', start: points.get(start) ?? 0, end: points.get(end) ?? 0 }
        ]
      }
    }));
  };
  const items = audit.contested.flatMap(({ id, statement, cells }) =>
    cells.flatMap((cell) => inDocument(statement, id, cell))
  );
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    label: 'Mentions of contested claims',
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items }
  };
}
