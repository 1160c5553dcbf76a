/** Who holds no words: the writer, nobody, what was just told, things and deeds. */
import type { TokenRange } from '$lib/text/document';
import type { ClauseMap } from './clauses';
import type { CueWords } from './cue-words';
import { CLASS } from './word-classes';

const RELATIVE = new Set(['who', 'which', 'that']);
const ANYBODY = new Set(['anyone', 'anybody', 'nobody', 'none']);
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ism|ance|ence|ing|ship|hood|dom)s?$/;

/** The writer or the reader: "I think", "we know", "you say" are not somebody else's words. */
export function isSelf(map: ClauseMap, words: CueWords, holder: TokenRange): boolean {
  const { firstToken, tokenEnd } = holder;
  if (tokenEnd - firstToken > 2) return false;
  const { normal } = map.tokens[tokenEnd - 1]!;
  // "Let's say".
  if (tokenEnd - firstToken === 1 && /^['’]s$/u.test(normal)) return true;
  return words.selves.has(normal);
}

/** "Hard to see how anyone could call it fair", "nobody knows what comes": nobody who is shown to have said so. */
export function isAnybody(map: ClauseMap, holder: TokenRange): boolean {
  return holder.tokenEnd - holder.firstToken === 1 && ANYBODY.has(map.tokens[holder.firstToken]!.normal);
}

/** "It is worth noting that …", "This is to say …": nobody in particular. */
export function isExpletive(map: ClauseMap, words: CueWords, holder: TokenRange): boolean {
  return holder.tokenEnd - holder.firstToken === 1 && words.empty.has(map.tokens[holder.firstToken]!.normal);
}

/** "This", "these events": what was just told, not somebody. */
export function isDemonstrative(map: ClauseMap, words: CueWords, holder: TokenRange): boolean {
  return (
    words.demonstratives.has(map.tokens[holder.firstToken]!.normal) &&
    // "those who say"
    map.tokens[holder.tokenEnd]?.normal !== 'who' &&
    !RELATIVE.has(map.tokens[holder.tokenEnd - 1]!.normal)
  );
}

/** Things and deeds take no stand: "this step supports growth". */
export function isAbstract(map: ClauseMap, words: CueWords, holder: TokenRange): boolean {
  const { tokens, classes } = map;
  let head = -1;
  for (let k = holder.firstToken; k < holder.tokenEnd; k++) {
    const code = classes[k]!;
    // "Rome's expansion" is no more somebody than "the expansion".
    if (code === CLASS.name && map.classes[k + 1] !== CLASS.possessive) return false;
    if (code === CLASS.preposition && head >= 0) break;
    if (code === CLASS.noun) head = k;
  }
  const last = tokens[holder.tokenEnd - 1]!;
  if (head < 0) return words.empty.has(last.normal);
  if (isDemonstrative(map, words, holder)) return true;
  return (
    (ABSTRACT.test(tokens[head]!.normal) || words.nobody.has(tokens[head]!.lemma)) &&
    !words.bodies.has(tokens[head]!.normal) &&
    !words.bodies.has(tokens[head]!.lemma)
  );
}
