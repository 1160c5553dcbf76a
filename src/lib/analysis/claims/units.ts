import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
import { accountPieces, accountsIn, leadingAccount, statementWith } from './account-pieces';
import type { Account } from './account';
import { readAccounts } from './read-accounts';
import { readTellings } from './told-clauses';
import { tellingPieces, tellingsIn, tellingsOf } from './telling-pieces';
import { bagFrom, isMember, keyIn, MEMBER, type Bag, type Member } from './bags';
import { labelCandidates } from './claim-label';
import { packLabels } from './packed-labels';
import { CLUSTERS } from './cluster-weights';
import { countedKey } from './counts';
import { exactly } from './exact-list';
import { readTerms, type Terms } from './terms';
import { saidUntrue, type SaidUntrue } from './said-untrue';
import { readToldTerms, withPersons } from './told-deeds';
import { readFacts } from './unit-facts';
import { isFailing } from './unit-negations';
import { officeKey } from './offices';
import type { Roles } from './part-auxiliary';
import { stem } from './stem';
import { readRoles } from './part-roles';
import { readMembership } from './unit-members';
import type { Piece } from './piece';
import { readPieces } from './unit-pieces';
import type { Unit } from './unit';
import { unitRoles } from './unit-roles';
import { canBeMatched, type Keys } from './unit-substance';
import { KIND, type Kind, type Vocabulary } from './vocabulary';

const OF_PERSONS = new Set(['he', 'she', 'him', 'her', 'his', 'hers']);
const OF_THINGS = new Set(['it', 'its']);
const OF_ANY = new Set(['they', 'them', 'their']);

/** Actors named last, whom a pronoun may stand for; '' where none was. */
interface Named {
  readonly person: string;
  readonly other: string;
  readonly any: string;
}

function nameLast(named: Named, key: string): Named {
  return key.startsWith('@person') ? { ...named, person: key, any: key } : { ...named, other: key, any: key };
}

const OWNERS = new Set(['his', 'her', 'hers']);

/** "No nurse will lose her job": whoever owns it is named in the stretch itself. */
function isOwned(tokens: readonly Token[], from: number, at: number): boolean {
  if (!OWNERS.has(tokens[at]!.normal)) return false;
  for (let i = from; i < at; i++) if (tokens[i]!.pos === 'NOUN' || tokens[i]!.pos === 'PROPN') return true;
  return false;
}

/** Whom a pronoun stands for most likely; '' for any other word. */
function resolve(normal: string, named: Named): string {
  if (OF_PERSONS.has(normal)) return named.person;
  if (OF_THINGS.has(normal)) return named.other;
  return OF_ANY.has(normal) ? named.any : '';
}

/** Two keys as one number. */
const RUN = 2 ** 24;

/** Sentences longer than this give no context beyond the clause. */
const LONGEST_CONTEXT = 120;

/** Tokens before a pronoun in its sentence that are looked at: a sentence may be a megabyte long. */
const FARTHEST_SUBJECT = 1_000;

function keysOf(
  reading: Reading,
  terms: Terms,
  piece: Piece,
  sentence: TokenRange,
  before: Named,
  vocabulary: Vocabulary
): Keys {
  const { tokens } = reading.document;
  const { keys } = terms;
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
      resolved = resolve(tokens[i]!.normal, before);
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

function conceptsOf(bag: Bag, vocabulary: Vocabulary): Bag {
  const found = new Map<number, Member>();
  for (const entry of bag) {
    const concept = vocabulary.conceptOf(keyIn(entry));
    const member = (entry & 3) as Member;
    if (concept > 0) found.set(concept, Math.min(member, found.get(concept) ?? MEMBER.context) as Member);
  }
  return bagFrom([...found]);
}

const holds = (bag: Bag, kind: Kind, vocabulary: Vocabulary): boolean =>
  bag.some((entry) => isMember(entry) && vocabulary.kindOf(keyIn(entry)) === kind);

function bagOf(keys: Keys, vocabulary: Vocabulary): Bag {
  return bagFrom([...keys].map(([key, member]) => [vocabulary.idOf(key), member]));
}

/** Pairs of telling words that stand side by side. */
function runsOf(
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

/** The first actors of a sentence before a place in it are whom a pronoun there stands for, else those before. */
function subjectBefore(
  keys: readonly string[],
  sentence: TokenRange,
  { firstToken }: { readonly firstToken: number },
  before: Named
): Named {
  let named = before;
  const end = Math.min(firstToken, sentence.tokenEnd);
  const start = Math.max(sentence.firstToken, end - FARTHEST_SUBJECT);
  // Backwards, so that the first of the sentence is noted last.
  for (let i = end - 1; i >= start; i--) {
    if (keys[i]![0] === '@') named = nameLast(named, keys[i]!);
  }
  return named;
}

const SAY = stem('say');

/** ", the head of the school": what somebody is, and no deed. */
function isApposition(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from]?.text !== ',' || from >= to) return false;
  for (let i = from; i < to; i++) if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return false;
  return true;
}

/** "Said Ann Lee, the head of the school": who spoke, and nothing of what was said. */
function isTag(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  { head, who }: Roles,
  { keys, plain, words }: Terms
): boolean {
  if (!head || !who || head.head < firstToken || head.head >= tokenEnd) return false;
  // '… in the world," gushed Ann Lee': behind a quotation any verb is one of saying.
  const behindQuotation = head.head === firstToken && /^["”’]$/u.test(tokens[firstToken - 1]?.text ?? '');
  if (plain[head.head] !== SAY && !behindQuotation) return false;
  // What stands beside the name and the verb tells no more than who it is.
  const from = Math.min(who.firstToken, head.head);
  const to = Math.max(who.tokenEnd, head.head + 1);
  const end = isApposition(tokens, to, tokenEnd) ? to : tokenEnd;
  for (let i = firstToken; i < end; i++) {
    if (i >= from && i < to) continue;
    if (keys[i] !== '' && keys[i]![0] !== '@' && !words.isLight(keys[i]!)) return false;
  }
  return true;
}

const UNNEGATED = { negated: [], negates: false, negatesThing: false, turns: 0 };

/** A piece without the words that call it untrue. */
const within = (piece: Piece, { firstToken, tokenEnd }: TokenRange): Piece => ({
  ...piece,
  firstToken: Math.max(piece.firstToken, firstToken),
  tokenEnd: Math.min(piece.tokenEnd, tokenEnd)
});

/** What calls a piece untrue: null for nothing, "itself" where the piece is no more than the words that do. */
function frameOf(untruths: readonly SaidUntrue[], piece: TokenRange): SaidUntrue | 'itself' | null {
  for (const untruth of untruths) {
    if (piece.firstToken < untruth.tokenEnd && piece.tokenEnd > untruth.firstToken) return untruth;
    if (piece.firstToken === untruth.tokenEnd && piece.tokenEnd <= untruth.frameEnd + 1) return 'itself';
  }
  return null;
}

/** A deed that the words around it call untrue, or true after all. */
function framed(account: Account, untrue: boolean): Account {
  const { side } = account;
  const turned = side === '' || account.denied === untrue ? side : side === 'a' ? 'b' : 'a';
  return { ...account, denied: untrue, side: turned };
}

/**
 * The stretches of one document that can be matched, in text order. Linear in the length of the text.
 *
 * @param index number of the document
 * @param told whether short clauses are read, too, for what a text of the same event can contradict
 */
export function readUnits(
  reading: Reading,
  index: number,
  knowledge: Knowledge,
  vocabulary: Vocabulary,
  told = false
): Unit[] {
  const { statements, document } = reading;
  const { tokens } = document;
  const named = readToldTerms(reading, readTerms(reading, knowledge), knowledge);
  const terms = withPersons(reading, named, (key) => vocabulary.has(key));
  const { facts } = readActorNames(reading, knowledge);
  for (const [actor, { name }] of facts) vocabulary.noteShown(vocabulary.idOf(`@${actor}`), name);
  const units: Unit[] = [];
  const roles = readRoles(reading, knowledge);
  const accounts = readAccounts(reading, terms, knowledge);
  const tellings = told ? readTellings(reading, terms, knowledge) : null;
  let before: Named = { person: '', other: '', any: '' };
  for (let first = 0, end = 0; first < statements.length; first = end) {
    const sentenceIndex = statements[first]!.sentence;
    while (end < statements.length && statements[end]!.sentence === sentenceIndex) end++;
    const sentence = document.sentences[sentenceIndex]!;
    const untruths = saidUntrue(reading, knowledge, sentence);
    const deeds = accountsIn(accounts, sentence.firstToken, sentence.tokenEnd);
    const plain = readPieces(reading, terms, first, end);
    const more = accountPieces(reading, deeds, plain, [first, end], sentence.firstToken);
    const clauses = tellings ? tellingsIn(tellings, sentence) : [];
    const short = tellingPieces(reading, clauses, [...plain, ...more], [first, end]);
    for (const whole of [...plain, ...more, ...short]) {
      const frame = frameOf(untruths, whole);
      if (frame === 'itself') continue;
      const piece = frame ? within(whole, frame) : whole;
      const account = piece.account ?? leadingAccount(tokens, deeds, piece.firstToken, piece.tokenEnd);
      const telling = account ? statementWith(reading, account, [first, end]) : -1;
      const position = telling < 0 ? piece.statement : telling;
      const statement = statements[position]!;
      if (statement.checkable < CLUSTERS.leastCheckable) continue;
      const named = subjectBefore(terms.keys, sentence, piece, before);
      const keys = keysOf(reading, terms, piece, sentence, named, vocabulary);
      const quiet = !account && !canBeMatched(tokens, piece, keys, terms);
      const own = frame ? [] : tellingsOf(tokens, clauses, piece);
      if (quiet && own.length === 0) continue;
      const stretch = { firstToken: piece.firstToken, tokenEnd: piece.tokenEnd, sentence: sentenceIndex };
      const read = readFacts(
        reading,
        terms,
        knowledge,
        statement,
        { ...stretch, dated: piece.inherits === true, without: piece.without ?? [] },
        vocabulary
      );
      // The words that call it untrue negate no word of what is told.
      const facts = frame ? { ...read, ...UNNEGATED, deniedByHolder: frame.untrue } : read;
      if (isTag(tokens, piece, roles[position]!, terms)) continue;
      const bag = bagOf(keys, vocabulary);
      const parts = roles[position]!;
      units.push({
        document: index,
        statement: position,
        sentence: sentenceIndex,
        firstToken: piece.firstToken,
        tokenEnd: piece.tokenEnd,
        start: tokens[piece.firstToken]!.start,
        end: tokens[piece.tokenEnd - 1]!.end,
        whole: { start: statement.start, end: statement.end },
        bag,
        hasYear: holds(bag, KIND.year, vocabulary),
        hasDay: holds(bag, KIND.day, vocabulary),
        concepts: conceptsOf(bag, vocabulary),
        voice: statement.voice,
        checkable: statement.checkable,
        denied: frame
          ? frame.untrue
          : !facts.onlyThen && (statement.polarity === 'deny') !== facts.saysOpposite,
        hedged: statement.certainty === 'hedged',
        runs: runsOf(tokens, terms, piece, vocabulary),
        facts,
        roles: unitRoles(parts, stretch, terms, vocabulary),
        members: readMembership(reading, terms, knowledge, stretch, parts, named.other),
        account: account && frame ? framed(account, frame.untrue) : account,
        tellings: own,
        quiet: quiet || whole.quiet === true,
        labels: packLabels(labelCandidates(reading, stretch, statement, parts.who, knowledge, frame !== null))
      });
    }
    before = subjectBefore(terms.keys, sentence, { firstToken: sentence.tokenEnd }, before);
  }
  return units;
}
