/** What a number counts or measures: currencies, shares, measures, and the noun phrase after it. */
import type { Token } from './document';

/** Signs and codes of currencies. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['usd', 'USD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['a$', 'AUD'],
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['€', 'EUR'],
  ['eur', 'EUR'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['rs', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₴', 'UAH']
]);
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['dollar', 'USD'],
  ['euro', 'EUR'],
  ['pound', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['rupee', 'INR'],
  ['ruble', 'RUB'],
  ['rouble', 'RUB'],
  ['hryvnia', 'UAH'],
  ['franc', 'CHF'],
  ['peso', 'MXN'],
  ['won', 'KRW'],
  ['zloty', 'PLN']
]);
/** Nouns that measure rather than count. */
export const MEASURES: ReadonlySet<string> = new Set(
  (
    'second minute hour day week month year decade century inch foot yard mile metre meter km kilometre kilometer cm ' +
    'mm kg kilogram gram pound ounce ton tonne litre liter gallon barrel acre hectare degree watt kilowatt megawatt ' +
    "gigawatt mph kph volt point time a.m. p.m. o'clock"
  ).split(' ')
);
/** Words that are part of a measure's name. */
const OF_MEASURES = /^(?:nautical|square|cubic|metric)$/u;

/** The measure that a noun phrase names, such as "mile" or "square kilometer"; null for what is counted. */
export function measureOf(counted: string, modifiers: readonly string[]): string | null {
  const [word, ...more] = modifiers;
  if (!MEASURES.has(counted) || more.length > 0) return null;
  if (word === undefined) return counted;
  return OF_MEASURES.test(word) ? `${word} ${counted}` : null;
}

/** Tokens of a noun phrase that is read after a number. */
const MAX_PHRASE = 5;

interface Unit {
  readonly unit: string;
  readonly end: number;
}

/** False where a line break and a capital show that the next token belongs to another block. */
export function touches(tokens: readonly Token[], i: number, text: string): boolean {
  const before = tokens[i - 1]!;
  const token = tokens[i]!;
  if (token.start - before.end < 1) return true;
  return !(/^\p{Lu}/u.test(token.text) && text.slice(before.end, token.start).includes('\n'));
}

/** "%", "per cent", "percentage points". */
export function shareUnit(tokens: readonly Token[], i: number): Unit | null {
  const { normal } = tokens[i]!;
  const after = tokens[i + 1];
  if (normal === '%' || normal === 'percent' || normal === 'pc') return { unit: '%', end: i + 1 };
  if (normal === 'per' && after?.normal === 'cent') return { unit: '%', end: i + 2 };
  if (normal === 'percentage' && after?.lemma === 'point') return { unit: 'pp', end: i + 2 };
  return normal === 'pp' ? { unit: 'pp', end: i + 1 } : null;
}

/** Tokens before "136 pounds" in which a verb says that it is a weight. */
const WEIGHING_REACH = 6;

/** "Weighed 136 pounds", "50 pounds of flour", "ten pounds heavier": no money. */
function isWeight(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]!.lemma !== 'pound') return false;
  const [after, next] = [tokens[i + 1], tokens[i + 2]];
  if (after?.normal === 'of' && next?.pos === 'NOUN') return true;
  if (/^(?:heavier|lighter|overweight|underweight)$/u.test(after?.normal ?? '')) return true;
  return tokens.slice(Math.max(0, i - WEIGHING_REACH), i).some(({ lemma }) => lemma === 'weigh');
}

/** The currency named after an amount. */
export function currencyAt(tokens: readonly Token[], i: number): Unit | null {
  for (let at = i; at <= i + 1; at++) {
    const token = tokens[at];
    if (!token) return null;
    const unit =
      CURRENCIES.get(token.lemma) ?? (/^[A-Z]{3}$/.test(token.text) ? SIGNS.get(token.normal) : undefined);
    // "won" is a currency only where it is no verb.
    if (unit && token.pos !== 'VERB') return isWeight(tokens, at) ? null : { unit, end: at + 1 };
    if (token.pos !== 'PROPN' && token.pos !== 'ADJ') return null;
  }
  return null;
}

interface Phrase {
  readonly counted: string;
  readonly modifiers: readonly string[];
  readonly end: number;
}

/** The noun phrase a number counts: "member countries", "multinational battalions", "of thousands of people" not. */
export function nounPhrase(tokens: readonly Token[], i: number, text: string): Phrase | null {
  const lemmas: string[] = [];
  let head = -1;
  for (let at = i; at < tokens.length && at < i + MAX_PHRASE; at++) {
    const token = tokens[at]!;
    if (!touches(tokens, at, text)) break;
    if (token.text === '-' && tokens[at + 1]?.start === token.end) continue;
    if (token.pos === 'NOUN') head = at;
    else if (token.pos === 'PROPN' && head >= 0) break;
    else if (
      token.pos !== 'ADJ' &&
      token.pos !== 'PROPN' &&
      !(token.pos === 'VERB' && /(?:ed|ing)$/.test(token.normal))
    )
      break;
    if (token.pos === 'VERB' && head >= 0) break;
    lemmas.push(token.lemma);
    if (head === at && tokens[at + 1]?.pos !== 'NOUN') break;
  }
  if (head < 0) return null;
  const counted = tokens[head]!.lemma;
  return { counted, modifiers: lemmas.slice(0, -1), end: head + 1 };
}

/** "a total of 12 countries", "all 30 members": the count begins there. */
export function totalBefore(tokens: readonly Token[], i: number): number {
  if (tokens[i - 1]?.normal === 'of' && tokens[i - 2]?.normal === 'total') {
    return tokens[i - 3]?.normal === 'a' ? i - 3 : i - 2;
  }
  return i;
}
