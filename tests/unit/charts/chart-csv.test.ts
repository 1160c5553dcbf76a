import { describe, expect, it } from 'vitest';
import { chartCsv, chartFileName } from '$lib/charts/chart-csv';
import type { ChartTable } from '$lib/charts/chart-piece';
import { describeSources } from '$lib/view/sources';

const sources = describeSources([
  { id: 'x', title: 'Say "no"', text: '' },
  { id: 'y', title: 'Other', text: '' }
]);
const table: ChartTable = {
  caption: 'A table.',
  columns: [
    { label: 'Source', numeric: false },
    { label: 'Value, per 1,000', numeric: true }
  ],
  rows: [
    { sources: ['x'], cells: ['12'], target: null },
    { sources: ['x', 'y'], cells: ['+1.20'], target: null },
    { sources: [], name: '=1+1', cells: ['1,234'], target: null }
  ]
};

describe('a chart as a file', () => {
  it('names its sources, quotes what needs quotes, and runs no formula', () => {
    expect(chartCsv(table, sources)).toBe(
      ['Source,"Value, per 1,000"', '"A: Say ""no""",12', 'A + B,1.20', "'=1+1,1234", ''].join('\r\n')
    );
  });

  it('has every number in a cell of its own, which a spreadsheet can reckon with', () => {
    const measured: ChartTable = {
      caption: 'A table.',
      columns: [
        { label: 'Source', numeric: false },
        { label: 'Tone, −1 to 1', numeric: true },
        { label: '95% interval', numeric: true },
        { label: 'n', numeric: true },
        { label: 'Chance', numeric: true },
        { label: 'Place', numeric: true },
        { label: 'Words', numeric: true }
      ],
      rows: [
        {
          sources: ['x'],
          cells: ['−0.40', '−0.61 to +0.12', '1,234 words', '0.44 (0.40 to 0.47)', '1', '200 / 1,900'],
          target: null
        },
        {
          sources: ['y'],
          cells: ['0 (none found)', 'no interval', '1 word', '–', '2 to 7', '17.7 against 0.80'],
          target: null
        },
        {
          sources: ['y'],
          cells: ['The text has 40 words; this needs 150.', '–', '–', '–', '–', '–'],
          target: null
        }
      ]
    };
    expect(chartCsv(measured, sources).split('\r\n')).toEqual([
      'Source,"Tone, −1 to 1","95% interval, low","95% interval, high",n,"n, of",Chance,"Chance, low","Chance, high","Place, low","Place, high","Words, here","Words, elsewhere"',
      '"A: Say ""no""",-0.40,-0.61,0.12,1234,words,0.44,0.40,0.47,1,1,200,1900',
      'B: Other,0,,,1,word,,,,2,7,17.7,0.80',
      'B: Other,The text has 40 words; this needs 150.,,,,,,,,,,,',
      ''
    ]);
  });

  it('has a name that every system takes', () => {
    expect(chartFileName('Whose choice of words stands apart from the others’?')).toBe(
      'whose-choice-of-words-stands-apart-from-the-others'
    );
    expect(chartFileName('…')).toBe('chart');
  });
});
