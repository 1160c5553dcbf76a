import { dateAt } from './dates';
import type { Span, Token, TokenRange } from './document';
import { factorAt, figureOf, fractionAt, numberAt, type FoundNumber } from './number-words';

/** What a quantity measures. `range` is a plain "10 to 15"; ranges of money, shares and counts keep their kind. */
export type QuantityKind = 'number' | 'money' | 'percent' | 'range' | 'date' | 'year' | 'count';

/** How exactly it is said: "about 50", "at least 50", "up to 50"; null for a plain figure. */
export type Bound = 'about' | 'at-least' | 'at-most' | null;

/** A number, amount, share, count, date or year, as said and as normalised. */
export interface Quantity extends Span, TokenRange {
  readonly kind: QuantityKind;
  /** Lowest and highest value; the same for a single one. For dates the year, or null where none is named. */
  readonly low: number | null;
  readonly high: number | null;
  /** ISO currency code, "%", "pp" (percentage points), or the lemma of a measure ("year", "mile"); else null. */
  readonly unit: string | null;
  /** For counts, the lemma of what is counted: "country" in "30 member countries". */
  readonly counted: string | null;
  /** For counts, the lemmas between number and noun: ["member"]. */
  readonly modifiers: readonly string[];
  readonly bound: Bound;
  /** For dates and years: ISO 8601 as far as it goes ("1949-04-04", "1949-04", "--04-04", "1997/1999"). */
  readonly date: string | null;
}

const SIGNS: ReadonlyMap<string, string> = new Map([
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
const MEASURES: ReadonlySet<string> = new Set(
  (
    'second minute hour day week month year decade century inch foot yard mile metre meter km kilometre kilometer cm ' +
    'mm kg kilogram gram pound ounce ton tonne litre liter gallon barrel acre hectare degree watt kilowatt megawatt ' +
    "gigawatt mph kph volt point time a.m. p.m. o'clock"
  ).split(' ')
);
/** Labels whose number is a name, not an amount: "Article 5". */
const LABELS: ReadonlySet<string> = new Set(
  (
    'article chapter section resolution no. number page phase type class figure fig. table act amendment rule route ' +
    'highway flight channel unit level step part volume version grade title room line verse paragraph clause annex ' +
    'appendix item question protocol directive convention group district zone area apollo boeing season episode'
  ).split(' ')
);

const BOUNDS: readonly (readonly [readonly string[], Exclude<Bound, null>])[] = [
  [['no', 'more', 'than'], 'at-most'],
  [['no', 'fewer', 'than'], 'at-least'],
  [['no', 'less', 'than'], 'at-least'],
  [['as', 'many', 'as'], 'at-most'],
  [['as', 'much', 'as'], 'at-most'],
  [['as', 'few', 'as'], 'at-least'],
  [['more', 'than'], 'at-least'],
  [['less', 'than'], 'at-most'],
  [['fewer', 'than'], 'at-most'],
  [['at', 'least'], 'at-least'],
  [['at', 'most'], 'at-most'],
  [['up', 'to'], 'at-most'],
  [['close', 'to'], 'about'],
  [['upwards', 'of'], 'at-least'],
  [['an', 'estimated'], 'about'],
  [['over'], 'at-least'],
  [['above'], 'at-least'],
  [['exceeding'], 'at-least'],
  [['under'], 'at-most'],
  [['below'], 'at-most'],
  [['about'], 'about'],
  [['around'], 'about'],
  [['approximately'], 'about'],
  [['roughly'], 'about'],
  [['nearly'], 'about'],
  [['almost'], 'about'],
  [['some'], 'about'],
  [['circa'], 'about'],
  [['approx.'], 'about'],
  [['estimated'], 'about'],
  [['~'], 'about']
];

/** Tokens of a noun phrase that is read after a number. */
const MAX_PHRASE = 5;

/**
 * Finds the quantities in a run of tokens, left to right and without overlap. Token indices are into the run
 * given. Ordinals, labels ("Article 5"), scores ("5-4") and clock times are not quantities. Linear in its length.
 */
export function readQuantities(tokens: readonly Token[], text: string): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length;) {
    const quantity = quantityAt(tokens, i, text);
    if (quantity) found.push(quantity);
    i = quantity ? quantity.tokenEnd : i + 1;
  }
  return found;
}

function quantityAt(tokens: readonly Token[], i: number, text: string): Quantity | null {
  const dated = dateAt(tokens, i);
  if (dated && !labelled(tokens, i)) {
    const { kind, low, high, date } = dated;
    const bound = kind === 'year' && tokens[i - 1]?.normal === 'over' ? null : boundBefore(tokens, i);
    return make(tokens, dated.start, dated.end, { kind, low, high, date, bound });
  }
  const fraction = fractionAt(tokens, i);
  if (fraction) {
    const share = 100 * fraction.value;
    const bound = boundBefore(tokens, i);
    return make(tokens, i, fraction.end, { kind: 'percent', low: share, high: share, unit: '%', bound });
  }
  const sign = SIGNS.get(tokens[i]!.normal) ?? null;
  const amount = amountAt(tokens, sign === null ? i : i + 1, sign !== null);
  return amount && describe(tokens, i, amount, sign, text);
}

interface Amount {
  readonly low: number;
  readonly high: number;
  readonly end: number;
  readonly bare: boolean;
}

/** One number, or two joined by a dash, "to" or "between … and". */
function amountAt(tokens: readonly Token[], i: number, money: boolean): Amount | null {
  const token = tokens[i];
  if (!token) return null;
  const joined = /^(\d[\d,.]*)[-\u2013](\d[\d,.]*)$/.exec(token.text.length <= 40 ? token.text : '');
  if (joined) {
    const low = figureOf(joined[1]!);
    const high = figureOf(joined[2]!);
    if (low === null || high === null || low >= high) return null;
    const factor = factorAt(tokens, i + 1);
    return {
      low: low * (factor ?? 1),
      high: high * (factor ?? 1),
      end: factor === null ? i + 1 : i + 2,
      bare: false
    };
  }
  const first = numberAt(tokens, i);
  if (!first) return null;
  const second = secondNumber(tokens, i, first, money);
  if (!second || second.value <= first.value) {
    const shared =
      second && first.factor === 1 && second.factor > 1 ? first.value * second.factor : first.value;
    if (!second || shared >= second.value || second.factor === 1) {
      return { low: first.value, high: first.value, end: first.end, bare: first.bare };
    }
    return { low: shared, high: second.value, end: second.end, bare: false };
  }
  const unscaled = second.value / second.factor;
  // "65-100 million" means 65 million; "900,000 to 1 million" does not mean 900,000 million.
  const shares = first.factor === 1 && second.factor > 1 && first.value < unscaled;
  return {
    low: shares ? first.value * second.factor : first.value,
    high: second.value,
    end: second.end,
    bare: false
  };
}

function secondNumber(
  tokens: readonly Token[],
  start: number,
  first: FoundNumber,
  money: boolean
): FoundNumber | null {
  const joint = tokens[first.end];
  if (!joint) return null;
  const between =
    /^(?:between)$/.test(tokens[start - 1]?.normal ?? '') ||
    (money && tokens[start - 2]?.normal === 'between');
  const joins =
    /^[-\u2013]$/.test(joint.text) || joint.normal === 'to' || (joint.normal === 'and' && between);
  if (!joins) return null;
  const at = first.end + 1;
  return numberAt(tokens, money && SIGNS.has(tokens[at]?.normal ?? '') ? at + 1 : at);
}

function describe(
  tokens: readonly Token[],
  start: number,
  amount: Amount,
  sign: string | null,
  text: string
): Quantity | null {
  const { low, high, end } = amount;
  const bound = boundBefore(tokens, start) ?? boundAfter(tokens, end);
  const next = tokens[end];
  if (sign !== null) return make(tokens, start, end, { kind: 'money', low, high, unit: sign, bound });
  if (next && touches(tokens, end, text)) {
    const share = shareUnit(tokens, end);
    if (share) return make(tokens, start, share.end, { kind: 'percent', low, high, unit: share.unit, bound });
    const currency = currencyAt(tokens, end);
    if (currency)
      return make(tokens, start, currency.end, { kind: 'money', low, high, unit: currency.unit, bound });
  }
  if (labelled(tokens, start) || numbersLine(tokens, start, end, text)) return null;
  const phrase = next ? nounPhrase(tokens, end, text) : null;
  const single = tokens[start]!.normal === 'one' && end === start + 1;
  if (phrase) {
    if (single && bound === null) return null;
    const { counted, modifiers, end: last } = phrase;
    if (MEASURES.has(counted) && modifiers.length === 0) {
      if (counted === 'a.m.' || counted === 'p.m.' || counted === "o'clock") return null;
      return make(tokens, start, last, { kind: 'number', low, high, unit: counted, bound });
    }
    const from = totalBefore(tokens, start);
    return make(tokens, from, last, {
      kind: 'count',
      low,
      high,
      counted,
      modifiers,
      bound: bound ?? boundBefore(tokens, from)
    });
  }
  if (single) return null;
  return make(tokens, start, end, { kind: low === high ? 'number' : 'range', low, high, bound });
}

/** False where a line break and a capital show that the next token belongs to another block. */
function touches(tokens: readonly Token[], i: number, text: string): boolean {
  const before = tokens[i - 1]!;
  const token = tokens[i]!;
  if (token.start - before.end < 1) return true;
  return !(/^\p{Lu}/u.test(token.text) && text.slice(before.end, token.start).includes('\n'));
}

function shareUnit(tokens: readonly Token[], i: number): { unit: string; end: number } | null {
  const { normal } = tokens[i]!;
  const after = tokens[i + 1];
  if (normal === '%' || normal === 'percent' || normal === 'pc') return { unit: '%', end: i + 1 };
  if (normal === 'per' && after?.normal === 'cent') return { unit: '%', end: i + 2 };
  if (normal === 'percentage' && after?.lemma === 'point') return { unit: 'pp', end: i + 2 };
  return normal === 'pp' ? { unit: 'pp', end: i + 1 } : null;
}

function currencyAt(tokens: readonly Token[], i: number): { unit: string; end: number } | null {
  for (let at = i; at <= i + 1; at++) {
    const token = tokens[at];
    if (!token) return null;
    const unit =
      CURRENCIES.get(token.lemma) ?? (/^[A-Z]{3}$/.test(token.text) ? SIGNS.get(token.normal) : undefined);
    // "won" is a currency only where it is no verb.
    if (unit && token.pos !== 'VERB') return { unit, end: at + 1 };
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
function nounPhrase(tokens: readonly Token[], i: number, text: string): Phrase | null {
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
function totalBefore(tokens: readonly Token[], i: number): number {
  if (tokens[i - 1]?.normal === 'of' && tokens[i - 2]?.normal === 'total') {
    return tokens[i - 3]?.normal === 'a' ? i - 3 : i - 2;
  }
  return i;
}

function labelled(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (!before) return false;
  return (
    LABELS.has(before.lemma) &&
    before.end < tokens[i]!.start &&
    before.pos !== 'VERB' &&
    !/s$/.test(before.normal)
  );
}

/** The number of a heading or of a list item: "3. The way ahead". */
function numbersLine(tokens: readonly Token[], start: number, end: number, text: string): boolean {
  const mark = tokens[end];
  if (!mark || !/^[.)]$/.test(mark.text) || mark.start !== tokens[end - 1]!.end) return false;
  const before = tokens[start - 1];
  return before === undefined || text.slice(before.end, tokens[start]!.start).includes('\n');
}

/** "talking about two players" is no estimate. */
function isTopic(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 2];
  const spelled = !/^\d/.test(tokens[i]!.text);
  return tokens[i - 1]!.normal === 'about' && spelled && (before?.pos === 'VERB' || before?.pos === 'NOUN');
}

function boundBefore(tokens: readonly Token[], i: number): Bound {
  for (const [words, bound] of BOUNDS) {
    if (i < words.length || !words.every((word, k) => tokens[i - words.length + k]!.normal === word))
      continue;
    return bound === 'about' && isTopic(tokens, i) ? null : bound;
  }
  return null;
}

function boundAfter(tokens: readonly Token[], i: number): Bound {
  const [first, second] = [tokens[i]?.normal, tokens[i + 1]?.normal];
  if (first === 'or')
    return second === 'more'
      ? 'at-least'
      : second === 'less' || second === 'fewer'
        ? 'at-most'
        : second === 'so'
          ? 'about'
          : null;
  return first === '+' || (first === '-' && second === 'plus') ? 'at-least' : null;
}

function make(
  tokens: readonly Token[],
  firstToken: number,
  tokenEnd: number,
  parts: Partial<Quantity> & Pick<Quantity, 'kind' | 'low' | 'high'>
): Quantity {
  return {
    unit: null,
    counted: null,
    modifiers: [],
    bound: null,
    date: null,
    ...parts,
    start: tokens[firstToken]!.start,
    end: tokens[tokenEnd - 1]!.end,
    firstToken,
    tokenEnd
  };
}
