/**
 * Every run of characters without a space is cut into words once and remembered. What a text asks of a word lies
 * in rows of numbers, close together: the cache keeps them from one text to the next, as it does not keep objects.
 */
import { packTags, tagIn } from './tag-rules';
import { cutRun, tagNamed, type RawWord } from './wink';
import { wordType, type WordType } from './word-type';

/** Two words that wink leaves in one ("cannot"): where to cut, and both. */
export interface Joined {
  readonly cut: number;
  readonly first: WordType;
  readonly second: WordType;
}

/** Longest run that is read in one piece: wink's patterns are not linear in such runs. */
export const MAX_RUN = 64;

/** Start of the hash of a run, and the hash with one more character (FNV-1a). */
export const NO_HASH = -2128831035;
export const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, 16777619);

/** Stands for the first word of a run of which nothing shows. */
export const NO_WORD = -1;

/** A row: where the characters of the run begin (of its first word), the place in the run, packed tags. */
const ROW = 4;
const PLACE = 1;
const TAGS = 2;
/** A place: start, length and length of the run, seven bits each, and these. */
const BITS = 7;
const MASK = 127;
const LAST = 1 << 21;
const MARKED = 1 << 22;
const LOST = 1 << 23;
const NOTHING = 1 << 24;

/** Places for each run at least. */
const SPARSE = 2;
/** Runs remembered before all are forgotten: a long life must not fill the memory. */
const MAX_RUNS = 60_000;
const FIRST_PLACES = 1 << 13;

/** The runs read so far. Its words are numbers, good for as long as it is used. */
export class Runs {
  /** Open addressing: the hash of a run, and the number of its first word plus one, 0 for a free place. */
  private table = new Int32Array(2 * FIRST_PLACES);
  private count = 0;
  private characters = new Uint16Array(1 << 16);
  private written = 0;
  private rows = new Int32Array(ROW << 13);
  private readonly words: (RawWord | null)[] = [];
  /** Types under the likeliest tag, and under others by their numbers; found when first needed. */
  private readonly usual: (WordType | null)[] = [];
  private readonly others: ((WordType | undefined)[] | null)[] = [];
  private readonly joints = new Map<number, Joined>();

  get full(): boolean {
    return this.count >= MAX_RUNS;
  }

  /** The first word of the run with these characters, apostrophes straight; its other words have the next numbers. */
  first(run: Uint16Array, length: number, hash: number): number {
    const { table } = this;
    const last = table.length - 2;
    let at = (2 * (hash ^ (hash >>> 15))) & last;
    for (let next = table[at + 1]!; next !== 0; next = table[at + 1]!) {
      if (table[at] === hash && this.isRun(next - 1, run, length)) {
        return (this.rows[ROW * (next - 1) + PLACE]! & NOTHING) === 0 ? next - 1 : NO_WORD;
      }
      at = (at + 2) & last;
    }
    table[at] = hash;
    table[at + 1] = this.words.length + 1;
    this.count++;
    this.learn(run.subarray(0, length));
    if (2 * SPARSE * this.count > table.length) this.widen();
    return this.first(run, length, hash);
  }

  isLast(word: number): boolean {
    return (this.rows[ROW * word + PLACE]! & LAST) !== 0;
  }
  /** What the tag rules ask of it. */
  tagsOf(word: number): number {
    return this.rows[ROW * word + TAGS]!;
  }
  /** wink changed the word so that it cannot be found in its run. */
  isLost(word: number): boolean {
    return (this.rows[ROW * word + PLACE]! & LOST) !== 0;
  }
  /** Where it stands in its run. */
  startOf(word: number): number {
    return this.rows[ROW * word + PLACE]! & MASK;
  }
  lengthOf(word: number): number {
    return (this.rows[ROW * word + PLACE]! >>> BITS) & MASK;
  }
  /** Has an apostrophe, which may be a curly one in the text, or is two words in one. */
  isMarked(word: number): boolean {
    return (this.rows[ROW * word + PLACE]! & MARKED) !== 0;
  }
  /** The two words that it is, or null. */
  joinedIn(word: number): Joined | null {
    return this.joints.get(word) ?? null;
  }

  /** The type of a word under the tag of that number. */
  typeAs(word: number, tag: number): WordType {
    if (tag === tagIn(this.tagsOf(word))) return (this.usual[word] ??= typeOf(this.words[word]!, tag));
    const others = (this.others[word] ??= []);
    return (others[tag] ??= typeOf(this.words[word]!, tag));
  }

  private isRun(word: number, run: Uint16Array, length: number): boolean {
    const { rows, characters } = this;
    if (((rows[ROW * word + PLACE]! >>> (2 * BITS)) & MASK) !== length) return false;
    const from = rows[ROW * word]!;
    for (let i = 0; i < length; i++) if (characters[from + i] !== run[i]) return false;
    return true;
  }

  private learn(codes: Uint16Array): void {
    const run = String.fromCharCode(...codes);
    const from = this.written;
    if (this.characters.length < from + codes.length) {
      const characters = new Uint16Array(2 * this.characters.length);
      characters.set(this.characters);
      this.characters = characters;
    }
    this.characters.set(codes, from);
    this.written += codes.length;
    const found = cutRun(run);
    const head = codes.length << (2 * BITS);
    if (found.length === 0) this.add(null, from, head | NOTHING);
    let position = 0;
    found.forEach((raw, i) => {
      const { value } = raw;
      const start = run.indexOf(value, position);
      if (start >= 0) position = start + value.length;
      const joined = joinedIn(value);
      if (joined) this.joints.set(this.words.length, joined);
      let place = start < 0 ? LOST : start | (value.length << BITS);
      if (i === 0) place |= head;
      if (i === found.length - 1) place |= LAST;
      if (joined || value.includes("'")) place |= MARKED;
      this.add(raw, from, place);
    });
  }

  private add(raw: RawWord | null, from: number, place: number): void {
    const word = this.words.length;
    if (this.rows.length < ROW * (word + 1)) {
      const rows = new Int32Array(2 * this.rows.length);
      rows.set(this.rows);
      this.rows = rows;
    }
    this.rows[ROW * word] = from;
    this.rows[ROW * word + PLACE] = place;
    this.rows[ROW * word + TAGS] = raw ? packTags(raw.tag, raw.hint, raw.possible) : 0;
    this.words.push(raw);
    this.usual.push(null);
    this.others.push(null);
  }

  private widen(): void {
    const old = this.table;
    const table = new Int32Array(2 * old.length);
    const last = table.length - 2;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      const hash = old[i]!;
      let at = (2 * (hash ^ (hash >>> 15))) & last;
      while (table[at + 1] !== 0) at = (at + 2) & last;
      table[at] = hash;
      table[at + 1] = old[i + 1]!;
    }
    this.table = table;
  }
}

let runs = new Runs();

/** The runs to read a text with; fresh ones when too many are remembered. */
export function knownRuns(): Runs {
  if (runs.full) runs = new Runs();
  return runs;
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

function typeOf({ value, fixed, lemmaAs }: RawWord, tag: number): WordType {
  const written = value.toLowerCase();
  // "Havent", "dont": the mark may be left out.
  const normal = fixed && written === 'nt' ? "n't" : written;
  const pos = fixed?.pos ?? tagNamed(tag);
  return wordType(value, normal, (fixed ? fixed.lemma : lemmaAs(pos)) || normal, pos);
}
