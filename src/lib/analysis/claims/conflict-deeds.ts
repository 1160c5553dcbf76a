import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span } from '$lib/text/document';
import { readActorNames } from '../compare/actor-names';
import { roleOf } from '../compare/actor-roles';
import { spanOf, wholeOf, type Found, type Side } from './conflict-sides';
import type { PairScore } from './score-pair';
import { CLAIMS } from './weights';

const NEGATORS = new Set(['not', "n't", 'never', 'cannot']);
/** Words that turn a sentence some other way: where one stands, what is denied cannot be told for sure. */
const TURNS = new Set(
  "not n't never cannot no nor neither none nobody nothing without hardly barely few deny denies denied refuse refused reject rejected fail failed unless".split(
    ' '
  )
);

/** Tokens of the sentence looked at on each side of a statement. */
const AROUND = 60;

/** Words of a side's sentence that turn its meaning. */
function turnsIn({ document, unit }: Side): number {
  const { tokens, sentences } = document.reading.document;
  const sentence = sentences[unit.sentence]!;
  const firstToken = Math.max(sentence.firstToken, unit.firstToken - AROUND);
  const tokenEnd = Math.min(sentence.tokenEnd, unit.tokenEnd + AROUND);
  let count = 0;
  for (let i = firstToken; i < tokenEnd; i++) if (TURNS.has(tokens[i]!.normal)) count++;
  return count;
}

/** What follows the negation on one side must be said by the other: "did not open" against "opened". */
function deniesWhatIsSaid(denying: Side, other: Side): boolean {
  const { document, terms, unit } = denying;
  const { tokens } = document.reading.document;
  const statement = document.reading.statements[unit.statement]!;
  if (turnsIn(other) > 0 || turnsIn(denying) > 1) return false;
  const end = Math.max(statement.tokenEnd, unit.tokenEnd);
  for (let i = Math.min(statement.firstToken, unit.firstToken); i < end; i++) {
    if (!NEGATORS.has(tokens[i]!.normal)) continue;
    for (let j = i + 1; j < Math.min(end, i + 5); j++) {
      if (terms.keys[j] !== '') return other.unit.bag.get(terms.keys[j]!) === 1;
    }
    return false;
  }
  // Denied by whoever says it: "the firm denied that …".
  return document.reading.segments[statement.segment]!.polarity === 'deny';
}

/** One says it, one says it is not so. */
export function polarity(a: Side, b: Side, pair: PairScore): Found | null {
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
export function outcomes(a: Side, b: Side, pair: PairScore): Found | null {
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
export function agents(a: Side, b: Side, pair: PairScore, knowledge: Knowledge): Found | null {
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
