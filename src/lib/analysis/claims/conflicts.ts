import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf, type Span } from '$lib/text/document';
import type { Conflict } from '../audit-schema';
import { readActorNames } from '../compare/actor-names';
import { roleOf } from '../compare/actor-roles';
import type { ComparedDocument } from './compare-claims';
import { countsIn, type Count } from './counts';
import { scorePair, type PairScore, type Rarity } from './score-pair';
import { isYearKey, readTerms, type Terms } from './terms';
import { readTime, timesMayDiffer } from './time-marks';
import type { Unit } from './units';
import { CLAIMS } from './weights';

/** One side of a possible conflict, with what the rules look at. */
interface Side {
  readonly unit: Unit;
  readonly document: ComparedDocument;
  readonly terms: Terms;
  readonly counts: readonly Count[];
  /** Tokens of the years the statement itself names. */
  readonly years: readonly number[];
  readonly denied: boolean;
  readonly hedged: boolean;
}

type Found = Omit<Conflict, 'values'> & { readonly values: readonly (readonly [Side, string, Span])[] };

function sideOf(unit: Unit, documents: readonly ComparedDocument[], knowledge: Knowledge): Side {
  const document = documents[unit.document]!;
  const { reading } = document;
  const terms = readTerms(reading, knowledge);
  const years: number[] = [];
  for (let i = unit.firstToken; i < unit.tokenEnd; i++) if (isYearKey(terms.plain[i]!)) years.push(i);
  const { polarity, certainty } = reading.statements[unit.statement]!;
  return {
    unit,
    document,
    terms,
    counts: countsIn(reading.document.tokens, terms, unit),
    years,
    denied: polarity === 'deny',
    hedged: certainty === 'hedged'
  };
}

function spanOf({ document }: Side, first: number, end: number): Span {
  const { tokens } = document.reading.document;
  return { start: tokens[first]!.start, end: tokens[end - 1]!.end };
}

function wholeOf({ document, unit }: Side): Span {
  const { start, end } = document.reading.statements[unit.statement]!;
  return { start, end };
}

/** The same thing counted, and not the same number. */
function numbers(a: Side, b: Side, pair: PairScore): Found | null {
  if (Math.max(pair.aInB, pair.bInA) < CLAIMS.sameReferent || pair.otherActors) return null;
  for (const x of a.counts) {
    const same = b.counts.filter(({ counted }) => counted === x.counted);
    // Several figures for one thing in a statement: which one to compare cannot be told.
    if (same.length !== 1 || a.counts.filter(({ counted }) => counted === x.counted).length !== 1) continue;
    const [y] = same;
    if (x.value === y!.value || x.loose || y!.loose) continue;
    const differ = timesMayDiffer(
      readTime(a.document.reading, a.terms, a.unit),
      readTime(b.document.reading, b.terms, b.unit)
    );
    return {
      kind: 'number',
      verdict: differ ? 'may-differ-by-date' : 'clash',
      rule: differ ? 'claims/count-at-another-time' : 'claims/other-count',
      values: [
        [a, x.value, spanOf(a, x.token, x.end)],
        [b, y!.value, spanOf(b, y!.token, y!.end)]
      ]
    };
  }
  return null;
}

/** The same deed, at another year. */
function dates(a: Side, b: Side, pair: PairScore): Found | null {
  if (a.years.length !== 1 || b.years.length !== 1 || !pair.otherYear) return null;
  if (Math.min(pair.aInB, pair.bInA) < CLAIMS.sameDeed || pair.shared < 2 || a.hedged || b.hedged)
    return null;
  const [x] = a.years;
  const [y] = b.years;
  return {
    kind: 'date',
    verdict: 'clash',
    rule: 'claims/other-year',
    values: [
      [a, a.terms.plain[x!]!.slice(1), spanOf(a, x!, x! + 1)],
      [b, b.terms.plain[y!]!.slice(1), spanOf(b, y!, y! + 1)]
    ]
  };
}

const NEGATORS = new Set(['not', "n't", 'never', 'cannot']);

/** What follows the negation on one side must be said by the other: "did not open" against "opened". */
function deniesWhatIsSaid({ document, terms, unit }: Side, other: Side): boolean {
  const { document: text, statements } = document.reading;
  const statement = statements[unit.statement]!;
  const end = Math.max(statement.tokenEnd, unit.tokenEnd);
  for (let i = Math.min(statement.firstToken, unit.firstToken); i < end; i++) {
    if (!NEGATORS.has(text.tokens[i]!.normal)) continue;
    for (let j = i + 1; j < Math.min(end, i + 5); j++) {
      if (terms.keys[j] !== '') return other.unit.bag.get(terms.keys[j]!) === 1;
    }
    return false;
  }
  // Denied by whoever says it: "the firm denied that …".
  return true;
}

/** One says it, one says it is not so. */
function polarity(a: Side, b: Side, pair: PairScore): Found | null {
  if (a.denied === b.denied || a.hedged || b.hedged || pair.otherYear) return null;
  if (Math.min(pair.aInB, pair.bInA) < CLAIMS.sameDeed || pair.shared < 2) return null;
  if (pair.sharedActors === 0 && pair.shared < 3) return null;
  const [denying, affirming] = a.denied ? [a, b] : [b, a];
  if (!deniesWhatIsSaid(denying, affirming)) return null;
  return {
    kind: 'polarity',
    verdict: 'clash',
    rule: 'claims/negation',
    values: [
      [a, a.denied ? 'denied' : 'affirmed', wholeOf(a)],
      [b, b.denied ? 'denied' : 'affirmed', wholeOf(b)]
    ]
  };
}

function opposedWord(a: Side, b: Side): { x: number; y: number } | null {
  const poles = (side: Side): Map<string, number> => {
    const found = new Map<string, number>();
    for (let i = side.unit.firstToken; i < side.unit.tokenEnd; i++) {
      for (const pole of side.terms.words.polesOf(side.terms.plain[i]!)) found.set(pole, i);
    }
    return found;
  };
  const [here, there] = [poles(a), poles(b)];
  for (const [pole, x] of here) {
    const other = `${pole.slice(0, -1)}${pole.endsWith('a') ? 'b' : 'a'}`;
    const y = there.get(other);
    if (y !== undefined && !here.has(other) && !there.has(pole)) return { x, y };
  }
  return null;
}

/** Opposite ends of the same story: acquitted and convicted, rose and fell. */
function outcomes(a: Side, b: Side, pair: PairScore): Found | null {
  if (a.denied || b.denied || a.hedged || b.hedged || pair.otherYear) return null;
  const opposed = opposedWord(a, b);
  // The opposed words themselves are not in common, so a little less is asked.
  if (!opposed || Math.min(pair.aInB, pair.bInA) < CLAIMS.sameReferent || pair.shared < 2) return null;
  const text = ({ document }: Side, token: number): string => document.reading.document.tokens[token]!.normal;
  return {
    kind: 'outcome',
    verdict: 'clash',
    rule: 'claims/opposite',
    values: [
      [a, text(a, opposed.x), spanOf(a, opposed.x, opposed.x + 1)],
      [b, text(b, opposed.y), spanOf(b, opposed.y, opposed.y + 1)]
    ]
  };
}

function agentsOf({ document, unit, terms }: Side, knowledge: Knowledge): Map<string, Span> {
  const { reading } = document;
  const { tokens } = reading.document;
  const found = new Map<string, Span>();
  for (const name of readActorNames(reading, knowledge).names) {
    if (name.firstToken < unit.firstToken) continue;
    if (name.firstToken >= unit.tokenEnd) break;
    if (name.kind !== 'people' && roleOf(tokens, name, unit.firstToken, unit.tokenEnd) === 'agent') {
      const key = terms.keys[name.firstToken]!;
      found.set(key, { start: tokens[name.firstToken]!.start, end: tokens[name.tokenEnd - 1]!.end });
    }
  }
  return found;
}

/** The same deed, done by somebody else. */
function agents(a: Side, b: Side, pair: PairScore, knowledge: Knowledge): Found | null {
  if (a.denied || b.denied || a.hedged || b.hedged || pair.shared < 2) return null;
  if (Math.min(pair.aInB, pair.bInA) < CLAIMS.sameReferent) return null;
  const [here, there] = [agentsOf(a, knowledge), agentsOf(b, knowledge)];
  if (here.size !== 1 || there.size !== 1) return null;
  const [[x, xSpan]] = [...here] as [[string, Span]];
  const [[y, ySpan]] = [...there] as [[string, Span]];
  // Both may have had a hand in it when either is named by both.
  if (x === y || b.unit.bag.has(x) || a.unit.bag.has(y)) return null;
  return {
    kind: 'agent',
    verdict: 'clash',
    rule: 'claims/other-agent',
    values: [
      [a, x.slice(1), xSpan],
      [b, y.slice(1), ySpan]
    ]
  };
}

/** Members compared with each other; a claim with more is common knowledge, and its figures are found in these. */
const MOST_SIDES = 12;
/** Conflicts shown for one claim. */
const MOST_CONFLICTS = 5;

/**
 * Where members of one claim contradict each other: figures, years, negation, opposites, doers. Only between
 * documents, and only after the statements have been found to speak of the same thing. Each pair of values is
 * given once. Careful rather than complete: a wrong conflict is worse than a missed one.
 */
export function findConflicts(
  units: readonly Unit[],
  documents: readonly ComparedDocument[],
  rarity: Rarity,
  knowledge: Knowledge
): Conflict[] {
  const sides = units.slice(0, MOST_SIDES).map((unit) => sideOf(unit, documents, knowledge));
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const [i, a] of sides.entries()) {
    for (const b of sides.slice(i + 1)) {
      if (a.unit.document === b.unit.document) continue;
      const pair = scorePair(a.unit.bag, b.unit.bag, rarity);
      const conflict =
        numbers(a, b, pair) ??
        dates(a, b, pair) ??
        polarity(a, b, pair) ??
        outcomes(a, b, pair) ??
        agents(a, b, pair, knowledge);
      if (!conflict) continue;
      const name = `${conflict.kind} ${conflict.values.map(([side, value]) => `${side.unit.document}=${value}`).join(' ')}`;
      if (seen.has(name)) continue;
      seen.add(name);
      found.push(conflict);
    }
  }
  return found.slice(0, MOST_CONFLICTS).map(({ values, ...conflict }) => ({
    ...conflict,
    values: values.map(([side, value, span]) => ({
      document: side.document.id,
      value,
      start: span.start,
      end: span.end,
      quote: quoteOf(side.document.reading.document, span)
    }))
  }));
}
