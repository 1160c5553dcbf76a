/** What a page says about itself, in JSON-LD, OpenGraph, meta and time elements. Nothing is guessed. */
import type { ImportedMetadata } from '../imported-document';
import { plain, readJsonLd } from './json-ld';
import { publishedDay } from './published-day';

/** The names that sites use, the most exact first. */
const TITLES = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title', 'parsely-title'];
const AUTHORS = [
  'author',
  'article:author',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl'
];
const SITES = ['og:site_name', 'application-name', 'publisher', 'dc.publisher', 'citation_journal_title'];
const DATES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'citation_publication_date',
  'citation_date',
  'cxenseparse:recs:publishtime',
  'date'
];

function metaOf(document: Document): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = plain(element.getAttribute('content'));
    if (content === null) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (!name) continue;
      const known = found.get(name);
      if (known) known.push(content);
      else found.set(name, [content]);
    }
  }
  return found;
}

const textOf = (element: Element | null): string | null => plain(element?.textContent ?? null);

/** An address, or null for what is none or not one of the web; relative ones are read against the page's. */
function webAddress(text: string | null | undefined, base: string | null): string | null {
  const trimmed = text?.trim();
  if (!trimmed) return null;
  const url = URL.canParse(trimmed)
    ? new URL(trimmed)
    : base && URL.canParse(trimmed, base)
      ? new URL(trimmed, base)
      : null;
  return url && /^https?:$/.test(url.protocol) && url.href.length <= 2_000 ? url.href : null;
}

/** A byline's own "By" is not part of the name. */
const withoutBy = (names: string): string => names.replace(/^by\s+/i, '');

const isName = (text: string): boolean => !/^(?:https?:|\/|@)/i.test(text);

function languageTag(text: string | null | undefined): string | null {
  const tag = text?.trim().replaceAll('_', '-') ?? '';
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(tag)) return null;
  const [language, ...rest] = tag.split('-');
  return [
    language!.toLowerCase(),
    ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))
  ].join('-');
}

function onlyHeading(document: Document): string | null {
  const headings = [...document.querySelectorAll('h1')].map(textOf).filter((text) => text !== null);
  return headings.length === 1 ? headings[0]! : null;
}

/** One date that all time elements marked as the date of publication agree on. */
function timeElement(document: Document): string | null {
  const marked = document.querySelectorAll(
    'time[pubdate], time[itemprop~="datePublished"], [itemprop~="datePublished"][content], [itemprop~="datePublished"][datetime], time.published, time.entry-date, article header time[datetime]'
  );
  const days = [...marked].map((element) =>
    publishedDay(element.getAttribute('datetime') ?? element.getAttribute('content') ?? textOf(element))
  );
  const stated = [...new Set(days.filter((found) => found !== null))];
  return stated.length === 1 ? stated[0]! : null;
}

function authorElements(document: Document): string | null {
  const names = [...document.querySelectorAll('[itemprop~="author"] [itemprop~="name"], a[rel~="author"]')]
    .map(textOf)
    .filter((name): name is string => name !== null && name.length <= 80 && isName(name));
  return names.length > 0 && names.length <= 12 ? [...new Set(names)].join(', ') : null;
}

/**
 * Reads the page's own statements about its article.
 *
 * @param address where the page came from, to complete relative addresses; null when that is not known
 */
export function pageMetadata(document: Document, address: string | null): ImportedMetadata {
  const meta = metaOf(document);
  const linked = readJsonLd(document);
  const first = (names: readonly string[], accept: (text: string) => boolean = () => true): string | null => {
    for (const name of names) {
      const found = meta.get(name)?.filter(accept);
      if (found && found.length > 0) return found[0]!;
    }
    return null;
  };
  const authors = AUTHORS.map((name) => meta.get(name)?.filter(isName) ?? []).find(
    (names) => names.length > 0
  );
  const linkedAuthors = linked?.authors.filter(isName) ?? [];
  const links = [...document.querySelectorAll('link[rel~="canonical"]')];
  return {
    title:
      linked?.headline ?? first(TITLES) ?? onlyHeading(document) ?? textOf(document.querySelector('title')),
    author:
      (linkedAuthors.length > 0 ? linkedAuthors.map(withoutBy).join(', ') : null) ??
      (authors ? [...new Set(authors.map(withoutBy))].join(', ') : null) ??
      authorElements(document),
    publisher: first(SITES.slice(0, 1)) ?? linked?.publisher ?? first(SITES, isName),
    published:
      publishedDay(linked?.published ?? null) ??
      DATES.map((name) => publishedDay(first([name]))).find((found) => found !== null) ??
      timeElement(document),
    canonical: webAddress(links[0]?.getAttribute('href'), address) ?? webAddress(first(['og:url']), address),
    language:
      languageTag(
        document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang')
      ) ??
      languageTag(first(['content-language', 'og:locale', 'dc.language', 'language'])) ??
      languageTag(linked?.language)
  };
}
