import { describe, expect, it } from 'vitest';
import { readText } from '$lib/analysis/read';
import { commitmentAt } from '$lib/analysis/voice/commitment';
import { COMMITMENT } from '$lib/analysis/voice/commitment-calibration';
import { knowledge } from '$lib/lexicons/generated';

/** Commitment to the word between square brackets. */
function commitment(marked: string): number {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  return commitmentAt(readText(text, knowledge), { start, end }, knowledge);
}

describe('what a text states as a fact', () => {
  it.each([
    'The bakers [closed] the shop on Monday.',
    'The company has [sold] its mill to a rival.',
    'She managed to [open] the gate before dawn.',
    'The mayor regretted that the bridge had been [closed].',
    'The ferry [sank] after it hit a rock.',
    'Officials said the river [flooded] two villages last week.',
    'The storm forced them to [leave] the island.'
  ])('%s', (sentence) => {
    expect(commitment(sentence)).toBeGreaterThanOrEqual(COMMITMENT.asserted);
  });
});

describe('what a text states as not so', () => {
  it.each([
    'The bakers did not [close] the shop on Monday.',
    'The rescuers failed to [reach] the island.',
    'The company refused to [sell] its mill.',
    'Nobody [closed] the shop on Monday.',
    'No one was [arrested] after the march.'
  ])('%s', (sentence) => {
    expect(commitment(sentence)).toBeLessThanOrEqual(COMMITMENT.denied);
  });
});

describe('what a text leaves open', () => {
  it.each([
    'The company wants to [buy] the mill.',
    'The company plans to [build] a second bridge.',
    'She may [leave] the island.',
    'If the ferry [sinks], the island will be cut off.',
    'The council asked the owner to [repair] the roof.',
    'The villagers hope to avoid a [strike].'
  ])('%s', (sentence) => {
    const value = commitment(sentence);
    expect(value).toBeLessThan(COMMITMENT.asserted);
    expect(value).toBeGreaterThan(COMMITMENT.denied);
  });
});

it('does not weigh who an event is about', () => {
  const pairs = [
    ['Norway refused to [sell] the island to Portugal.', 'Brazil refused to [sell] the island to Sweden.'],
    ['Chile hopes to [join] the league.', 'Kenya hopes to [join] the league.']
  ];
  for (const [one, other] of pairs) expect(commitment(one!)).toBe(commitment(other!));
});

it('stays on its scale and gives the same number twice, whatever the text', () => {
  const texts = [
    'to to to not not if if that that that',
    `${'he said that she hoped to '.repeat(400)}leave.`,
    '\u202e\u0000 \ud800 not \u0301\u0301 wo n’t',
    'Will it? Would he? Not.'
  ];
  for (const text of texts) {
    for (let start = 0; start < Math.min(text.length, 60); start += 3) {
      const read = () => commitmentAt(readText(text, knowledge), { start, end: start + 4 }, knowledge);
      const value = read();
      expect(value).toBeGreaterThanOrEqual(-3);
      expect(value).toBeLessThanOrEqual(3);
      expect(read()).toBe(value);
    }
  }
});

it('says nothing of a span outside the body', () => {
  const reading = readText('The ferry sank after it hit a rock.', knowledge);
  expect(commitmentAt(reading, { start: 4000, end: 4004 }, knowledge)).toBe(0);
});
