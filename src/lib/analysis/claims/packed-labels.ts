import type { Span } from '$lib/text/document';

/** A stretch of text that could be a claim's label, and how well it stands as a sentence of its own. */
export interface LabelCandidate extends Span {
  readonly clarity: number;
  /** Whom or what the stretch speaks of, where that stands further up: "the consultation … drew 1,140 responses". */
  readonly lead?: Span;
}

/** The wordings of one statement as numbers, five each: where it starts and ends, its clarity, and its lead. */
export type PackedLabels = readonly number[];

/** Wordings as they are kept: objects for each of a collection's statements would take three times the room. */
export function packLabels(candidates: readonly LabelCandidate[]): PackedLabels {
  const packed: number[] = [];
  for (const { start, end, clarity, lead } of candidates)
    packed.push(start, end, clarity, lead?.start ?? 0, lead?.end ?? 0);
  return packed.slice();
}

/** The wordings that were packed. */
export function unpackLabels(packed: PackedLabels): LabelCandidate[] {
  const found: LabelCandidate[] = [];
  for (let i = 0; i + 4 < packed.length; i += 5) {
    const [start, end, clarity, from, to] = packed.slice(i, i + 5) as [
      number,
      number,
      number,
      number,
      number
    ];
    found.push({ start, end, clarity, ...(to > from ? { lead: { start: from, end: to } } : {}) });
  }
  return found;
}
