/** Documents of one import that are the same, or nearly: announced before they are saved twice. */
import type { ImportDraft, ImportSource } from './import';
import { textOf } from './import-blocks';

/** Words of a run; two texts with this share of runs in common are nearly the same. */
const RUN = 5;
const NEAR = 0.5;
/** Words of all texts together that are compared on the page. */
const MOST = 1_000_000;
/** Earlier documents that are remembered by one run: a line that all have must not make the work grow squared. */
const HOLDERS = 8;

/** An earlier document of the import that a draft repeats. */
export interface Twin {
  /** A sentence for the reader. */
  readonly message: string;
  /** True for the very same text. */
  readonly same: boolean;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash;
}

function runsOfWords(text: string): Set<number> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
  const runs = new Set<number>();
  for (let start = 0; start + RUN <= words.length; start++) {
    let hash = 17;
    for (let at = start; at < start + RUN; at++) hash = (Math.imul(hash, 31) + words[at]!) | 0;
    runs.add(hash);
  }
  return runs;
}

interface Read {
  readonly text: string;
  readonly runs: ReadonlySet<number>;
}

/** What was read of a draft. Its set of switched blocks changes with its text, and with nothing else. */
const read = new WeakMap<ReadonlySet<number>, Read>();

function readingOf(draft: ImportDraft): Read {
  const known = read.get(draft.switched);
  if (known) return known;
  const text = textOf(draft) ?? '';
  const made = { text, runs: runsOfWords(text) };
  read.set(draft.switched, made);
  return made;
}

const nameOf = (draft: ImportDraft): string => draft.fields.title || draft.preview.name;

function twinOf(name: string, share: number): Twin {
  return share === 1
    ? { same: true, message: `The same text as “${name}” above.` }
    : {
        same: false,
        message: `Nearly the same text as “${name}” above: they share ${Math.round(share * 100)}% of their runs of five words.`
      };
}

/** A draft with its place; what is read of it hangs on its set of switched blocks. */
interface Placed {
  readonly place: string;
  readonly draft: ImportDraft;
}

/** The earlier draft that one repeats, by index, and the share of runs they have in common; 1 for the same text. */
interface Repeat {
  readonly earlier: number;
  readonly share: number;
}

function repeatsIn(drafts: readonly Placed[]): (Repeat | null)[] {
  const byText = new Map<string, number>();
  const byRun = new Map<number, number[]>();
  return drafts.map(({ draft }, index) => {
    const { text, runs } = readingOf(draft);
    const same = byText.get(text);
    if (same !== undefined) return { earlier: same, share: 1 };
    byText.set(text, index);
    const shared = new Map<number, number>();
    for (const run of runs) {
      const holders = byRun.get(run);
      if (!holders) byRun.set(run, [index]);
      else {
        for (const earlier of holders) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
        if (holders.length < HOLDERS) holders.push(index);
      }
    }
    let best: Repeat | null = null;
    for (const [earlier, both] of shared) {
      const all = runs.size + readingOf(drafts[earlier]!.draft).runs.size - both;
      // Other bytes with the same words are not the same text.
      const share = Math.min(both / all, 0.99);
      if (share >= NEAR && (best === null || share > best.share)) best = { share, earlier };
    }
    return best;
  });
}

/** What was compared last. While a reader types titles, no text changes and nothing is compared again. */
let last: { readonly texts: readonly ReadonlySet<number>[]; readonly repeats: readonly (Repeat | null)[] } = {
  texts: [],
  repeats: []
};

function repeatsOf(drafts: readonly Placed[]): readonly (Repeat | null)[] {
  const texts = drafts.map(({ draft }) => draft.switched);
  const known =
    texts.length === last.texts.length && texts.every((text, index) => text === last.texts[index]);
  if (!known) last = { texts, repeats: repeatsIn(drafts) };
  return last.repeats;
}

/** By source and key, the earlier document of the import that is the same or most nearly so. */
export function twinsOf(sources: readonly ImportSource[]): ReadonlyMap<string, Twin> {
  const drafts = sources.flatMap((source) =>
    source.drafts
      .filter(({ wanted, preview }) => wanted && preview.blocks !== null)
      .map((draft): Placed => ({ place: twinKey(source, draft), draft }))
  );
  const found = new Map<string, Twin>();
  const words = drafts.reduce((sum, { draft }) => sum + draft.preview.words, 0);
  if (words > MOST) return found;
  for (const [index, repeat] of repeatsOf(drafts).entries()) {
    if (repeat) found.set(drafts[index]!.place, twinOf(nameOf(drafts[repeat.earlier]!.draft), repeat.share));
  }
  return found;
}

/** Names a draft among all of an import. */
export function twinKey(source: ImportSource, draft: ImportDraft): string {
  return `${source.id} ${draft.preview.key}`;
}
