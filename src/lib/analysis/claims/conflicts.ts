import type { Conflict } from '../audit-schema';
import { accounts } from './conflict-accounts';
import { mayBeParts, type AccountMatch } from './account-match';
import { agents, outcomes, polarity } from './conflict-deeds';
import { dates, numbers } from './conflict-numbers';
import { members } from './conflict-members';
import type { Found } from './conflict-sides';
import { tellings, type Meeting } from './conflict-tellings';
import { matchPair } from './pair-match';
import { holdForAWhile } from './time-marks';
import type { Unit } from './unit';
import type { Vocabulary } from './vocabulary';

/** Members compared with each other; a claim with more is common knowledge, and its figures are found in these. */
const MOST_SIDES = 12;
/** Conflicts shown for one claim. */
const MOST_CONFLICTS = 5;

/** What conflicts are told with: the documents' names and texts. */
export interface Sources {
  idOf(unit: Unit): string;
  textOf(unit: Unit): string;
  /** How two statements tell one deed of the news; null where they need not. */
  accountOf(a: Unit, b: Unit): AccountMatch | null;
  /** The clauses by which two statements tell one deed or figure; null where they need not. */
  toldBy(a: Unit, b: Unit): Meeting | null;
}

/**
 * What changes by the hour, a figure, or that it rose, clashes with nothing of its kind: each may have been right
 * when it was told.
 */
function asOfTheirTime(conflict: Found, a: Unit, b: Unit): Found {
  const { rule } = conflict;
  const [here, there] = [a.facts.time, b.facts.time];
  if (rule === 'claims/opposite' && (here.passing || there.passing))
    return { ...conflict, verdict: 'may-differ-by-date' };
  if (rule !== 'claims/other-count' || !holdForAWhile(here, there)) return conflict;
  return { ...conflict, verdict: 'may-differ-by-date', rule: 'claims/count-at-another-time' };
}

/** Two figures of what is still to come: neither holds for the day of its text only. */
const isPlan = (counted: Found | null, meeting: Meeting | null): boolean =>
  counted?.verdict === 'may-differ-by-date' && meeting?.match === 'other-figure' && meeting.a.planned;

/**
 * Where members of one claim contradict each other: figures, years, negation, opposites, doers. Only between
 * documents, and only after the statements have been found to speak of the same thing. Each pair of values is
 * given once. Careful rather than complete: a wrong conflict is worse than a missed one.
 */
export function findConflicts(units: readonly Unit[], sources: Sources, vocabulary: Vocabulary): Conflict[] {
  const sides = units.slice(0, MOST_SIDES);
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const [i, a] of sides.entries()) {
    for (const b of sides.slice(i + 1)) {
      if (a.document === b.document) continue;
      const pair = matchPair(a, b, vocabulary);
      const counted =
        a.quiet || b.quiet || mayBeParts(a.account, b.account) ? null : numbers(a, b, pair, vocabulary);
      const meeting = sources.toldBy(a, b);
      const told =
        members(a, b, sources.textOf) ??
        accounts(a, b, sources.accountOf(a, b), sources.textOf) ??
        (counted?.verdict === 'different-referents' || isPlan(counted, meeting) ? null : counted) ??
        tellings(meeting, a, b, sources.textOf) ??
        counted ??
        (a.quiet || b.quiet
          ? null
          : (dates(a, b, pair, vocabulary) ??
            polarity(a, b, pair) ??
            outcomes(a, b, pair, vocabulary, sources.textOf) ??
            agents(a, b, pair, vocabulary, sources.textOf)));
      if (!told) continue;
      const conflict = asOfTheirTime(told, a, b);
      const values = conflict.values.map(([side, value]) => `${side.document}=${value}`).join(' ');
      const name = `${conflict.kind} ${values}`;
      if (seen.has(name)) continue;
      seen.add(name);
      found.push(conflict);
    }
  }
  return found.slice(0, MOST_CONFLICTS).map(({ values, ...conflict }) => ({
    ...conflict,
    values: values.map(([unit, value, { start, end }]) => ({
      document: sources.idOf(unit),
      value,
      start,
      end,
      quote: sources.textOf(unit).slice(start, end)
    }))
  }));
}
