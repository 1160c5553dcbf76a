/** Which sources a page shows: all, all without some, or only some. */

/** What a source is found by. */
export interface Searched {
  readonly letter: string;
  readonly label: string;
  readonly publisher: string | null;
  readonly author: string | null;
}

export interface SourceFilter {
  readonly mode: 'only' | 'without';
  readonly ids: readonly string[];
}

const MODES = ['only', 'without'] as const;

/** Reads the filter of a query; null where it names nobody. */
export function parseSourceFilter(query: URLSearchParams): SourceFilter | null {
  for (const mode of MODES) {
    const ids = (query.get(mode) ?? '').split(',').flatMap((part) => {
      try {
        return part === '' ? [] : [decodeURIComponent(part)];
      } catch {
        return [];
      }
    });
    if (ids.length > 0) return { mode, ids: [...new Set(ids)] };
  }
  return null;
}

/** Name and value of the query parameter that says this filter. */
export function sourceFilterQuery({ mode, ids }: SourceFilter): [string, string] {
  return [mode, ids.map(encodeURIComponent).join(',')];
}

/** True for what the filter lets through. A filter that would let nothing through, as of an old link, lets all. */
export function sourceTest(filter: SourceFilter | null, all: readonly string[]): (id: string) => boolean {
  if (filter === null) return () => true;
  const named = new Set(filter.ids);
  const shown = (id: string) => named.has(id) === (filter.mode === 'only');
  return all.some(shown) ? shown : () => true;
}

/** Sources whose letter, title, publisher or author holds every word that is looked for; a letter alone comes first. */
export function findSources<S extends Searched>(sources: readonly S[], text: string): readonly S[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return sources;
  const exact = text.trim().toLowerCase();
  const isLetter = ({ letter }: S) => letter.toLowerCase() === exact;
  const held = sources.filter((source) => {
    const { letter, label, publisher, author } = source;
    const said = [letter, label, publisher ?? '', author ?? ''].join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  });
  return [...held.filter(isLetter), ...held.filter((source) => !isLetter(source))];
}

/** With more sources than this a reader picks the ones to see; with fewer, the ones to leave out. */
export const FEW_SOURCES = 12;

/** The filter after one source is switched; null when it lets everything through. */
export function toggledSource(
  filter: SourceFilter | null,
  id: string,
  all: readonly string[]
): SourceFilter | null {
  const mode = filter?.mode ?? (all.length > FEW_SOURCES ? 'only' : 'without');
  const named = new Set(filter?.ids ?? []);
  if (!named.delete(id)) named.add(id);
  const ids = all.filter((other) => named.has(other));
  const leaves = mode === 'only' ? ids.length : all.length - ids.length;
  return ids.length === 0 || leaves === 0 || leaves === all.length ? null : { mode, ids };
}
