import { getDocumentProxy } from 'unpdf';
import { DomainError } from '../../domain-error';
import { readByline } from '../byline';
import { MEDIA_TYPES } from '../detect-kind';
import { importError } from '../import-error';
import type { ImportedBlock, ImportedDocument, ImportNotice } from '../imported-document';
import { LIMITS } from '../limits';
import { makeDocument, NOTHING_KNOWN } from '../make-document';
import { withDropCaps } from './pdf-drop-caps';
import { hyphensOf, linesOf, paragraphsOf, type PdfLine, type PdfPiece } from './pdf-lines';
import { runningLines } from './pdf-running-lines';
import type { ReadInput } from './read-input';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** What PDF.js calls its errors, and what a reader can do about each. */
function explained(error: unknown, name: string): DomainError {
  if (error instanceof DomainError) return error;
  const kind = error instanceof Error ? error.name : '';
  if (kind === 'PasswordException') {
    return importError('encrypted', `${name} is locked with a password: save it without one, and try again.`);
  }
  return importError('broken', `${name} is broken as a PDF: open it in a viewer and save it again.`);
}

async function pagesOf(pdf: Pdf): Promise<PdfLine[][]> {
  const pages: PdfLine[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): PdfPiece[] => {
      if (!('str' in item)) return [];
      const [, , , , x, y] = item.transform as readonly number[];
      return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, height: item.height }];
    });
    pages.push(withDropCaps(linesOf(pieces)));
    page.cleanup();
  }
  return pages;
}

/** What the file says about itself. Its dates are those of the file, not of publication, and are not taken. */
async function aboutOf(pdf: Pdf): Promise<{ title: string | null; author: string | null }> {
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> };
  const field = (name: string): string | null => {
    const value = info[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const title = field('Title');
  // Writers put the name of the file there when nobody wrote a title.
  const fileName =
    title !== null &&
    /\.(?:docx?|pdf|indd|qxd|rtf|txt|html?)$|^untitled|^microsoft word - |^about:blank/i.test(title);
  return { title: fileName ? null : title, author: field('Author') };
}

function blocksOf(pages: readonly (readonly PdfLine[])[]): ImportedBlock[] {
  const running = runningLines(pages);
  const hyphens = hyphensOf(pages);
  return pages.flatMap((lines, page) => {
    const aside = running[page]!;
    const blocks: ImportedBlock[] = [];
    let body: PdfLine[] = [];
    const close = () => {
      for (const text of paragraphsOf(body, hyphens))
        blocks.push({ text, gap: '\n\n', kept: true, reason: null });
      body = [];
    };
    lines.forEach((line, index) => {
      if (!aside.has(index)) return void body.push(line);
      close();
      blocks.push({ text: line.text, gap: '\n\n', kept: false, reason: 'page-chrome' });
    });
    close();
    return blocks;
  });
}

/** A paragraph that runs over the end of a page is one paragraph. */
function acrossPages(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const joined: ImportedBlock[] = [];
  let open = -1;
  for (const block of blocks) {
    const before = joined[open];
    if (
      block.kept &&
      before &&
      open < joined.length - 1 &&
      /[\p{Ll},;-]$/u.test(before.text) &&
      /^\p{Ll}/u.test(block.text)
    ) {
      joined[open] = { ...before, text: `${before.text} ${block.text}` };
      continue;
    }
    if (block.kept) open = joined.length;
    joined.push(block);
  }
  return joined;
}

/** The end of a caption: who took the picture. */
const CREDIT =
  /(?:^|[.!?”’)\s])(?:photo(?:graph)?s?|pictures?|images?|illustrations?|credit)(?: (?:by|credit))?: ?\p{Lu}[^:!?]{1,50}$/iu;

/** The line that names author and day, and captions, are set aside: on a page their letters are others, here they would be sentences. */
function withoutFurniture(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const { places } = readByline(blocks);
  return blocks.map((block, place) => {
    if (!block.kept) return block;
    if (places.has(place)) return { ...block, kept: false, reason: 'byline' };
    return block.text.length < 300 && CREDIT.test(block.text)
      ? { ...block, kept: false, reason: 'caption' }
      : block;
  });
}

/**
 * A PDF that holds text; pictures of pages are not read.
 * Scripts in a file never run: PDF.js runs them in the viewer it ships, for forms and annotations, and
 * here nothing is drawn; only the text of the pages and what the file says about itself are asked for.
 * GHSA-hq66-cqwq-w95j (scripts that run in that viewer before 6.2.108) is about that part. unpdf 1.8.1
 * holds 6.1.200, which lacks the repair too, and needs Node 22.
 */
export async function readPdf(input: ReadInput): Promise<ImportedDocument[]> {
  const { bytes, name } = input;
  let pages: PdfLine[][];
  let about: { title: string | null; author: string | null };
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>> | null = null;
  try {
    // PDF.js takes the bytes away from whoever hands them in.
    pdf = await getDocumentProxy(bytes.slice(), {
      isEvalSupported: false,
      stopAtErrors: false,
      verbosity: 0
    });
    if (pdf.numPages > LIMITS.pdfPages) {
      throw importError(
        'too-large',
        `${name} has ${pdf.numPages} pages, and ${LIMITS.pdfPages} are possible: cut it into parts.`,
        413
      );
    }
    pages = await pagesOf(pdf);
    about = await aboutOf(pdf);
  } catch (error) {
    throw explained(error, name);
  } finally {
    await pdf?.destroy().catch(() => undefined);
  }
  const empty = pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []));
  if (empty.length === pages.length) {
    throw importError(
      'no-text',
      `${name} is scanned: it holds pictures of pages and no text to read. Run it through text recognition (OCR) first.`
    );
  }
  const notices: ImportNotice[] = [];
  if (empty.length > 0) {
    notices.push({
      code: 'pages-without-text',
      message: `${empty.length} of ${pages.length} pages hold no text (page ${empty.slice(0, 10).join(', ')}${empty.length > 10 ? ', …' : ''}): they may be scanned or blank.`
    });
  }
  return [
    makeDocument({
      raw: { bytes, mediaType: MEDIA_TYPES.pdf, encoding: null },
      origin: { name, row: null, address: input.address },
      blocks: withoutFurniture(acrossPages(blocksOf(pages))),
      metadata: { ...NOTHING_KNOWN, ...about },
      notices
    })
  ];
}
