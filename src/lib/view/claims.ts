/** Shared claims and conflicts in words. */
import type { Conflict } from '$lib/analysis/audit-schema';
import { quoted } from './quoted';
import type { ClaimSlice, OverviewSlice } from './slices';
import { shorten } from './sources';

const KIND_WORDS: Readonly<Record<Conflict['kind'], string>> = {
  number: 'Different figures',
  date: 'Different dates',
  polarity: 'One affirms what the other denies',
  agent: 'Different doers',
  outcome: 'Different outcomes'
};

const VERDICT_WORDS: Readonly<Record<Conflict['verdict'], string>> = {
  clash: 'cannot both be so as they stand',
  'may-differ-by-date': 'may both have been so at different times',
  'different-referents': 'probably speak of different things'
};

/**
 * A claim's label, which is a clause as it stands in a text: without its last full stop, and with an ellipsis
 * where it starts within a sentence.
 */
export function claimLabel(label: string): string {
  const clause = label.trim().replace(/[.;,]$/u, '');
  return /^\p{Ll}/u.test(clause) ? `… ${clause}` : clause;
}

/** A claim's label inside a sentence: cut, quoted, quotation marks of its own made single. */
export function quotedLabel(label: string, length: number): string {
  return quoted(shorten(claimLabel(label), length));
}

/** A value of a conflict inside the statement that holds it. */
export interface ConflictValue {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** The values of a conflict with the words of the statements around them. */
export function conflictValues(claim: ClaimSlice, conflict: Conflict): ConflictValue[] {
  return conflict.values.map(({ document, start, end, quote }) => {
    const around = claim.mentions.find(
      (mention) => mention.document === document && mention.start <= start && mention.end >= end
    );
    return {
      document,
      start,
      end,
      before: around ? around.quote.slice(0, start - around.start) : '',
      quote,
      after: around ? around.quote.slice(end - around.start) : ''
    };
  });
}

/** What kind of conflict it is. */
export function conflictWords(conflict: Pick<Conflict, 'kind'>): string {
  return KIND_WORDS[conflict.kind];
}

/** What the rule that found a conflict makes of it; never which side is right. */
export function verdictWords(conflict: Pick<Conflict, 'verdict'>): string {
  return VERDICT_WORDS[conflict.verdict];
}

const VERDICT_RANK: Readonly<Record<Conflict['verdict'], number>> = {
  clash: 0,
  'may-differ-by-date': 1,
  'different-referents': 2
};

export interface ConflictView {
  readonly claim: ClaimSlice;
  readonly conflict: Conflict;
}

/** How sure it is, from 0 to 1, that the values of a conflict are said of one thing: the mean score of their statements. */
function sureness({ claim, conflict }: ConflictView): number {
  const scores = conflict.values.map(({ document, start, end }) =>
    Math.max(
      0,
      ...claim.mentions
        .filter((mention) => mention.document === document && mention.start <= start && mention.end >= end)
        .map(({ score }) => score)
    )
  );
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** Every conflict: clashes first, of these the ones that surest speak of one thing, otherwise in the audit's order. */
export function conflictsOf(overview: Pick<OverviewSlice, 'claims'>): ConflictView[] {
  return overview.claims
    .flatMap((claim) => claim.conflicts.map((conflict) => ({ claim, conflict })))
    .map((view, index) => ({ view, index, sure: sureness(view) }))
    .sort(
      (a, b) =>
        VERDICT_RANK[a.view.conflict.verdict] - VERDICT_RANK[b.view.conflict.verdict] ||
        b.sure - a.sure ||
        a.index - b.index
    )
    .map(({ view }) => view);
}

/**
 * The same conflicts with the first of each kind in each claim before the others: where many sources make one claim,
 * a clash of two of them stands for the clashes of the rest.
 */
export function variedConflicts(conflicts: readonly ConflictView[]): ConflictView[] {
  const seen = new Set<string>();
  const firsts: ConflictView[] = [];
  const others: ConflictView[] = [];
  for (const view of conflicts) {
    const key = `${view.conflict.kind} ${view.claim.key}`;
    (seen.has(key) ? others : firsts).push(view);
    seen.add(key);
  }
  return [...firsts, ...others];
}

/** Shared claims, those of most sources first. */
export function sharedClaims(overview: OverviewSlice): ClaimSlice[] {
  return overview.claims
    .map((claim, index) => ({ claim, index }))
    .sort((a, b) => b.claim.documents.length - a.claim.documents.length || a.index - b.index)
    .map(({ claim }) => claim);
}
