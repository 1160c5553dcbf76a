/**
 * How the tone of words moves through a text: the mean sentiment of fixed windows of whole sentences, all words
 * together and each voice alone, with the interval of every mean and a test of whether it moves at all.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Estimate, Tone, Voice } from '../audit-schema';
import { CONFIDENCE } from '../metrics/estimate';
import { sentiment } from '../metrics/sentiment';
import type { Reading } from '../reading';
import { fTail } from '../statistics/noncentral-f';
import { studentQuantile } from '../statistics/quantiles';

/** Words a window holds at least, about five sentences: in fewer, one word decides the mean. */
const LEAST_WORDS = 100;
/** More windows than this cannot be told apart on a page; those of a long text grow instead. */
const MOST_WINDOWS = 10;
const WHOLE = 0;
const VOICES: readonly Voice[] = ['author', 'attributed'];

/** What one voice says of one sentence; words are the weight of its score. */
interface Part {
  readonly words: number;
  /** Score times words. */
  readonly amount: number;
}

/** The sums of one voice in one window. */
class Sums {
  words = 0;
  amount = 0;
  squaredWords = 0;
  readonly parts: Part[] = [];

  add(part: Part): void {
    if (part.words === 0) return;
    this.words += part.words;
    this.amount += part.amount;
    this.squaredWords += part.words ** 2;
    this.parts.push(part);
  }

  /** Σw² / (Σw)²: the variance of the mean in units of that of one sentence. */
  get leverage(): number {
    return this.words === 0 ? 0 : this.squaredWords / this.words ** 2;
  }

  get mean(): number {
    return this.words === 0 ? 0 : this.amount / this.words;
  }
}

/** Variance of one sentence's score around the mean of its window, pooled over the windows of a text. */
interface Pooled {
  readonly variance: number;
  readonly degrees: number;
}

function pooled(windows: readonly Sums[]): Pooled {
  let squares = 0;
  let degrees = 0;
  for (const sums of windows) {
    if (sums.parts.length < 2) continue;
    for (const { words, amount } of sums.parts) squares += (amount / words - sums.mean) ** 2;
    // What the squares add up to on average, in units of the variance, for means that weigh by words.
    degrees += sums.parts.length - 2 + sums.parts.length * sums.leverage;
  }
  return { variance: degrees > 0 ? squares / degrees : 0, degrees };
}

function estimateOf(sums: Sums, { variance, degrees }: Pooled): Estimate {
  if (sums.words === 0 || degrees < 1) return { value: null, interval: null, base: sums.words };
  const value = sums.mean;
  const half = studentQuantile(CONFIDENCE, degrees) * Math.sqrt(variance * sums.leverage);
  return {
    value,
    interval: [Math.max(-1, value - half), Math.min(1, value + half)],
    base: sums.words
  };
}

/** How often windows would differ this much if the tone were the same throughout (one-way analysis of variance). */
function chanceOf(windows: readonly Sums[], { variance, degrees }: Pooled): number {
  if (windows.length < 2 || variance === 0) return 1;
  let weight = 0;
  let weighted = 0;
  for (const { mean, leverage } of windows) {
    weight += 1 / leverage;
    weighted += mean / leverage;
  }
  const centre = weighted / weight;
  const between = windows.length - 1;
  let squares = 0;
  for (const { mean, leverage } of windows) squares += (mean - centre) ** 2 / leverage;
  return fTail(squares / between / variance, between, degrees);
}

function arcOf(reading: Reading, knowledge: Knowledge): Tone {
  const { document, segments } = reading;
  const { sentences, words } = document;
  const count = Math.min(MOST_WINDOWS, Math.floor(words / LEAST_WORDS));
  if (count < 2) {
    const reason = `The text has ${words} ${words === 1 ? 'word' : 'words'}; to see tone move takes at least ${2 * LEAST_WORDS}.`;
    return { status: 'too-short', reason };
  }
  const parts = sentences.map(() => [0, 0, 0].map(() => ({ words: 0, amount: 0 })));
  for (const segment of segments) {
    const { base, value: amount } = sentiment.measure(segment, reading, knowledge).sums;
    for (const place of [WHOLE, 1 + VOICES.indexOf(segment.voice)]) {
      const part = parts[segment.sentence]![place]!;
      part.words += base;
      part.amount += amount;
    }
  }
  const total = parts.reduce((sum, [whole]) => sum + whole!.words, 0);
  const windows: { start: number; end: number; sentences: number; sums: Sums[] }[] = [];
  let before = 0;
  let last = -1;
  sentences.forEach(({ start, end }, index) => {
    const own = parts[index]!;
    const here = own[WHOLE]!.words;
    if (here === 0) return;
    // A sentence belongs where its middle lies; one longer than a window leaves none empty behind it.
    const place = Math.min(count - 1, Math.floor((count * (before + here / 2)) / total));
    before += here;
    if (place !== last) windows.push({ start, end, sentences: 0, sums: [0, 1, 2].map(() => new Sums()) });
    last = place;
    const window = windows[windows.length - 1]!;
    window.end = end;
    window.sentences += 1;
    own.forEach((part, voice) => window.sums[voice]!.add(part));
  });
  const errors = [0, 1, 2].map((voice) => pooled(windows.map(({ sums }) => sums[voice]!)));
  if (windows.length < 2 || errors[WHOLE]!.degrees < 1) {
    return { status: 'too-short', reason: 'The text has too few sentences to see tone move.' };
  }
  return {
    status: 'ok',
    unit: '-1 to 1',
    p: chanceOf(
      windows.map(({ sums }) => sums[WHOLE]!),
      errors[WHOLE]!
    ),
    windows: windows.map(({ start, end, sentences: held, sums }) => {
      const { value, interval, base } = estimateOf(sums[WHOLE]!, errors[WHOLE]!);
      return {
        start,
        end,
        sentences: held,
        value: value ?? 0,
        interval: interval ?? [-1, 1],
        base,
        author: estimateOf(sums[1]!, errors[1]!),
        attributed: estimateOf(sums[2]!, errors[2]!)
      };
    })
  };
}

/**
 * The tone of a text window by window; windows tile its sentences and depend on nothing but the text.
 *
 * Each mean weighs the stretches of a voice by their words, as the metric `sentiment` does. Intervals (95 %, each
 * for itself) pool the variance between sentences of a window over all windows, and are closed forms of Student's t. Fails without harm to
 * anything else, as a metric does.
 */
export function toneArc(reading: Reading, knowledge: Knowledge): Tone {
  try {
    return arcOf(reading, knowledge);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { status: 'failed', reason: `This could not be measured: ${why}.` };
  }
}
