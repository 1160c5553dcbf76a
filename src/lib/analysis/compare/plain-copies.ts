/** Finds the words of quotations where other documents have them without quotation marks. */
import { lowerBound } from '../lower-bound';
import type { PlacedStretch, QuoteMention, QuotingDocument, VoicedRun } from './quoting-document';
import { LEAST_SHARE } from './same-quotation';
import { contentIn, runAround, shingleHashes, spanOfWords } from './word-stream';

/** Words in a row that open a comparison of a quotation with plain text. */
const PLAIN_SHINGLE = 6;
/** Words outside quotation marks are a copy of a quotation when so many of them in a row are the same. */
const PLAIN_RUN = 8;
/** Of which so many carry content. */
const PLAIN_CONTENT = 3;
/** Characters before a stretch in which an open quotation mark is looked for. */
const LOOK_BACK = 300;

/** Where a quotation stands in plain words, and which one it is. */
export interface PlainCopy extends QuoteMention {
  readonly stretch: number;
}

/** Whether a place stands after an open quotation mark, where the reading of voices found no speech. */
function standsInMarks(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  return before.lastIndexOf('“') > before.lastIndexOf('”') || /["'‘«]$/u.test(before);
}

/** The run that holds a place. */
const voiceAt = (voices: readonly VoicedRun[], place: number): VoicedRun | undefined =>
  voices[lowerBound(voices, place + 1, ({ end }) => end)];

/** Where each turn of phrase of the quotations stands first, by its hash. */
function knownPhrases(
  documents: readonly QuotingDocument[],
  stretches: readonly PlacedStretch[]
): Map<number, { stretch: number; place: number }> {
  const known = new Map<number, { stretch: number; place: number }>();
  stretches.forEach(({ document, from, to }, index) => {
    const hashes = shingleHashes(documents[document]!.stream.words.subarray(from, to), PLAIN_SHINGLE);
    hashes.forEach((hash, offset) => {
      if (!known.has(hash)) known.set(hash, { stretch: index, place: from + offset });
    });
  });
  return known;
}

/** Places where words of a quotation stand without quotation marks in another document. */
export function plainCopies(
  documents: readonly QuotingDocument[],
  stretches: readonly PlacedStretch[]
): PlainCopy[] {
  const known = knownPhrases(documents, stretches);
  if (known.size === 0) return [];
  const found: PlainCopy[] = [];
  documents.forEach(({ voices, stream }, document) => {
    const hashes = shingleHashes(stream.words, PLAIN_SHINGLE);
    let free = 0;
    for (let at = 0; at < hashes.length; at++) {
      const entry = at >= free ? known.get(hashes[at]!) : undefined;
      const stretch = entry && stretches[entry.stretch]!;
      if (!entry || !stretch || stretch.document === document) continue;
      const others = documents[stretch.document]!.stream.words;
      const run = runAround(
        stream.words,
        at,
        others,
        entry.place,
        [free, stretch.from],
        [stream.words.length, stretch.to]
      );
      if (!run || run.to - run.from < PLAIN_SHINGLE) continue;
      free = run.to;
      const { from, to } = run;
      const enough =
        to - from >= Math.min(PLAIN_RUN, LEAST_SHARE * (stretch.to - stretch.from)) &&
        contentIn(stream, from, to) >= PLAIN_CONTENT;
      const held = [from, (from + to) >> 1, to - 1].map((word) => voiceAt(voices, stream.starts[word]!));
      // What begins or ends inside quotation marks is met as a quotation.
      if (!enough || held.some((segment) => !segment || segment.quoted)) continue;
      const { holder } = held[0]!;
      const quoted = standsInMarks(stream.text, spanOfWords(stream, from, to).start);
      found.push({ document, from, to, holder, quoted, stretch: entry.stretch });
    }
  });
  return found;
}
