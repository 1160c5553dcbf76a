import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { readActorNames } from '../compare/actor-names';
import type { Reading, Statement } from '../reading';
import type { ComparedDocument } from './compare-claims';
import { countedKey } from './counts';
import { isYearKey, readTerms, type Terms } from './terms';
import { membersOf, namesNothing, statesSomething, TEMPORAL, tellingWords } from './unit-substance';
import { CLAIMS } from './weights';

/** What a statement speaks of: keys with how surely they belong to it, 0 to 1. */
export type Bag = ReadonlyMap<string, number>;

/** A statement that can be matched with others. */
export interface Unit extends TokenRange {
  /** Index into the compared documents. */
  readonly document: number;
  /** Index into the document's statements: the one that says most of it. */
  readonly statement: number;
  /** Index into the document's sentences. */
  readonly sentence: number;
  readonly bag: Bag;
  /** The statement says that something is not so. */
  readonly denied: boolean;
}

const PRONOUNS = new Set(['it', 'they', 'he', 'she', 'them', 'him', 'its', 'their', 'his']);

/** Sentences longer than this give no context beyond the clause. */
const LONGEST_CONTEXT = 120;
/** A statement is compared by so many of its first tokens. */
const LONGEST_STATEMENT = 200;
/** A year nearer than this to the end of its clause leaves nothing to cut off. */
const LEAST_REST = 3;

/** A statement, with the fragments around it that are too short to stand alone. */
interface Piece extends TokenRange {
  statement: number;
  /** Keys of the statement itself. */
  size: number;
  firstToken: number;
  tokenEnd: number;
}

function distinctKeys(keys: readonly string[], { firstToken, tokenEnd }: TokenRange): Set<string> {
  const found = new Set<string>();
  for (let i = firstToken; i < tokenEnd; i++) if (keys[i] !== '') found.add(keys[i]!);
  return found;
}

/** Whether nothing but words stands between two stretches. */
function unbroken(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!tokens[i]!.word) return false;
  return true;
}

/** Clauses of one sentence, short fragments joined to their neighbours. Nested deeds are left to `nestedDeeds`. */
function piecesOf(reading: Reading, terms: Terms, first: number, end: number): Piece[] {
  const { statements, document } = reading;
  const pieces: Piece[] = [];
  for (let position = first; position < end; position++) {
    const { firstToken } = statements[position]!;
    const tokenEnd = Math.min(statements[position]!.tokenEnd, firstToken + LONGEST_STATEMENT);
    const last = pieces[pieces.length - 1];
    if (last && tokenEnd <= last.tokenEnd) continue;
    const size = distinctKeys(terms.keys, { firstToken, tokenEnd }).size;
    const lastSize = last ? distinctKeys(terms.keys, last).size : 0;
    if (
      last &&
      (size < CLAIMS.leastKeys || lastSize < CLAIMS.leastKeys) &&
      tokenEnd - last.firstToken <= LONGEST_STATEMENT &&
      size + lastSize <= CLAIMS.longestJoined &&
      unbroken(document.tokens, last.tokenEnd, firstToken)
    ) {
      last.tokenEnd = tokenEnd;
      if (size > last.size) [last.statement, last.size] = [position, size];
    } else {
      pieces.push({ statement: position, size, firstToken, tokenEnd });
    }
  }
  return pieces;
}

/** What stands in brackets says something of its own: "(the club now has 40 members)". */
function asides({ document }: Reading, terms: Terms, pieces: readonly Piece[]): Piece[] {
  const { tokens } = document;
  const found: Piece[] = [];
  for (const { statement, firstToken, tokenEnd } of pieces) {
    let open = -1;
    for (let i = firstToken; i < tokenEnd; i++) {
      const { text } = tokens[i]!;
      if (text === '(') open = i + 1;
      else if (text === ')' && open >= 0) {
        const range = { firstToken: open, tokenEnd: i };
        const size = distinctKeys(terms.keys, range).size;
        if (size >= CLAIMS.leastKeys) found.push({ statement, size, ...range });
        open = -1;
      }
    }
  }
  return found;
}

/**
 * Who, what and when, up to the year: "NATO was founded in 1949 …", "The founding of NATO in 1949 …". The same
 * event told at length and in passing meets in this core.
 */
function datedCores(terms: Terms, pieces: readonly Piece[]): Piece[] {
  const cores: Piece[] = [];
  for (const { statement, firstToken, tokenEnd } of pieces) {
    let year = -1;
    let several = false;
    for (let i = firstToken; i < tokenEnd; i++) {
      if (!isYearKey(terms.plain[i]!)) continue;
      several ||= year >= 0;
      year = i;
    }
    if (year < 0 || several || tokenEnd - year < LEAST_REST) continue;
    const range = { firstToken, tokenEnd: year + 1 };
    const size = distinctKeys(terms.keys, range).size;
    if (size >= 2) cores.push({ statement, size, ...range });
  }
  return cores;
}

/** A deed in a noun phrase inside a clause counts when it says who and when, or who and whom. */
function nestedDeeds(reading: Reading, terms: Terms, first: number, end: number): Piece[] {
  const deeds: Piece[] = [];
  let enclosing: Statement | null = null;
  for (let position = first; position < end; position++) {
    const statement = reading.statements[position]!;
    if (enclosing === null || statement.tokenEnd > enclosing.tokenEnd) {
      enclosing = statement;
      continue;
    }
    if (enclosing.tokenEnd - enclosing.firstToken > LONGEST_STATEMENT) continue;
    const keys = distinctKeys(terms.keys, statement);
    let actors = 0;
    let numbers = 0;
    for (const key of keys) {
      if (key[0] === '@') actors++;
      else if (key[0] === '#') numbers++;
    }
    const specific = keys.size >= CLAIMS.leastKeys && (actors >= 2 || (actors >= 1 && numbers >= 1));
    // A deed that is nearly the whole clause is that clause.
    const apart = keys.size <= 0.75 * distinctKeys(terms.keys, enclosing).size;
    if (specific && apart) {
      const { firstToken, tokenEnd } = statement;
      deeds.push({ statement: position, size: keys.size, firstToken, tokenEnd });
    }
  }
  return deeds;
}

function bagOf(reading: Reading, terms: Terms, piece: Piece, sentence: TokenRange, actorBefore: string): Bag {
  const { tokens } = reading.document;
  const { keys } = terms;
  const bag = new Map<string, number>();
  let pronoun = false;
  for (let i = piece.firstToken; i < piece.tokenEnd; i++) {
    if (keys[i] !== '') bag.set(keys[i]!, 1);
    const counted = countedKey(tokens, terms, i, piece.tokenEnd);
    if (counted !== '') bag.set(counted, 1);
    if (PRONOUNS.has(tokens[i]!.normal)) pronoun = true;
  }
  if (pronoun && actorBefore !== '' && !bag.has(actorBefore)) bag.set(actorBefore, CLAIMS.resolved);
  if (sentence.tokenEnd - sentence.firstToken <= LONGEST_CONTEXT) {
    for (let i = sentence.firstToken; i < sentence.tokenEnd; i++) {
      if (keys[i] !== '' && !bag.has(keys[i]!)) bag.set(keys[i]!, CLAIMS.context);
    }
  }
  return bag;
}

/** The statements of one document that can be matched, in text order. */
function unitsOf(compared: ComparedDocument, index: number, knowledge: Knowledge): Unit[] {
  const { reading } = compared;
  const { statements } = reading;
  const terms = readTerms(reading, knowledge);
  const { names } = readActorNames(reading, knowledge);
  const units: Unit[] = [];
  let nextName = 0;
  let actorBefore = '';
  for (let first = 0, end = 0; first < statements.length; first = end) {
    const sentenceIndex = statements[first]!.sentence;
    while (end < statements.length && statements[end]!.sentence === sentenceIndex) end++;
    const sentence = reading.document.sentences[sentenceIndex]!;
    while (nextName < names.length && names[nextName]!.firstToken < sentence.firstToken) nextName++;
    const name = names[nextName];
    const actorHere = name && name.firstToken < sentence.tokenEnd ? `@${name.actor}` : '';
    const pieces = piecesOf(reading, terms, first, end);
    pieces.push(
      ...asides(reading, terms, pieces),
      ...datedCores(terms, pieces),
      ...nestedDeeds(reading, terms, first, end)
    );
    for (const piece of pieces) {
      if (statements[piece.statement]!.checkable < CLAIMS.leastCheckable) continue;
      // A pronoun stands for the first actor of this sentence if that comes before, else of the last one.
      const earlier = actorHere !== '' && name!.firstToken < piece.firstToken ? actorHere : actorBefore;
      const bag = bagOf(reading, terms, piece, sentence, earlier);
      if (!statesSomething(reading.document.tokens, piece, bag)) continue;
      const bare = namesNothing(bag) && TEMPORAL.has(reading.document.tokens[piece.firstToken]!.normal);
      const least = bare ? CLAIMS.leastUnnamedKeys : CLAIMS.leastKeys;
      if (membersOf(bag) < least || tellingWords(bag, terms) === 0) continue;
      const { statement, firstToken, tokenEnd } = piece;
      const denied = statements[statement]!.polarity === 'deny';
      units.push({ document: index, statement, sentence: sentenceIndex, firstToken, tokenEnd, bag, denied });
    }
    if (actorHere !== '') actorBefore = actorHere;
  }
  return units;
}

/** All statements that can be matched, document by document. */
export function readUnits(documents: readonly ComparedDocument[], knowledge: Knowledge): Unit[] {
  return documents.flatMap((document, index) => unitsOf(document, index, knowledge));
}
