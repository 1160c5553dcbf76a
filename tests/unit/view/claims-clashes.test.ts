import { describe, expect, it } from 'vitest';
import type { Conflict } from '$lib/analysis/audit-schema';
import { headClashes, MOST_CLASHES, wordsAround } from '$lib/view/claims-clashes';
import { claimEntries, type ClaimStatement } from '$lib/view/claims-entries';
import { claimsAudit, claimTexts } from './fixture-claims';

const texts = new Map(claimTexts.map(({ id, text }) => [id, text]));

/** A clash of the cost, as the audit has it, with another verdict. */
function conflict(verdict: Conflict['verdict'], rule = 'claims/other-count'): Conflict {
  const value = (document: string, quote: string) => {
    const start = texts.get(document)!.indexOf(quote);
    return { document, value: quote, start, end: start + quote.length, quote };
  };
  return {
    kind: 'number',
    verdict,
    rule,
    values: [value('bulletin', '30 million'), value('gazette', 'forty-five million')]
  };
}

const entriesWith = (conflicts: readonly Conflict[]) =>
  claimEntries({
    ...claimsAudit,
    comparison: {
      ...claimsAudit.comparison,
      claims: claimsAudit.comparison.claims.map((claim, index) => ({
        ...claim,
        conflicts: index === 0 ? [...conflicts] : []
      }))
    }
  });

describe('the clashes that head the page of claims', () => {
  it('put what cannot both be so first, and leave out what speaks of different things', () => {
    const found = headClashes(
      entriesWith([conflict('different-referents'), conflict('may-differ-by-date'), conflict('clash')]),
      texts
    );
    expect(found.map(({ verdict }) => verdict)).toEqual(['clash', 'may-differ-by-date']);
  });

  it('show the differing words in the sentences they stand in', () => {
    const [clash] = headClashes(entriesWith([conflict('clash')]), texts);
    expect(clash!.sides.map(({ document, quote }) => [document, quote])).toEqual([
      ['bulletin', '30 million'],
      ['gazette', 'forty-five million']
    ]);
    for (const { document, before, quote, after } of clash!.sides) {
      expect(texts.get(document)).toContain(before + quote + after);
    }
    expect(clash!.sides[1]!.before).toBe('In the end it cost ');
  });

  it('show the whole statement even where an abbreviation looks like the end of the sentence', () => {
    const text = 'It was in 2004 that Bell Corp. Steel of Ohio built it. More.';
    const place = (quote: string) => ({
      document: 'a',
      start: text.indexOf(quote),
      end: text.indexOf(quote) + quote.length
    });
    const said = {
      ...place('in 2004 that Bell Corp. Steel of Ohio built it'),
      quote: ''
    } as ClaimStatement;
    const { before, after } = wordsAround(text, place('2004'), [said]);
    expect(before + '2004' + after).toBe('It was in 2004 that Bell Corp. Steel of Ohio built it');
    expect(wordsAround(text, place('2004'), []).after).toBe(' that Bell Corp.');
  });

  it('say where the beginning of a long sentence is left out, and only there', () => {
    const long = `In those years ${'it went on and on and '.repeat(20)}had only 15 members. It now has 30.`;
    const at = (quote: string) => ({
      document: 'a',
      start: long.indexOf(quote),
      end: long.indexOf(quote) + quote.length
    });
    expect(wordsAround(long, at('15 members'), []).before).toMatch(/^… \S/u);
    expect(wordsAround(long, at('30'), []).before).toBe('It now has ');
    expect(wordsAround(long, at('those years'), []).before).toBe('In ');
  });

  it('say what the rule asked for, and nothing for a rule without words', () => {
    const [known, unknown] = headClashes(
      entriesWith([conflict('clash'), conflict('clash', 'claims/of-the-future')]),
      texts
    );
    expect(known!.because).toMatch(/figures differ/u);
    expect(unknown!.because).toBeNull();
  });

  it('are few, whatever there is', () => {
    const many = Array.from({ length: 3 * MOST_CLASHES }, () => conflict('clash'));
    expect(headClashes(entriesWith(many), texts)).toHaveLength(MOST_CLASHES);
  });
});
