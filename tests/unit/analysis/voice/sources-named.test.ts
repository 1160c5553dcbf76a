import { describe, expect, it } from 'vitest';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

/** Attributed words with their holder, in text order. */
function attributed(text: string): [holder: string | null, words: string][] {
  return readText(text, knowledge)
    .segments.filter(({ voice }) => voice === 'attributed')
    .map(({ holder, start, end }) => [holder, text.slice(start, end)]);
}

describe('sources after "according to"', () => {
  it.each([
    ['The mill has 70 workers, according to company papers.', 'company papers'],
    ['She led among men and people under 45, according to exit polls.', 'exit polls'],
    ['She has raised a fortune through that account, according to a recent report.', 'a recent report']
  ])('%s', (text, holder) => {
    expect(attributed(text)[0]![0]).toBe(holder);
  });
});

describe('what polls, records and figures show', () => {
  it.each([
    ['Early polls show voters angry about the dam.', 'Early polls'],
    ['Poll finds Roe would beat Moe in the north.', 'Poll'],
    ['During that week, port records show, the ferry never sailed.', 'port records']
  ])('%s', (text, holder) => {
    expect(attributed(text).map(([who]) => who)).toContain(holder);
  });
});

describe('speakers at the end and in brackets', () => {
  it.each([
    ['Mayor will back the dam, eventually, former rival says.', 'former rival'],
    ['The rate fell in May (it is now at three in a hundred, Roe says) and rose in June.', 'Roe'],
    ['(The French are big fans of the show, Mr. Madden said.)', 'Mr. Madden']
  ])('%s', (text, holder) => {
    expect(attributed(text).map(([who]) => who)).toContain(holder);
  });
});

describe('long clauses after "said"', () => {
  it('takes the whole clause, however late its verb', () => {
    const text = 'The agency said supporters of the group, also known as the League, were sharing the news.';
    expect(attributed(text)).toEqual([
      ['The agency', 'supporters of the group, also known as the League, were sharing the news.']
    ]);
  });

  it('finds few who believe', () => {
    expect(attributed('But few believe their pact can last.')[0]![0]).toBe('few');
  });
});

describe('marks of quotation that came with an excerpt', () => {
  it('hears speech that began before the excerpt', () => {
    const text = 'I am afraid of what is going to happen next year.” The mayor left early.';
    expect(attributed(text)[0]![1]).toBe('I am afraid of what is going to happen next year.”');
  });

  it('takes the tripled marks of a spreadsheet for one', () => {
    const text = '"""I have never seen a flood this bad,"" said Ana Rojas.';
    expect(attributed(text)[0]![0]).toBe('Ana Rojas');
  });
});

describe('frames with "as"', () => {
  it.each([
    ['As the mayor said on Monday, the dam is old.', 'the mayor', 'the dam is old.'],
    ['The dam is old, as Ana Rojas pointed out.', 'Ana Rojas', 'The dam is old,'],
    ['As reported by the Herald, the ferry sank in May.', 'the Herald', 'the ferry sank in May.']
  ])('%s', (text, holder, words) => {
    expect(attributed(text)).toContainEqual([holder, words]);
  });

  it.each(['As the water rose, the dam broke.', 'As I said, the dam is old.', 'As expected, the dam broke.'])(
    'leaves it to the author: %s',
    (text) => {
      expect(attributed(text)).toEqual([]);
    }
  );
});

describe('who is named beside an office', () => {
  it.each([
    ['The rail operator, Nordbane, said the brakes had failed.', 'Nordbane'],
    ["The harbour's head, Ann Roe, said the brakes had failed.", 'Ann Roe']
  ])('%s', (text, holder) => {
    expect(attributed(text).map(([who]) => who)).toEqual([holder]);
  });

  it('names nobody where a word only passes something on', () => {
    expect(attributed('Now, apparently, the bridge is a danger.')).toEqual([
      [null, 'Now, apparently, the bridge is a danger.']
    ]);
  });
});

describe('what the writer sets against a report', () => {
  it.each([
    [
      'He alleged that the votes had arrived late, but his party has shown no proof.',
      'that the votes had arrived late'
    ],
    ['Officials said the dam was safe, although cracks are visible.', 'the dam was safe']
  ])('%s', (text, words) => {
    expect(attributed(text)[0]![1].replace(/,$/, '')).toBe(words);
  });

  it('stays with the speaker in the tense of the report', () => {
    expect(attributed('She said that the road was closed, but traffic was light.')[0]![1]).toBe(
      'that the road was closed, but traffic was light.'
    );
  });
});

it('takes the dismissal of people for a deed, and of a claim for an answer', () => {
  expect(attributed('The company dismissed six drivers in May.')).toEqual([]);
  expect(attributed('The company dismissed the claims in May.')).toHaveLength(1);
});

it('gives a quotation behind "that" to who says so', () => {
  expect(attributed('The chairman, Peter Lang, insists that "nobody has won".').map(([who]) => who)).toEqual([
    'Peter Lang'
  ]);
});

it('takes a vote for a deed', () => {
  expect(attributed('Two thirds of the members approved the deal.')).toEqual([]);
});
