import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import { readTerms, type Terms } from './terms';
import { CLAIMS } from './weights';

/** A run of tokens of a text. */
export interface Stretch extends TokenRange {
  readonly reading: Reading;
}

/** What two stretches of text have in common, and what sets them apart. Shares are 0 to 1. */
export interface PairFeatures {
  /** Weighted share of content words met by the other side: of the side that is met less, and more. */
  readonly lessMet: number;
  readonly moreMet: number;
  readonly bothMet: number;
  /** Letter triples of the words in common (Dice). */
  readonly letters: number;
  /** Pairs of neighbouring words in common (Dice). */
  readonly wordPairs: number;
  /** Both name numbers, and none is the same. */
  readonly otherNumbers: number;
  /** Share of the numbers that only one side names. */
  readonly unsharedNumbers: number;
  /** Only one side names numbers at all. */
  readonly oneNumbered: number;
  /** Only one side is negated. */
  readonly oneNegated: number;
  /** Both name actors, and none is the same. */
  readonly otherActors: number;
  /** Natural logarithm of the words of both. */
  readonly length: number;
}

const NEGATIONS = new Set(['not', "n't", 'no', 'never', 'without', 'cannot', 'nor', 'none']);
/** Words with the same first letters looked at for one that is spelt alike: bounds the cost on hostile text. */
const MOST_ALIKE = 32;
/** Words whose letter triples agree less than this are different words. */
const LEAST_ALIKE = 0.5;

function triples(word: string): Set<string> {
  const framed = `^${word.slice(0, 60)}$`;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= framed.length; i++) found.add(framed.slice(i, i + 3));
  return found;
}

function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const item of a) if (b.has(item)) count++;
  return count;
}

function dice<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return (2 * common(a, b)) / Math.max(1, a.size + b.size);
}

/** A stretch of text, read once for comparison with many. */
export interface PairSide {
  readonly terms: Terms;
  readonly words: ReadonlySet<string>;
  readonly wordCount: number;
  readonly content: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  /** Content words by their first two letters. */
  readonly byStart: ReadonlyMap<string, readonly string[]>;
  readonly letters: ReadonlySet<string>;
  readonly wordPairs: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
}

/** Reads one stretch for comparison. */
export function readPairSide({ reading, firstToken, tokenEnd }: Stretch, knowledge: Knowledge): PairSide {
  const terms = readTerms(reading, knowledge);
  const { tokens } = reading.document;
  const words = new Set<string>();
  const content = new Set<string>();
  const wordPairs = new Set<string>();
  const actors = new Set<string>();
  let wordCount = 0;
  let before = '';
  for (let i = firstToken; i < tokenEnd; i++) {
    const key = terms.keys[i]!;
    if (key[0] === '@') actors.add(key);
    if (terms.plain[i] !== '') content.add(terms.plain[i]!);
    const { normal, pos } = tokens[i]!;
    if (pos === 'PUNCT') continue;
    wordCount++;
    words.add(normal);
    if (before !== '') wordPairs.add(`${before} ${normal}`);
    before = normal;
  }
  const letters = new Set<string>();
  for (const word of words) for (const triple of triples(word)) letters.add(triple);
  const concepts = new Set<string>();
  const numbers = new Set<string>();
  const byStart = new Map<string, string[]>();
  for (const key of content) {
    const concept = terms.words.conceptOf(key);
    if (concept !== '') concepts.add(concept);
    if (key[0] === '#') {
      numbers.add(key);
      continue;
    }
    const start = key.slice(0, 2);
    const known = byStart.get(start);
    if (!known) byStart.set(start, [key]);
    else if (known.length < MOST_ALIKE) known.push(key);
  }
  return { terms, words, wordCount, content, concepts, byStart, letters, wordPairs, numbers, actors };
}

/** How well the best partner of a word meets it: itself, one of its concept, or one spelt much like it. */
function met(key: string, here: PairSide, there: PairSide): number {
  if (there.content.has(key)) return 1;
  const concept = here.terms.words.conceptOf(key);
  if (concept !== '' && there.concepts.has(concept)) return CLAIMS.concept;
  if (key.length <= 3 || key[0] === '#') return 0;
  const own = triples(key);
  let best = 0;
  for (const other of there.byStart.get(key.slice(0, 2)) ?? []) {
    if (Math.abs(other.length - key.length) > 4 || here.content.has(other)) continue;
    best = Math.max(best, dice(own, triples(other)));
  }
  return best > LEAST_ALIKE ? best * CLAIMS.concept : 0;
}

function coverage(here: PairSide, there: PairSide): number {
  let all = 0;
  let found = 0;
  for (const key of here.content) {
    // No frequency of the texts at hand enters, so that a pair scores alike in any company.
    const weight = here.terms.words.isLight(key) ? CLAIMS.light : 1;
    all += weight;
    found += weight * met(key, here, there);
  }
  return all > 0 ? found / all : 0;
}

function isNegated({ words }: PairSide): boolean {
  for (const word of NEGATIONS) if (words.has(word)) return true;
  return false;
}

/** Compares two stretches of text. Linear in their length. */
export function pairFeatures(x: PairSide, y: PairSide): PairFeatures {
  const [forth, back] = [coverage(x, y), coverage(y, x)];
  const sameNumbers = common(x.numbers, y.numbers);
  const allNumbers = x.numbers.size + y.numbers.size - sameNumbers;
  const numbered = x.numbers.size > 0 && y.numbers.size > 0;
  return {
    lessMet: Math.min(forth, back),
    moreMet: Math.max(forth, back),
    bothMet: forth * back,
    letters: dice(x.letters, y.letters),
    wordPairs: dice(x.wordPairs, y.wordPairs),
    otherNumbers: Number(numbered && sameNumbers === 0),
    unsharedNumbers: (allNumbers - sameNumbers) / (1 + allNumbers),
    oneNumbered: Number(x.numbers.size > 0 !== y.numbers.size > 0),
    oneNegated: Number(isNegated(x) !== isNegated(y)),
    otherActors: Number(x.actors.size > 0 && y.actors.size > 0 && common(x.actors, y.actors) === 0),
    length: Math.log(Math.max(1, x.wordCount) + Math.max(1, y.wordCount))
  };
}
