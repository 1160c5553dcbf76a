import { describe, expect, it } from 'vitest';
import { scoreTexts } from '$lib/analysis/claims/score-texts';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const score = (a: string, b: string) => scoreTexts(readText(a, knowledge), readText(b, knowledge), knowledge);

describe('closeness of two texts', () => {
  const told = 'The council of Tarnby closed the old harbour bridge after the storm.';

  it('is higher for a retelling than for the same topic, and for the topic than for another one', () => {
    const retold = score(told, 'After the storm, Tarnby’s council shut the old bridge at the harbour.');
    const topic = score(told, 'The council of Tarnby will vote on a new swimming pool.');
    const other = score(told, 'Violinists rehearsed a quartet by Haydn.');
    expect(retold).toBeGreaterThan(topic + 0.1);
    expect(topic).toBeGreaterThan(other);
  });

  it('falls when a number, a name or a negation differs', () => {
    const same = score(told, told);
    expect(score(`${told} It cost 40 crowns.`, `${told} It cost 90 crowns.`)).toBeLessThan(same);
    expect(score('Kenya opened the dam.', 'Brazil opened the dam.')).toBeLessThan(
      score('Kenya opened the dam.', 'Kenya opened the dam.')
    );
    expect(score(told, told.replace('closed', 'did not close'))).toBeLessThan(same);
  });

  it('does not depend on the order', () => {
    const other = 'Storm damage closed a bridge in Tarnby.';
    expect(score(told, other)).toBe(score(other, told));
  });

  it('is 0 where nothing is said', () => {
    expect(score('…', '!')).toBe(0);
    expect(score('', told)).toBe(0);
  });
});
