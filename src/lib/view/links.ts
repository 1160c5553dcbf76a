/** Where things live. Bundled collections and a reader's own texts give different addresses to the same views. */
export interface Links {
  /** The overview with the view state of `query` (starting with `?`, or empty). */
  overview(query: string): string;
  /** A document; with a span, the place in it that is marked and scrolled to. */
  document(id: string, span?: { readonly start: number; readonly end: number }): string;
  /** The bench on which a copy of a document is changed. */
  rewrite(id: string): string;
  /** Two documents side by side. */
  compare(a: string, b: string): string;
  /** The list of claims with the filter of `query` (starting with `?`, or empty). */
  claims(query: string): string;
  /** The list of figures and dates with the filter of `query` (starting with `?`, or empty). */
  figures(query: string): string;
  /** One claim, by the key that names its place in a text. */
  claim(key: string): string;
  /** Where contested claims are added and proposed; null where nothing is kept. */
  readonly contested: string | null;
}

/** The id of a place in a document page: `s-START-END`. */
export function placeId(span: { readonly start: number; readonly end: number }): string {
  return `s-${span.start}-${span.end}`;
}

/** Addresses of a bundled collection. */
export function collectionLinks(collection: string): Links {
  const base = `/collections/${encodeURIComponent(collection)}`;
  return {
    overview: (query) => `${base}${query}`,
    document: (id, span) => `${base}/documents/${encodeURIComponent(id)}${span ? `#${placeId(span)}` : ''}`,
    rewrite: (id) => `${base}/documents/${encodeURIComponent(id)}/rewrite`,
    compare: (a, b) => `${base}/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`,
    claims: (query) => `${base}/claims${query}`,
    figures: (query) => `${base}/figures${query}`,
    claim: (key) => `${base}/claims/${encodeURIComponent(key)}`,
    contested: `${base}/contested`
  };
}
