import { describe, expect, it } from 'vitest';
import { knowledge } from '$lib/lexicons/generated';
import { readDocument } from '$lib/text/read-document';
import { readQuantities, type Quantity } from '$lib/text/read-quantities';

function read(text: string): Quantity[] {
  return readQuantities(readDocument(text, knowledge).tokens, text);
}

function only(text: string): Quantity & { quote: string } {
  const found = read(text);
  expect(found.map(({ start, end }) => text.slice(start, end))).toHaveLength(1);
  const [quantity] = found;
  return { ...quantity!, quote: text.slice(quantity!.start, quantity!.end) };
}

describe('money', () => {
  it.each([
    ['It cost $3.5bn in all.', '$3.5bn', 3.5e9, 3.5e9, 'USD'],
    ['It gave $65-100 million to the party.', '$65-100 million', 65e6, 100e6, 'USD'],
    ['It gave $65 to $100 million to the party.', '$65 to $100 million', 65e6, 100e6, 'USD'],
    ['It gave £5m-£10m away.', '£5m-£10m', 5e6, 10e6, 'GBP'],
    ['They paid 5 million dollars for it.', '5 million dollars', 5e6, 5e6, 'USD'],
    ['They had to pay the $53.7-million at once.', '$53.7-million', 53.7e6, 53.7e6, 'USD'],
    ['They paid 3 euros for it.', '3 euros', 3, 3, 'EUR'],
    ['One group got $130,000 from them.', '$130,000', 130_000, 130_000, 'USD']
  ])('%s', (text, quote, low, high, unit) => {
    expect(only(text)).toMatchObject({ kind: 'money', quote, low, high, unit });
  });
});

describe('shares and parts told by two numbers', () => {
  it.each([
    ['One in four voters stayed.', 'One in four', 25],
    ['Nine out of ten said so.', 'Nine out of ten', 90],
    ['It hits 3 in 100 children.', '3 in 100', 3]
  ])('%s', (text, quote, share) => {
    expect(only(text)).toMatchObject({ kind: 'percent', quote, low: share, high: share, unit: '%' });
  });

  it.each(['They lost 5 in 3 days.', 'Two in three left.', 'It sold 12 in 2004.', 'He won 3 in 10 minutes.'])(
    'but not %s',
    (text) => {
      expect(read(text).map(({ kind }) => kind)).not.toContain('percent');
    }
  );

  it('a fraction of a number is a number, of a measure a part of it', () => {
    expect(only('They sold a quarter of a million cars.')).toMatchObject({ kind: 'count', low: 250_000 });
    expect(only('It took a quarter of an hour.')).toMatchObject({ kind: 'number', low: 0.25, unit: 'hour' });
    expect(only('A third of a town left.')).toMatchObject({ kind: 'percent', unit: '%' });
  });
});

describe('measures of two words', () => {
  it.each([
    ['It covers 20 square kilometres.', 'square kilometer'],
    ['It lies 12 nautical miles off.', 'nautical mile']
  ])('%s', (text, unit) => {
    expect(only(text)).toMatchObject({ kind: 'number', unit });
  });

  it('and of the Indian and Pakistani press', () => {
    expect(only('It cost Rs 5 crore.')).toMatchObject({ kind: 'money', low: 5e7, unit: 'INR' });
  });
});

describe('shares', () => {
  it.each([
    ['Prices rose 10-15% there.', '10-15%', 10, 15, '%'],
    ['Prices rose 10–15 % there.', '10–15 %', 10, 15, '%'],
    ['Prices rose 50 per cent there.', '50 per cent', 50, 50, '%'],
    ['It fell by two percentage points.', 'two percentage points', 2, 2, 'pp'],
    ['A third of them left.', 'A third', 100 / 3, 100 / 3, '%'],
    ['Two-thirds voted for it.', 'Two-thirds', 200 / 3, 200 / 3, '%'],
    ['Half of the town left.', 'Half', 50, 50, '%']
  ])('%s', (text, quote, low, high, unit) => {
    const found = only(text);
    expect(found).toMatchObject({ kind: 'percent', quote, unit });
    expect(found.low).toBeCloseTo(low);
    expect(found.high).toBeCloseTo(high);
  });

  it('leaves a rank and a half-hour alone', () => {
    expect(read('A third man came half past four.').filter(({ kind }) => kind === 'percent')).toEqual([]);
  });
});

describe('counts', () => {
  it.each([
    ['It has 30 member countries now.', '30 member countries', 30, 'country', ['member']],
    ['It began with a total of 12 countries.', 'a total of 12 countries', 12, 'country', []],
    ['The bloc has 29 member states.', '29 member states', 29, 'state', ['member']],
    [
      'It sent four multinational battalions.',
      'four multinational battalions',
      4,
      'battalion',
      ['multinational']
    ],
    ['It has twenty-nine members.', 'twenty-nine members', 29, 'member', []],
    ['Some 1.5 million people left.', '1.5 million people', 1.5e6, 'people', []],
    [
      'Two hundred and fifty thousand people left.',
      'Two hundred and fifty thousand people',
      250_000,
      'people',
      []
    ]
  ])('%s', (text, quote, value, counted, modifiers) => {
    expect(only(text)).toMatchObject({ kind: 'count', quote, low: value, high: value, counted, modifiers });
  });

  it('reads a range of them', () => {
    expect(only('Between 10 and 20 people came.')).toMatchObject({
      kind: 'count',
      low: 10,
      high: 20,
      counted: 'people'
    });
    expect(only('It cost the jobs of 900,000 to 1 million people.')).toMatchObject({
      low: 900_000,
      high: 1e6
    });
  });

  it('takes "one" for a count only where it is stressed', () => {
    expect(read('An attack on one member is an attack on all.')).toEqual([]);
    expect(only('At least one member left.')).toMatchObject({ low: 1, bound: 'at-least' });
  });
});

describe('how exactly', () => {
  it.each([
    ['About 50 troops came.', 'about'],
    ['More than 20 tanks came.', 'at-least'],
    ['At least three men came.', 'at-least'],
    ['Up to 40 men came.', 'at-most'],
    ['Fewer than 40 men came.', 'at-most'],
    ['No more than 40 men came.', 'at-most'],
    ['Exactly 40 men came.', null],
    ['They were talking about two players.', null]
  ])('%s', (text, bound) => {
    expect(only(text).bound).toBe(bound);
  });
});

describe('dates and years', () => {
  it.each([
    ['It was signed on April 4, 1949.', 'date', 'April 4, 1949', '1949-04-04', 1949, 1949],
    ['It was signed on 4 April 1949.', 'date', '4 April 1949', '1949-04-04', 1949, 1949],
    ['It was signed in April 1949.', 'date', 'April 1949', '1949-04', 1949, 1949],
    ['It was signed on April 4th.', 'date', 'April 4th', '--04-04', null, null],
    ['It was signed on Jan. 5, 1990.', 'date', 'Jan. 5, 1990', '1990-01-05', 1990, 1990],
    ['It was signed on 1949-04-04.', 'date', '1949-04-04', '1949-04-04', 1949, 1949],
    ['It was signed on 04/05/1949.', 'date', '04/05/1949', '1949', 1949, 1949],
    ['It began in 2008.', 'year', '2008', '2008', 2008, 2008],
    ['They broke the 1990 promise.', 'year', '1990', '1990', 1990, 1990],
    ['It lasted through the 1990s.', 'year', '1990s', '1990/1999', 1990, 1999],
    ['It began in the late 1990s.', 'year', 'late 1990s', '1997/1999', 1997, 1999],
    ['It was the war of 1914-18.', 'year', '1914-18', '1914/1918', 1914, 1918],
    ['It was built in the 19th century.', 'year', '19th century', '1801/1900', 1801, 1900]
  ])('%s', (text, kind, quote, date, low, high) => {
    expect(only(text)).toMatchObject({ kind, quote, date, low, high });
  });

  it('tells a year from a crowd', () => {
    expect(only('Then 1500 people came.')).toMatchObject({ kind: 'count', low: 1500 });
    expect(read('Over the past decade it grew.')).toEqual([]);
    expect(read('It may rain in March.')).toEqual([]);
  });
});

describe('what is no quantity', () => {
  it.each([
    'It invoked Article 5 of the treaty.',
    'It passed Resolution 1244 then.',
    'See No. 5 in the list.',
    'He left at 3 a.m. and slept.',
    'The vote was 5-4 there.'
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('skips the number of a heading', () => {
    expect(read('It rained all day long there.\n\n3. The way ahead\n\nThen it stopped at last.')).toEqual([]);
  });
});

describe('pounds', () => {
  it.each([
    ['They paid 50 pounds for it.', 'money', 'GBP'],
    ['The box weighed 50 pounds.', 'number', 'pound'],
    ['She carried 50 pounds of flour.', 'number', 'pound'],
    ['He is 50 pounds lighter now.', 'number', 'pound']
  ])('%s', (text, kind, unit) => {
    expect(only(text)).toMatchObject({ kind, unit, low: 50 });
  });
});
