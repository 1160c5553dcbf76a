/** Reads deeds of the news, whatever the words: who died, was hurt, dismissed; what closed, what it cost, how long it took. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import { readQuantities, type Quantity } from '$lib/text/read-quantities';
import type { Reading } from '../reading';
import type { Account, AccountOf } from './account';
import { clauseAround } from './account-clause';
import { accountWords, affectedBy, type Affected, type Place } from './account-phrases';
import { SPAN, type Figure } from './figure';
import { numbersDiffer } from './figure-differences';
import type { Terms } from './terms';

const LIST = 'claim-deed-classes';
/** Tokens between a verb and the figure of what it is done to. */
const OBJECT_REACH = 5;
/** Tokens behind "the death toll" in which its figure stands. */
const TOLL_REACH = 6;
/** Nouns of one clause that say which event it tells. */
const MOST_AROUND = 12;

function asFigure(
  { reading: { document } }: Place,
  quantity: Quantity,
  measure: string,
  persons: Figure['persons']
): Figure {
  const { firstToken, tokenEnd, low, high, bound, start, end } = quantity;
  const words = document.text.slice(start, end).replace(/\s+/gu, ' ');
  const value = measure === 'toll' ? (low === high ? String(low) : `${low}–${high}`) : words;
  return {
    firstToken,
    tokenEnd,
    start,
    end,
    measure,
    low: low ?? 0,
    high: high ?? 0,
    bound,
    value,
    date: null,
    deed: '',
    about: [],
    head: '',
    persons
  };
}

/** How many of whom: the figure that stands where those are named. */
function tollOf(
  place: Place,
  match: Match,
  clause: TokenRange,
  affected: Affected,
  how: string,
  quantities: readonly Quantity[]
): Figure | null {
  const plain = quantities.filter(
    ({ kind, unit }) => (kind === 'count' || kind === 'number' || kind === 'range') && unit === null
  );
  const inside = (from: number, to: number): Quantity | undefined =>
    plain.find(({ firstToken, tokenEnd }) => firstToken >= from && tokenEnd <= to);
  const before = affected.tokenEnd <= match.firstToken;
  let found = before
    ? plain.find(
        ({ firstToken, tokenEnd }) =>
          firstToken >= affected.firstToken && firstToken < affected.tokenEnd && tokenEnd <= clause.tokenEnd
      )
    : inside(match.tokenEnd, Math.min(clause.tokenEnd, match.tokenEnd + OBJECT_REACH + 3));
  if (found && !before && found.firstToken > match.tokenEnd + OBJECT_REACH) found = undefined;
  if (!found && how === 'noun')
    found = inside(match.tokenEnd, Math.min(clause.tokenEnd, match.tokenEnd + TOLL_REACH));
  if (!found || found.low === null) return null;
  const general =
    affected.head === '' || accountWords(place.knowledge, 'everybody').has(affected.head) || how === 'noun';
  return asFigure(place, found, `toll`, general ? 'all' : 'some');
}

/** Units of time in minutes, the least and the most that a name may stand for: months vary in length. */
const DAY = 24 * 60;
const MINUTES: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['minute', [1, 1]],
  ['hour', [60, 60]],
  ['day', [DAY, DAY]],
  ['week', [7 * DAY, 7 * DAY]],
  ['month', [28 * DAY, 31 * DAY]],
  ['year', [365 * DAY, 366 * DAY]]
]);

function spanOf(place: Place, clause: TokenRange, quantities: readonly Quantity[]): Figure | null {
  for (const quantity of quantities) {
    const { firstToken, tokenEnd, unit, counted: noun, low } = quantity;
    const length = MINUTES.get(unit ?? noun ?? '');
    if (!length || low === null || firstToken < clause.firstToken || tokenEnd > clause.tokenEnd) continue;
    const figure = asFigure(place, quantity, `${SPAN} minutes`, null);
    return { ...figure, low: figure.low * length[0], high: figure.high * length[1] };
  }
  return null;
}

function figureFor(
  place: Place,
  match: Match,
  clause: TokenRange,
  affected: Affected,
  of: AccountOf,
  how: string,
  quantities: readonly Quantity[]
): Figure | null {
  if (of === 'toll') return tollOf(place, match, clause, affected, how, quantities);
  if (of === 'span') return spanOf(place, clause, quantities);
  if (of === 'state') {
    const number = quantities.find(
      ({ kind, firstToken }) =>
        kind === 'count' && firstToken >= affected.firstToken && firstToken < affected.tokenEnd
    );
    return number ? asFigure(place, number, 'toll', null) : null;
  }
  const { reading } = place;
  if (of === 'share') {
    const share = quantities.find(
      ({ kind, firstToken, tokenEnd }) =>
        kind === 'percent' && firstToken >= clause.firstToken && tokenEnd <= clause.tokenEnd
    );
    // "Two thirds" is a rough share.
    const rough = share && !/^\d/u.test(reading.document.text.slice(share.start, share.end));
    return share ? asFigure(place, rough ? { ...share, bound: 'about' } : share, 'share', null) : null;
  }
  const currency = accountWords(place.knowledge, 'currency');
  const money = quantities.find(
    ({ kind, counted: noun, firstToken, tokenEnd }) =>
      (kind === 'money' || currency.has(noun ?? '')) &&
      firstToken >= clause.firstToken &&
      tokenEnd <= clause.tokenEnd
  );
  return money ? asFigure(place, money, `money ${money.unit ?? money.counted ?? ''}`, null) : null;
}

/** "The locked exits", "ordered that they be locked": no state that is told as so. */
function isLoose(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange): boolean {
  const first = tokens[firstToken]!;
  // "Voted to close it": what is to be done is not told as so.
  if (tokens[firstToken - 1]?.normal === 'to') return true;
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

/** One account; null where the clause cannot be trusted to tell it. */
function accountAt(
  place: Place,
  match: Match,
  sentence: TokenRange,
  quantities: readonly Quantity[]
): Account | null {
  const { reading, terms, knowledge } = place;
  const { tokens } = reading.document;
  const [of, how] = match.entry.category.split('-') as [AccountOf, string];
  const deed = match.entry.alternative ?? match.entry.id;
  const clause = clauseAround(tokens, match, sentence, knowledge);
  if (of === 'state' && isLoose(tokens, match)) return null;
  if (deed === 'level' && isTransitive(tokens, match)) return null;
  const affected = affectedBy(place, match, clause, of === 'state' ? 'state' : how);
  let denials = 0;
  let unsure = false;
  let untilNow = false;
  let dated = false;
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
    unsure ||= accountWords(knowledge, 'unsure').has(normal) && tokens[i]!.pos !== 'PROPN';
    untilNow ||= (normal === 'has' || normal === 'have') && i < match.firstToken;
    whole ||= accountWords(knowledge, 'whole').has(normal);
  }
  if (denials > 1 || unsure) return null;
  const figure = figureFor(place, match, clause, affected, of, how, quantities);
  const denied = denials === 1;
  if (of !== 'state' && !figure && !(of === 'toll' && (denied || deed === 'arrest' || deed === 'warn')))
    return null;
  const names: string[] = [];
  const clauseNames: string[] = [];
  const around = new Set<string>();
  const persons = accountWords(knowledge, 'persons');
  // "The builder, Josef Maly, | was acquitted".
  for (let i = affected.firstToken; i < Math.min(affected.tokenEnd, clause.firstToken); i++)
    if (tokens[i]!.pos === 'PROPN' && !accountWords(knowledge, 'days').has(tokens[i]!.normal))
      names.push(tokens[i]!.normal);
  for (let i = clause.firstToken; i < clause.tokenEnd; i++) {
    const { pos, normal, lemma } = tokens[i]!;
    if (i >= match.firstToken && i < match.tokenEnd && of !== 'state') continue;
    if (pos !== 'NOUN' && pos !== 'PROPN') continue;
    if (accountWords(knowledge, 'days').has(normal)) {
      dated = true;
      continue;
    }
    const phrase = i >= affected.firstToken && i < affected.tokenEnd;
    const capital = /^\p{Lu}/u.test(tokens[i]!.text) && pos === 'PROPN';
    // "Drinking water": the first word of a sentence before a noun is no name for its capital alone.
    const opens = i === sentence.firstToken && tokens[i + 1]?.pos === 'NOUN';
    if (phrase && capital && !opens) names.push(normal);
    if (capital && i > sentence.firstToken) clauseNames.push(normal);
    if (terms.plain[i] === '' || terms.plain[i]![0] === '#') continue;
    if (figure && figure.firstToken <= i && i < figure.tokenEnd && of !== 'state') continue;
    if (!persons.has(lemma) && !persons.has(normal) && around.size < MOST_AROUND) around.add(lemma);
  }
  if (of === 'state' && affected.head === '' && names.length === 0) return null;
  const side = of === 'state' ? (how === 'a' ? 'a' : 'b') : '';
  return {
    start: match.start,
    end: match.end,
    firstToken: match.firstToken,
    tokenEnd: match.tokenEnd,
    deed,
    of,
    clause,
    side: side === '' || !denied ? side : side === 'a' ? 'b' : 'a',
    figure,
    head: affected.head,
    general: affected.head === '' || accountWords(knowledge, 'everybody').has(affected.head),
    whole,
    names,
    clauseNames,
    around: [...around],
    denied,
    untilNow,
    dated,
    alone: false
  };
}

const remembered = new WeakMap<
  Reading,
  { readonly knowledge: Knowledge; readonly accounts: readonly Account[] }
>();

/** The accounts of one text, in text order; read once. Linear in its length. */
export function readAccounts(reading: Reading, terms: Terms, knowledge: Knowledge): readonly Account[] {
  const known = remembered.get(reading);
  if (known?.knowledge === knowledge) return known.accounts;
  const accounts = knowledge.lexicons[LIST] ? build({ reading, terms, knowledge }) : [];
  remembered.set(reading, { knowledge, accounts });
  return accounts;
}

function build(place: Place): readonly Account[] {
  const { document } = place.reading;
  const matches = place.reading.hits(LIST);
  const found: Account[] = [];
  let at = 0;
  for (const sentence of document.sentences) {
    while (at < matches.length && matches[at]!.firstToken < sentence.firstToken) at++;
    if (at >= matches.length) break;
    if (matches[at]!.firstToken >= sentence.tokenEnd) continue;
    const quantities = readQuantities(
      document.tokens.slice(sentence.firstToken, sentence.tokenEnd),
      document.text
    ).map((quantity) => ({
      ...quantity,
      firstToken: quantity.firstToken + sentence.firstToken,
      tokenEnd: quantity.tokenEnd + sentence.firstToken
    }));
    for (; at < matches.length && matches[at]!.firstToken < sentence.tokenEnd; at++) {
      const account = accountAt(place, matches[at]!, sentence, quantities);
      if (account) found.push(account);
    }
  }
  return markAlone(found);
}

/** The deed, of a state also of what: told of two things it is two. */
const nameOf = ({ of, deed, head, names }: Account): string =>
  of === 'state' ? `${deed} ${head || names.join(' ')}` : deed;

/** Marks those whose text gives no other figure for such a deed. */
function markAlone(accounts: readonly Account[]): readonly Account[] {
  const byDeed = new Map<string, Account[]>();
  for (const account of accounts) {
    const name = nameOf(account);
    const known = byDeed.get(name);
    if (known) known.push(account);
    else byDeed.set(name, [account]);
  }
  return accounts.map((account) => {
    const own = byDeed.get(nameOf(account))!;
    const alone = own.every((other) => agrees(account, other));
    return alone ? { ...account, alone } : account;
  });
}

function agrees(a: Account, b: Account): boolean {
  if (a === b) return true;
  if (a.of === 'state') return a.side === b.side;
  if (!a.figure || !b.figure) return a.denied === b.denied;
  return a.denied === b.denied && a.figure.measure === b.figure.measure && !numbersDiffer(a.figure, b.figure);
}
