import type { PartOfSpeech, Token } from './document';
import { isBlank } from './lines';
import { plainText } from './plain-text';
import { firstOfRun, hashWith, NO_HASH, typeAs, type RunWord } from './runs';
import { tokenOf } from './token';
import { tagsOf } from './wink';
import { wordType, type WordType } from './word-type';

/** Longest run without a space that is read in one piece: wink's patterns are not linear in such runs. */
const MAX_RUN = 64;
const SPACE = 32;

/** Reads one stretch of text into tokens, in order. `offset` is where it starts in the whole text. */
export function tagText(text: string, offset: number): Token[] {
  const plain = plainText(text);
  const words: RunWord[] = [];
  const starts: number[] = [];
  let position = 0;
  for (let from = 0; from < plain.length;) {
    if (plain.charCodeAt(from) === SPACE) {
      from++;
      continue;
    }
    const limit = Math.min(plain.length, from + MAX_RUN);
    let hash = NO_HASH;
    let end = from;
    for (; end < limit; end++) {
      const code = plain.charCodeAt(end);
      if (code === SPACE) break;
      hash = hashWith(hash, code);
    }
    // A long run is never cut between the halves of a surrogate pair.
    if (end === from + MAX_RUN && isLowSurrogate(plain.charCodeAt(end))) {
      hash = hashWith(hash, plain.charCodeAt(end++));
    }
    while (isBlank(text.charCodeAt(position))) position++;
    for (let word = firstOfRun(plain, from, end, hash); word !== null; word = word.next) {
      words.push(word);
      starts.push(position + word.start);
    }
    position += end - from;
    from = end;
  }
  return place(words, starts, text, offset);
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Tags the words, and makes tokens of them where they stand. */
function place(words: readonly RunWord[], starts: readonly number[], text: string, offset: number): Token[] {
  const tags = tagsOf(words);
  const tokens: Token[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.start < 0) continue;
    const from = starts[i]!;
    const start = offset + from;
    const end = start + word.length;
    if (word.joined) {
      const { cut, first, second } = word.joined;
      tokens.push(tokenOf(start, start + cut, asWritten(first, text, from)));
      tokens.push(tokenOf(start + cut, end, asWritten(second, text, from + cut)));
      continue;
    }
    const type = typeAs(word, tags[i]!);
    tokens.push(tokenOf(start, end, word.apostrophe ? asWritten(type, text, from) : type));
  }
  return tokens;
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
  const [token, ...rest] = tagText(word, 0);
  return token && rest.length === 0 ? token.type : null;
}
