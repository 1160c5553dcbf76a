import { extractArticle } from '../article';
import { pageSize } from '../article/page-size';
import { declaredEncoding, decodeText } from '../decode-text';
import { MEDIA_TYPES } from '../detect-kind';
import { importError } from '../import-error';
import type { ImportedDocument, ImportNotice } from '../imported-document';
import { LIMITS, sizeText } from '../limits';
import { makeDocument } from '../make-document';
import type { ReadInput } from './read-input';

/** @throws DomainError for a page that parsers would take minutes over, which no honest page is */
function checkSize(html: string, name: string): void {
  const { elements, depth, pieces, attributes } = pageSize(html);
  const advice = 'save its text as a .txt file';
  if (depth > LIMITS.pageDepth) {
    throw importError('too-deep', `${name} nests its elements too deeply to be read: ${advice}.`);
  }
  if (pieces > LIMITS.pagePieces || attributes > LIMITS.pageAttributes) {
    throw importError(
      'too-large',
      `${name} has more signs and attributes in its source than a page has: ${advice}.`,
      413
    );
  }
  if (elements <= LIMITS.pageElements) return;
  throw importError(
    'too-large',
    `${name} has ${elements} elements, and ${LIMITS.pageElements} are possible: ${advice}.`,
    413
  );
}

/** A page: its article, with what was left out of it. */
export function readHtml(input: ReadInput): ImportedDocument[] {
  const { bytes, name } = input;
  if (bytes.length > LIMITS.page) {
    throw importError(
      'too-large',
      `${name} has ${sizeText(bytes.length)}, and a page may have ${sizeText(LIMITS.page)}: save its text as a .txt file.`,
      413
    );
  }
  const decoded = decodeText(bytes, [input.charset, declaredEncoding(bytes)]);
  checkSize(decoded.text, name);
  const article = extractArticle(decoded.text, input.address);
  const { blocks, metadata, found } = article;
  const dropped = blocks.filter(({ kept, reason }) => !kept && reason !== 'hidden').length;
  const notices: ImportNotice[] = [...decoded.notices];
  if (!found && blocks.length > 0) {
    notices.push({
      code: 'no-article',
      message: 'No article was found on this page: all of its text is kept. Switch off what does not belong.'
    });
  } else if (dropped > 0) {
    notices.push({
      code: 'page-chrome-dropped',
      message: `${dropped} ${dropped === 1 ? 'block' : 'blocks'} of the page ${dropped === 1 ? 'was' : 'were'} left out as not part of the article.`
    });
  }
  if (blocks.length === 0) {
    throw importError(
      'no-text',
      `${name} shows no text of its own: pages that are written by scripts cannot be read. Open it in a browser, and paste or save its text.`
    );
  }
  return [
    makeDocument({
      raw: { bytes, mediaType: MEDIA_TYPES.html, encoding: decoded.encoding },
      origin: { name, row: null, address: input.address },
      blocks,
      metadata,
      notices
    })
  ];
}
