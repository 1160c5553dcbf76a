/** What a PDF repeats on its pages: running heads, feet and page numbers. */
import type { PdfLine } from './pdf-lines';

const withoutDigits = (text: string): string => text.replace(/\p{N}+/gu, '#').toLowerCase();

/** Lines at the head and at the foot of a page, in the order it was written. */
const EDGE = 2;
/** Heights that differ by no more than this, in points, are one place on the page. */
const SAME_PLACE = 1.5;
/** Share of the pages that a line stands on at one height, to repeat: left and right pages have heads of their own. */
const PAGES_AT_A_HEIGHT = 0.4;
/** "Page 1 of 3" can be nothing else, on a single page too. */
const COUNTED_PAGE = /(?:^|[^\p{L}])page \d{1,4} (?:of|\/) \d{1,4}(?:$|[^\p{L}\d])/iu;
const PAGE_NUMBER =
  /^(?:page\s)?[\s–—-]{0,3}(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:of|\/)\s?\d{1,4})?[\s–—-]{0,3}$/i;

/**
 * The lines at the head and foot of pages that repeat from page to page, and page numbers. They are set aside.
 * On a few pages alone a line repeats only where it stands at the same height: two pages may well end in the same words.
 *
 * @returns for each page, the indexes of such lines
 */
export function runningLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<number>[] {
  const edges = pages.map((lines) => [
    ...new Set([...lines.keys()].filter((index) => index < EDGE || index >= lines.length - EDGE))
  ]);
  const seen = new Map<string, number[]>();
  pages.forEach((lines, page) => {
    const here = new Map(edges[page]!.map((index) => [withoutDigits(lines[index]!.text), lines[index]!.y]));
    for (const [key, y] of here) seen.set(key, [...(seen.get(key) ?? []), y]);
  });
  const often = Math.max(3, Math.ceil(pages.length * 0.5));
  const repeats = ({ text, y }: PdfLine): boolean => {
    if (text.length >= 120) return false;
    const heights = seen.get(withoutDigits(text)) ?? [];
    if (heights.length >= often) return true;
    const level = heights.filter((height) => Math.abs(height - y) <= SAME_PLACE).length;
    return level >= Math.max(2, pages.length * PAGES_AT_A_HEIGHT);
  };
  return pages.map((lines, page) => {
    const running = edges[page]!.filter((index) => {
      const line = lines[index]!;
      const number =
        (pages.length > 1 && PAGE_NUMBER.test(line.text)) ||
        (line.text.length < 120 && COUNTED_PAGE.test(line.text));
      return number || repeats(line);
    });
    return new Set(running.length < lines.length ? running : []);
  });
}
