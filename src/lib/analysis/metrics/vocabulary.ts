import type { PartOfSpeech, Token } from '$lib/text/document';
import { bytePerType } from '$lib/text/type-codes';
import { perType } from '$lib/text/word-type';
import type { Evidence } from '../audit-schema';
import type { Reading, Segment } from '../reading';
import { wordsIn } from './list-rate';
import type { Measurement, Metric, Sums } from './metric';
import { oncePer } from './once-per';

/** Words in a window: the same for every text, so that long and short texts can be compared. */
export const WINDOW = 100;
/** From this many times in one window on, a content word is shown as repeated. */
const REPEATED = 4;
const NOTE = `One of ${REPEATED} or more times within ${WINDOW} words.`;

/** Mean and variance, over all windows, of the share of different words in a window. */
interface Windows {
  readonly words: number;
  readonly mean: number;
  readonly variance: number;
}

/** Forms that are numbered before the count starts again: a long life must not fill the memory. */
const MOST_FORMS = 200_000;

/**
 * The forms of words as small numbers, the same for the same form, and for each a cell to count in. Whoever counts
 * leaves all cells at 0.
 */
class Forms {
  private readonly numbers = new Map<string, number>();
  cells = new Int32Array(1 << 12);

  readonly numberOf = perType(({ normal }) => {
    const { numbers } = this;
    let number = numbers.get(normal);
    if (number !== undefined) return number;
    numbers.set(normal, (number = numbers.size));
    if (number >= this.cells.length) {
      const cells = new Int32Array(2 * this.cells.length);
      cells.set(this.cells);
      this.cells = cells;
    }
    return number;
  });

  get full(): boolean {
    return this.numbers.size >= MOST_FORMS;
  }
}

let forms = new Forms();

/** The numbers of forms, for one text. */
function formsToday(): Forms {
  if (forms.full) forms = new Forms();
  return forms;
}

/** Slides the window over the words, one step at a time. Linear in the number of tokens. */
function slide(tokens: readonly Token[]): Windows | null {
  if (tokens.length < WINDOW) return null;
  const known = formsToday();
  const { numberOf } = known;
  const words = new Int32Array(tokens.length);
  let length = 0;
  for (let k = 0; k < tokens.length; k++) {
    const { type } = tokens[k]!;
    if (type.word) words[length++] = numberOf(type);
  }
  if (length < WINDOW) return null;
  const inside = known.cells;
  let size = 0;
  let windows = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < length; i++) {
    if (inside[words[i]!]!++ === 0) size++;
    if (i >= WINDOW && --inside[words[i - WINDOW]!]! === 0) size--;
    if (i < WINDOW - 1) continue;
    windows++;
    sum += size;
    squares += size * size;
  }
  for (let i = length - WINDOW; i < length; i++) inside[words[i]!] = 0;
  const mean = sum / windows;
  const variance = Math.max(0, squares / windows - mean * mean);
  return { words: length, mean: mean / WINDOW, variance: variance / WINDOW ** 2 };
}

/** The windows of some words, read once for value and variance. */
const windowsOf = oncePer((tokens: readonly Token[]) => ({ found: slide(tokens) }));

const CONTENT: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV']);
/** 1 for a content word, 0 for all others. */
const contentCode = bytePerType(({ word, normal, pos }) =>
  word && normal.length >= 4 && CONTENT.has(pos) ? 1 : 0
);

/** Marks the content words that stand often within one window, by token. */
const repetitions = oncePer(({ document: { tokens, sentences } }: Reading): Uint8Array => {
  const known = formsToday();
  const { numberOf } = known;
  const marks = new Uint8Array(tokens.length);
  // By content word, in text order: its token, how many words stand before it, and the same word before it.
  const at = new Int32Array(tokens.length);
  const order = new Int32Array(tokens.length);
  const previous = new Int32Array(tokens.length);
  let content = 0;
  let words = 0;
  for (const { firstToken, tokenEnd } of sentences) {
    for (let k = firstToken; k < tokenEnd; k++) {
      const { type } = tokens[k]!;
      if (!type.word) continue;
      const here = words++;
      if (contentCode(type) === 0) continue;
      const form = numberOf(type);
      // One more than the place of the same word before it; the cells may have moved for a new form.
      const last = known.cells;
      let first = content++;
      at[first] = k;
      order[first] = here;
      previous[first] = last[form]! - 1;
      last[form] = content;
      for (let step = 1; step < REPEATED && first >= 0; step++) first = previous[first]!;
      if (first < 0 || here - order[first]! >= WINDOW) continue;
      for (let mark = content - 1; mark >= first; mark = previous[mark]!) marks[at[mark]!] = 1;
    }
  }
  for (let place = 0; place < content; place++) known.cells[numberOf(tokens[at[place]!]!.type)] = 0;
  return marks;
});

function evidence(segment: Segment, reading: Reading): Evidence[] {
  const marks = repetitions(reading);
  const found: Evidence[] = [];
  for (let k = segment.firstToken; k < segment.tokenEnd; k++) {
    if (marks[k] === 0) continue;
    const { start, end, text } = reading.document.tokens[k]!;
    found.push({
      start,
      end,
      quote: text,
      rule: 'vocabulary/repeated',
      note: NOTE,
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
    const { found } = windowsOf(tokens);
    return found && WINDOW * found.mean;
  },
  wholeVariance(tokens) {
    const { found } = windowsOf(tokens);
    if (!found) return null;
    const { words, mean, variance } = found;
    const counted = (mean * (1 - mean)) / words;
    return WINDOW ** 2 * Math.max(counted, (variance * WINDOW) / words);
  }
};
