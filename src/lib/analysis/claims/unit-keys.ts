/** What a stretch is matched by: its keys, their concepts, and the terms that its words make side by side. */
import type { Token, TokenRange } from '$lib/text/document';
import type { Place } from './account-phrases';
import { antecedentOf, isOwned, pronounKinds, type Named } from './antecedents';
import { bagFrom, isMember, keyIn, MEMBER, type Bag, type Member } from './bags';
import { countedKey } from './counts';
import { exactly } from './exact-list';
import { officeKey } from './offices';
import type { Piece } from './piece';
import type { Terms } from './terms';
import { isFailing } from './unit-negations';
import type { Keys } from './unit-substance';
import type { Kind, Vocabulary } from './vocabulary';

/** Two keys as one number. */
const RUN = 2 ** 24;

/** Sentences longer than this give no context beyond the clause. */
const LONGEST_CONTEXT = 120;

/** The keys of a stretch, what its first pronoun stands for, and what stands around it in its sentence. */
export function keysOf(
  { reading, terms, knowledge }: Place,
  piece: Piece,
  sentence: TokenRange,
  before: Named,
  vocabulary: Vocabulary
): Keys {
  const { tokens } = reading.document;
  const { keys } = terms;
  const kinds = pronounKinds(knowledge);
  const found = new Map<string, Member>();
  const left = piece.without ?? [];
  let resolved = piece.orphan === true ? before.any : '';
  for (let i = piece.firstToken; i < piece.tokenEnd; i++) {
    const item = left.find(({ firstToken, tokenEnd }) => firstToken <= i && i < tokenEnd);
    if (item) continue;
    // "Refused to resign" says of the resigning what "did not resign" says.
    if (keys[i] !== '' && !isFailing(tokens, i)) {
      found.set(keys[i]!, MEMBER.own);
      vocabulary.noteShown(vocabulary.idOf(keys[i]!), tokens[i]!.normal);
    }
    const counted = countedKey(tokens, terms, i, piece.tokenEnd);
    if (counted !== '') found.set(counted, MEMBER.own);
    if (resolved === '' && !isOwned(tokens, piece.firstToken, i))
      resolved = antecedentOf(kinds.get(tokens[i]!.normal), before);
    const office = officeKey(tokens, terms, i, piece.tokenEnd);
    if (office !== '') found.set(office, MEMBER.own);
  }
  if (resolved !== '' && !found.has(resolved)) found.set(resolved, MEMBER.resolved);
  if (sentence.tokenEnd - sentence.firstToken <= LONGEST_CONTEXT) {
    for (let i = sentence.firstToken; i < sentence.tokenEnd; i++) {
      if (keys[i] !== '' && !found.has(keys[i]!)) found.set(keys[i]!, MEMBER.context);
    }
  }
  return found;
}

/** The concepts of keys, each as its surest key belongs to the stretch. */
export function conceptsOf(bag: Bag, vocabulary: Vocabulary): Bag {
  const found = new Map<number, Member>();
  for (const entry of bag) {
    const concept = vocabulary.conceptOf(keyIn(entry));
    const member = (entry & 3) as Member;
    if (concept > 0) found.set(concept, Math.min(member, found.get(concept) ?? MEMBER.context) as Member);
  }
  return bagFrom([...found]);
}

/** Whether a stretch holds a key of some kind; what stands around it does not count. */
export const holds = (bag: Bag, kind: Kind, vocabulary: Vocabulary): boolean =>
  bag.some((entry) => isMember(entry) && vocabulary.kindOf(keyIn(entry)) === kind);

/** Keys by their numbers in the vocabulary. */
export function bagOf(keys: Keys, vocabulary: Vocabulary): Bag {
  return bagFrom([...keys].map(([key, member]) => [vocabulary.idOf(key), member]));
}

/** Pairs of telling words that stand side by side. */
export function runsOf(
  tokens: readonly Token[],
  terms: Terms,
  { firstToken, tokenEnd }: TokenRange,
  vocabulary: Vocabulary
): readonly number[] {
  const runs = new Set<number>();
  let before = 0;
  for (let i = firstToken; i < tokenEnd; i++) {
    const key = terms.keys[i]!;
    const telling = key !== '' && /^[^@#]/.test(key) && !terms.words.isLight(key);
    const here = telling ? vocabulary.idOf(key) : 0;
    if (here > 0 && before > 0) runs.add(before * RUN + here);
    // A hyphen joins a term: "missile-defence".
    if (tokens[i]!.text !== '-') before = here;
  }
  return exactly([...runs].sort((a, b) => a - b));
}
