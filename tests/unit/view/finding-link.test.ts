import { describe, expect, it } from 'vitest';
import { missedFinding } from '$lib/view/finding-link';
import { findings } from '$lib/view/findings';
import { overviewSlice } from '$lib/view/slices';
import { fixture, metrics, texts } from './fixture-audit';

const overview = overviewSlice(fixture, texts);
const shown = findings(overview, metrics);
const claim = overview.contested[0]!;

describe('a link to a finding', () => {
  it('says nothing while the finding is shown, nor for other anchors', () => {
    expect(shown.length).toBeGreaterThan(0);
    for (const { id } of shown) expect(missedFinding(`#finding-${id}`, shown, overview, metrics)).toBeNull();
    expect(missedFinding('#metrics', shown, overview, metrics)).toBeNull();
    expect(missedFinding('', shown, overview, metrics)).toBeNull();
  });

  it('leads to the evidence of what it named when others differ more by now', () => {
    expect(missedFinding(`#finding-contested-${claim.id}`, [], overview, metrics)).toEqual({
      about: `“${claim.statement.replace('.', '')}”`,
      target: { kind: 'stance', claim: claim.id, document: null }
    });
    expect(missedFinding(`#finding-metric-${metrics[0]!.id}`, [], overview, metrics)?.target).toEqual({
      kind: 'metric',
      metric: metrics[0]!.id,
      document: null,
      voice: null
    });
    const { key } = overview.claims[0]!;
    expect(missedFinding(`#finding-omission-${key}`, [], overview, metrics)?.target).toEqual({
      kind: 'claim',
      claim: key
    });
  });

  it('is said to be gone where nothing of it is known', () => {
    for (const id of ['contested-gone', 'same-a', 'overlap', 'conflict-gone'])
      expect(missedFinding(`#finding-${id}`, [], overview, metrics)).toEqual({ about: null, target: null });
  });
});
