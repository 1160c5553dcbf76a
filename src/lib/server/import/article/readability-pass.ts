/** Which blocks of a page Mozilla's Readability takes for the article. */
import { Readability } from '@mozilla/readability';
import type { PageBlock } from './page-blocks';

const MARK = 'data-block-place';
const ELEMENT = 1;
const TEXT = 3;
/** How far up a text may have moved: Readability hands the attributes of an element to its only child. */
const UPWARD = 6;

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** What is left of the page, as the text that each marked element holds itself. */
function textByMark(content: Element): Map<string, string> {
  const pieces = new Map<string, string[]>();
  const walk = (element: Element, mark: string) => {
    for (const node of element.childNodes) {
      if (node.nodeType === TEXT) {
        const text = bare(node.textContent ?? '');
        if (text === '') continue;
        const known = pieces.get(mark);
        if (known) known.push(text);
        else pieces.set(mark, [text]);
      } else if (node.nodeType === ELEMENT) {
        walk(node as Element, (node as Element).getAttribute(MARK) ?? mark);
      }
    }
  };
  walk(content, '');
  return new Map([...pieces].map(([mark, texts]) => [mark, texts.join('')]));
}

/**
 * Runs Readability on a copy, which it takes apart, and says of each block whether most of its letters are left.
 *
 * @returns one flag for each block; all false when Readability finds no article
 */
export function readabilityPass(document: Document, blocks: readonly PageBlock[]): boolean[] {
  let count = 0;
  for (const element of document.querySelectorAll('body, body *'))
    element.setAttribute(MARK, String(count++));
  const places = blocks.map(({ pieces }) =>
    pieces.map((piece) => {
      const marks: string[] = [];
      let element = piece.parentElement;
      for (let up = 0; element && up < UPWARD; up++, element = element.parentElement) {
        const mark = element.getAttribute(MARK);
        if (mark !== null) marks.push(mark);
      }
      return { text: bare(piece.textContent ?? ''), marks };
    })
  );
  const result = new Readability<Element>(document.cloneNode(true) as Document, {
    serializer: (node) => node as Element,
    maxElemsToParse: 0
  }).parse();
  if (!result?.content) return blocks.map(() => false);
  const left = textByMark(result.content);
  return places.map((pieces) => {
    let found = 0;
    let all = 0;
    for (const { text, marks } of pieces) {
      all += text.length;
      if (marks.some((mark) => left.get(mark)?.includes(text) ?? false)) found += text.length;
    }
    return all > 0 && found * 2 > all;
  });
}
