/** An overview with some sources left out and one voice listened to; what was compared stays compared among all. */
import type { VoiceChoice } from './url-state';
import type { ClaimSlice, OverviewSlice } from './slices';

type Test = (document: string) => boolean;

function claimOf(claim: ClaimSlice, shown: Test): ClaimSlice[] {
  const documents = claim.documents.filter(shown);
  if (documents.length < 2) return [];
  return [
    {
      ...claim,
      documents,
      mentions: claim.mentions.filter(({ document }) => shown(document)),
      omittedBy: claim.omittedBy?.filter(shown) ?? null,
      conflicts: claim.conflicts.flatMap((conflict) => {
        const values = conflict.values.filter(({ document }) => shown(document));
        return values.length < 2 ? [] : [{ ...conflict, values }];
      })
    }
  ];
}

/**
 * The same comparison with fewer sources drawn. Letters and colours stay; rows close up. What they share is counted
 * among those left; ties and distinctive words were worked out among all sources and are not worked out again.
 */
export function withSources(overview: OverviewSlice, shown: Test): OverviewSlice {
  if (overview.sources.every(({ id }) => shown(id))) return overview;
  const claims = overview.claims.flatMap((claim) => claimOf(claim, shown));
  return {
    ...overview,
    among: overview.sources.length,
    sources: overview.sources.filter(({ id }) => shown(id)).map((source, index) => ({ ...source, index })),
    documents: overview.documents.filter(({ id }) => shown(id)),
    claims,
    shared: overview.claims.length >= overview.shared ? claims.length : overview.shared,
    overlap: overview.overlap.filter(({ a, b }) => shown(a) && shown(b)),
    divergence: overview.divergence.flatMap((row) => {
      const [high, low] = [row.high.filter(shown), row.low.filter(shown)];
      // Where an end is no longer drawn, nothing is left to say of who stands apart; it is no tie.
      const lost = row.low.length > 0 && (high.length === 0 || low.length === 0);
      return lost ? [] : [{ ...row, high, low }];
    }),
    wordDivergence: overview.wordDivergence.filter(({ a, b }) => shown(a) && (b === null || shown(b))),
    keyness: overview.keyness.filter(({ document }) => shown(document)),
    actors: overview.actors.flatMap((actor) => {
      const documents = actor.documents.filter(({ document }) => shown(document));
      return documents.some(({ mentions }) => mentions > 0) ? [{ ...actor, documents }] : [];
    }),
    speakers: overview.speakers.map((speaker) => ({
      ...speaker,
      documents: speaker.documents.filter(({ document }) => shown(document))
    })),
    contested: overview.contested.map((claim) => ({
      ...claim,
      cells: claim.cells.filter(({ document }) => shown(document))
    }))
  };
}

/** Shared claims that at least two sources make in the chosen voice; all of them for both voices. */
export function claimsInVoice(claims: readonly ClaimSlice[], choice: VoiceChoice): readonly ClaimSlice[] {
  if (choice === 'all' || choice === 'both') return claims;
  return claims.flatMap((claim) => {
    const mentions = claim.mentions.filter(({ voice }) => voice === choice);
    const made = new Set(mentions.map(({ document }) => document));
    const documents = claim.documents.filter((id) => made.has(id));
    // Who makes it in the other voice only does not leave it out.
    return documents.length < 2 ? [] : [{ ...claim, mentions, documents }];
  });
}

/** Whether a stance rests on words of the chosen voice; silence rests on none. */
export function stanceInVoice(stance: string, choice: VoiceChoice): boolean {
  if (choice === 'all' || choice === 'both' || stance === 'silent') return true;
  return (stance === 'attributes') === (choice === 'attributed');
}
