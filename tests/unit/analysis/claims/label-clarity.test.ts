import { describe, expect, it } from 'vitest';
import { LabelClauses } from '$lib/analysis/claims/label-clarity';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** How well a text stands as a sentence of its own, taken as one whole. */
function clarity(text: string): number {
  const { document } = readText(text, knowledge);
  const whole = { firstToken: 0, tokenEnd: document.tokens.length };
  return new LabelClauses(document, knowledge).clarityOf(whole, whole);
}

describe('how well a wording stands alone', () => {
  it.each([
    ['Amid calls for him to drop out of the race', 'Townspeople asked him to drop out of the race'],
    ['Urging the lawmakers to “recall” the bill', 'The lawmakers recalled the bill'],
    ['The mayor banning state-funded travel to Skarv', 'The mayor banned state-funded travel to Skarv'],
    [
      'John Roe, the policy chief, said in a telephone interview',
      'John Roe, the policy chief, gave an interview'
    ]
  ])('“%s” less well than “%s”', (fragment, sentence) => {
    expect(clarity(sentence) - clarity(fragment)).toBeGreaterThan(0.6);
  });
});
