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
  for (const [word] of line.matchAll(LINE_WORD)) {
    const normal = normalOf(word);
    const capital = /^\p{Lu}/u.test(word);
    // Word lists hold "don't" as "do" and "n't", as the tokens of running text do.
    const cut = CONTRACTION.exec(normal);
    if (cut) words.push({ normal: cut[1]!, capital }, { normal: cut[2]!, capital: false });
    else words.push({ normal, capital });
  }
  return words;
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

function kindAt(line: string, at: number): number {
  const code = line.charCodeAt(at);
  if (code < kinds.length) return kinds[code]!;
  if (code === CURLY) return JOINT;
  // Dashes, quotation marks and the like; past the end of the line there is no character.
  return (code >= 0x2010 && code <= 0x205e) || at >= line.length ? GAP : RARE;
}

/** Where the letters and digits that begin at `at` end. */
function partEnd(line: string, at: number): number {
  while (kindAt(line, at) >= LETTER) at++;
  return at;
}

/** How many words `wordsOfLine` finds. Most lines are running text, of which no rule asks more than this. */
export function countLineWords(line: string): number {
  if (line.length > MAX_CHARACTERS) return 0;
  let words = 0;
  for (let at = 0; at < line.length;) {
    const kind = kindAt(line, at);
    if (kind === RARE) return wordsOfLine(line).length;
    if (kind < LETTER) {
      at++;
      continue;
    }
    const start = at;
    let marked = false;
    at = partEnd(line, at);
    for (;;) {
      const joint = kindAt(line, at);
      const next = kindAt(line, at + 1);
      if (joint === JOINT && next >= LETTER) {
        marked ||= line[at] === "'" || line[at] === '’';
        at = partEnd(line, at + 1);
      } else if (joint === SLASH && next === DIGIT) {
        at++;
        while (kindAt(line, at) === DIGIT) at++;
      } else break;
    }
    // What follows the word may be a rare character that belongs to it.
    if (kindAt(line, at) === RARE || kindAt(line, at + 1) === RARE) return wordsOfLine(line).length;
    words += marked && CONTRACTION.test(normalOf(line.slice(start, at))) ? 2 : 1;
  }
  return words;
}
