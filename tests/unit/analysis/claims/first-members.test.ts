import { describe, expect, it } from 'vitest';
import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** The conflicts over who belonged to an organisation at its start, as rule and values. */
function clashes(...texts: string[]): string[] {
  const documents = texts.map((text, i) => ({ id: `d${i}`, reading: readText(text, knowledge) }));
  return compareClaims(documents, knowledge, 1)
    .claims.flatMap(({ conflicts }) => conflicts)
    .filter(({ rule }) => rule === 'claims/other-members')
    .map(({ values }) => values.map(({ document, quote }) => `${document} ${quote}`).join(' | '));
}

const LIMITED = 'At first, OPEC was limited to a few South American states. It sold oil.';

describe('who belonged to an organisation at its start', () => {
  it('clashes where one leaves no room for a member that the other names', () => {
    expect(
      clashes(
        LIMITED,
        'OPEC was founded in 1960 with five countries, including Iran and Kuwait, and it has grown since.'
      )
    ).toEqual(['d0 South American states | d1 Iran']);
  });

  it('does not clash with a member from there, or from both parts of the world', () => {
    expect(
      clashes(LIMITED, 'OPEC was founded in 1960 with five countries, including Venezuela and Ecuador.')
    ).toEqual([]);
    expect(
      clashes(
        'Originally, the OECD consisted of Asian countries.',
        'The OECD was founded in 1961 with twenty countries, including Turkey and Russia.'
      )
    ).toEqual([]);
  });

  it('does not clash with a member that came later, or with another organisation', () => {
    expect(clashes(LIMITED, 'In 2007, OPEC was joined by Angola, including its oil fields.')).toEqual([]);
    expect(clashes(LIMITED, 'ASEAN was founded in 1967 with five countries, including Thailand.')).toEqual(
      []
    );
  });

  it('does not clash where some members are told, and no others are ruled out', () => {
    expect(
      clashes(
        'OPEC was founded with the help of South American states.',
        'OPEC was founded in 1960 with five countries, including Iran and Kuwait.'
      )
    ).toEqual([]);
  });
});
