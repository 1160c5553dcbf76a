/** What a page says about its article in JSON-LD, by the words of schema.org. */
import { withoutBreakMarks } from '../hidden-characters';

export interface LinkedArticle {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:article|posting|report|review|analysis|column)$/i;
/** Nesting and number of things that are looked at; a page that has more is not describing one article. */
const DEEPEST = 8;
const MOST = 500;

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' '
};

/** Text as a reader would see it: JSON-LD often holds the escapes of the page around it. */
export function plain(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = withoutBreakMarks(value.slice(0, 1_000))
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(String(hex), 16) : NaN;
      if (!Number.isNaN(code)) return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
      return ENTITIES[String(name).toLowerCase()] ?? String(whole);
    })
    .replace(/\s+/gu, ' ')
    .trim();
  return text === '' ? null : text;
}

function nameOf(value: unknown): string | null {
  return isFields(value) ? plain(value.name) : plain(value);
}

/** Every thing described, in the order of the page. */
function things(value: unknown): Fields[] {
  const found: Fields[] = [];
  const visit = (each: unknown, depth: number) => {
    if (depth > DEEPEST || found.length >= MOST) return;
    if (Array.isArray(each)) each.forEach((item) => visit(item, depth + 1));
    else if (isFields(each)) {
      found.push(each);
      visit(each['@graph'] ?? [], depth + 1);
      visit(each.mainEntity ?? [], depth + 1);
      if (isFields(each.mainEntityOfPage)) visit(each.mainEntityOfPage, depth + 1);
    }
  };
  visit(value, 0);
  return found;
}

function isArticle(thing: Fields): boolean {
  return list(thing['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type));
}

/** A name that only points to another thing of the page: `{"@id": "#author"}`. */
function resolved(value: unknown, known: ReadonlyMap<string, Fields>): unknown {
  if (!isFields(value) || value.name !== undefined) return value;
  const id = value['@id'];
  return (typeof id === 'string' ? known.get(id) : undefined) ?? value;
}

/** The first article that the page's JSON-LD describes; null when it describes none or cannot be read. */
export function readJsonLd(document: Document): LinkedArticle | null {
  const all: Fields[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = (script.textContent ?? '').replace(
      /^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g,
      ''
    );
    try {
      all.push(...things(JSON.parse(source)));
    } catch {
      // A page may hold any number of broken descriptions; the others still count.
    }
  }
  const article = all.find(isArticle);
  if (!article) return null;
  const byId = new Map(
    all.flatMap((thing) =>
      typeof thing['@id'] === 'string' && thing.name ? [[thing['@id'], thing] as const] : []
    )
  );
  const names = list(article.author ?? article.creator)
    .map((author) => nameOf(resolved(author, byId)))
    .filter((name) => name !== null);
  return {
    headline: plain(article.headline) ?? plain(article.name),
    authors: [...new Set(names)],
    publisher: nameOf(resolved(list(article.publisher)[0], byId)),
    published: plain(article.datePublished),
    language: plain(article.inLanguage)
  };
}
