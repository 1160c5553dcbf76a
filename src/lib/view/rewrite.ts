/**
 * A copy of a document in which a reader changes sentences. Nothing is rewritten by machine: an edit is what the
 * reader typed, and the copy is the original with those sentences in place of the old ones.
 */
import type { DocumentAudit } from '$lib/analysis/audit-schema';
import type { ReadingBlock } from './document';
import type { Range } from './passages';

/** What a reader typed, by the index of the sentence it stands for. */
export type Edits = ReadonlyMap<number, string>;

export const NO_EDITS: Edits = new Map();

/** A sentence of the original as it stands in the copy. */
export interface CopiedSentence extends Range {
  readonly edited: boolean;
}

export interface Copy {
  readonly text: string;
  /** For every sentence of the original where its words stand in the copy; empty when it was struck out. */
  readonly sentences: readonly CopiedSentence[];
}

const ENDS_SENTENCE = /[.?!…]["'”’»)\]]*\s*$/u;

function trimmed(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  const after = words.length - words.trimEnd().length;
  return { start: start + before, end: end - after };
}

/**
 * The sentences of a document, in order: its blocks, cut where the engine's reading begins a new segment behind a
 * full stop. What was set aside is no sentence to be changed, as it is not measured.
 */
export function sentencesOf(
  text: string,
  blocks: readonly ReadingBlock[],
  segments: DocumentAudit['segments'] | readonly Range[]
): Range[] {
  const starts = segments.map(({ start }) => start).sort((a, b) => a - b);
  let next = 0;
  return blocks.flatMap((block): Range[] => {
    if (block.reason !== null) return [];
    const sentences: Range[] = [];
    let from = block.start;
    while (next < starts.length && starts[next]! < block.end) {
      const start = starts[next++]!;
      if (start <= from || !ENDS_SENTENCE.test(text.slice(Math.max(from, start - 12), start))) continue;
      sentences.push(trimmed(text, { start: from, end: start }));
      from = start;
    }
    sentences.push(trimmed(text, { start: from, end: block.end }));
    return sentences.filter(({ start, end }) => start < end);
  });
}

/** The copy that some edits make of a text. An edit that gives the old words back is none. */
export function copyOf(text: string, sentences: readonly Range[], edits: Edits): Copy {
  let copy = '';
  let at = 0;
  const places = sentences.map(({ start, end }, index) => {
    copy += text.slice(at, start);
    at = end;
    const original = text.slice(start, end);
    const words = edits.get(index) ?? original;
    const from = copy.length;
    copy += words;
    return { start: from, end: copy.length, edited: words !== original };
  });
  return { text: copy + text.slice(at), sentences: places };
}

/** The sentence that holds an offset, by halving; -1 when none does. */
export function sentenceAt(sentences: readonly Range[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, end } = sentences[middle]!;
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Sets one sentence; its original words take the edit back. */
export function withEdit(
  edits: Edits,
  text: string,
  sentences: readonly Range[],
  index: number,
  words: string
): Edits {
  const sentence = sentences[index];
  if (!sentence) return edits;
  const next = new Map(edits);
  // A line break would make a new paragraph of half a sentence.
  const line = words.replace(/[\r\n\u2028\u2029]+/gu, ' ');
  if (line === text.slice(sentence.start, sentence.end)) next.delete(index);
  else next.set(index, line);
  return next;
}

/** For every block its sentences, from the first to before the last; none where it was set aside. */
export function sentencesInBlocks(
  blocks: readonly ReadingBlock[],
  sentences: readonly Range[]
): { readonly from: number; readonly to: number }[] {
  let next = 0;
  return blocks.map((block) => {
    const from = next;
    while (next < sentences.length && sentences[next]!.start < block.end) next += 1;
    return { from, to: next };
  });
}

/** The edits of some sentences, from the first to before the last; always the same where there is none. */
export function editsWithin(edits: Edits, from: number, to: number): Edits {
  const own = [...edits].filter(([index]) => index >= from && index < to);
  return own.length === 0 ? NO_EDITS : new Map(own);
}
