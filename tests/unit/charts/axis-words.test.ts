import type { Chart } from 'chart.js';
import { describe, expect, it } from 'vitest';
import type { Actor } from '$lib/analysis/audit-schema';
import { rolesEnd } from '$lib/charts/actor-roles';
import { axisTitle, fittedName } from '$lib/charts/axis-words';
import { LIGHT_PALETTE, spokenTooltip } from '$lib/charts/chart-piece';
import { describeSources } from '$lib/view/sources';

/** A chart in which every letter is six pixels wide. */
const chartOf = (width: number) =>
  ({
    width,
    ctx: {
      save: () => undefined,
      restore: () => undefined,
      measureText: (text: string) => ({ width: 6 * text.length })
    }
  }) as unknown as Pick<Chart, 'ctx' | 'width'>;

const titleOf = (words: string) => {
  const fitted = axisTitle(words) as unknown as (context: { chart: ReturnType<typeof chartOf> }) => unknown;
  return (width: number) => fitted({ chart: chartOf(width) });
};

describe('words along an axis', () => {
  it('shorten a name to the room beside the plot, so that no letter is cut off', () => {
    const name = 'somebody not named there';
    expect(fittedName(name, chartOf(700), 24)).toBe(name);
    const narrow = fittedName(name, chartOf(320), 24);
    expect(narrow).toMatch(/^somebody not name.*…$/u);
    expect(6 * narrow.length).toBeLessThan(320 / 2);
    expect(fittedName('A very long name of a commission', chartOf(700), 12)).toBe('A very long…');
  });

  it('stand below one another on a telephone', () => {
    const words = titleOf('tone, −1 to 1 · n = 5 words');
    expect(words(320)).toEqual(['tone, −1 to 1', 'n = 5 words']);
    expect(words(600)).toBe('tone, −1 to 1 · n = 5 words');
  });

  it('take a second line where one would lose its ends', () => {
    const words = titleOf('divergence, bits · n = 261 to 1,040 content words · band: 199 shuffles');
    expect(words(430)).toEqual(['divergence, bits · n = 261 to 1,040 content words', 'band: 199 shuffles']);
    expect(words(600)).toBe('divergence, bits · n = 261 to 1,040 content words · band: 199 shuffles');
  });
});

describe('a tooltip', () => {
  it('has no line that a telephone would cut off', () => {
    const words =
      '0.48 bits; 199 shuffles of the sentences give 0.41 to 0.48, n = 339 and 2,510 content words';
    const { tooltip } = spokenTooltip(() => words, LIGHT_PALETTE);
    const lines = tooltip.callbacks.label({ datasetIndex: 0, dataIndex: 0 });
    expect(lines.join(' ')).toBe(words);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(42);
  });
});

describe('the scale of actors that stand side by side', () => {
  const sources = describeSources(['a', 'b'].map((id) => ({ id, text: 'A text.', title: id })));
  const actor = (id: string, counts: readonly (readonly [string, number, number])[]): Actor => ({
    id,
    name: id,
    aliases: [],
    kind: 'person',
    documents: counts.map(([document, agent, patient]) => ({
      document,
      mentions: 40,
      sentiment: { author: null, attributed: null },
      agent,
      patient
    }))
  });

  it('reaches as far as the longest bar of any, in sources that are shown', () => {
    const actors = [
      actor('x', [['a', 3, 14]]),
      actor('y', [
        ['b', 28, 2],
        ['hidden', 90, 0]
      ])
    ];
    expect(rolesEnd(actors, sources)).toBe(30);
    expect(rolesEnd([actors[0]!], sources)).toBe(20);
  });
});
