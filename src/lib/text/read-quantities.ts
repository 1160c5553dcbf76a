import { dateAt, opensDate } from './dates';
import type { Span, Token, TokenRange } from './document';
import { factorAt, figureOf, fractionAt, numberAt, opensNumber, type FoundNumber } from './number-words';
import { boundAfter, boundBefore, type Bound } from './quantity-bounds';
import { currencyAt, measureOf, nounPhrase, shareUnit, SIGNS, totalBefore, touches } from './quantity-units';
import { partOf, ratioAt } from './shares';
import { bytePerType } from './type-codes';

export type { Bound } from './quantity-bounds';

/** What a quantity measures. `range` is a plain "10 to 15"; ranges of money, shares and counts keep their kind. */
export type QuantityKind = 'number' | 'money' | 'percent' | 'range' | 'date' | 'year' | 'count';

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

/** Labels whose number is a name, not an amount: "Article 5". */
const LABELS: ReadonlySet<string> = new Set(
  (
    'article chapter section resolution no. number page phase type class figure fig. table act amendment rule route ' +
    'highway flight channel unit level step part volume version grade title room line verse paragraph clause annex ' +
    'appendix item question protocol directive convention group district zone area apollo boeing season episode'
  ).split(' ')
);

/** Whether a quantity may begin with a word; most words are passed over by this alone. */
const opensQuantity = bytePerType(({ normal }) =>
  opensNumber(normal) || opensDate(normal) || SIGNS.has(normal) ? 1 : 0
);

/**
 * Finds the quantities in a run of tokens, left to right and without overlap. Token indices are into the run
 * given. Ordinals, labels ("Article 5"), scores ("5-4") and clock times are not quantities. Linear in its length.
 */
export function readQuantities(tokens: readonly Token[], text: string): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length;) {
    const quantity = opensQuantity(tokens[i]!.type) === 1 ? quantityAt(tokens, i, text) : null;
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
  const fraction = ratioAt(tokens, i) ?? fractionAt(tokens, i);
  if (fraction) {
    const part = partOf(tokens, fraction.end);
    const bound = boundBefore(tokens, i);
    if (part) {
      const value = fraction.value * part.factor;
      if (part.unit === null)
        return describe(tokens, i, { low: value, high: value, end: part.end, bare: false }, null, text);
      return make(tokens, i, part.end, { kind: 'number', low: value, high: value, unit: part.unit, bound });
    }
    const share = 100 * fraction.value;
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
    const unit = measureOf(counted, modifiers);
    if (unit !== null) {
      if (counted === 'a.m.' || counted === 'p.m.' || counted === "o'clock") return null;
      return make(tokens, start, last, { kind: 'number', low, high, unit, bound });
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
