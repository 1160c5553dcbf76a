/** What one document quotes and who its words are given to, read while its reading is at hand. */
import { lowerBound } from '../lower-bound';
import type { Reading } from '../reading';
import type { OriginReader } from './origin-reader';
import { quotedRuns, type QuotedRun } from './quoted-runs';
import type { WordStream } from './word-stream';

/** Words in a row that open a comparison of two quotations; a shorter one is none. */
export const QUOTED_SHINGLE = 3;

/** What one document quotes and who its words are given to: all that chains of quotations ask of it. */
export interface QuotingDocument {
  readonly stream: WordStream;
  readonly stretches: readonly Stretch[];
  /** Its runs, in text order; they tile its sentences. */
  readonly voices: readonly VoicedRun[];
}

/** A run, as far as words outside quotation marks are concerned. */
export interface VoicedRun {
  /** Where it ends in the text. */
  readonly end: number;
  readonly holder: string | null;
  readonly quoted: boolean;
}

/** Words of a document, `[from, to)` in its stream. */
export interface QuotedWords {
  readonly from: number;
  readonly to: number;
  readonly holder: string | null;
  readonly quoted: boolean;
}

/** Words of one document that stand in a chain. */
export interface QuoteMention extends QuotedWords {
  readonly document: number;
}

/** What stands in quotation marks in one go; `key` names whose words they are. */
export interface Stretch extends QuotedWords {
  readonly key: string | null;
}

/** A stretch and the document that quotes it. */
export interface PlacedStretch extends Stretch {
  readonly document: number;
}

/** First word of the stream at or after a place in the text. */
const wordAt = ({ starts }: WordStream, place: number): number => lowerBound(starts, place, (start) => start);

/**
 * Quoted runs, those that follow each other directly put together. Quoted words that go on what somebody is
 * reported to have said are theirs: "he said that it “was never safe”".
 */
function stretchesOf(
  { segments }: Reading,
  runs: readonly QuotedRun[],
  stream: WordStream,
  origins: OriginReader
): Stretch[] {
  const found: Stretch[] = [];
  runs.forEach((run, index) => {
    if (!run.quoted) return;
    const segment = segments[run.segment]!;
    const before = segments[run.segment - 1];
    const told = segment.holder === null && before?.sentence === segment.sentence ? before : segment;
    const { holder } = told;
    const from = wordAt(stream, run.start);
    const to = wordAt(stream, run.end);
    const last = found[found.length - 1];
    if (last && runs[index - 1]!.quoted && last.holder === holder) found[found.length - 1] = { ...last, to };
    else found.push({ from, to, holder, quoted: true, key: origins.ofSegment(told)?.key ?? null });
  });
  return found.filter(({ from, to }) => to - from >= QUOTED_SHINGLE);
}

/** Reads what one document quotes; nothing of its reading is kept. */
export function readQuotes(reading: Reading, stream: WordStream, origins: OriginReader): QuotingDocument {
  const runs = quotedRuns(reading);
  return {
    stream,
    stretches: stretchesOf(reading, runs, stream, origins),
    voices: runs.map(({ end, holder, quoted }) => ({ end, holder, quoted }))
  };
}
