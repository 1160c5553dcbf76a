/** Which sources a page shows: all, all without some, or only some. */

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
