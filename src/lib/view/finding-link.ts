/** A link to a finding lasts longer than the finding: others may differ more once documents were added or chosen. */
import type { EvidenceTarget } from './evidence';
import type { Finding } from './findings-parts';
import type { MetricInfo, OverviewSlice } from './slices';

/** A finding that a link names and that is not among those shown. */
export interface MissedFinding {
  /** What it was about, to stand in a sentence; null where nothing of it is known here any more. */
  readonly about: string | null;
  /** The evidence of what it was about, as it is now. */
  readonly target: EvidenceTarget | null;
}

const UNKNOWN: MissedFinding = { about: null, target: null };

/**
 * What a link to a finding named, when that finding is not shown; null when it is, and for every other anchor.
 *
 * @param hash as in `#finding-contested-CLAIM`
 */
export function missedFinding(
  hash: string,
  shown: readonly Pick<Finding, 'id'>[],
  overview: OverviewSlice,
  metrics: readonly Pick<MetricInfo, 'id' | 'label'>[]
): MissedFinding | null {
  const id = /^#finding-(.{1,300})$/u.exec(hash)?.[1];
  if (id === undefined || shown.some((finding) => finding.id === id)) return null;
  const [, kind, rest = ''] = /^([a-z]+)-(.+)$/u.exec(id) ?? [];
  if (kind === 'contested') {
    const claim = overview.contested.find((one) => one.id === rest);
    if (!claim) return UNKNOWN;
    return {
      about: `“${claim.statement.replace(/\.$/u, '')}”`,
      target: { kind: 'stance', claim: claim.id, document: null }
    };
  }
  if (kind === 'metric') {
    const info = metrics.find((one) => one.id === rest);
    if (!info) return UNKNOWN;
    return {
      about: `${info.label.charAt(0).toLowerCase()}${info.label.slice(1)}`,
      target: { kind: 'metric', metric: info.id, document: null, voice: null }
    };
  }
  if (kind === 'conflict' || kind === 'omission') {
    const claim = overview.claims.find(({ key }) => key === rest);
    if (!claim) return UNKNOWN;
    return { about: `“${claim.label.replace(/\.$/u, '')}”`, target: { kind: 'claim', claim: claim.key } };
  }
  return UNKNOWN;
}
