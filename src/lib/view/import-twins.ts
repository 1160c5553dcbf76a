/** Documents of one import that are the same, or nearly: announced before they are saved twice. */
import { textOf, type ImportDraft, type ImportSource } from './import';

/** Words of a run; two texts with this share of runs in common are nearly the same. */
const RUN = 5;
const NEAR = 0.5;
/** More documents than this are not compared with one another on the page. */
const MOST = 60;

function runsOfWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let start = 0; start + RUN <= words.length; start++)
    runs.add(words.slice(start, start + RUN).join(' '));
  return runs;
}

function sharedRuns(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const run of a) if (b.has(run)) both++;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}

const nameOf = (draft: ImportDraft): string => draft.fields.title || draft.preview.name;

/** By source and key, a sentence about an earlier document of the import that is the same or nearly so. */
export function twinsOf(sources: readonly ImportSource[]): ReadonlyMap<string, string> {
  const all = sources.flatMap((source) =>
    source.drafts
      .filter(({ wanted, preview }) => wanted && preview.blocks !== null)
      .map((draft) => ({ place: twinKey(source, draft), draft, text: textOf(draft) ?? '' }))
  );
  const found = new Map<string, string>();
  if (all.length > MOST) return found;
  const runs = all.map(({ text }) => runsOfWords(text));
  all.forEach(({ place, text }, index) => {
    for (let earlier = 0; earlier < index; earlier++) {
      const other = all[earlier]!;
      const share = text === other.text ? 1 : sharedRuns(runs[index]!, runs[earlier]!);
      if (share < NEAR) continue;
      const name = `“${nameOf(other.draft)}”`;
      found.set(
        place,
        share === 1
          ? `The same text as ${name} above.`
          : `Nearly the same text as ${name} above: they share ${Math.round(share * 100)} % of their runs of five words.`
      );
      return;
    }
  });
  return found;
}

/** Names a draft among all of an import. */
export function twinKey(source: ImportSource, draft: ImportDraft): string {
  return `${source.id} ${draft.preview.key}`;
}
