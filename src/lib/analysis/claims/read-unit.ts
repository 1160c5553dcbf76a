/** Reads one stretch of a sentence as what can be matched with others. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import type { Account } from './account';
import { leadingAccount, statementWith } from './account-pieces';
import { subjectBefore, type Named } from './antecedents';
import { labelCandidates } from './claim-label';
import { CLUSTERS } from './cluster-weights';
import { packLabels } from './packed-labels';
import type { Roles } from './part-auxiliary';
import type { Piece } from './piece';
import type { SaidUntrue } from './said-untrue';
import { isTag } from './speech-tag';
import type { Telling } from './telling';
import { tellingsOf } from './telling-pieces';
import type { ToldTerms } from './told-deeds';
import type { Unit } from './unit';
import { readFacts } from './unit-facts';
import { bagOf, conceptsOf, holds, keysOf, runsOf } from './unit-keys';
import { readMembership } from './unit-members';
import { unitRoles } from './unit-roles';
import { canBeMatched } from './unit-substance';
import { framedAccount, framedFacts, frameOf, within } from './unit-untruth';
import { KIND, type Vocabulary } from './vocabulary';

/** A document whose units are read. */
export interface UnitSource {
  readonly reading: Reading;
  /** Number of the document. */
  readonly index: number;
  readonly knowledge: Knowledge;
  readonly vocabulary: Vocabulary;
  readonly terms: ToldTerms;
  /** Who did what to whom, for each statement. */
  readonly roles: readonly Roles[];
}

/** A sentence of it. */
export interface UnitSentence extends TokenRange {
  readonly index: number;
  /** Its statements, from the first to before the last. */
  readonly statements: readonly [first: number, end: number];
  readonly untruths: readonly SaidUntrue[];
  readonly deeds: readonly Account[];
  readonly tellings: readonly Telling[];
  /** Actors that the text named before it. */
  readonly before: Named;
}

/** A stretch as a unit; null where it says too little to be matched. */
export function readUnit(source: UnitSource, sentence: UnitSentence, whole: Piece): Unit | null {
  const { reading, knowledge, vocabulary, terms } = source;
  const { tokens } = reading.document;
  const frame = frameOf(sentence.untruths, whole);
  if (frame === 'itself') return null;
  const piece = frame ? within(whole, frame) : whole;
  const { firstToken, tokenEnd } = piece;
  const account = piece.account ?? leadingAccount(tokens, sentence.deeds, firstToken, tokenEnd);
  const telling = account ? statementWith(reading, account, sentence.statements) : -1;
  const position = telling < 0 ? piece.statement : telling;
  const statement = reading.statements[position]!;
  if (statement.checkable < CLUSTERS.leastCheckable) return null;
  const named = subjectBefore(terms.keys, sentence, piece, sentence.before);
  const keys = keysOf(source, piece, sentence, named, vocabulary);
  const quiet = !account && !canBeMatched(tokens, piece, keys, terms, knowledge);
  const tellings = frame ? [] : tellingsOf(tokens, sentence.tellings, piece);
  if (quiet && tellings.length === 0) return null;
  const stretch = { firstToken, tokenEnd, sentence: sentence.index };
  const read = readFacts(
    reading,
    terms,
    knowledge,
    statement,
    { ...stretch, dated: piece.inherits === true, without: piece.without ?? [] },
    vocabulary
  );
  const facts = frame ? framedFacts(read, frame.untrue) : read;
  const roles = source.roles[position]!;
  if (isTag(tokens, piece, roles, terms)) return null;
  const bag = bagOf(keys, vocabulary);
  return {
    document: source.index,
    statement: position,
    sentence: sentence.index,
    firstToken,
    tokenEnd,
    start: tokens[firstToken]!.start,
    end: tokens[tokenEnd - 1]!.end,
    whole: { start: statement.start, end: statement.end },
    bag,
    hasYear: holds(bag, KIND.year, vocabulary),
    hasDay: holds(bag, KIND.day, vocabulary),
    concepts: conceptsOf(bag, vocabulary),
    voice: statement.voice,
    checkable: statement.checkable,
    denied: frame ? frame.untrue : !facts.onlyThen && (statement.polarity === 'deny') !== facts.saysOpposite,
    hedged: statement.certainty === 'hedged',
    runs: runsOf(tokens, terms, piece, vocabulary),
    facts,
    roles: unitRoles(roles, stretch, terms, vocabulary),
    members: readMembership(reading, terms, knowledge, stretch, roles, named.other),
    account: account && frame ? framedAccount(account, frame.untrue) : account,
    tellings,
    quiet: quiet || whole.quiet === true,
    labels: packLabels(labelCandidates(reading, stretch, statement, roles.who, knowledge, frame !== null))
  };
}
