import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

function compare(a: string, b: string) {
  const documents = Object.entries({ a, b }).map(([id, text]) => ({
    id,
    reading: readText(text, knowledge)
  }));
  const { claims } = compareClaims(documents, knowledge, 1);
  const shared = claims.filter(({ mentions }) => new Set(mentions.map(({ document }) => document)).size > 1);
  const conflicts = claims.flatMap((claim) =>
    claim.conflicts.map(({ kind, verdict, values }) =>
      [kind, verdict, ...values.map(({ value }) => value)].join(' ')
    )
  );
  return { shared, conflicts };
}

describe('the same deed in other words', () => {
  it('is one claim', () => {
    for (const [a, b] of [
      [
        'The finance minister of Chile stepped down on Monday.',
        "Chile's finance minister resigned on Monday."
      ],
      ['The storm killed 14 fishermen off Varna.', 'Off Varna, 14 fishermen lost their lives in the storm.'],
      [
        'The council turned down the plan for the Orlo bridge.',
        'The plan for the Orlo bridge was rejected by the council.'
      ]
    ] as const) {
      expect(compare(a, b).shared, `${a} | ${b}`).toHaveLength(1);
    }
  });

  it('told of the holder of one office is one claim, of another country none', () => {
    const tarnby = 'In 1976 the army set out to topple the Argentine president.';
    expect(compare(tarnby, 'In 1974 the Argentine president was overthrown.').conflicts).toEqual([
      'date clash 1976 1974'
    ]);
    expect(compare(tarnby, 'In 1974 the Portuguese president was overthrown.').shared).toEqual([]);
  });

  it('planned is not the same as done', () => {
    const { conflicts } = compare(
      'The firm did not dismiss the pilots of the Varna ferry.',
      'The firm would dismiss the pilots of the Varna ferry.'
    );
    expect(conflicts).toEqual([]);
  });

  it('refused is a denial of it', () => {
    expect(
      compare('The mayor of Tarnby refused to resign on Monday.', 'The mayor of Tarnby resigned on Monday.')
        .conflicts
    ).toEqual(['polarity clash denied affirmed']);
  });
});

describe('two occasions', () => {
  it('have figures of their own', () => {
    const { conflicts } = compare(
      'In 2011 a fire at the Orlo mine killed nine miners.',
      'A fire at the Orlo mine killed 21 miners on Monday.'
    );
    expect(conflicts).toEqual([]);
  });
});

describe('a match', () => {
  it('says why', () => {
    const { shared } = compare(
      'The council sold the Orlo mill to Lena Brandt in 1963.',
      'In 1963 the council sold the old Orlo mill to Lena Brandt.'
    );
    const [reasons] = shared[0]!.mentions.map(({ because }) => because!).filter((list) => list.length > 0);
    expect(reasons!.join('; ')).toMatch(/words in both: .*mill/);
    expect(reasons!.join('; ')).toContain('figures in both: 1963');
    expect(shared[0]!.mentions.map(({ grade }) => grade)).toEqual(['same-claim', 'same-claim']);
  });
});
