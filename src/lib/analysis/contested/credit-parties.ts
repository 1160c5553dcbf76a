/** The parties that a noun phrase names. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf, type Span, type TokenRange } from '$lib/text/document';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
import { clausesOf, isNominal } from '../voice/clauses';
import { CLASS } from '../voice/word-classes';
import { contestedWords } from './contested-words';

/** One party of a phrase. */
export interface Party extends Span {
  /** Name of the actor when the words are its name, else the words. */
  readonly name: string;
  /** Id of the actor whose name the words are; null when they only hold one ("Norway's troops") or none. */
  readonly own: string | null;
  /** Ids of all actors named in the words. */
  readonly actors: string[];
  readonly quote: string;
}

/** Longest party shown, in tokens. */
const LONGEST = 12;

/** Whether a phrase is a pronoun, or points back as one does: "they", "the latter", "both sides". */
export function namesNobody(
  reading: Reading,
  knowledge: Knowledge,
  { firstToken, tokenEnd }: TokenRange
): boolean {
  const pointing = contestedWords(knowledge, 'pointer-party');
  const { classes, tokens } = clausesOf(reading.document);
  for (let k = firstToken; k < tokenEnd; k++) {
    const names = isNominal(classes[k]!) && classes[k] !== CLASS.number && classes[k] !== CLASS.pronoun;
    if (names && !pointing.has(tokens[k]!.normal)) return false;
  }
  return true;
}

/** "The United States and NATO" are two parties; "the fall of the wall" is one. */
export function partiesOf(reading: Reading, knowledge: Knowledge, phrase: TokenRange): Party[] {
  const { classes, tokens } = clausesOf(reading.document);
  const { names, facts } = readActorNames(reading, knowledge);
  const limit = Math.min(phrase.tokenEnd, phrase.firstToken + LONGEST);
  const parties: Party[] = [];
  const add = (from: number, core: number, tokenEnd: number): void => {
    let firstToken = from;
    while (firstToken < core && !tokens[firstToken]!.word) firstToken++;
    if (firstToken >= core) return;
    const inside = names.filter((name) => name.firstToken >= firstToken && name.tokenEnd <= core);
    const own = inside.find((name) => name.tokenEnd === core && name.kind !== 'people')?.actor ?? null;
    const span = { start: tokens[firstToken]!.start, end: tokens[tokenEnd - 1]!.end };
    const quote = quoteOf(reading.document, span);
    parties.push({
      name: (own !== null ? facts.get(own)?.name : undefined) ?? quote.replace(/\s+/gu, ' '),
      own,
      actors: [...new Set(inside.map(({ actor }) => actor))],
      ...span,
      quote
    });
  };
  let from = phrase.firstToken;
  let core = -1;
  for (let k = from; k <= limit; k++) {
    const preposition = k < limit && classes[k] === CLASS.preposition;
    if (preposition && core < 0) core = k;
    const joined = k < limit && core < 0 && (classes[k] === CLASS.conjunction || classes[k] === CLASS.comma);
    if (!joined && k < limit && !(preposition && tokens[k]!.normal !== 'of')) continue;
    add(from, core < 0 ? k : core, k);
    from = k + 1;
    if (!joined) break;
  }
  return parties;
}
