/** Passages gathered by source: the pieces every evidence sheet is made of. */
import {
  contextOf,
  type EvidenceSheet,
  type EvidenceSource,
  type GroupedPassages,
  type Passage,
  type PassageGroup
} from './evidence';
import type { ContestedInfo, MetricInfo, OverviewSlice } from './slices';

/** All a sheet is drawn from. */
export interface EvidenceContext {
  readonly overview: OverviewSlice;
  readonly metrics: readonly MetricInfo[];
  readonly contested: readonly ContestedInfo[];
  readonly source: EvidenceSource;
  /** Sources looked up before a reader asks for more, each a request or two; all of them without it. */
  readonly atOnce?: number;
}

export type Found = Pick<Passage, 'start' | 'end' | 'quote'> & Partial<Passage>;

/** A passage with its context in the text; what is not known of it is null. */
export function passage(document: string, text: string, found: Found): Passage {
  return {
    voice: null,
    holder: null,
    certainty: null,
    polarity: null,
    rule: null,
    note: null,
    ...contextOf(text, found),
    ...found,
    document
  };
}

/** The passages of one source; its text is only asked for when there are any. */
export async function group(
  document: string,
  found: readonly Found[],
  source: EvidenceSource,
  remark: string | null
): Promise<PassageGroup> {
  if (found.length === 0) return { document, remark, passages: [] };
  const text = await source.text(document);
  return { document, remark, passages: found.map((item) => passage(document, text, item)) };
}

/** A group for each item, as many as are to be had at once; the others when they are asked for. */
export async function inTurns<Item>(
  items: readonly Item[],
  toGroup: (item: Item) => PassageGroup | Promise<PassageGroup>,
  atOnce = items.length
): Promise<GroupedPassages> {
  const groups = await Promise.all(items.slice(0, atOnce).map(toGroup));
  const left = items.slice(atOnce);
  if (left.length === 0) return { groups };
  return { groups, later: { sources: left.length, next: () => inTurns(left, toGroup, atOnce) } };
}

/** The sheet of a link that points to nothing. */
export function nothing(title: string): EvidenceSheet {
  return { title, lede: 'This link points to something that is not in this comparison.', groups: [] };
}
