import type { Grade } from '../audit-schema';
import type { ClaimIndex } from './claim-index';
import { CLUSTERS } from './cluster-weights';
import { explainPair, gradeOf } from './explain-pair';
import type { PairMatch } from './pair-match';

/** What a document that leaves a claim out says nearest to it. */
export interface Nearest {
  readonly unit: number;
  readonly score: number;
  readonly grade: Grade;
  readonly because: string[];
}

/** Statements looked at over all documents. */
const LOOKED_AT = 160;

/**
 * The nearest statement to one unit from each document that does not make its claim, in document order. A
 * document with nothing near is left out.
 *
 * @param made numbers of the documents that make the claim
 */
export function nearestStatements(index: ClaimIndex, unit: number, made: ReadonlySet<number>): Nearest[] {
  const { units, vocabulary } = index;
  const wanted = units[unit]!;
  const best = new Map<number, { readonly unit: number; readonly pair: PairMatch }>();
  for (const candidate of index.candidates(wanted, LOOKED_AT)) {
    const { document } = units[candidate]!;
    if (made.has(document)) continue;
    const pair = index.match(units[candidate]!, wanted);
    if (pair.score < CLUSTERS.sameTopic || pair.shared === 0) continue;
    const known = best.get(document);
    if (!known || pair.score > known.pair.score) best.set(document, { unit: candidate, pair });
  }
  return [...best]
    .sort(([a], [b]) => a - b)
    .map(([, found]) => ({
      unit: found.unit,
      score: found.pair.score,
      // Whoever leaves a claim out has not made it, however near a statement comes.
      grade: gradeOf(found.pair) === 'same-claim' ? 'related' : gradeOf(found.pair),
      because: explainPair(units[found.unit]!, wanted, found.pair, vocabulary)
    }));
}
