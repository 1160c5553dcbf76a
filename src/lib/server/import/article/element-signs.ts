/** What the tag, class and id of an element say about the text inside it. */
import type { DropReason } from '../imported-document';
import type { Frame } from './frame';

const TAGS: Readonly<Record<string, DropReason>> = {
  NAV: 'navigation',
  FOOTER: 'page-chrome',
  ASIDE: 'related',
  BUTTON: 'page-chrome',
  FORM: 'page-chrome',
  DIALOG: 'page-chrome',
  FIGCAPTION: 'caption'
};

const ROLES: Readonly<Record<string, DropReason>> = {
  navigation: 'navigation',
  banner: 'page-chrome',
  contentinfo: 'page-chrome',
  complementary: 'related',
  search: 'page-chrome',
  dialog: 'page-chrome',
  alertdialog: 'page-chrome'
};

/** Words that page builders put in class names and ids, by what they name. A class is cut into its words first. */
const WORDS: readonly (readonly [DropReason, string])[] = [
  [
    'caption',
    'caption captions captionlink credit credits gallery resgallery slideshow slider carousel photographer'
  ],
  [
    'related',
    'related recommended recommendation recommendations recirc recirculation trending popular readnext ' +
      'outbrain taboola teaser teasers headlines seealso morefrom upnext quicktabs'
  ],
  [
    'promotion',
    'newsletter newsletters subscribe subscription signup ad ads advert adverts advertisement ' +
      'advertising sponsor sponsored sponsors promo promos promotion cookie cookies gdpr consent paywall donate ' +
      'donation cta banner disclaimer affiliate popup modal marketing'
  ],
  [
    'byline',
    'byline bylines dateline timestamp pubdate postinfo postmeta postdate datetime attribution bio dates'
  ],
  [
    'navigation',
    'nav navbar navigation menu submenu topnav subnav breadcrumb breadcrumbs pagination pager tags tagcloud ' +
      'sitemap skip toc'
  ],
  ['comments', 'comments commentlist respond disqus livefyre'],
  ['page-chrome', 'share sharing sharebar social sidebar footer follow toolbar printheader copyright rating'],
  ['hidden', 'hidden visuallyhidden noprint screenreader']
];
const BY_WORD: ReadonlyMap<string, DropReason> = new Map(
  WORDS.flatMap(([reason, words]) => words.split(' ').map((word) => [word, reason] as const))
);

/** Two words of a class name that say together what neither says alone. */
const PAIRS: Readonly<Record<string, DropReason>> = {
  'most read': 'related',
  'read more': 'related',
  'read also': 'related',
  'read next': 'related',
  'see also': 'related',
  'also like': 'related',
  'more from': 'related',
  'more stories': 'related',
  'breaking now': 'related',
  'print header': 'page-chrome',
  'author bio': 'byline',
  'author info': 'byline',
  'author name': 'byline',
  'author details': 'byline',
  'author flyout': 'byline',
  'article date': 'byline',
  'post date': 'byline',
  'entry date': 'byline',
  'publish date': 'byline',
  'published date': 'byline',
  'publish info': 'byline',
  'post info': 'byline',
  'post meta': 'byline',
  'entry meta': 'byline',
  'article meta': 'byline',
  'content meta': 'byline',
  'read time': 'byline',
  'reading time': 'byline',
  'sign up': 'promotion',
  'sign in': 'page-chrome',
  'log in': 'page-chrome',
  'screen reader': 'hidden',
  'post tags': 'navigation',
  'post comment': 'comments',
  'add comment': 'comments'
};

/** `postMeta-date_top` is `post`, `meta`, `date`, `top`. */
function wordsOf(name: string): string[] {
  return name
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** What one element says; null when it says nothing. */
function elementSign(element: Element): DropReason | null {
  const tag = element.tagName.toUpperCase();
  const byTag = TAGS[tag] ?? ROLES[element.getAttribute('role') ?? ''];
  if (byTag) return byTag;
  for (const name of [element.getAttribute('class'), element.id]) {
    if (!name) continue;
    for (const part of name.split(/\s+/)) {
      const words = wordsOf(part);
      for (const [index, word] of words.entries()) {
        const reason = BY_WORD.get(word) ?? PAIRS[`${word} ${words[index + 1] ?? ''}`];
        if (reason) return reason;
      }
    }
  }
  return null;
}

/** Why an element's text is not the article's, by what it and the elements around it are called. */
export class ElementSigns {
  readonly #known = new Map<Element, DropReason | null>();

  constructor(private readonly frame: Frame) {}

  /** Null when nothing up to the frame of the article speaks against the text. */
  of(element: Element): DropReason | null {
    const path: Element[] = [];
    let sign: DropReason | null = null;
    let at: Element | null = element;
    while (at && !this.frame.holdsMost(at)) {
      const known = this.#known.get(at);
      if (known !== undefined) {
        sign = known;
        break;
      }
      path.push(at);
      at = at.parentElement;
    }
    for (const each of path.reverse()) {
      sign = elementSign(each) ?? sign;
      this.#known.set(each, sign);
    }
    return sign;
  }
}
