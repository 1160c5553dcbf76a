/** The blocks of a text that is imported: which of them are kept, and what the text is then. */
import type { ImportDraft, ImportPreview } from './import';

const REASONS: Readonly<Record<string, string>> = {
  'page-chrome': 'page furniture',
  navigation: 'navigation',
  related: 'pointers to other pages',
  caption: 'captions',
  comments: 'comments',
  promotion: 'advertising',
  byline: 'byline and date',
  title: 'headline',
  hidden: 'hidden text',
  'by-reader': 'left out by you'
};

/** Why a block is left out, in words. */
export function reasonText(reason: string | null): string {
  return REASONS[reason ?? ''] ?? 'not part of the text';
}

/** True when the block at a place is in the text, as the reader has it. */
export function isKept(draft: ImportDraft, place: number): boolean {
  const block = draft.preview.blocks?.[place];
  return block !== undefined && block.kept !== draft.switched.has(place);
}

export function switchBlock(draft: ImportDraft, place: number): ImportDraft {
  const switched = new Set(draft.switched);
  if (!switched.delete(place)) switched.add(place);
  return { ...draft, switched };
}

/** Blocks in a row that were kept, or left out, when they were read. */
export interface BlockRun {
  readonly kept: boolean;
  readonly places: readonly number[];
  /** What was left out, such as "navigation, advertising"; empty for a run that is kept. */
  readonly what: string;
}

/** The blocks in reading order, those left out gathered so that they can be folded away. */
export function runsOf(preview: ImportPreview): BlockRun[] {
  const runs: { kept: boolean; places: number[] }[] = [];
  preview.blocks?.forEach(({ kept }, place) => {
    const last = runs.at(-1);
    if (last?.kept === kept) last.places.push(place);
    else runs.push({ kept, places: [place] });
  });
  return runs.map(({ kept, places }) => {
    const reasons = kept ? [] : places.map((place) => reasonText(preview.blocks![place]!.reason));
    return { kept, places, what: [...new Set(reasons)].join(', ') };
  });
}

/** The text as it would be saved; null when the preview does not show it. */
export function textOf(draft: ImportDraft): string | null {
  const { blocks } = draft.preview;
  if (blocks === null) return null;
  let text = '';
  let gap = '';
  blocks.forEach((block, place) => {
    if (!isKept(draft, place)) return;
    text += gap + block.text;
    gap = block.gap;
  });
  return text;
}

export function wordCount(draft: ImportDraft): number {
  const text = draft.switched.size === 0 ? null : textOf(draft);
  return text === null ? draft.preview.words : (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
}
