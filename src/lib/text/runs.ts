import type { TaggedWord } from './tag-rules';
import { cutRun, tagNamed, type RawWord } from './wink';
import { wordType, type WordType } from './word-type';

/** A word of a run: how the tag rules see it, where it stands, and the word types it may turn out to be. */
export interface RunWord extends TaggedWord {
  /** The run whose first word it is; "" for the words after it. */
  readonly run: string;
  /** The next word of the run. */
  readonly next: RunWord | null;
  /** Where it stands in its run; -1 when wink changed it so that it cannot be found. */
  readonly start: number;
  readonly length: number;
  /** Has an apostrophe, which may be a curly one in the text itself. */
  readonly apostrophe: boolean;
  /** Two words that wink leaves in one ("cannot"): where to cut, and both; null for all others. */
  readonly joined: Joined | null;
  readonly raw: RawWord;
  /** Its type under its likeliest tag, and by the numbers of other tags; found when first needed. */
  usual: WordType | null;
  others: (WordType | undefined)[] | null;
}

export interface Joined {
  readonly cut: number;
  readonly first: WordType;
  readonly second: WordType;
}

/** Runs remembered before all are forgotten: a long life must not fill the memory. */
const MAX_RUNS = 60_000;
/** Places in the table of runs, a power of two: at most half of them are taken. */
const PLACES = 1 << 17;

/** Open addressing by a hash of the characters: looking a run up makes no string, and reads little memory. */
let heads: (RunWord | null)[] = new Array<null>(PLACES).fill(null);
const hashes = new Int32Array(PLACES);
let remembered = 0;

/** Start of the hash of a run, and the hash with one more character (FNV-1a). */
export const NO_HASH = -2128831035;
export const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, 16777619);

function isRun(run: string, text: string, from: number, end: number): boolean {
  if (run.length !== end - from) return false;
  for (let i = from, k = 0; i < end; i++, k++) if (run.charCodeAt(k) !== text.charCodeAt(i)) return false;
  return true;
}

/**
 * The first word of the run `text.slice(from, end)`, whose apostrophes are straight and whose characters have
 * that hash; null when nothing of it shows. Every run is cut once and remembered.
 */
export function firstOfRun(text: string, from: number, end: number, hash: number): RunWord | null {
  let place = (hash ^ (hash >>> 15)) & (PLACES - 1);
  for (let head = heads[place]!; head !== null; head = heads[place]!) {
    if (hashes[place] === hash && isRun(head.run, text, from, end)) return head;
    place = (place + 1) & (PLACES - 1);
  }
  if (remembered >= MAX_RUNS) {
    heads = new Array<null>(PLACES).fill(null);
    remembered = 0;
    return firstOfRun(text, from, end, hash);
  }
  const head = readRun(text.slice(from, end));
  if (head === null) return null;
  heads[place] = head;
  hashes[place] = hash;
  remembered++;
  return head;
}

function readRun(run: string): RunWord | null {
  const found = cutRun(run);
  const starts: number[] = [];
  let position = 0;
  for (const { value } of found) {
    const start = run.indexOf(value, position);
    starts.push(start);
    if (start >= 0) position = start + value.length;
  }
  return found.reduceRight<RunWord | null>((next, raw, i) => {
    const { value, tag, hint, possible } = raw;
    const [apostrophe, joined] = [value.includes("'"), joinedIn(value)];
    const place = { run: i === 0 ? run : '', next, start: starts[i]!, length: value.length };
    return { tag, hint, possible, ...place, apostrophe, joined, raw, usual: null, others: null };
  }, null);
}

function joinedIn(value: string): Joined | null {
  const normal = value.toLowerCase();
  const at = (cut: number): readonly [string, string, string, string] => [
    value.slice(0, cut),
    normal.slice(0, cut),
    value.slice(cut),
    normal.slice(cut)
  ];
  if (normal === 'cannot') {
    const [can, canNormal, not, notNormal] = at(3);
    const second = wordType(not, notNormal, 'not', 'PART', true);
    return { cut: 3, first: wordType(can, canNormal, 'can', 'AUX'), second };
  }
  if (normal === "i'm") {
    const [i, iNormal, am, amNormal] = at(1);
    return { cut: 1, first: wordType(i, iNormal, 'i', 'PRON'), second: wordType(am, amNormal, 'be', 'AUX') };
  }
  return null;
}

/** The type of a word under the tag of that number. */
export function typeAs(word: RunWord, tag: number): WordType {
  if (tag === word.tag) return (word.usual ??= typeOf(word, tag));
  const others = (word.others ??= []);
  return (others[tag] ??= typeOf(word, tag));
}

function typeOf({ raw: { value, fixed, lemmaAs } }: RunWord, tag: number): WordType {
  const normal = value.toLowerCase();
  const pos = fixed?.pos ?? tagNamed(tag);
  return wordType(value, normal, (fixed ? fixed.lemma : lemmaAs(pos)) || normal, pos);
}
