import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf } from '$lib/text/document';
import type { Conflict } from '../audit-schema';
import type { ComparedDocument } from './compare-claims';
import { agents, outcomes, polarity } from './conflict-deeds';
import { dates, numbers } from './conflict-numbers';
import { sideOf, type Found } from './conflict-sides';
import { scorePair, type Rarity } from './score-pair';
import type { Unit } from './units';

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
