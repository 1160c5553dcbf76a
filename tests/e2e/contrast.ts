/**
 * Which elements the rule of contrast has to look at on a large page. Reading one takes axe some milliseconds, and
 * such a page has thousands; what decides contrast is the look of an element and of what it stands in, so a few of
 * each look say it for all. Where anything else is painted under or over an element, it is looked at for itself.
 */
import type { Page } from './awake';

const MARK = 'data-contrast';

/** Elements with words from which on a page is large. */
const LARGE = 1000;

/**
 * Marks the elements to look at, takes earlier marks away, and answers the selector that finds them; null where
 * the page is small enough for all of its elements to be looked at.
 */
export async function markContrastTargets(page: Page): Promise<string | null> {
  const texts = await page.evaluate((mark) => {
    /** First, middle and last of a look: where an element is cut off, axe does not judge it. */
    const OF_ONE_LOOK = 3;
    const PICTURES = new Set(['IMG', 'CANVAS', 'VIDEO', 'svg']);
    const around = new Map<Element, string>();
    const lookAround = (element: Element): string => {
      const known = around.get(element);
      if (known !== undefined) return known;
      const { backgroundColor, backgroundImage, opacity, position, filter, mixBlendMode } =
        getComputedStyle(element);
      const own = [
        element.tagName,
        element.getAttribute('class') ?? '',
        backgroundColor,
        backgroundImage,
        opacity,
        position,
        filter,
        mixBlendMode
      ].join('|');
      const look = element.parentElement ? `${own}>${lookAround(element.parentElement)}` : own;
      around.set(element, look);
      return look;
    };
    const words = (element: Element): string =>
      [...element.childNodes]
        .map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''))
        .join('');

    const painted: (readonly [Element, DOMRect])[] = [];
    const looks = new Map<string, Element[]>();
    const told: (readonly [Element, DOMRect])[] = [];
    for (const element of document.querySelectorAll('body *')) {
      element.removeAttribute(mark);
      const box = element.getBoundingClientRect();
      if (!element.checkVisibility() || box.width === 0 || box.height === 0) continue;
      const style = getComputedStyle(element);
      const isPainted = style.backgroundColor !== 'rgba(0, 0, 0, 0)' || style.backgroundImage !== 'none';
      if (isPainted || PICTURES.has(element.tagName)) painted.push([element, box]);
      const text = words(element).trim();
      const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
      if (text === '' && !field && !(element instanceof HTMLSelectElement)) continue;
      told.push([element, box]);
      const { color, fontSize, fontWeight, textShadow } = style;
      // Of a single letter axe is not sure that it is text.
      const look = [color, fontSize, fontWeight, textShadow, text.length === 1, lookAround(element)].join(
        '#'
      );
      const alike = looks.get(look);
      if (alike) alike.push(element);
      else looks.set(look, [element]);
    }
    for (const all of looks.values()) {
      const picked =
        all.length <= OF_ONE_LOOK ? all : [all[0]!, all[Math.floor(all.length / 2)]!, all[all.length - 1]!];
      for (const element of picked) element.setAttribute(mark, '');
    }
    for (const [element, box] of told) {
      const crossed = painted.some(
        ([other, there]) =>
          there.left < box.right &&
          there.right > box.left &&
          there.top < box.bottom &&
          there.bottom > box.top &&
          !other.contains(element) &&
          !element.contains(other)
      );
      if (crossed) element.setAttribute(mark, '');
    }
    return told.length;
  }, MARK);
  return texts < LARGE ? null : `[${MARK}]`;
}
