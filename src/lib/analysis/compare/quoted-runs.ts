import type { Span } from '$lib/text/document';
import type { Reading, Segment } from '../reading';

/** Words of one holder in one go, in quotation marks or not. */
export interface QuotedRun extends Span {
  readonly holder: string | null;
  readonly quoted: boolean;
  /** Index into `Reading.segments`. */
  readonly segment: number;
}

/** A passage in quotation marks of one kind; it is looked for inside one sentence alone. */
const MARKED = /“[^“”]+”|"[^"]+"/gu;

/** 'that the bridge "was never safe"': what stands in marks inside a report is a run of its own. */
function runsIn(text: string, { start, end, holder, quoted, voice }: Segment, segment: number): QuotedRun[] {
  const whole = { start, end, holder, quoted, segment };
  if (quoted || voice === 'author') return [whole];
  const runs: QuotedRun[] = [];
  let at = start;
  for (const { index, 0: marked } of text.slice(start, end).matchAll(MARKED)) {
    const from = start + index;
    if (from > at) runs.push({ ...whole, start: at, end: from });
    at = from + marked.length;
    runs.push({ ...whole, start: from, end: at, quoted: true });
  }
  if (at < end) runs.push({ ...whole, start: at });
  return runs;
}

/** The runs of a document, in text order: its segments, and what stands in quotation marks inside them. */
export function quotedRuns({ document: { text }, segments }: Reading): QuotedRun[] {
  return segments.flatMap((segment, index) => runsIn(text, segment, index));
}
