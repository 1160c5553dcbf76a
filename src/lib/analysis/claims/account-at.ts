/** Reads the account that one word of a deed gives: what befell whom, by the words of its clause. */
import type { Token, TokenRange } from '$lib/text/document';
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Match } from '$lib/text/match-patterns';
import type { Quantity } from '$lib/text/read-quantities';
import type { Account, AccountOf } from './account';
import { clauseAround } from './account-clause';
import { countedIn, figureFor, type PlacedDeed } from './account-figures';
import { wordKinds, wordSet } from '../word-kinds';
import { accountWords, affectedBy, type Place } from './account-phrases';
import { yearsOf } from './account-years';
import type { Figure } from './figure';
import { isReportedFuture, isToCome } from './reported-future';

/** Nouns of one clause that say which event it tells. */
const MOST_AROUND = 12;

/** "The locked exits", "ordered that they be locked": no state that is told as so. */
function isLoose(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  knowledge: Knowledge
): boolean {
  const first = tokens[firstToken]!;
  // "Voted to close it": what is to be done is not told as so.
  if (tokens[firstToken - 1]?.normal === 'to' && !isToCome(tokens, firstToken - 1, knowledge)) return true;
  const before = tokens[firstToken - 1];
  if (tokenEnd - firstToken === 1 && tokens[tokenEnd]?.pos === 'NOUN' && before?.pos !== 'PROPN')
    return before?.pos === 'DET' || before?.pos === 'ADJ' || before?.pos === 'ADP' || first.pos === 'ADJ';
  const be = first.normal === 'be' ? before : before?.normal === 'be' ? tokens[firstToken - 2] : undefined;
  return be?.pos === 'NOUN' || be?.pos === 'PRON';
}

/** "Increasing the risk" is something else's doing; "will rise this year" is not. */
function isTransitive(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange): boolean {
  const next = tokens[tokenEnd];
  const object = /^(?:DET|NUM|ADJ|NOUN|PROPN|PRON)$/.test(next?.pos ?? '');
  const time = /^(?:this|next|last)$/.test(next?.normal ?? '');
  return (object && !time) || tokens[firstToken]!.normal.endsWith('ing');
}

/** Tokens between "for" and the unit of time: "for the next three weeks". */
const SPAN_REACH = 4;

/** "Stayed open for three weeks": so long, and otherwise before or after. */
function lastsAWhile(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  knowledge: Knowledge
): boolean {
  const spans = wordSet(knowledge, 'words-figures', 'span');
  return tokens
    .slice(firstToken, tokenEnd)
    .some(
      ({ normal }, i, clause) =>
        normal === 'for' && clause.slice(i + 1, i + 1 + SPAN_REACH).some(({ lemma }) => spans.has(lemma))
    );
}

/** How a clause tells its deed: as so or not, up to now, of all. */
type Telling = Pick<Account, 'denied' | 'reported' | 'planned' | 'lasting' | 'untilNow' | 'whole'>;

/** Null where the clause cannot be trusted to tell it: told as unsure, or denied in a way that may be of something else. */
function howTold({ reading, knowledge }: Place, match: TokenRange, clause: TokenRange): Telling | null {
  const { tokens } = reading.document;
  let denials = 0;
  let unsure = false;
  let untilNow = false;
  let planned = false;
  let reported = false;
  let brief = false;
  const lasting = wordSet(knowledge, 'words-tellings', 'lasting').has(tokens[match.firstToken]!.lemma);
  const toCome = wordSet(knowledge, 'words-tellings', 'planned');
  let whole = false;
  for (let i = clause.firstToken; i < clause.tokenEnd; i++) {
    const { normal } = tokens[i]!;
    // "Pleaded not guilty" is the deed itself.
    const inside = i >= match.firstToken && i < match.tokenEnd;
    if (!inside && accountWords(knowledge, 'denying').has(normal)) {
      denials++;
      // "Drivers dismissed for theft will not return" denies something else.
      unsure ||= i > match.tokenEnd + 1;
    }
    const would = isReportedFuture(tokens, i, knowledge);
    reported ||= would;
    // "Failed the test" is the deed itself, too.
    unsure ||=
      !inside &&
      accountWords(knowledge, 'unsure').has(normal) &&
      // The month of May is no "may".
      !/^(?:NOUN|PROPN)$/.test(tokens[i]!.pos) &&
      !would;
    // "Nobody was arrested for the first hour": later somebody may have been.
    brief ||= (normal === 'first' || normal === 'initially') && tokens[i]!.pos !== 'PROPN';
    untilNow ||= (normal === 'has' || normal === 'have') && i < match.firstToken;
    planned ||= would || toCome.has(normal) || isToCome(tokens, i, knowledge);
    whole ||= accountWords(knowledge, 'whole').has(normal);
  }
  return denials > 1 || unsure || (brief && denials > 0)
    ? null
    : { denied: denials === 1, reported, planned, lasting, untilNow, whole };
}

/** What a clause names: whom or what the deed befalls, and which event it is. */
type Named = Pick<Account, 'names' | 'ofNames' | 'clauseNames' | 'around' | 'dated'>;

/** "The mayor of | Orlec": the name of a place or body that somebody or something belongs to. */
function isBehindOf(tokens: readonly Token[], at: number): boolean {
  let first = at;
  while (tokens[first - 1]?.pos === 'PROPN') first--;
  if (tokens[first - 1]?.pos === 'DET') first--;
  return tokens[first - 1]?.normal === 'of' && tokens[first - 2]?.pos === 'NOUN';
}

function namedIn(
  { reading, terms, knowledge }: Place,
  { match, clause, affected, of }: PlacedDeed,
  figure: Figure | null,
  sentence: TokenRange
): Named {
  const { tokens } = reading.document;
  const names: string[] = [];
  const ofNames: string[] = [];
  const clauseNames: string[] = [];
  const put = (at: number): void => {
    const list = of === 'state' && isBehindOf(tokens, at) ? ofNames : names;
    list.push(tokens[at]!.normal);
  };
  const around = new Set<string>();
  let dated = false;
  const days = accountWords(knowledge, 'days');
  const persons = accountWords(knowledge, 'persons');
  // "The builder, Josef Maly, | was acquitted".
  for (let i = affected.firstToken; i < Math.min(affected.tokenEnd, clause.firstToken); i++)
    if (tokens[i]!.pos === 'PROPN' && !days.has(tokens[i]!.normal)) put(i);
  for (let i = clause.firstToken; i < clause.tokenEnd; i++) {
    const { pos, normal, lemma } = tokens[i]!;
    const phrase = i >= affected.firstToken && i < affected.tokenEnd;
    // "Took the captain into custody" holds whom it befalls.
    if (i >= match.firstToken && i < match.tokenEnd && of !== 'state' && !phrase) continue;
    if (pos !== 'NOUN' && pos !== 'PROPN') continue;
    if (days.has(normal)) {
      dated = true;
      continue;
    }
    const capital = /^\p{Lu}/u.test(tokens[i]!.text) && pos === 'PROPN';
    // "Drinking water": the first word of a sentence before a noun is no name for its capital alone.
    const opens = i === sentence.firstToken && tokens[i + 1]?.pos === 'NOUN';
    if (phrase && capital && !opens) put(i);
    if (capital && i > sentence.firstToken) clauseNames.push(normal);
    if (terms.plain[i] === '' || terms.plain[i]![0] === '#') continue;
    if (figure && figure.firstToken <= i && i < figure.tokenEnd && of !== 'state') continue;
    if (!persons.has(lemma) && !persons.has(normal) && around.size < MOST_AROUND) around.add(lemma);
  }
  return { names, ofNames, clauseNames, around: [...around], dated };
}

/** The account that a word of a deed gives; null where its clause cannot be trusted to tell it. */
export function accountAt(
  place: Place,
  match: Match,
  sentence: TokenRange,
  quantities: readonly Quantity[]
): Account | null {
  const { reading, knowledge } = place;
  const { tokens } = reading.document;
  const [of, how] = match.entry.category.split('-') as [AccountOf, string];
  const deed = match.entry.alternative ?? match.entry.id;
  if (of === 'state' && isLoose(tokens, match, knowledge)) return null;
  if (deed === 'level' && isTransitive(tokens, match)) return null;
  const clause = clauseAround(tokens, match, sentence, knowledge);
  const ofPersons = of === 'state' && accountWords(knowledge, 'states-of-persons').has(deed);
  // "Left the firm last year" tells of whoever left.
  const affected = affectedBy(place, match, clause, ofPersons ? 'undergone' : of === 'state' ? 'state' : how);
  const told = howTold(place, match, clause);
  if (!told) return null;
  const placed: PlacedDeed = { match, clause, affected, of, how };
  const figure = figureFor(place, placed, quantities);
  const needsNone = of === 'toll' && (told.denied || deed === 'arrest' || deed === 'warn');
  if (of !== 'state' && !figure && !needsNone) return null;
  const inMatch =
    figure !== null && figure.firstToken >= match.firstToken && figure.firstToken < match.tokenEnd;
  // "Carrying 312 people ran aground off Skarn": those who are counted, and no more.
  const counted =
    of === 'toll' && inMatch ? { ...placed, affected: { ...figure, head: affected.head } } : placed;
  const named = namedIn(place, counted, figure, sentence);
  const head = (of === 'toll' && figure && countedIn(place, figure)) || affected.head;
  if (of === 'state' && !ofPersons && head === '' && named.names.length === 0) return null;
  return {
    start: match.start,
    end: match.end,
    firstToken: match.firstToken,
    tokenEnd: match.tokenEnd,
    deed,
    of,
    clause,
    // What is denied stands on the other side.
    side: of !== 'state' ? '' : (how === 'a') === told.denied ? 'b' : 'a',
    figure,
    head,
    kin: wordKinds(knowledge, 'words-told-things').get(head) ?? head,
    ofPersons,
    passing:
      of === 'state' &&
      (accountWords(knowledge, 'passing-states').has(deed) ||
        (!ofPersons && lastsAWhile(tokens, clause, knowledge))),
    single: false,
    saysNot: tokens
      .slice(match.firstToken, match.tokenEnd)
      .some(
        ({ normal, lemma }, i) =>
          lemma === 'refuse' ||
          (accountWords(knowledge, 'denying').has(normal) &&
            tokens[match.firstToken + i + 1]?.normal !== 'longer')
      ),
    general: head === '' || accountWords(knowledge, 'everybody').has(head),
    ...named,
    years: yearsOf(place, clause, sentence),
    ...told,
    alone: false
  };
}
