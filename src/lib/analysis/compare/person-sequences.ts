/** Runs of capitalised words that may name people, with what stands around them. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import type { ActorName } from './actor-name';
import { givenNames, type Given, type GivenNames } from './given-names';
import type { Naming } from './namesakes';

/** Longest name of a person, in tokens. */
export const LONGEST_NAME = 4;
const NAME_PART = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
/** Words joined by a hyphen or of two capitals, and names of adherents: "Then-Senator", "GOP", "Democrat". */
const NO_GIVEN = /-\p{Ll}|^\p{Lu}{2}|(?:crat|ist|lican)$/u;
const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV)$/u;
const INITIAL = /^\p{Lu}\.?$/u;

/** Whether a token is written as a part of a name. */
export function isCapitalised(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.text.length > 1 &&
    token.pos !== 'NUM' &&
    NAME_PART.test(token.text) &&
    /\p{Ll}/u.test(token.text)
  );
}

const OF_MEN = new Set(['mr', 'mr.', 'sir', 'lord']);
const OF_WOMEN = new Set(['mrs', 'mrs.', 'ms', 'ms.', 'lady', 'dame', 'miss']);

function titleOf(word: string): Naming['title'] {
  if (OF_MEN.has(word)) return 'm';
  return OF_WOMEN.has(word) ? 'f' : null;
}

/** A run of capitalised words that may name a person. */
export interface Sequence extends TokenRange, Naming {
  readonly surname: string;
  readonly titled: boolean;
  readonly determined: boolean;
  /** Its first word opens the sentence, and may be no part of the name. */
  readonly opening: boolean;
  /** A given name alone: "Bill" in "Bill and Hillary Clinton". */
  readonly partial?: boolean;
}

const bare = ({ normal }: Token): string => normal.replace(/[.'’]{1,3}$/u, '');
/** The same without accents, which texts leave out at will. */
const plain = (token: Token): string => bare(token).normalize('NFD').replace(/\p{M}/gu, '');

function givenIn(tokens: readonly Token[], from: number, end: number): Given {
  return tokens.slice(from, end).map(plain);
}

/** Whether what stands before a surname reads as given names: "Monday", "Republican" do not. */
function areNames(
  tokens: readonly Token[],
  from: number,
  end: number,
  never: ReadonlySet<string>,
  { isKnown }: GivenNames
): boolean {
  for (let i = from; i < end; i++) {
    const { pos, text, normal } = tokens[i]!;
    if (isKnown(normal)) continue;
    if (pos !== 'PROPN' || never.has(bare(tokens[i]!)) || NO_GIVEN.test(text)) return false;
  }
  return true;
}

/**
 * Runs of capitalised words in sentences that the gazetteers do not know.
 *
 * @param taken names that are read already
 * @param never last words of names that are nobody's
 */
export function readSequences(
  reading: Reading,
  knowledge: Knowledge,
  taken: readonly ActorName[],
  never: ReadonlySet<string>
): Sequence[] {
  const { document } = reading;
  const { tokens } = document;
  const blocked = new Set<number>();
  for (const { firstToken, tokenEnd } of taken) for (let i = firstToken; i < tokenEnd; i++) blocked.add(i);
  const titleEnds = new Set<number>();
  const titleTokens = new Set<number>();
  if (knowledge.lexicons['claim-person-titles']) {
    for (const match of reading.hits('claim-person-titles')) {
      titleEnds.add(match.tokenEnd);
      for (let i = match.firstToken; i < match.tokenEnd; i++) titleTokens.add(i);
    }
  }
  const given = givenNames(knowledge);
  const sequences: Sequence[] = [];
  const starts = (i: number, end: number): boolean =>
    i < end && !blocked.has(i) && !titleTokens.has(i) && isCapitalised(tokens[i]);
  for (const sentence of document.sentences) {
    for (let i = sentence.firstToken; i < sentence.tokenEnd;) {
      if (!starts(i, sentence.tokenEnd)) {
        i++;
        continue;
      }
      let end = i + 1;
      while (
        end < sentence.tokenEnd &&
        !blocked.has(end) &&
        !titleTokens.has(end) &&
        (isCapitalised(tokens[end]) || (INITIAL.test(tokens[end]!.text) && isCapitalised(tokens[end + 1])))
      ) {
        end++;
      }
      // The first word of a sentence is capitalised whatever it is.
      let first = i;
      const opens = first === sentence.firstToken && !given.isKnown(tokens[first]!.normal);
      if (opens && tokens[first]!.pos !== 'PROPN') first++;
      if (first < end && end - first <= LONGEST_NAME) {
        const before = tokens[first - 1]?.normal ?? '';
        // "Clapper Jr.".
        const last = end - first > 2 && SUFFIX.test(tokens[end - 1]!.text) ? end - 2 : end - 1;
        sequences.push({
          firstToken: first,
          tokenEnd: end,
          surname: bare(tokens[last]!),
          given: givenIn(tokens, first, last),
          sure: areNames(tokens, first, last, never, given),
          title: titleOf(before),
          titled: titleEnds.has(first),
          determined: before === 'the' || before === 'a' || before === 'an',
          opening: opens && first === sentence.firstToken && end - first > 1
        });
      }
      i = end;
    }
  }
  return sequences;
}
