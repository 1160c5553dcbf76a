/** The figure that a deed of the news is told with: how many of whom, how long, what share, what it cost. */
import type { Token, TokenRange } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import type { Quantity } from '$lib/text/read-quantities';
import type { AccountOf } from './account';
import { accountWords, type Affected, type Place } from './account-phrases';
import { SPAN, type Figure } from './figure';

/** Tokens between a verb and the figure of what it is done to. */
const OBJECT_REACH = 5;
/** Tokens behind "the death toll" in which its figure stands. */
const TOLL_REACH = 6;

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

/** A deed of the news where it stands in its text. */
export interface PlacedDeed {
  readonly match: Match;
  readonly clause: TokenRange;
  readonly affected: Affected;
  readonly of: AccountOf;
  /** How the word tells it: done, undergone, as a noun. */
  readonly how: string;
}

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

const inside =
  (from: number, to: number) =>
  ({ firstToken, tokenEnd }: TokenRange): boolean =>
    firstToken >= from && tokenEnd <= to;

const opensIn =
  (range: TokenRange) =>
  ({ firstToken }: TokenRange): boolean =>
    firstToken >= range.firstToken && firstToken < range.tokenEnd;

/** "A man aged 33", "Per Aas, 51, was arrested": how old, not how many. */
function isAge(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.normal === 'aged') return true;
  return tokens[at - 1]?.text === ',' && tokens[at + 1]?.text === ',' && tokens[at - 2]?.pos === 'PROPN';
}

/** What a figure counts, by its word: "2,600 people"; '' where it stands alone. */
export function countedIn({ reading, knowledge }: Place, { firstToken, tokenEnd }: TokenRange): string {
  const { tokens } = reading.document;
  for (let i = tokenEnd - 1; i >= firstToken; i--) {
    const { pos, lemma } = tokens[i]!;
    if (pos === 'NOUN' && !accountWords(knowledge, 'containers').has(lemma)) return lemma;
  }
  return '';
}

/** How many of whom: the figure that stands where those are named. */
function tollOf(
  place: Place,
  { match, clause, affected, how }: PlacedDeed,
  quantities: readonly Quantity[]
): Figure | null {
  const plain = quantities.filter(
    ({ kind, unit, firstToken }) =>
      (kind === 'count' || kind === 'number' || kind === 'range') &&
      unit === null &&
      !isAge(place.reading.document.tokens, firstToken)
  );
  const behind = (reach: number): Quantity | undefined =>
    plain.find(inside(match.tokenEnd, Math.min(clause.tokenEnd, match.tokenEnd + reach)));
  const before = affected.tokenEnd <= match.firstToken;
  // "Has 340 employees": the figure is part of what was found.
  let found = plain.find(opensIn(match));
  found ??= before
    ? plain.find((quantity) => opensIn(affected)(quantity) && quantity.tokenEnd <= clause.tokenEnd)
    : behind(OBJECT_REACH + 3);
  if (found && !before && found.firstToken > match.tokenEnd + OBJECT_REACH) found = undefined;
  if (!found && how === 'noun') found = behind(TOLL_REACH);
  if (!found || found.low === null) return null;
  const head = countedIn(place, found) || affected.head;
  const general = head === '' || accountWords(place.knowledge, 'everybody').has(head) || how === 'noun';
  return asFigure(place, found, 'toll', general ? 'all' : 'some');
}

/** How long it took. */
function spanOf(place: Place, quantities: readonly Quantity[]): Figure | null {
  for (const quantity of quantities) {
    const { unit, counted: noun, low } = quantity;
    const length = MINUTES.get(unit ?? noun ?? '');
    if (!length || low === null) continue;
    const figure = asFigure(place, quantity, `${SPAN} minutes`, null);
    return { ...figure, low: figure.low * length[0], high: figure.high * length[1] };
  }
  return null;
}

function shareOf(place: Place, quantities: readonly Quantity[]): Figure | null {
  const share = quantities.find(({ kind }) => kind === 'percent');
  if (!share) return null;
  // "Two thirds" is a rough share.
  const rough = !/^\d/u.test(place.reading.document.text.slice(share.start, share.end));
  return asFigure(place, rough ? { ...share, bound: 'about' } : share, 'share', null);
}

function sumOf(place: Place, quantities: readonly Quantity[]): Figure | null {
  const currency = accountWords(place.knowledge, 'currency');
  const money = quantities.find(({ kind, counted: noun }) => kind === 'money' || currency.has(noun ?? ''));
  return money ? asFigure(place, money, `money ${money.unit ?? money.counted ?? ''}`, null) : null;
}

/** The figure that a deed is told with; null where its clause gives none. */
export function figureFor(place: Place, deed: PlacedDeed, quantities: readonly Quantity[]): Figure | null {
  if (deed.of === 'toll') return tollOf(place, deed, quantities);
  if (deed.of === 'state') {
    const number = quantities.find(
      (quantity) => quantity.kind === 'count' && opensIn(deed.affected)(quantity)
    );
    return number ? asFigure(place, number, 'toll', null) : null;
  }
  const own = quantities.filter(inside(deed.clause.firstToken, deed.clause.tokenEnd));
  if (deed.of === 'span') return spanOf(place, own);
  return deed.of === 'share' ? shareOf(place, own) : sumOf(place, own);
}
