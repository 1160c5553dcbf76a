/** Contested claims that nobody registered: shared claims that the sources treat differently. */
import type { ClaimCluster, Contested, Proposal, Stance } from '../audit-schema';
import type { Statement } from '../reading';
import { claimId } from './claim-id';
import { isMixed, stanceOf } from './stance';

/** Weights of a proposal's rank, in one place. Set by reasoning: what sources dispute comes before how they say it. */
const RANK = { disputes: 1, attributes: 0.6, hedges: 0.4, perDocument: 0.1 } as const;

type Reason = Proposal['reasons'][number];

/**
 * A match weaker than this is no ground for a proposal: of forty news stories, the pairs below it were all about the
 * same people and hardly ever about the same claim.
 */
const WEAKEST = 0.6;

/** What a proposal asks of a statement. */
export interface ToldStatement extends Pick<Statement, 'start' | 'end' | 'voice' | 'certainty' | 'polarity'> {
  /** Whether it says something by itself; "Trump told NBC News" does not. */
  readonly tells: boolean;
}

/** Looks up a statement by its id; undefined when the audit has none of that id. */
export type StatementOf = (id: string) => ToldStatement | undefined;

function reasonsOf(stances: readonly Stance[], { conflicts }: ClaimCluster, mixed: boolean): Reason[] {
  const reasons: Reason[] = [];
  const asserted = stances.includes('asserts');
  const clash = conflicts.some(({ kind, verdict }) => kind === 'polarity' && verdict === 'clash');
  if ((asserted && stances.includes('disputes')) || clash || mixed) reasons.push('disputed');
  if (asserted && stances.includes('attributes')) reasons.push('attributed');
  if (asserted && stances.includes('hedges')) reasons.push('hedged');
  return reasons;
}

/** Whether the registry already holds what a cluster says: one of its statements is a mention there. */
function isRegistered(
  { mentions }: ClaimCluster,
  spans: ReadonlyMap<string, readonly { start: number; end: number }[]>,
  statementOf: StatementOf
): boolean {
  return mentions.some(({ document, statement }) => {
    const own = statementOf(statement);
    return (
      own !== undefined &&
      (spans.get(document) ?? []).some(({ start, end }) => start < own.end && own.start < end)
    );
  });
}

/**
 * Proposes claims for the registry: those that several documents make, one of them in its own plain words, while
 * another attributes, hedges or disputes them, or whose members contradict each other. What the registry holds
 * already is left out, and so is what rests on fragments, on tags that only name a speaker, or on weak matches. The most disputed come first, then the most widely made.
 */
export function discoverContested(
  claims: readonly ClaimCluster[],
  contested: readonly Contested[],
  statementOf: StatementOf
): Proposal[] {
  const spans = new Map<string, { start: number; end: number }[]>();
  for (const { cells } of contested)
    for (const { document, mentions } of cells) {
      const known = spans.get(document);
      if (known) known.push(...mentions);
      else spans.set(document, [...mentions]);
    }
  const found: { proposal: Proposal; rank: number }[] = [];
  const taken = new Set<string>();
  for (const claim of claims) {
    const byDocument = new Map<string, { id: string; statement: ToldStatement }[]>();
    const closest = Math.max(...claim.mentions.map(({ score }) => score));
    /** Whether the words that name the claim are among those it rests on. */
    let named = false;
    for (const { document, statement: id, grade, score } of claim.mentions) {
      const statement = statementOf(id);
      if (!statement?.tells || score < WEAKEST || (grade !== undefined && grade !== 'same-claim')) continue;
      named ||= score === closest;
      const known = byDocument.get(document);
      if (known) known.push({ id, statement });
      else byDocument.set(document, [{ id, statement }]);
    }
    if (!named || byDocument.size < 2 || isRegistered(claim, spans, statementOf)) continue;
    const cells = [...byDocument].map(([document, made]) => {
      const statements = made.map(({ statement }) => statement);
      return {
        document,
        stance: stanceOf(statements),
        mixed: isMixed(statements),
        statements: made.map(({ id }) => id)
      };
    });
    const reasons = reasonsOf(
      cells.map(({ stance }) => stance),
      claim,
      cells.some(({ mixed }) => mixed)
    );
    if (reasons.length === 0) continue;
    const id = claimId(claim.label, (name) => taken.has(name));
    taken.add(id);
    const rank =
      (reasons.includes('disputed') ? RANK.disputes : 0) +
      (reasons.includes('attributed') ? RANK.attributes : 0) +
      (reasons.includes('hedged') ? RANK.hedges : 0) +
      RANK.perDocument * cells.length;
    found.push({ proposal: { id, claim: claim.id, statement: claim.label, reasons, cells }, rank });
  }
  return found.sort((a, b) => b.rank - a.rank).map(({ proposal }) => proposal);
}
