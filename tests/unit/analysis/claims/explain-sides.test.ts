import { describe, expect, it } from 'vitest';
import { explainSides } from '$lib/analysis/claims/explain-sides';
import { closenessOfSides, readWholeSide, scoreSides } from '$lib/analysis/claims/score-texts';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const side = (text: string) => readWholeSide(readText(text, knowledge), knowledge);
const explain = (a: string, b: string) => explainSides(side(a), side(b));

const told = 'A ferry with 40 passengers sank off Tarnby on Friday.';

describe('the grade of a pair', () => {
  it('tells the same claim from the same topic', () => {
    const retold = explain(told, 'On Friday a ferry carrying 40 passengers went down off Tarnby.');
    const topic = explain(told, 'Tarnby’s council will vote on a new swimming pool.');
    expect(retold.grade).toBe('same-claim');
    expect(topic.grade).toBe('same-topic');
    expect(retold.same).toBeGreaterThan(topic.same + 0.3);
  });

  it('keeps apart two events of one kind by their names, days and figures', () => {
    const other = explain(told, 'A ferry with 90 passengers sank off Lomsk on Monday.');
    expect(other.grade).not.toBe('same-claim');
    expect(other.because).toContain('other figures: 40 and 90');
    expect(other.because).toContain('other days: Friday and Monday');
  });

  it('gives the scores that the quick functions give', () => {
    const [a, b] = [side(told), side('A ferry sank.')];
    const { same, closeness } = explainSides(a, b);
    expect(same).toBe(scoreSides(a, b));
    expect(closeness).toBe(closenessOfSides(a, b));
  });
});

describe('what decided', () => {
  it('is what both have, in the words of both', () => {
    const { because } = explain(
      'NATO deployed troops to Poland.',
      'The deployment of NATO soldiers to Poland.'
    );
    expect(because.join('; ')).toMatch(/names in both: .*NATO/);
    expect(because.join('; ')).toContain('deployed / deployment');
    expect(because.join('; ')).toContain('troops / soldiers');
  });

  it('says when only one of them denies something', () => {
    expect(explain('The bridge was closed.', 'The bridge was never closed.').because).toContain(
      'one of them denies something'
    );
  });

  it('is the same reasons whichever comes first, but for the order of words', () => {
    const [a, b] = [side(told), side('A boat sank on Monday.')];
    expect(explainSides(a, b).because.length).toBe(explainSides(b, a).because.length);
    expect(scoreSides(a, b)).toBe(scoreSides(b, a));
  });
});
