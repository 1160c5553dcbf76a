import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { audit } from '$lib/analysis/audit';
import { AuditRequestSchema } from '$lib/analysis/audit-schema';
import { knowledge } from '$lib/lexicons/generated';
import { figureEntries, filterFigures, isAlone } from '$lib/view/figures';
import {
  ALL_FIGURES,
  figureFilterOfFields,
  figureQuery,
  isFiguresFiltered,
  parseFigureFilter,
  type FigureFilter
} from '$lib/view/figures-filter';
import { FIGURES_PER_PAGE, figuresSlice, groupsOfKinds } from '$lib/view/figures-page';
import { figureWords, unitWords } from '$lib/view/figures-words';

const texts = [
  {
    id: 'wire',
    text: 'The ferry sank on 4 May 2021. Police said 35 people died. It cost $65 million. Three boats came.'
  },
  {
    id: 'tabloid',
    text: 'Thirty-five people died when the ferry sank in May 2021. Some 40 cars went down with it. 35 people!'
  },
  {
    id: 'local',
    text: 'The toll rose to 35, the mayor said. The ferry, built in 1998, took five boats along.'
  }
];
const result = audit(
  v.parse(AuditRequestSchema, { documents: texts }),
  knowledge,
  (text) => `${text.length}`
);
const slice = (filter: Partial<FigureFilter> = {}) =>
  figuresSlice(result, texts, { ...ALL_FIGURES, ...filter });
const shown = (filter: Partial<FigureFilter> = {}) =>
  slice(filter).rows.map(({ figure, unit }) => `${figure} ${unit}`.trim());
const row = (figure: string) => slice().rows.find((one) => one.figure === figure)!;

describe('figures of several texts', () => {
  it('are one row by value and unit, in digits or in words', () => {
    const people = slice().rows.find(({ figure, unit }) => figure === '35' && unit === 'people')!;
    expect(people.documents).toEqual(['wire', 'tabloid']);
    expect(people.passages.map(({ quote, more }) => [quote, more])).toEqual([
      ['35 people', 0],
      ['Thirty-five people', 1]
    ]);
  });

  it('name the texts that give the same number otherwise, and are then not alone', () => {
    const people = slice().rows.find(({ unit }) => unit === 'people')!;
    expect(people.elsewhere).toEqual(['local']);
    const bare = slice().rows.find(({ kind }) => kind === 'number')!;
    expect([bare.documents, bare.elsewhere, bare.alone]).toEqual([['local'], ['wire', 'tabloid'], false]);
  });

  it('name the other numbers of their unit that stand in other texts, without calling that a clash', () => {
    const others = slice().rows.map(({ figure, unit, others: of }) => [
      `${figure} ${unit}`,
      of.map((other) => `${other.figure} in ${other.documents.join(', ')}`)
    ]);
    expect(others.filter(([, of]) => of!.length > 0)).toEqual([
      ['3 boats', ['5 in local']],
      ['5 boats', ['3 in wire']]
    ]);
    expect(shown({ reach: 'differ' })).toEqual(['3 boats', '5 boats']);
  });

  it('do so only where no text names many of them', () => {
    const two = [
      { id: 'a', text: 'It has 20 trees. Then 30 trees fell, and 40 trees burned.' },
      { id: 'b', text: 'They counted 50 trees in the park.' }
    ];
    const own = audit(v.parse(AuditRequestSchema, { documents: two }), knowledge, () => 'x');
    expect(figuresSlice(own, two, ALL_FIGURES).totals.differing).toBe(0);
  });

  it('take other people of the same number for what may be the same', () => {
    const two = [
      { id: 'a', text: 'Seven people died on the train. It had four cars.' },
      { id: 'b', text: 'Seven travellers lost their lives. Four dogs barked.' }
    ];
    const own = audit(v.parse(AuditRequestSchema, { documents: two }), knowledge, () => 'x');
    const alone = figuresSlice(own, two, ALL_FIGURES).rows.map(({ figure, unit, alone: only }) => [
      `${figure} ${unit}`,
      only
    ]);
    expect(alone).toEqual([
      ['7 people', false],
      ['7 travellers', false],
      ['4 cars', true],
      ['4 dogs', true]
    ]);
  });

  it('hold a date against one that goes less far, but not against a year', () => {
    expect(row('4 May 2021').elsewhere).toEqual(['tabloid']);
    expect(row('1998').alone).toBe(true);
  });

  it('do not take small numbers of different things for the same', () => {
    expect(row('3').alone).toBe(true);
    expect(row('5').alone).toBe(true);
  });

  it('stand by kind, by what they count, the least first', () => {
    expect(shown()).toEqual([
      '35 people',
      '3 boats',
      '5 boats',
      '40 cars',
      '65 million US dollars',
      '1998',
      'May 2021',
      '4 May 2021',
      '35'
    ]);
  });

  it('stand under the name of their kind, and none is lost', () => {
    const { rows } = slice();
    const groups = groupsOfKinds(rows);
    expect(groups.map(({ name }) => name)).toEqual(['People', 'Things', 'Money', 'Dates', 'Numbers alone']);
    expect(groups.flatMap((group) => group.rows)).toEqual(rows);
  });

  it('say whose words they stand in, with their sentence', () => {
    const [passage] = slice({ by: 'wire', sort: 'text' }).rows[1]!.passages;
    expect([passage!.voice, passage!.holder]).toEqual(['attributed', 'Police']);
    expect(passage!.before + passage!.quote + passage!.after).toBe('Police said 35 people died.');
  });

  it('are counted by source, with those that it alone names', () => {
    expect(slice().bySource).toEqual([
      { document: 'wire', figures: 4, alone: 2 },
      { document: 'tabloid', figures: 3, alone: 1 },
      { document: 'local', figures: 3, alone: 2 }
    ]);
    expect(slice().totals).toEqual({ figures: 9, shared: 1, differing: 2 });
    for (const { document, alone } of slice().bySource)
      expect(slice({ by: document, reach: 'one' }).found).toBe(alone);
  });

  it('can be made by an audit that was taken before figures were read', () => {
    const before = { ...result, documents: result.documents.map(({ figures: _, ...rest }) => rest) };
    const page = figuresSlice(before, texts, ALL_FIGURES);
    expect([page.read, page.rows]).toEqual([false, []]);
  });
});

describe('a filter of figures', () => {
  it('asks for one kind, one source, those alone or not, and words of the sentence', () => {
    expect(shown({ kind: 'money' })).toEqual(['65 million US dollars']);
    expect(shown({ by: 'local', sort: 'text' })).toEqual(['35', '1998', '5 boats']);
    expect(shown({ reach: 'several' })).toEqual(['35 people', 'May 2021', '4 May 2021', '35']);
    expect(shown({ search: 'SANK ferry', sort: 'text' })).toEqual(['4 May 2021', '35 people', 'May 2021']);
    expect(shown({ search: 'nowhere' })).toEqual([]);
  });

  it('goes into the address and back', () => {
    const filter: FigureFilter = {
      search: '35 people',
      kind: 'count',
      by: 'wire',
      reach: 'one',
      sort: 'text',
      page: 3
    };
    expect(parseFigureFilter(new URLSearchParams(figureQuery(filter)))).toEqual(filter);
    expect(figureQuery(ALL_FIGURES)).toBe('');
    expect(isFiguresFiltered({ ...ALL_FIGURES, sort: 'text', page: 2 })).toBe(false);
    expect(isFiguresFiltered({ ...ALL_FIGURES, by: 'wire' })).toBe(true);
  });

  it('takes what is mistyped as if it were not there', () => {
    expect(parseFigureFilter(new URLSearchParams('kind=colour&in=two&sort=x&page=-1&by='))).toEqual(
      ALL_FIGURES
    );
    expect(
      figureFilterOfFields([
        ['kind', 'date'],
        ['q', ' 1949 ']
      ])
    ).toEqual({
      ...ALL_FIGURES,
      kind: 'date',
      search: '1949'
    });
  });

  it('keeps to the last page where there are fewer', () => {
    const many = [
      { id: 'a', text: Array.from({ length: 70 }, (_, i) => `It has ${i + 20} trees.`).join(' ') }
    ];
    const own = audit(v.parse(AuditRequestSchema, { documents: many }), knowledge, () => 'x');
    const last = figuresSlice(own, many, { ...ALL_FIGURES, page: 9 });
    expect([last.page, last.pages, last.rows.length]).toEqual([2, 2, 70 - FIGURES_PER_PAGE]);
    expect(filterFigures(own, many, ALL_FIGURES)).toHaveLength(70);
    expect(figureEntries(own).every(isAlone)).toBe(true);
  });
});

describe('figures in words', () => {
  const figure = { kind: 'count', unit: null, low: 35, high: 35, date: null } as const;
  it.each([
    [{ ...figure, low: 1250, high: 1250 }, '1,250'],
    [{ ...figure, low: 1.5, high: 1.5 }, '1.5'],
    [{ ...figure, low: 65_000_000, high: 65_000_000 }, '65 million'],
    [{ ...figure, low: 2_345_678, high: 2_345_678 }, '2.346 million'],
    [{ ...figure, low: 10, high: 15 }, '10 to 15'],
    [{ ...figure, kind: 'share', unit: '%', low: 66.67, high: 66.67 }, '66.67%'],
    [{ ...figure, kind: 'time', low: 402, high: 402 }, '06:42'],
    [{ ...figure, kind: 'time', low: 580, high: 1300 }, '09:40 or 21:40'],
    [{ ...figure, kind: 'votes', low: 31, high: 18 }, '31 to 18'],
    [{ ...figure, kind: 'votes', low: -1, high: 0 }, 'unanimous'],
    [{ ...figure, kind: 'date', low: null, high: null, date: '2014-05' }, 'May 2014'],
    [{ ...figure, kind: 'date', low: null, high: null, date: '--05-04' }, '4 May'],
    [{ ...figure, kind: 'date', low: null, high: null, date: '--05' }, 'May'],
    [{ ...figure, kind: 'date', low: null, high: null, date: '1980/1989' }, '1980s'],
    [{ ...figure, kind: 'date', low: null, high: null, date: '1997/1999' }, '1997 to 1999']
  ] as const)('%o', (told, words) => {
    expect(figureWords(told)).toBe(words);
  });

  it('take their units from the texts, in the plural where they have it', () => {
    expect(unitWords('count', 'country', ['30 member states', '12 countries'])).toBe('countries');
    expect(unitWords('count', 'country', ['30 member states'])).toBe('states');
    expect(unitWords('span', 'year', ['four-year'])).toBe('year');
    expect(unitWords('money', 'USD', ['$5'])).toBe('US dollars');
    expect(unitWords('people', 'person', ['35 dead'])).toBe('people');
    expect(unitWords('share', '%', ['5%'])).toBe('');
  });
});
