import type { TaggedWord } from './tag-rules';
import { cutRun, tagNamed, type RawWord } from './wink';
import { wordType, type WordType } from './word-type';

/** A word of a run: how the tag rules see it, where it stands, and the word types it may turn out to be. */
export interface RunWord extends TaggedWord {
  /** Where it stands in its run; -1 when wink changed it so that it cannot be found. */
  readonly start: number;
  readonly length: number;
  /** By the number of its tag; see `typeAs`. */
  readonly types: (WordType | undefined)[];
  /** Two words that wink leaves in one ("cannot"): where to cut, and both; null for all others. */
  readonly joined: Joined | null;
  readonly raw: RawWord;
}

export interface Joined {
  readonly cut: number;
  readonly first: WordType;
  readonly second: WordType;
}

/** A run of characters without a space, cut into words. */
export interface Run {
  readonly words: readonly RunWord[];
  /** Has an apostrophe, which may be a curly one in the text itself. */
  readonly apostrophe: boolean;
}

/** Runs remembered before all are forgotten: a long life must not fill the memory. */
const MAX_RUNS = 60_000;

const known = new Map<string, Run>();

/** The words of a run whose apostrophes are straight. Every run is cut once and remembered. */
export function runOf(text: string): Run {
  let run = known.get(text);
  if (!run) {
    if (known.size >= MAX_RUNS) known.clear();
    known.set(text, (run = readRun(text)));
  }
  return run;
}

function readRun(text: string): Run {
  let position = 0;
  const words = cutRun(text).map((raw): RunWord => {
    const { value, tag, hint, possible } = raw;
    const start = text.indexOf(value, position);
    if (start >= 0) position = start + value.length;
    return { tag, hint, possible, start, length: value.length, types: [], joined: joinedIn(value), raw };
  });
  return { words, apostrophe: text.includes("'") };
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
  const known = word.types[tag];
  if (known) return known;
  const { value, fixed } = word.raw;
  const normal = value.toLowerCase();
  const pos = fixed?.pos ?? tagNamed(tag);
  const lemma = (fixed ? fixed.lemma : word.raw.lemmaAs(pos)) || normal;
  return (word.types[tag] = wordType(value, normal, lemma, pos));
}
