import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span, Token, TokenRange } from '$lib/text/document';
import { readActorNames } from '../compare/actor-names';
import { roleOf } from '../compare/actor-roles';
import type { Reading, Statement } from '../reading';
import { readFigures, type Figure } from './conflict-figures';
import type { Terms } from './terms';
import { readTime, type TimeMark } from './time-marks';
import type { Vocabulary } from './vocabulary';

/** A stretch of text that stands for a key. */
export interface Marked extends Span {
  readonly key: number;
}

/**
 * What the rules of conflict ask of a statement, read once while its text is at hand, so that a collection
 * need not be kept in memory to be compared.
 */
export interface Facts {
  /** Amounts, shares, counts and dates that the statement itself names. */
  readonly figures: readonly Figure[];
  readonly time: TimeMark;
  /** Named actors that do something. */
  readonly agents: readonly Marked[];
  /** Words that have an opposite, by the end they stand on; the key is the pole. */
  readonly poles: readonly Marked[];
  /** Telling keys outside figures: proper names, and proper names with nouns. */
  readonly names: readonly number[];
  readonly things: readonly number[];
  /** First telling key after each negation. */
  readonly negated: readonly number[];
  /** A negation stands in the statement, whatever it negates. */
  readonly negates: boolean;
  /** Words of the sentence that turn its meaning. */
  readonly turns: number;
  /** Whoever says it denies it: "the firm denied that …". */
  readonly deniedByHolder: boolean;
}

const NEGATORS = new Set(['not', "n't", 'never', 'cannot']);
/** Words that turn a sentence some other way: where one stands, what is denied cannot be told for sure. */
const TURNS = new Set(
  "not n't never cannot no nor neither none nobody nothing without hardly barely few deny denies denied refuse refused reject rejected fail failed unless".split(
    ' '
  )
);
/** Tokens of the sentence looked at on each side of a statement. */
const AROUND = 60;
/** Tokens after a negation in which the word that it negates stands. */
const NEGATION_REACH = 4;

const NONE: readonly never[] = [];

function agentsIn(
  reading: Reading,
  knowledge: Knowledge,
  stretch: TokenRange,
  terms: Terms,
  vocabulary: Vocabulary
): readonly Marked[] {
  const { tokens } = reading.document;
  const { names } = readActorNames(reading, knowledge);
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.firstToken < stretch.firstToken) low = middle + 1;
    else high = middle;
  }
  const found: Marked[] = [];
  for (let at = low; at < names.length && names[at]!.firstToken < stretch.tokenEnd; at++) {
    const name = names[at]!;
    if (name.kind === 'people' || roleOf(tokens, name, stretch.firstToken, stretch.tokenEnd) !== 'agent')
      continue;
    const key = vocabulary.idOf(terms.keys[name.firstToken]!);
    if (found.some((agent) => agent.key === key)) continue;
    found.push({ key, start: tokens[name.firstToken]!.start, end: tokens[name.tokenEnd - 1]!.end });
  }
  return found.length > 0 ? found : NONE;
}

function negatedIn(
  tokens: readonly Token[],
  terms: Terms,
  { firstToken, tokenEnd }: TokenRange,
  vocabulary: Vocabulary
): { negated: readonly number[]; negates: boolean } {
  const negated: number[] = [];
  let negates = false;
  for (let i = firstToken; i < tokenEnd; i++) {
    if (!NEGATORS.has(tokens[i]!.normal)) continue;
    negates = true;
    for (let j = i + 1; j < Math.min(tokenEnd, i + 1 + NEGATION_REACH); j++) {
      if (terms.keys[j] === '') continue;
      negated.push(vocabulary.idOf(terms.keys[j]!));
      break;
    }
  }
  return { negated: negated.length > 0 ? negated : NONE, negates };
}

/** Reads what conflicts are found by, for one stretch of a statement. Linear in its sentence. */
export function readFacts(
  reading: Reading,
  terms: Terms,
  knowledge: Knowledge,
  statement: Statement,
  stretch: TokenRange & { readonly sentence: number },
  vocabulary: Vocabulary
): Facts {
  const { tokens, sentences } = reading.document;
  const { words } = terms;
  const figures = readFigures(reading, terms, stretch);
  const poles: Marked[] = [];
  const names = new Set<number>();
  const things = new Set<number>();
  for (let i = stretch.firstToken; i < stretch.tokenEnd; i++) {
    const { start, end, pos } = tokens[i]!;
    for (const pole of words.polesOf(terms.plain[i]!))
      poles.push({ key: vocabulary.idOf(`~${pole}`), start, end });
    const key = terms.keys[i]!;
    if (key === '' || key[0] === '#' || words.isLight(key) || (pos !== 'PROPN' && pos !== 'NOUN')) continue;
    if (figures.some(({ firstToken, tokenEnd }) => firstToken <= i && i < tokenEnd)) continue;
    const id = vocabulary.idOf(key);
    things.add(id);
    if (pos === 'PROPN') names.add(id);
  }
  const sentence = sentences[stretch.sentence]!;
  const from = Math.max(sentence.firstToken, stretch.firstToken - AROUND);
  const to = Math.min(sentence.tokenEnd, stretch.tokenEnd + AROUND);
  let turns = 0;
  for (let i = from; i < to; i++) if (TURNS.has(tokens[i]!.normal)) turns++;
  const wide = {
    firstToken: Math.min(statement.firstToken, stretch.firstToken),
    tokenEnd: Math.max(statement.tokenEnd, stretch.tokenEnd)
  };
  return {
    figures: figures.length > 0 ? figures : NONE,
    time: readTime(reading, terms, stretch),
    agents: agentsIn(reading, knowledge, stretch, terms, vocabulary),
    poles: poles.length > 0 ? poles : NONE,
    names: [...names],
    things: [...things],
    ...negatedIn(tokens, terms, wide, vocabulary),
    turns,
    deniedByHolder: reading.segments[statement.segment]!.polarity === 'deny'
  };
}
