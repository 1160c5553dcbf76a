import { datesDiffer, numbersDiffer, type Figure } from './conflict-figures';
import { spanOf, type Found, type Side } from './conflict-sides';
import type { PairScore } from './score-pair';
import { readTime, timesMayDiffer } from './time-marks';
import { CLAIMS } from './weights';

/** Figures of one measure that stand alone on both sides: of several, which to compare cannot be told. */
function* sameMeasure(a: Side, b: Side): Generator<readonly [Figure, Figure]> {
  for (const x of a.figures) {
    const [here, there] = [a, b].map(({ figures }) => figures.filter(({ measure }) => measure === x.measure));
    if (here!.length === 1 && there!.length === 1) yield [x, there![0]!];
  }
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const key of a) if (b.has(key)) count++;
  return count;
}

/** Whether a side names something, figures aside, that the other one's sentence does not: "inflation". */
function namesOther(here: Side, there: Side, kinds: ReadonlySet<string>): boolean {
  const { terms, unit, document, figures } = here;
  const { conceptOf, isLight } = terms.words;
  const concepts = new Set<string>();
  for (const key of there.unit.bag.keys()) concepts.add(conceptOf(key));
  for (let i = unit.firstToken; i < unit.tokenEnd; i++) {
    const key = terms.keys[i]!;
    if (key === '' || key[0] === '#' || isLight(key) || !kinds.has(document.reading.document.tokens[i]!.pos))
      continue;
    if (figures.some(({ firstToken, tokenEnd }) => firstToken <= i && i < tokenEnd)) continue;
    const concept = conceptOf(key);
    if (!there.unit.bag.has(key) && (concept === '' || !concepts.has(concept))) return true;
  }
  return false;
}

const NAMES: ReadonlySet<string> = new Set(['PROPN']);
const THINGS: ReadonlySet<string> = new Set(['PROPN', 'NOUN']);

/** Whether each side names something that the other one does not: then they may speak of two things. */
function eachNamesOther(a: Side, b: Side, kinds: ReadonlySet<string>): boolean {
  return namesOther(a, b, kinds) && namesOther(b, a, kinds);
}

/**
 * Whether two figures are figures of the same thing. Counts name it; amounts and shares do not, so the words
 * around them must agree, and the statements in both directions.
 */
function sameReferent(a: Side, x: Figure, b: Side, y: Figure, pair: PairScore): boolean {
  const counts = x.measure.startsWith('count ');
  if (pair.otherActors || eachNamesOther(a, b, counts ? NAMES : THINGS)) return false;
  if (counts) return Math.max(pair.aInB, pair.bInA) >= CLAIMS.sameReferent;
  return Math.min(pair.aInB, pair.bInA) >= CLAIMS.sameReferent && overlap(x.about, y.about) >= 2;
}

/** The same thing counted or priced, and not the same number (de Marneffe et al. 2008: referents come first). */
export function numbers(a: Side, b: Side, pair: PairScore): Found | null {
  if (a.denied !== b.denied) return null;
  for (const [x, y] of sameMeasure(a, b)) {
    if (x.measure === 'date' || !numbersDiffer(x, y)) continue;
    const values: Found['values'] = [
      [a, x.value, spanOf(a, x.firstToken, x.tokenEnd)],
      [b, y.value, spanOf(b, y.firstToken, y.tokenEnd)]
    ];
    if (!sameReferent(a, x, b, y, pair)) {
      // Too little in common to ask whether they clash, enough for a reader to wonder.
      if (pair.score < CLAIMS.match || pair.shared < 2) continue;
      return {
        kind: 'number',
        verdict: 'different-referents',
        rule: 'claims/figures-of-other-things',
        values
      };
    }
    const differ = timesMayDiffer(
      readTime(a.document.reading, a.terms, a.unit),
      readTime(b.document.reading, b.terms, b.unit)
    );
    return {
      kind: 'number',
      verdict: differ ? 'may-differ-by-date' : 'clash',
      rule: differ ? 'claims/count-at-another-time' : 'claims/other-count',
      values
    };
  }
  return null;
}

/** The same deed, at another year, month or day. */
export function dates(a: Side, b: Side, pair: PairScore): Found | null {
  if (a.hedged || b.hedged || a.denied !== b.denied || pair.otherActors) return null;
  const agree = Math.min(pair.aInB, pair.bInA);
  // Common words alone tell a deed only when somebody named does it and nothing else differs.
  const told = pair.shared >= 2 || (pair.sharedActors > 0 && agree >= CLAIMS.sameWords);
  if (agree < CLAIMS.sameDeed || !told || eachNamesOther(a, b, THINGS)) return null;
  for (const [x, y] of sameMeasure(a, b)) {
    if (x.measure !== 'date' || !datesDiffer(x, y)) continue;
    return {
      kind: 'date',
      verdict: 'clash',
      rule: pair.otherYear ? 'claims/other-year' : 'claims/other-day',
      values: [
        [a, x.value, spanOf(a, x.firstToken, x.tokenEnd)],
        [b, y.value, spanOf(b, y.firstToken, y.tokenEnd)]
      ]
    };
  }
  return null;
}
