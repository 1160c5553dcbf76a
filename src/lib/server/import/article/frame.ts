import type { PageBlock } from './page-blocks';

/** An element with more than this share of the article's letters is its frame: what it is called says nothing. */
const FRAME_SHARE = 0.4;

/** How much of the article each element of a page holds, by letters. */
export class Frame {
  readonly #inside = new Map<Element, number>();
  readonly #children = new Map<Element, number>();
  #all = 0;

  constructor(blocks: readonly PageBlock[], core: readonly boolean[]) {
    blocks.forEach(({ owner, text }, index) => {
      if (!core[index]) return;
      this.#all += text.length;
      for (let element: Element | null = owner; element; element = element.parentElement) {
        this.#inside.set(element, (this.#inside.get(element) ?? 0) + text.length);
      }
      const parent = owner.parentElement;
      if (parent) this.#children.set(parent, (this.#children.get(parent) ?? 0) + text.length);
    });
  }

  /** Share of the article that stands anywhere inside the element, 0 to 1. */
  share(element: Element): number {
    return this.#all === 0 ? 0 : (this.#inside.get(element) ?? 0) / this.#all;
  }

  /** Share of the article that stands in the element's own children, 0 to 1. */
  childShare(element: Element): number {
    return this.#all === 0 ? 0 : (this.#children.get(element) ?? 0) / this.#all;
  }

  /** True for an element around the article itself. */
  holdsMost(element: Element): boolean {
    return this.share(element) > FRAME_SHARE;
  }
}
