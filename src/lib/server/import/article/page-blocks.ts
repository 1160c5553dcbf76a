/** A page cut into blocks of text in reading order: what a line or a paragraph is on the screen. */
import { withoutBreakMarks } from '../hidden-characters';

const ELEMENT = 1;
const TEXT = 3;

/** What holds no words for a reader, or words of a control. */
const SILENT = new Set([
  'AUDIO',
  'BASE',
  'CANVAS',
  'DATALIST',
  'EMBED',
  'HEAD',
  'IFRAME',
  'LINK',
  'MAP',
  'MATH',
  'META',
  'NOSCRIPT',
  'OBJECT',
  'OPTION',
  'SCRIPT',
  'SELECT',
  'STYLE',
  'SVG',
  'TEMPLATE',
  'TEXTAREA',
  'TITLE',
  'VIDEO'
]);

const BLOCK = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'BODY',
  'BUTTON',
  'CAPTION',
  'CENTER',
  'DD',
  'DETAILS',
  'DIALOG',
  'DIV',
  'DL',
  'DT',
  'FIELDSET',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'FORM',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'NAV',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'SUMMARY',
  'TABLE',
  'TBODY',
  'TFOOT',
  'THEAD',
  'TR',
  'UL'
]);

/** The deepest nesting that is walked: deeper is no page that a person wrote, and would overflow the stack. */
const DEEPEST = 400;

export interface PageBlock {
  /** White space is one space each; never empty. */
  readonly text: string;
  /** The block-level element whose own text it is. */
  readonly owner: Element;
  /** The text nodes it is made of. */
  readonly pieces: readonly Text[];
  /** What separates it from the next block: a line break or an empty line. */
  readonly gap: '\n' | '\n\n';
  /** Letters that stand in links. */
  readonly linked: number;
  /** True for text that a browser does not show. */
  readonly hidden: boolean;
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return (
    element.hasAttribute('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) ||
    (element.getAttribute('aria-hidden') === 'true' && element.tagName !== 'SPAN')
  );
}

/** A row of a table is one block, its cells apart by a space; text between line breaks is a block of its own. */
export function pageBlocks(body: Element): PageBlock[] {
  const blocks: PageBlock[] = [];
  let pieces: Text[] = [];
  let words: string[] = [];
  let linked = 0;
  const close = (owner: Element, hidden: boolean, gap: PageBlock['gap']) => {
    const text = withoutBreakMarks(words.join('')).replace(/\s+/gu, ' ').trim();
    if (text !== '') blocks.push({ text, owner, pieces, gap, linked, hidden });
    pieces = [];
    words = [];
    linked = 0;
  };
  const walk = (element: Element, owner: Element, inLink: boolean, inHidden: boolean, depth: number) => {
    for (const node of element.childNodes) {
      if (node.nodeType === TEXT) {
        const text = node.textContent ?? '';
        words.push(text);
        pieces.push(node as Text);
        if (inLink) linked += text.replace(/\s+/gu, ' ').length;
        continue;
      }
      if (node.nodeType !== ELEMENT || depth > DEEPEST) continue;
      const child = node as Element;
      const tag = child.tagName.toUpperCase();
      if (SILENT.has(tag)) continue;
      const hidden = inHidden || isHidden(child);
      const link = inLink || tag === 'A';
      if (tag === 'BR') {
        close(owner, inHidden, '\n');
      } else if (BLOCK.has(tag)) {
        close(owner, inHidden, '\n\n');
        walk(child, child, link, hidden, depth + 1);
        close(child, hidden, tag === 'LI' || tag === 'TR' ? '\n' : '\n\n');
      } else {
        if (tag === 'TD' || tag === 'TH') words.push(' ');
        walk(child, owner, link, hidden, depth + 1);
        if (tag === 'TD' || tag === 'TH') words.push(' ');
      }
    }
  };
  walk(body, body, false, isHidden(body), 0);
  close(body, false, '\n\n');
  return blocks;
}
