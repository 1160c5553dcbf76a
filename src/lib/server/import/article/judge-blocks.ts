/**
 * Which blocks of a page are its article, and why the others are not.
 *
 * Readability finds where the article stands; rules then take out of it what a page puts between paragraphs:
 * captions, pointers to other pages, advertisements, bylines. The rules are general; no site is named. They were
 * written from errors on pages of the public article-extraction benchmark (MIT), mostly those of the first half by id.
 */
import { knowledge } from '$lib/lexicons/generated';
import { isDateLine, LONGEST_DATE } from '$lib/text/date-line';
import { wordsOfLine } from '$lib/text/line-words';
import { compileLineMatcher } from '$lib/text/match-line';
import type { DropReason } from '../imported-document';
import { ElementSigns } from './element-signs';
import { Frame } from './frame';
import type { PageBlock } from './page-blocks';

export interface JudgedBlock extends PageBlock {
  /** Null when the block is of the article. */
  readonly reason: DropReason | null;
}

/** A paragraph of which this share is a link is a pointer to another page. */
const POINTER_SHARE = 0.9;
/** The same behind the words that pages put before such pointers, or under a heading for them. */
const LED_POINTER_SHARE = 0.5;
/** Words of a paragraph that is surely running text. */
const LONG_WORDS = 20;
/** Most words of a caption, a credit and a label. */
const CAPTION_WORDS = 40;
const CREDIT_WORDS = 60;
const LABEL_WORDS = 6;
/** An `article` element with less of the page's article than this, beside the main one, is another article. */
const OTHER_ARTICLE_SHARE = 0.1;
const MAIN_ARTICLE_SHARE = 0.5;
/** Among the children of an element with this share, Readability's gaps are filled. */
const SIBLING_SHARE = 0.5;
const SIBLING_WORDS = 10;

const POINTER =
  /^\W{0,4}(?:read(?: more| also| next)?|related|see(?: also| more)?|also|more|watch|listen|don.?t miss|sign up|subscribe|download|click here|check out|recommended)\b/iu;
const CREDIT =
  /^\W{0,4}(?:additional )?(?:reporting|writing|editing) by\b|\bcontributed (?:reporting|to this (?:report|story|article))\b/iu;
const PHOTO_CREDIT =
  /\((?:image|photo|picture|credit|file)s? ?(?::|by\b|©)[^()]{0,80}\)$|^(?:image|photo|picture|photograph|file photo)s? ?(?::|by\b|©)/iu;
/** What pages write over an advertisement, in the languages that were seen. */
const AD_LABELS: ReadonlySet<string> = new Set(
  (
    'ad ads advert adverts advertisement advertising sponsored anzeige werbung iklan pubblicita publicidad ' +
    'publicidade publicite reklama reklame advertentie'
  ).split(' ')
);

const chrome = compileLineMatcher(knowledge.lexicons['page-chrome']);
const LINE_REASONS: Readonly<Record<string, DropReason>> = {
  byline: 'byline',
  date: 'byline',
  caption: 'caption',
  comments: 'comments',
  teaser: 'related',
  title: 'title'
};

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const wordCount = (text: string): number => text.split(' ').length;
const tagOf = (element: Element): string => element.tagName.toUpperCase();
const isHeading = ({ owner }: PageBlock): boolean => /^H[1-6]$/.test(tagOf(owner));
/** Share of a block's letters that stand in links; marks around a link do not count. */
const linkShare = ({ text, linked }: PageBlock): number =>
  linked / Math.max(1, text.replace(/[^\p{L}\p{N}\s]+/gu, '').length);

/** What the house's own list of page furniture says of a line. */
function lineReason(text: string): DropReason | null {
  const words = wordsOfLine(text);
  if (words.length > 0 && words.length <= LONGEST_DATE && isDateLine(words)) return 'byline';
  const entry = chrome.find(words);
  return entry ? (LINE_REASONS[entry.category] ?? 'page-chrome') : null;
}

/** True for the words beside a picture: hardly any others stand in the element that holds both. */
function standsByPicture({ owner, text }: PageBlock, frame: Frame): boolean {
  const own = letters(text).length;
  let element: Element | null = owner;
  for (let up = 0; element && up < 3 && frame.share(element) < OTHER_ARTICLE_SHARE; up++) {
    if (element.querySelector('img, picture, video')) {
      return letters(element.textContent ?? '').length < own * 1.3;
    }
    element = element.parentElement;
  }
  return false;
}

class Judge {
  readonly #frame: Frame;
  readonly #signs: ElementSigns;
  readonly #title: string;
  readonly #hasMainArticle: boolean;
  #inBody = false;

  constructor(
    blocks: readonly PageBlock[],
    private readonly core: readonly boolean[],
    title: string | null
  ) {
    this.#frame = new Frame(blocks, core);
    this.#signs = new ElementSigns(this.#frame);
    this.#title = letters(title ?? '');
    this.#hasMainArticle = blocks.some(({ owner }, index) => {
      const article = core[index] ? owner.closest('article') : null;
      return article !== null && this.#frame.share(article) > MAIN_ARTICLE_SHARE;
    });
  }

  reason(block: PageBlock, index: number): DropReason | null {
    if (block.hidden) return 'hidden';
    const sign = this.#signs.of(block.owner);
    if (sign) return sign;
    if (!this.core[index]) return 'page-chrome';
    const reason =
      lineReason(block.text) ??
      this.#headReason(block) ??
      this.#otherArticle(block) ??
      this.#pointerReason(block) ??
      this.#creditReason(block);
    if (reason === null && !isHeading(block) && wordCount(block.text) >= LONG_WORDS) this.#inBody = true;
    return reason;
  }

  /** What Readability cut out from among paragraphs that it kept, and nothing speaks against. */
  fills(block: PageBlock): boolean {
    const { parentElement } = block.owner;
    return (
      !block.hidden &&
      tagOf(block.owner) === 'P' &&
      parentElement !== null &&
      this.#frame.childShare(parentElement) > SIBLING_SHARE &&
      this.#signs.of(block.owner) === null &&
      wordCount(block.text) >= SIBLING_WORDS &&
      linkShare(block) < LED_POINTER_SHARE &&
      lineReason(block.text) === null
    );
  }

  #headReason(block: PageBlock): DropReason | null {
    const bare = letters(block.text);
    if (bare === '') return 'page-chrome';
    if (AD_LABELS.has(bare)) return 'promotion';
    if (bare === this.#title) return 'title';
    if (this.#inBody) return null;
    if (tagOf(block.owner) === 'H1') return 'title';
    const header = block.owner.closest('header');
    return header && !this.#frame.holdsMost(header) ? 'title' : null;
  }

  #otherArticle({ owner }: PageBlock): DropReason | null {
    if (!this.#hasMainArticle) return null;
    const article = owner.closest('article');
    const inside = article?.parentElement?.closest('article') ?? null;
    return article && !inside && this.#frame.share(article) < OTHER_ARTICLE_SHARE ? 'related' : null;
  }

  #pointerReason(block: PageBlock): DropReason | null {
    const share = linkShare(block);
    if (share > LED_POINTER_SHARE && wordCount(block.text) < LONG_WORDS && POINTER.test(block.text)) {
      return 'related';
    }
    const standsAlone =
      tagOf(block.owner) !== 'TR' && (!isHeading(block) || block.owner.closest('li') !== null);
    // An address written out is a reference, not a headline of another page.
    return standsAlone && share >= POINTER_SHARE && !/^https?:/i.test(block.text) ? 'related' : null;
  }

  #creditReason(block: PageBlock): DropReason | null {
    const words = wordCount(block.text);
    if (words < CREDIT_WORDS && CREDIT.test(block.text)) return 'byline';
    if (words < CREDIT_WORDS && PHOTO_CREDIT.test(block.text)) return 'caption';
    const besideText = words < CAPTION_WORDS && tagOf(block.owner) !== 'P' && !isHeading(block);
    return besideText && standsByPicture(block, this.#frame) ? 'caption' : null;
  }
}

/** A label such as "More:" over nothing but pointers belongs to them, and so do the pointers below it. */
function setLabelsAside(blocks: readonly PageBlock[], reasons: (DropReason | null)[]): void {
  for (let index = blocks.length - 2; index >= 0; index--) {
    const block = blocks[index]!;
    if (reasons[index] !== null || reasons[index + 1] !== 'related') continue;
    const label = isHeading(block) || /[:：]$/u.test(block.text) || block.text === block.text.toUpperCase();
    if (!label || wordCount(block.text) > LABEL_WORDS) continue;
    reasons[index] = 'related';
    for (let below = index + 2; below < blocks.length; below++) {
      if (reasons[below] !== null) continue;
      if (linkShare(blocks[below]!) <= LED_POINTER_SHARE) break;
      reasons[below] = 'related';
    }
  }
}

/** Headings and single words after the last sentence lead on to what the page shows next. */
function setEndAside(blocks: readonly PageBlock[], reasons: (DropReason | null)[]): void {
  for (let index = blocks.length - 1; index >= 0; index--) {
    if (reasons[index] !== null) continue;
    const block = blocks[index]!;
    const stray = wordCount(block.text) === 1 && !/^(?:LI|TR)$/.test(tagOf(block.owner));
    if (!isHeading(block) && !stray) break;
    reasons[index] = 'page-chrome';
  }
}

/**
 * Says of each block whether it is of the article.
 *
 * @param core for each block, whether Readability kept it
 * @param title the article's title as the page states it, if it does
 */
export function judgeBlocks(
  blocks: readonly PageBlock[],
  core: readonly boolean[],
  title: string | null
): JudgedBlock[] {
  const judge = new Judge(blocks, core, title);
  const reasons = blocks.map((block, index) => judge.reason(block, index));
  const first = reasons.indexOf(null);
  const last = reasons.lastIndexOf(null);
  for (let index = first + 1; index < last; index++) {
    if (reasons[index] === 'page-chrome' && !core[index] && judge.fills(blocks[index]!))
      reasons[index] = null;
  }
  setLabelsAside(blocks, reasons);
  setEndAside(blocks, reasons);
  return blocks.map((block, index) => ({ ...block, reason: reasons[index]! }));
}
