import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span, TokenRange } from '$lib/text/document';
import type { Voice } from '../audit-schema';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
import { bagFrom, MEMBER, type Bag, type Member } from './bags';
import { labelCandidates, type LabelCandidate } from './claim-label';
import { CLUSTERS } from './cluster-weights';
import { countedKey } from './counts';
import { readTerms, type Terms } from './terms';
import { readFacts, type Facts } from './unit-facts';
import { readPieces, type Piece } from './unit-pieces';
import { canBeMatched, type Keys } from './unit-substance';
import type { Vocabulary } from './vocabulary';

/**
 * A stretch of a statement that can be matched with others. It holds all that matching, grouping, conflicts and
 * labels ask, so that its text's reading can be let go.
 */
export interface Unit extends Span {
  /** Number of the document, in the order in which documents came. */
  readonly document: number;
  /** Index into the document's statements: the one that says most of it. */
  readonly statement: number;
  /** Index into the document's sentences. */
  readonly sentence: number;
  /** The whole statement. */
  readonly whole: Span;
  readonly bag: Bag;
  readonly voice: Voice;
  readonly checkable: number;
  /** The statement says that something is not so. */
  readonly denied: boolean;
  readonly hedged: boolean;
  readonly facts: Facts;
  readonly labels: readonly LabelCandidate[];
}

const PRONOUNS = new Set(['it', 'they', 'he', 'she', 'them', 'him', 'its', 'their', 'his']);

/** Sentences longer than this give no context beyond the clause. */
const LONGEST_CONTEXT = 120;

function keysOf(
  reading: Reading,
  terms: Terms,
  piece: Piece,
  sentence: TokenRange,
  actorBefore: string,
  vocabulary: Vocabulary
): Keys {
  const { tokens } = reading.document;
  const { keys } = terms;
  const found = new Map<string, Member>();
  let pronoun = false;
  for (let i = piece.firstToken; i < piece.tokenEnd; i++) {
    if (keys[i] !== '') {
      found.set(keys[i]!, MEMBER.own);
      vocabulary.noteShown(vocabulary.idOf(keys[i]!), tokens[i]!.normal);
    }
    const counted = countedKey(tokens, terms, i, piece.tokenEnd);
    if (counted !== '') found.set(counted, MEMBER.own);
    if (PRONOUNS.has(tokens[i]!.normal)) pronoun = true;
  }
  if (pronoun && actorBefore !== '' && !found.has(actorBefore)) found.set(actorBefore, MEMBER.resolved);
  if (sentence.tokenEnd - sentence.firstToken <= LONGEST_CONTEXT) {
    for (let i = sentence.firstToken; i < sentence.tokenEnd; i++) {
      if (keys[i] !== '' && !found.has(keys[i]!)) found.set(keys[i]!, MEMBER.context);
    }
  }
  return found;
}

function bagOf(keys: Keys, vocabulary: Vocabulary): Bag {
  return bagFrom([...keys].map(([key, member]) => [vocabulary.idOf(key), member]));
}

/**
 * The stretches of one document that can be matched, in text order. Linear in the length of the text.
 *
 * @param index number of the document
 */
export function readUnits(
  reading: Reading,
  index: number,
  knowledge: Knowledge,
  vocabulary: Vocabulary
): Unit[] {
  const { statements, document } = reading;
  const { tokens } = document;
  const terms = readTerms(reading, knowledge);
  const { names, facts } = readActorNames(reading, knowledge);
  for (const [actor, { name }] of facts) vocabulary.noteShown(vocabulary.idOf(`@${actor}`), name);
  const units: Unit[] = [];
  let nextName = 0;
  let actorBefore = '';
  for (let first = 0, end = 0; first < statements.length; first = end) {
    const sentenceIndex = statements[first]!.sentence;
    while (end < statements.length && statements[end]!.sentence === sentenceIndex) end++;
    const sentence = document.sentences[sentenceIndex]!;
    while (nextName < names.length && names[nextName]!.firstToken < sentence.firstToken) nextName++;
    const name = names[nextName];
    const actorHere = name && name.firstToken < sentence.tokenEnd ? `@${name.actor}` : '';
    for (const piece of readPieces(reading, terms, first, end)) {
      const statement = statements[piece.statement]!;
      if (statement.checkable < CLUSTERS.leastCheckable) continue;
      // A pronoun stands for the first actor of this sentence if that comes before, else of the last one.
      const earlier = actorHere !== '' && name!.firstToken < piece.firstToken ? actorHere : actorBefore;
      const keys = keysOf(reading, terms, piece, sentence, earlier, vocabulary);
      if (!canBeMatched(tokens, piece, keys, terms)) continue;
      const stretch = { firstToken: piece.firstToken, tokenEnd: piece.tokenEnd, sentence: sentenceIndex };
      units.push({
        document: index,
        statement: piece.statement,
        sentence: sentenceIndex,
        start: tokens[piece.firstToken]!.start,
        end: tokens[piece.tokenEnd - 1]!.end,
        whole: { start: statement.start, end: statement.end },
        bag: bagOf(keys, vocabulary),
        voice: statement.voice,
        checkable: statement.checkable,
        denied: statement.polarity === 'deny',
        hedged: statement.certainty === 'hedged',
        facts: readFacts(reading, terms, knowledge, statement, stretch, vocabulary),
        labels: labelCandidates(reading, stretch, statement)
      });
    }
    if (actorHere !== '') actorBefore = actorHere;
  }
  return units;
}
