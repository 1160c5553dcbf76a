/** What the shown sources share, in the voice that is listened to: pairs and sets, counted from the claims at hand. */
import type { Overlap } from '$lib/analysis/audit-schema';
import type { ClaimSet } from './claims-sets';
import { claimsInVoice } from './filter-overview';
import type { DocumentSlice, OverviewSlice } from './slices';
import type { VoiceChoice } from './url-state';

/** 97.5 % point of the normal distribution. */
const Z = 1.959964;

/** Wilson's 95 % interval of a share (Wilson 1927); null of nothing. The same as the engine's. */
export function wilson(part: number, whole: number): [number, number] | null {
  if (whole === 0) return null;
  const share = part / whole;
  const square = Z * Z;
  const middle = (share + square / (2 * whole)) / (1 + square / whole);
  const half =
    (Z / (1 + square / whole)) * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole * whole));
  return [Math.min(share, Math.max(0, middle - half)), Math.max(share, Math.min(1, middle + half))];
}

/** How many claims a document makes in the voice that is listened to. */
function made({ claims }: DocumentSlice, choice: VoiceChoice): number {
  return choice === 'author' || choice === 'attributed' ? claims[choice] : claims.all;
}

/** True when the page holds every claim its sources share, so that pairs and sets can be counted from them. */
export function holdsAllShared({ claims, shared }: Pick<OverviewSlice, 'claims' | 'shared'>): boolean {
  return claims.length >= shared;
}

/**
 * The overlap of the pairs that are shown, counted anew for one voice: a claim is shared by two sources when both
 * make it in that voice, and shares are of the claims they make in it. In all words it is as compared.
 */
export function overlapInVoice(overview: OverviewSlice, choice: VoiceChoice): readonly Overlap[] {
  if (choice !== 'author' && choice !== 'attributed') return overview.overlap;
  const shared = new Map<string, number>();
  for (const { documents } of claimsInVoice(overview.claims, choice)) {
    documents.forEach((a, index) =>
      documents.slice(index + 1).forEach((b) => {
        const key = JSON.stringify([a, b].sort());
        shared.set(key, (shared.get(key) ?? 0) + 1);
      })
    );
  }
  const counts = new Map(overview.documents.map((document) => [document.id, made(document, choice)]));
  return overview.overlap.map(({ a, b }): Overlap => {
    const both = shared.get(JSON.stringify([a, b].sort())) ?? 0;
    const [ofA, ofB] = [counts.get(a) ?? 0, counts.get(b) ?? 0];
    const union = ofA + ofB - both;
    return {
      a,
      b,
      shared: both,
      jaccard: union === 0 ? 0 : both / union,
      interval: wilson(both, union),
      aInB: ofA === 0 ? 0 : both / ofA,
      bInA: ofB === 0 ? 0 : both / ofB,
      aInBInterval: wilson(both, ofA),
      bInAInterval: wilson(both, ofB)
    };
  });
}

/** Sets of sources and how many claims are theirs alone, among the sources that are shown. */
export interface SharedSets {
  /** Sets of at least two sources, the fullest first, then the larger set, then in document order. */
  readonly sets: readonly ClaimSet[];
  /** All claims that the shown sources make in this voice, shared or not. */
  readonly total: number;
}

/** Which of the shown sources make the same claims, and no other of them does, in the voice that is listened to. */
export function sharedSets(overview: OverviewSlice, choice: VoiceChoice): SharedSets {
  const order = new Map(overview.documents.map(({ id }, index) => [id, index]));
  const place = (id: string | undefined) => (id === undefined ? 0 : (order.get(id) ?? 0));
  const sets = new Map<string, { documents: string[]; claims: number }>();
  let total = overview.documents.reduce((sum, document) => sum + made(document, choice), 0);
  for (const claim of claimsInVoice(overview.claims, choice)) {
    const documents = [...claim.documents].sort((a, b) => place(a) - place(b));
    // Each of its sources counted the claim once.
    total -= documents.length - 1;
    const key = JSON.stringify(documents);
    const known = sets.get(key);
    if (known) known.claims += 1;
    else sets.set(key, { documents, claims: 1 });
  }
  return {
    sets: [...sets.values()].sort(
      (a, b) =>
        b.claims - a.claims ||
        b.documents.length - a.documents.length ||
        place(a.documents[0]) - place(b.documents[0])
    ),
    total
  };
}

/** The overview as it is heard in one voice: its shared claims and what pairs share in it. */
export function heardIn(overview: OverviewSlice, choice: VoiceChoice): OverviewSlice {
  if (choice !== 'author' && choice !== 'attributed') return overview;
  const claims = claimsInVoice(overview.claims, choice);
  return {
    ...overview,
    claims,
    shared: holdsAllShared(overview) ? claims.length : overview.shared,
    overlap: overlapInVoice(overview, choice)
  };
}

/** What the counts of this section are out of, where it is not all sources in all words; null where it is. */
export function overlapWords(choice: VoiceChoice, among: number | undefined): string | null {
  const left = among === undefined ? '' : 'among the sources that are shown';
  const voice =
    choice === 'author'
      ? 'in the author’s own words alone'
      : choice === 'attributed'
        ? 'in attributed words alone'
        : '';
  const parts = [left, voice].filter((part) => part !== '');
  const both = choice === 'both' ? ' In all words: choose one voice to count in that voice alone.' : '';
  const said = parts.length === 0 ? '' : `Counted ${parts.join(', ')}.`;
  return `${said}${both}`.trim() || null;
}
