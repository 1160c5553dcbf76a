import { describe, expect, it } from 'vitest';
import { separationOf } from '$lib/view/metrics';
import { reportAboutOf, reportView, type ReportAbout } from '$lib/view/report';
import { reportContents } from '$lib/view/report-contents';
import { fixture, metrics, texts } from './fixture-audit';

const about: ReportAbout = {
  title: 'The bridge',
  question: '',
  description: '',
  documents: texts,
  contested: [
    {
      id: 'opened',
      statement: 'The bridge opened in May.',
      counterStatement: null,
      whyContested: 'Two texts say the opposite.',
      positions: []
    }
  ]
};

describe('a report', () => {
  it('puts words under every finding, and counts those it leaves out', async () => {
    const { findings } = await reportView(fixture, about, metrics);
    const ids = findings.map(({ id }) => id);
    expect(ids).toContain('contested-opened');
    expect(ids).toContain('metric-loaded-language');
    for (const { groups, passages } of findings) {
      const shown = groups.flatMap((group) => group.passages);
      expect(shown.length).toBeGreaterThan(0);
      expect(passages).toBeGreaterThanOrEqual(shown.length);
      for (const { document, before, quote, after } of shown) {
        expect(texts.find(({ id }) => id === document)!.text).toContain(before + quote + after);
      }
    }
    const loaded = findings.find(({ id }) => id === 'metric-loaded-language')!;
    expect([loaded.passages, loaded.groups.map(({ passages }) => passages.length)]).toEqual([3, [1, 1]]);
  });

  it('does not quote the nearest sentence of a silent source as if it spoke', async () => {
    const { findings } = await reportView(fixture, about, metrics);
    const opened = findings.find(({ id }) => id === 'contested-opened')!;
    expect(opened.groups.map(({ document }) => document)).toEqual(['bulletin', 'note']);
  });

  it('keeps the measures that tell the sources apart, and names those on which they tie', async () => {
    const view = await reportView(fixture, about, metrics);
    const { overview, told, blurred, tied } = view;
    expect([...told, ...blurred, ...tied].map(({ id }) => id).sort()).toEqual(
      view.metrics.map(({ id }) => id).sort()
    );
    for (const { id } of told) expect(separationOf(overview, id)?.told ?? true).toBe(true);
    for (const { id } of [...blurred, ...tied]) expect(separationOf(overview, id)?.told).toBe(false);
    const whole = overview.separation.filter(({ separates }) => separates).map(({ id }) => id);
    for (const { id } of tied) expect(whole).not.toContain(id);
    for (const { id } of blurred) expect(whole).toContain(id);
  });

  it('tells one by one of the claims that somebody speaks of', async () => {
    const { spoken } = await reportView(fixture, about, metrics);
    expect(spoken.map(({ id }) => id)).toContain('opened');
    for (const { cells } of spoken) expect(cells.some(({ mentions }) => mentions.length > 0)).toBe(true);
  });

  it('lists in its contents what it has, and nothing else', async () => {
    const view = await reportView(fixture, about, metrics);
    const ids = reportContents(view).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['findings', 'contested', 'conflicts', 'sources', 'methods']));
    const bare = {
      ...view,
      sentences: [],
      overview: { ...view.overview, actors: [], keyness: [], speakers: [] }
    };
    const left = reportContents(bare).map(({ id }) => id);
    expect(left).not.toContain('differences');
    expect(left).not.toContain('actors');
    // Nobody asked of a claim, and of no actor was said enough to draw it.
    const [actor] = view.overview.actors;
    const unsaid = { ...actor!, documents: [] };
    const unasked = reportContents({
      ...view,
      overview: { ...view.overview, contested: [], actors: [unsaid] }
    }).map(({ id }) => id);
    expect(unasked).not.toContain('contested');
    expect(unasked).not.toContain('actors');
  });

  it('puts what splits the sources first', async () => {
    const { overview, claims, shared, conflicts } = await reportView(fixture, about, metrics);
    expect(overview.contested.map(({ id }) => id)).toEqual(['opened', 'delay']);
    expect([claims, shared.length, conflicts.length]).toEqual([2, 1, 1]);
  });
});

describe('a request for a report', () => {
  const request = {
    documents: [
      { id: 'a', text: 'One.', title: 'Eins', publisher: null, author: null, published: null },
      { id: 'b', text: 'Two.', title: null, publisher: null, author: null, published: null }
    ],
    claims: [{ id: 'x', statement: 'One is two.' }]
  };

  it('is headed by its title, or by how many texts it lays side by side', () => {
    const none = { title: ' ', question: '', description: '', documents: [], contested: [] };
    expect(reportAboutOf(request, none).title).toBe('2 texts');
    expect(reportAboutOf(request, { ...none, title: 'Sums' }).title).toBe('Sums');
  });

  it('takes what is known beside the audit, and nothing of texts and claims it does not hold', () => {
    const filled = reportAboutOf(request, {
      title: '',
      question: '',
      description: '',
      documents: [
        {
          id: 'b',
          title: 'Zwei',
          retrieved: '2024-01-02',
          shown: [{ field: 'retrieved', quote: 'Two' }],
          note: 'A copy.'
        },
        { id: 'other', title: null, retrieved: null, shown: [], note: 'Not here.' }
      ],
      contested: [
        { id: 'x', counterStatement: null, whyContested: 'Sums differ.', positions: [] },
        { id: 'y', counterStatement: null, whyContested: 'Not asked.', positions: [] }
      ]
    });
    expect(filled.documents.map(({ id, title, note }) => [id, title, note ?? null])).toEqual([
      ['a', 'Eins', null],
      ['b', 'Zwei', 'A copy.']
    ]);
    expect(filled.contested).toEqual([
      {
        id: 'x',
        statement: 'One is two.',
        counterStatement: null,
        whyContested: 'Sums differ.',
        positions: []
      }
    ]);
  });
});

describe('findings of many sources', () => {
  it('name a dozen and count more', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `d${index}`);
    const silent = ids.map((document) => ({
      document,
      stance: 'silent' as const,
      mixed: false,
      mentions: [],
      nearest: null
    }));
    const [opened] = fixture.contested;
    const many = {
      ...fixture,
      contested: [
        { ...opened!, cells: [...opened!.cells.filter(({ stance }) => stance !== 'silent'), ...silent] }
      ]
    };
    const { findings } = await reportView(many, about, metrics);
    const { parts } = findings.find(({ kind }) => kind === 'contested')!;
    expect(parts.filter((part) => typeof part !== 'string')).toHaveLength(2);
    expect(parts.join('')).toContain('20 sources do not mention it');
  });
});
