import type { Reading } from '../reading';
import { commonKeys, type OriginReader } from './origin-reader';
import { quotedRuns, type QuotedRun } from './quoted-runs';
import { Unions } from './unions';
import { runAround, shingleHashes, spanOfWords, type WordStream } from './word-stream';

/** What one document quotes and who its words are given to: all that chains of quotations ask of it. */
export interface QuotingDocument {
  readonly stream: WordStream;
  readonly stretches: readonly Stretch[];
  /** Its runs, in text order; they tile its sentences. */
  readonly voices: readonly VoicedRun[];
}

/** A run, as far as words outside quotation marks are concerned. */
interface VoicedRun {
  /** Where it ends in the text. */
  readonly end: number;
  readonly holder: string | null;
  readonly quoted: boolean;
}

/** Words of a document, `[from, to)` in its stream. */
interface QuotedWords {
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
interface Stretch extends QuotedWords {
  readonly key: string | null;
}

interface PlacedStretch extends Stretch {
  readonly document: number;
}

/** Words in a row that open a comparison: of two quotations, and of a quotation with plain text. */
const QUOTED_SHINGLE = 3;
const PLAIN_SHINGLE = 6;
/** Quotations that one turn of phrase is looked up in. */
const MOST_LOOKED_UP = 32;
/** Least words in common, of which so many carry content. */
const LEAST_WORDS = 5;
const LEAST_CONTENT = 2;
/** The same when both name the same person. */
const LEAST_OF_SAME_HOLDER = 3;
/** Share of the shorter quotation that both have; of a very short one nearly all. */
const LEAST_SHARE = 0.6;
const NEARLY_ALL = 0.8;
/** Words outside quotation marks are a copy of a quotation when so many of them in a row are the same. */
const PLAIN_CONTENT = 3;
const PLAIN_RUN = 8;

/** First word of the stream at or after a place in the text. */
function wordAt({ starts }: WordStream, place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function contentIn({ content }: WordStream, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += content[i]!;
  return count;
}

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

/** Whether two quotations are of the same words, whole or in part, from places where they agree. */
function sameQuotation(
  a: PlacedStretch,
  b: PlacedStretch,
  places: readonly (readonly [number, number])[],
  streams: readonly WordStream[]
): boolean {
  const [ofA, ofB] = [streams[a.document]!, streams[b.document]!];
  let floor: readonly [number, number] = [a.from, b.from];
  let words = 0;
  let content = 0;
  for (const [at, otherAt] of places) {
    if (at < floor[0] || otherAt < floor[1]) continue;
    const run = runAround(ofA.words, at, ofB.words, otherAt, floor, [a.to, b.to]);
    if (!run || run.to - run.from < QUOTED_SHINGLE) continue;
    words += run.to - run.from;
    content += contentIn(ofA, run.from, run.to);
    floor = [run.to, run.otherTo];
  }
  const shorter = Math.min(a.to - a.from, b.to - b.from);
  if (words >= LEAST_WORDS && content >= LEAST_CONTENT && words >= LEAST_SHARE * shorter) return true;
  return (
    a.key !== null &&
    a.key === b.key &&
    words >= LEAST_OF_SAME_HOLDER &&
    content >= 1 &&
    words >= NEARLY_ALL * shorter
  );
}

/** Joins the quotations that are of the same words. */
function joinQuotations(
  stretches: readonly PlacedStretch[],
  streams: readonly WordStream[],
  unions: Unions
): void {
  const known = new Map<number, { stretch: number; place: number }[]>();
  stretches.forEach((stretch, index) => {
    const { words } = streams[stretch.document]!;
    const hashes = shingleHashes(words.subarray(stretch.from, stretch.to), QUOTED_SHINGLE);
    const places = new Map<number, [number, number][]>();
    hashes.forEach((hash, offset) => {
      const list = known.get(hash);
      for (const { stretch: other, place } of list ?? []) {
        if (stretches[other]!.document === stretch.document) continue;
        const found = places.get(other);
        if (found) found.push([stretch.from + offset, place]);
        else places.set(other, [[stretch.from + offset, place]]);
      }
      const entry = { stretch: index, place: stretch.from + offset };
      if (!list) known.set(hash, [entry]);
      else if (list.length < MOST_LOOKED_UP) list.push(entry);
    });
    for (const [other, found] of places) {
      if (sameQuotation(stretch, stretches[other]!, found, streams)) unions.join(index, other);
    }
  });
}

/** Places where words of a quotation stand without quotation marks in another document. */
function plainCopies(
  documents: readonly QuotingDocument[],
  stretches: readonly PlacedStretch[]
): (QuoteMention & { stretch: number })[] {
  const known = new Map<number, { stretch: number; place: number }>();
  stretches.forEach(({ document, from, to }, index) => {
    const hashes = shingleHashes(documents[document]!.stream.words.subarray(from, to), PLAIN_SHINGLE);
    hashes.forEach((hash, offset) => {
      if (!known.has(hash)) known.set(hash, { stretch: index, place: from + offset });
    });
  });
  if (known.size === 0) return [];
  const found: (QuoteMention & { stretch: number })[] = [];
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

/** Characters before a stretch in which an open quotation mark is looked for. */
const LOOK_BACK = 300;

/** Whether a place stands after an open quotation mark, where the reading of voices found no speech. */
function standsInMarks(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  return before.lastIndexOf('“') > before.lastIndexOf('”') || /["'‘«]$/u.test(before);
}

/** The segment that holds a place, by bisection. */
function voiceAt(voices: readonly VoicedRun[], place: number): VoicedRun | undefined {
  let low = 0;
  let high = voices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (voices[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return voices[low];
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

/**
 * Quotations that several documents carry, each with its places in text order.
 *
 * Two quotations are the same when they have five words or more in common in the same order, more than half of
 * the shorter one; when both are given to the same person, three words and most of the shorter one will do. The
 * same words outside quotation marks are listed too, from six words in a row on. Quotations are looked up by
 * three words in a row, in at most 32 others, so that cost grows with the length of the texts.
 */
export function quotationChains(documents: readonly QuotingDocument[]): QuoteMention[][] {
  const streams = documents.map(({ stream }) => stream);
  const read = documents.flatMap((quoting, document) =>
    quoting.stretches.map((stretch) => ({ ...stretch, document }))
  );
  const common = commonKeys(read.flatMap(({ key }) => key ?? []));
  const stretches = read.map((stretch) => ({ ...stretch, key: stretch.key && common(stretch.key) }));
  const unions = new Unions(stretches.length);
  joinQuotations(stretches, streams, unions);
  const chains = new Map<number, QuoteMention[]>();
  const put = (stretch: number, mention: QuoteMention): void => {
    const root = unions.rootOf(stretch);
    const chain = chains.get(root);
    if (chain) chain.push(mention);
    else chains.set(root, [mention]);
  };
  stretches.forEach((stretch, index) => put(index, stretch));
  for (const copy of plainCopies(documents, stretches)) put(copy.stretch, copy);
  return [...chains.values()]
    .filter((chain) => chain.some(({ document }) => document !== chain[0]!.document))
    .map((chain) => chain.sort((a, b) => a.document - b.document || a.from - b.from));
}
