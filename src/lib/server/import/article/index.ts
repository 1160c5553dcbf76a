/** From a page's HTML to its article: the text, what was left out of it and what the page says about itself. */
import { parseHTML } from 'linkedom';
import type { ImportedBlock, ImportedMetadata } from '../imported-document';
import { judgeBlocks } from './judge-blocks';
import { pageBlocks, type PageBlock } from './page-blocks';
import { pageMetadata } from './page-metadata';
import { readabilityPass } from './readability-pass';

export interface Article {
  readonly metadata: ImportedMetadata;
  readonly blocks: readonly ImportedBlock[];
  /** False when no article was found and every visible block is kept instead. */
  readonly found: boolean;
}

/** Fewer letters than this are no article; a page may still be a short notice, so all of it is shown. */
const FEWEST_LETTERS = 25;

/** A document with a body, whatever the source holds: linkedom takes the first element it meets for the root. */
function parse(html: string): Document {
  const source = html.replaceAll('\0', '');
  const whole = /<html[\s>]/i.test(source) ? source : `<html><head></head><body>${source}</body></html>`;
  return parseHTML(whole).document;
}

function imported(block: PageBlock, reason: ImportedBlock['reason'], isLast: boolean): ImportedBlock {
  return { text: block.text, gap: isLast ? '' : block.gap, kept: reason === null, reason };
}

/**
 * Finds the article of a page.
 *
 * @param html the source, decoded
 * @param address where it came from; null when that is not known
 */
export function extractArticle(html: string, address: string | null): Article {
  const document = parse(html);
  const metadata = pageMetadata(document, address);
  // Found by name: a broken page may have its body anywhere, or none.
  const body = document.querySelector('body') ?? document.documentElement;
  if (!body) return { metadata, blocks: [], found: false };
  const blocks = pageBlocks(body);
  const judged = judgeBlocks(blocks, readabilityPass(document, blocks), metadata.title);
  const letters = judged.reduce((sum, { text, reason }) => sum + (reason === null ? text.length : 0), 0);
  const found = letters >= FEWEST_LETTERS;
  const last = blocks.length - 1;
  return {
    metadata,
    found,
    blocks: judged.map((block, index) => {
      const reason = found ? block.reason : block.hidden ? ('hidden' as const) : null;
      return imported(block, reason, index === last);
    })
  };
}
