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
      ['Source,"Value, per 1,000"', '"A: Say ""no""",12', 'A + B,+1.20', '\'=1+1,"1,234"', ''].join('\r\n')
    );
  });

  it('has a name that every system takes', () => {
    expect(chartFileName('Whose choice of words stands apart from the others’?')).toBe(
      'whose-choice-of-words-stands-apart-from-the-others'
    );
    expect(chartFileName('…')).toBe('chart');
  });
});
