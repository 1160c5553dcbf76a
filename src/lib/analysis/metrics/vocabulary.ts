import type { Token } from '$lib/text/document';
import type { Evidence } from '../audit-schema';
import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';
import type { Measurement, Metric, Sums } from './metric';

/** Words in a window: the same for every text, so that long and short texts can be compared. */
export const WINDOW = 100;
/** From this many times in one window on, a content word is shown as repeated. */
const REPEATED = 4;

/** Mean and variance, over all windows, of the share of different words in a window. */
interface Windows {
  readonly words: number;
  readonly mean: number;
  readonly variance: number;
}

/** Slides the window over the words, one step at a time. Linear in the number of tokens. */
function slide(tokens: readonly Token[]): Windows | null {
  const words: string[] = [];
  for (const token of tokens) if (token.word) words.push(token.normal);
  if (words.length < WINDOW) return null;
  const inside = new Map<string, number>();
  let windows = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < words.length; i++) {
    inside.set(words[i]!, (inside.get(words[i]!) ?? 0) + 1);
    if (i >= WINDOW) {
      const gone = words[i - WINDOW]!;
      const left = inside.get(gone)! - 1;
      if (left === 0) inside.delete(gone);
      else inside.set(gone, left);
    }
    if (i < WINDOW - 1) continue;
    windows++;
    sum += inside.size;
    squares += inside.size * inside.size;
  }
  const mean = sum / windows;
  const variance = Math.max(0, squares / windows - mean * mean);
  return { words: words.length, mean: mean / WINDOW, variance: variance / WINDOW ** 2 };
}

const slid = new WeakMap<readonly Token[], Windows | null>();

/** The windows of some words, read once for value and variance. */
function windowsOf(tokens: readonly Token[]): Windows | null {
  let windows = slid.get(tokens);
  if (windows === undefined) slid.set(tokens, (windows = slide(tokens)));
  return windows;
}

/** Content words that stand often within one window, by token. */
function repetitions(reading: Reading): ReadonlyMap<number, number> {
  const { tokens, sentences } = reading.document;
  const found = new Map<number, number>();
  const places = new Map<string, { word: number; token: number }[]>();
  let word = 0;
  for (const { firstToken, tokenEnd } of sentences) {
    for (let k = firstToken; k < tokenEnd; k++) {
      const token = tokens[k]!;
      if (!token.word) continue;
      word++;
      if (token.normal.length < 4 || !/^(?:NOUN|PROPN|VERB|ADJ|ADV)$/.test(token.pos)) continue;
      let recent = places.get(token.normal);
      if (!recent) places.set(token.normal, (recent = []));
      // Only the last few places matter: older ones are let go, so that the work per word is bounded.
      if (recent.length === REPEATED) recent.shift();
      recent.push({ word, token: k });
      if (recent.length < REPEATED || word - recent[0]!.word >= WINDOW) continue;
      for (const place of recent) found.set(place.token, REPEATED);
    }
  }
  return found;
}

const repeated = new WeakMap<Reading, ReadonlyMap<number, number>>();

function evidence(segment: Segment, reading: Reading): Evidence[] {
  let marks = repeated.get(reading);
  if (!marks) repeated.set(reading, (marks = repetitions(reading)));
  const found: Evidence[] = [];
  for (let k = segment.firstToken; k < segment.tokenEnd; k++) {
    if (!marks.has(k)) continue;
    const { start, end, text } = reading.document.tokens[k]!;
    found.push({
      start,
      end,
      quote: text,
      rule: 'vocabulary/repeated',
      note: `One of ${REPEATED} or more times within ${WINDOW} words.`,
      voice: segment.voice,
      holder: segment.holder
    });
  }
  return found;
}

export const vocabulary: Metric<Sums> = {
  id: 'vocabulary',
  label: 'Vocabulary',
  unit: 'different words in 100 words',
  version: 1,
  kind: 'share',
  range: [0, WINDOW],
  series: ['value'],
  question: 'How varied are its words?',
  method:
    'Moving-average type-token ratio: the number of different word forms in a window of 100 words, averaged over all windows. A voice gets a value from 100 words on. The interval takes a text of n words for n/100 independent windows that vary as the observed ones do, and for no more certain than a share counted on n words. It is rather too wide than too narrow.',
  limits:
    'Varied words are neither better nor clearer ones; a text on one subject repeats its names. The words of one voice are joined, so that windows run over the gaps. The interval is approximate, and covers variation within the document only.',
  source: 'MATTR: Covington & McFall 2010, window of 100 words.',
  minimumWords: WINDOW,
  measure: (segment, reading): Measurement<Sums> => ({
    sums: { base: wordsIn(reading, segment) },
    evidence: evidence(segment, reading)
  }),
  combine: () => null,
  whole(tokens) {
    const found = windowsOf(tokens);
    return found && WINDOW * found.mean;
  },
  wholeVariance(tokens) {
    const found = windowsOf(tokens);
    if (!found) return null;
    const { words, mean, variance } = found;
    const counted = (mean * (1 - mean)) / words;
    return WINDOW ** 2 * Math.max(counted, (variance * WINDOW) / words);
  }
};
