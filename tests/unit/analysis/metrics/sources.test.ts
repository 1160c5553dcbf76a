import { describe, expect, it } from 'vitest';
import { foundIn, measuredOf, plain, resultOf } from './measured';

describe('weasel-sourcing', () => {
  it.each([
    ['Critics say the plan failed.', 'unnamed-people: the plan failed.'],
    ['Many Chileans believe the plan failed.', 'unnamed-people: the plan failed.'],
    ['According to experts, the plan failed.', 'unnamed-people: the plan failed.'],
    ['A spokesman said the plan failed.', 'unnamed-people: the plan failed.'],
    ['It is said that the plan failed.', 'nobody: that the plan failed.'],
    ['There is widespread concern that the plan cost too much.', 'nobody: that the plan cost too much.'],
    ['The plan reportedly failed.', 'nobody: The plan reportedly failed.']
  ])('finds nobody in particular behind "%s"', (sentence, hit) => {
    expect(foundIn('weasel-sourcing', sentence)).toEqual([`weasel-sourcing/${hit}`]);
  });

  it.each([
    'Anna Berg said the plan failed.',
    'Chile believes the plan failed.',
    'The mayor said that the plan failed.',
    'Treasury officials said that the plan failed.',
    'According to a study, the plan failed.',
    'The idea that the plan failed is new.',
    'For Anna Berg and many in Chile, the plan failed.',
    'This fear that the plan failed is new.',
    'A spokeswoman for the harbour said the plan failed.',
    'Three survivors said the plan failed.',
    'Investigators said the plan failed.'
  ])('leaves "%s" alone', (sentence) => {
    const found = resultOf('weasel-sourcing', plain.repeat(5) + sentence);
    expect('evidence' in found ? found.evidence : []).toEqual([]);
  });

  it('is a share of the attributed words alone', () => {
    const text = `${plain.repeat(5)}Critics say it failed. Anna Berg said it worked very well.`;
    const found = measuredOf('weasel-sourcing', text);
    expect(found.author).toEqual({ value: null, interval: null, base: 0 });
    expect(found.attributed.base).toBe(found.base);
    expect(found.value).toBeCloseTo((100 * 2) / 6, 9);
  });

  it('says that there are no sources, rather than 0, when nothing is attributed', () => {
    expect(resultOf('weasel-sourcing', plain.repeat(5))).toEqual({
      status: 'too-short',
      reason: 'The text attributes nothing to anybody, so there are no sources that could be vague.'
    });
  });
});

describe('sources-cited', () => {
  it.each([
    ['Anna Berg said prices rose.', 'named: Anna Berg'],
    ['The mayor said that prices rose.', 'described: The mayor'],
    ['Senior officials said prices rose.', 'unnamed: Senior officials'],
    ['Environmental groups said prices rose.', 'unnamed: Environmental groups'],
    ['According to a study, prices rose.', 'document: a study'],
    ['A report by the ministry came out.', 'found-in: report by'],
    ['It is against Article 12 here.', 'numbered: Article 12'],
    ['In its Defence Review of 2010, Chile lists it.', 'named-document: Defence Review'],
    ['Prices rose by 12 percent.', 'figure: 12 percent'],
    ['It has 30 member states.', 'figure: 30 member states']
  ])('finds %s', (sentence, hit) => {
    expect(foundIn('sources-cited', sentence)).toEqual([`sources-cited/${hit}`]);
  });

  it.each([
    'Prices rose in 1990.',
    'Chile sees it as a threat.',
    'They met on 4 April 2019.',
    'The article was long.',
    'One man left.',
    'It took three months.'
  ])('leaves "%s" alone', (sentence) => {
    expect(foundIn('sources-cited', sentence)).toEqual([]);
  });

  it('counts a source once, however many stretches of words it holds', () => {
    const found = foundIn('sources-cited', '"Prices rose," Anna Berg said, "and wages fell."');
    expect(found).toEqual(['sources-cited/named: Anna Berg']);
  });

  it('adds up from its parts', () => {
    const text = `${plain.repeat(5)}Anna Berg said prices rose by 12 percent. Critics say no. Article 12 bans it.`;
    const found = measuredOf('sources-cited', text);
    const parts = found.parts!.filter((part) => part.id !== 'value');
    expect(parts.map((part) => Math.round((part.value! * found.base) / 1000))).toEqual([1, 1, 1, 1]);
    expect(parts.reduce((sum, part) => sum + part.value!, 0)).toBeCloseTo(found.value, 9);
  });
});
