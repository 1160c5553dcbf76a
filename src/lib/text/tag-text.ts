import { APOSTROPHE, isApostrophe, isParting, startsGlued } from './characters';
import type { PartOfSpeech, Token } from './document';
import { isBlank } from './lines';
import { hashWith, knownRuns, MAX_RUN, NO_HASH, NO_WORD, type Runs } from './runs';
import { tokenOf } from './token';
import { tagsOf } from './wink';
import { wordType, type WordType } from './word-type';

/** Last of the characters that stand for themselves. */
const TILDE = 0x7e;
const SPACE = 0x20;

/** The run that is being read, apostrophes straight; one more than is read, for the other half of a pair. */
const run = new Uint16Array(MAX_RUN + 1);

/** The words of a stretch: their numbers, where their runs start, and what the tag rules ask of them. */
class Words {
  count = 0;
  numbers = new Int32Array(1024);
  froms = new Int32Array(1024);
  packed = new Int32Array(1024);

  /** Adds the words of a run. */
  add(runs: Runs, first: number, from: number): void {
    if (this.count + MAX_RUN >= this.numbers.length) this.grow();
    const { numbers, froms, packed } = this;
    let word = first;
    for (let i = this.count; ; i++, word++) {
      numbers[i] = word;
      froms[i] = from;
      packed[i] = runs.tagsOf(word);
      if (!runs.isLast(word)) continue;
      this.count = i + 1;
      return;
    }
  }

  private grow(): void {
    const [numbers, froms, packed] = [this.numbers, this.froms, this.packed];
    this.numbers = new Int32Array(2 * numbers.length);
    this.froms = new Int32Array(2 * numbers.length);
    this.packed = new Int32Array(2 * numbers.length);
    this.numbers.set(numbers);
    this.froms.set(froms);
    this.packed.set(packed);
  }
}

let words = new Words();
/** More words than this are not kept room for. */
const MAX_ROOM = 1 << 18;

/** Reads the stretch `[from, to)` of a text and adds its tokens to an array; of what is beside it nothing is seen. */
export function tagText(text: string, from = 0, to = text.length, tokens: Token[] = []): Token[] {
  const runs = knownRuns();
  if (words.numbers.length > MAX_ROOM) words = new Words();
  words.count = 0;
  for (let at = from; at < to;) {
    const start = at;
    let hash = NO_HASH;
    let length = 0;
    for (; at < to && length < MAX_RUN; at++) {
      let code = text.charCodeAt(at);
      if (code <= SPACE) break;
      let alone = false;
      if (code > TILDE) {
        if (isBlank(code)) break;
        if (isApostrophe(code)) code = APOSTROPHE;
        else alone = isParting(text, at, to);
      }
      if (length > 0 && (alone || startsGlued(text, from, at, to))) break;
      run[length++] = code;
      hash = hashWith(hash, code);
      if (!alone) continue;
      at++;
      break;
    }
    // A long run is never cut between the halves of a surrogate pair.
    if (length === MAX_RUN && at < to && isLowSurrogate(text.charCodeAt(at))) {
      run[length++] = text.charCodeAt(at);
      hash = hashWith(hash, text.charCodeAt(at++));
    }
    if (length === 0) {
      at++;
      continue;
    }
    const first = runs.first(run, length, hash);
    if (first !== NO_WORD) words.add(runs, first, start);
  }
  place(runs, text, tokens);
  return tokens;
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Tags the words, and makes tokens of them where they stand. */
function place(runs: Runs, text: string, tokens: Token[]): void {
  const { numbers, froms, packed, count } = words;
  const tags = tagsOf(packed, count);
  for (let i = 0; i < count; i++) {
    const word = numbers[i]!;
    if (runs.isLost(word)) continue;
    const start = froms[i]! + runs.startOf(word);
    const end = start + runs.lengthOf(word);
    const joined = runs.isMarked(word) ? runs.joinedIn(word) : null;
    if (joined) {
      const { cut, first, second } = joined;
      tokens.push(tokenOf(start, start + cut, asWritten(first, text, start)));
      tokens.push(tokenOf(start + cut, end, asWritten(second, text, start + cut)));
      continue;
    }
    const type = runs.typeAs(word, tags[i]!);
    tokens.push(tokenOf(start, end, runs.isMarked(word) ? asWritten(type, text, start) : type));
  }
}

/** The type as it is written in the text: wink gets every apostrophe straight. */
function asWritten(type: WordType, text: string, from: number): WordType {
  if (text.startsWith(type.text, from)) return type;
  return wordType(text.slice(from, from + type.text.length), type.normal, type.lemma, type.pos, type.word);
}

export interface LoneReading {
  readonly pos: PartOfSpeech;
  readonly lemma: string;
}

/** How a word is read on its own: what a capital at the start of a sentence hides. Null for several tokens. */
export function readAlone(word: string): LoneReading | null {
  const [token, ...rest] = tagText(word);
  return token && rest.length === 0 ? token.type : null;
}
