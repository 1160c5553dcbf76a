/** The words of single lines, as the page-chrome rules see them. */

const MAX_CHARACTERS = 400;

/** A word of a line, as the page-chrome rules see it. */
export interface LineWord {
  readonly normal: string;
  readonly capital: boolean;
}

const LINE_WORD = /©|[\p{L}\p{M}\p{N}]+(?:['’.\-:][\p{L}\p{M}\p{N}]+|\/\p{N}+)*/gu;
const CONTRACTION = /^([^']+)(n't|'(?:s|re|ve|ll|d|m))$/;

function normalOf(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}

/** The words of a short line; empty for a line too long to be anything but running text. */
export function wordsOfLine(line: string): LineWord[] {
  if (line.length > MAX_CHARACTERS) return [];
  const words: LineWord[] = [];
  for (const [word] of line.matchAll(LINE_WORD)) addWord(words, word, true);
  return words;
}

function addWord(words: LineWord[], word: string, marked: boolean): void {
  const normal = normalOf(word);
  const capital = /^\p{Lu}/u.test(word);
  // Word lists hold "don't" as "do" and "n't", as the tokens of running text do.
  const cut = marked ? CONTRACTION.exec(normal) : null;
  if (cut) words.push({ normal: cut[1]!, capital }, { normal: cut[2]!, capital: false });
  else words.push({ normal, capital });
}

/** What a character is to `LINE_WORD`. Only those that nearly all lines are made of are told apart. */
const RARE = 0;
const GAP = 1;
const JOINT = 2;
const SLASH = 3;
const LETTER = 4;
const DIGIT = 5;

const kinds = new Uint8Array(0x250);
kinds.fill(GAP, 0, 0x80);
for (const mark of "'.-:") kinds[mark.charCodeAt(0)] = JOINT;
kinds[0x2f] = SLASH;
kinds.fill(DIGIT, 0x30, 0x3a);
kinds.fill(LETTER, 0x41, 0x5b).fill(LETTER, 0x61, 0x7b);
// Letters with accents, without the signs for times and divided by.
kinds.fill(LETTER, 0xc0, 0x250).fill(GAP, 0xd7, 0xd8).fill(GAP, 0xf7, 0xf8);

const CURLY = 0x2019;
const STRAIGHT = 0x27;

function kindAt(line: string, at: number): number {
  // Past the end of the line there is no character.
  if (at >= line.length) return GAP;
  const code = line.charCodeAt(at);
  if (code < kinds.length) return kinds[code]!;
  if (code === CURLY) return JOINT;
  // Dashes, quotation marks and the like.
  return code >= 0x2010 && code <= 0x205e ? GAP : RARE;
}

/** Where the letters and digits that begin at `at` end. */
function partEnd(line: string, at: number): number {
  while (kindAt(line, at) >= LETTER) at++;
  return at;
}

/** Where the word that begins at `at` ends; `MARKED` is added when it may be a contraction. */
const MARKED = 1 << 20;
/** Stands for the end of a word that a rare character may belong to. */
const UNSURE = -1;

function wordEnd(line: string, start: number): number {
  let at = partEnd(line, start);
  let marked = 0;
  for (;;) {
    const joint = kindAt(line, at);
    if (joint === GAP) break;
    const next = kindAt(line, at + 1);
    if (joint === JOINT && next >= LETTER) {
      const code = line.charCodeAt(at);
      if (code === CURLY || code === STRAIGHT) marked = MARKED;
      at = partEnd(line, at + 1);
    } else if (joint === SLASH && next === DIGIT) {
      at++;
      while (kindAt(line, at) === DIGIT) at++;
    } else {
      if (joint === RARE || next === RARE) return UNSURE;
      break;
    }
  }
  return at + marked;
}

/** Starts and ends of the words that are being read: as many as a line can have. */
const places = new Uint32Array(MAX_CHARACTERS + 1);

/**
 * The words of a line that has no more than `most`; null for a longer one, as for one that is too long to be
 * anything but running text. Most lines are that, and no rule asks for their words.
 */
export function wordsUpTo(line: string, most: number): LineWord[] | null {
  if (line.length > MAX_CHARACTERS) return null;
  let count = 0;
  for (let at = 0; at < line.length;) {
    const kind = kindAt(line, at);
    if (kind === RARE) return shortOnly(wordsOfLine(line), most);
    if (kind < LETTER) {
      at++;
      continue;
    }
    const end = wordEnd(line, at);
    if (end === UNSURE) return shortOnly(wordsOfLine(line), most);
    if (count === most) return null;
    places[2 * count] = at;
    places[2 * count + 1] = end;
    count++;
    at = end & ~MARKED;
  }
  const words: LineWord[] = [];
  for (let i = 0; i < count; i++) {
    const end = places[2 * i + 1]!;
    addWord(words, line.slice(places[2 * i], end & ~MARKED), end > MARKED);
  }
  return shortOnly(words, most);
}

const shortOnly = (words: LineWord[], most: number): LineWord[] | null =>
  words.length > most ? null : words;
