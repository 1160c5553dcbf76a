import { describe, expect, it } from 'vitest';
import { namedFigures } from '$lib/analysis/claims/named-figures';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

const figuresOf = (text: string) => namedFigures(readText(text, knowledge), knowledge);

/** "kind unit value 'quote'" of every figure of a text. */
const told = (text: string) =>
  figuresOf(text).map(({ kind, unit, low, high, date, quote }) =>
    [kind, unit ?? '-', date ?? (low === high ? low : `${low}..${high}`), `'${quote}'`].join(' ')
  );

describe('the figures that a text names', () => {
  it.each([
    ['people, in digits and in words', 'Thirty-five people died.', ["people person 35 'Thirty-five people'"]],
    ['some kind of people', 'Seven travellers died.', ["people traveler 7 'Seven travellers'"]],
    ['members, who may be states', 'NATO has 32 members.', ["count member 32 '32 members'"]],
    ['words of one meaning', 'It has 29 member states.', ["count country 29 '29 member states'"]],
    ['and not of a deed', 'Eleven stations opened.', ["count station 11 'Eleven stations'"]],
    ['other things by their lemma', 'Crews felled 40 old trees.', ["count tree 40 '40 old trees'"]],
    ['money', 'The bridge cost $65 million.', ["money USD 65000000 '$65 million'"]],
    ['shares', 'Prices rose by 5 to 7 percent.', ["share % 5..7 '5 to 7 percent'"]],
    ['sizes', 'The slick is 12 kilometres long.', ["size kilometer 12 '12 kilometres'"]],
    [
      'parts of a number',
      'A quarter of a million doses went.',
      ["count dose 250000 'A quarter of a million doses'"]
    ],
    ['parts of a measure', 'It took a quarter of an hour.', ["span hour 0.25 'a quarter of an hour'"]],
    ['one in so many', 'One in four voters stayed at home.', ["share % 25 'One in four'"]],
    ['measures of two words', 'It is 20 nautical miles off.', ["size nautical mile 20 '20 nautical miles'"]],
    ['spans of time', 'The strike lasted three weeks.', ["span week 3 'three weeks'"]],
    ['what is joined to a noun', 'He signed a four-year contract.', ["span year 4 'four-year'"]],
    ['seats of an arena', 'The 34,000-seat arena is full.', ["count seat 34000 '34,000-seat'"]],
    ['dates as far as they go', 'It was signed on 4 April 1949.', ["date - 1949-04-04 '4 April 1949'"]],
    ['months without a year', 'The talks failed in March.', ["date - --03 'March'"]],
    ['times of day', 'It left at 9.40 p.m. and burned.', ["time - 1300 '9.40 p.m.'"]],
    ['votes', 'The council voted 31 to 18 against it.', ["votes - 31..18 '31 to 18'"]],
    ['numbers that count nothing by themselves', 'The toll rose to 35.', ["number - 35 '35'"]]
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ['Per Aas, 51, was driving.', "age - 51 '51'"],
    ['The 58-year-old guard was tied up.', "age - 58 '58-year-old'"],
    ['At the age of 27 she left.', "age - 27 '27'"],
    ['He is 30 years old.', "age - 30 '30 years old'"],
    ['The driver, 45, walked away.', "age - 45 '45'"],
    ['They met a 54-year-old.', "age - 54 '54-year-old'"]
  ])('ages, marked without whose they are: %s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('say how exact they are', () => {
    const bounds = (text: string) => figuresOf(text).map(({ bound }) => bound);
    expect(bounds('About 300 people came, not more than 120 stayed and at least 10 slept.')).toEqual([
      'about',
      'at-most',
      'at-least'
    ]);
    expect(bounds('Three hundred people came.')).toEqual([null]);
  });

  it('are no names: of articles, of flights, of the two sides', () => {
    expect(told('Article 5 was invoked on flight 370, and the two sides met.')).toEqual([]);
  });

  it('stand in headings too, and nothing is told twice', () => {
    const text =
      'A bridge falls\n\nThe bridge over the Varda fell on Monday. It killed 35 people.\n\n' +
      'Built for 20 years\n\nThe engineers had warned the town of it, and the town did nothing.';
    expect(readText(text, knowledge).document.headings).toHaveLength(1);
    expect(figuresOf(text).map(({ quote }) => quote)).toEqual(['35 people', '20 years']);
  });

  it('are quoted as they stand, in text order and without overlap', () => {
    const text =
      'At 06:42 on 12 November 2021, Ann Lee, 45, with 27 years of service, braked at 86 km.\n\n' +
      'Between 30 and 50 people — a third of them children — were hurt; the firm offers $10,000 to 12 families.';
    const figures = figuresOf(text);
    expect(figures.length).toBeGreaterThan(7);
    for (const [index, { start, end, quote }] of figures.entries()) {
      expect(text.slice(start, end)).toBe(quote);
      expect(start).toBeGreaterThanOrEqual(figures[index - 1]?.end ?? 0);
    }
  });
});
