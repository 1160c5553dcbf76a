import { describe, expect, it } from 'vitest';
import type { Audit } from '$lib/analysis/audit-schema';
import { ghostsByBlock } from '$lib/view/compare-ghosts';
import { claimNamed, compareMarks, compareTargets, keeper } from '$lib/view/compare-marks';
import { columnsFromUrl, columnsToUrl, compareChanges, compareState } from '$lib/view/compare-state';
import { compareSteps, nextStep, shownGhosts, stateOfStep, stepIndex } from '$lib/view/compare-steps';
import { compareView, GHOSTS } from '$lib/view/compare-view';
import { blocksOf } from '$lib/view/document';
import { CONFLICTS, SHARED } from '$lib/view/highlights';
import { runsOfAll } from '$lib/view/passages';
import { withQuery } from '$lib/view/url-state';
import { fixture, metrics, texts } from './fixture-audit';

const view = (...ids: string[]) => compareView(fixture, texts, ids, metrics)!;
const all = view('bulletin', 'gazette', 'note');
const state = (query = '', of = all) => compareState(new URLSearchParams(query), of.layers);

describe('documents side by side', () => {
  it('share what at least two of them say, numbered in reading order', () => {
    expect(all.shared).toMatchObject([
      { number: 1, label: 'It cost 30 million', places: [[{ voice: 'author' }], [{}], []] }
    ]);
  });

  it('are the same pair seen from the other side', () => {
    const [there, back] = [view('bulletin', 'gazette'), view('gazette', 'bulletin')];
    expect(back.shared.map(({ key }) => key)).toEqual(there.shared.map(({ key }) => key));
    expect(back.columns[0]).toEqual({ ...there.columns[1], ghosts: back.columns[0]!.ghosts });
    expect(back.overlaps[0]!.aInB).toBe(there.overlaps[0]!.bInA);
  });

  it('mark the very words in which figures differ, and what the others have', () => {
    const [bulletin] = view('bulletin', 'gazette').columns;
    const differing = bulletin!.findings.filter(({ layer }) => layer === CONFLICTS);
    expect(differing.map(({ start, end }) => bulletin!.text.slice(start, end))).toEqual(['30 million']);
    expect(differing[0]!.note).toContain('B has “45 million”');
    // The conflict is with the gazette: beside the note alone there is nothing to differ from.
    expect(view('bulletin', 'note').columns[0]!.findings.filter(({ layer }) => layer === CONFLICTS)).toEqual(
      []
    );
  });

  it('list as said by one alone nothing that another beside it says', () => {
    const only = ({ text, only }: (typeof all.columns)[0]) =>
      only.map(({ start, end }) => text.slice(start, end));
    expect(only(view('bulletin', 'gazette').columns[0]!)).toEqual([
      'The bridge will open in May',
      'The ruthless contractor failed the town'
    ]);
    // Beside the note the cost is missing as well, and comes first because the gazette has it too.
    expect(only(view('bulletin', 'note').columns[0]!)[0]).toBe('It cost 30 million');
  });

  it('list no part of what is shared, and say of the rest of a sentence what it shares', () => {
    const text = 'The old bridge cost 30 million and opened on the first of May. The band played all night.';
    const range = (words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length
    });
    const said = [
      'The old bridge cost 30 million',
      'opened on the first of May',
      'The band played all night'
    ];
    const of = (id: string, words: string, index: number) => ({
      ...fixture.documents[0]!.statements[0]!,
      id: `${id}:${index}`,
      quote: words,
      ...range(words)
    });
    const documents = ['bulletin', 'gazette'].map((id, at) => ({
      ...fixture.documents[at]!,
      id,
      statements: [...said, 'old bridge cost 30 million']
        .map((words, index) => of(id, words, index))
        .slice(0, at === 0 ? 4 : 1)
    }));
    const shared = {
      ...fixture.comparison.claims[0]!,
      id: 'c1',
      label: said[0]!,
      mentions: documents.map(({ id }) => ({ document: id, statement: `${id}:0`, score: 1 })),
      conflicts: []
    };
    const audit: Audit = {
      ...fixture,
      documents,
      comparison: { ...fixture.comparison, claims: [shared] },
      contested: []
    };
    const [first] = compareView(
      audit,
      documents.map(({ id }) => ({ id, text })),
      ['bulletin', 'gazette'],
      metrics
    )!.columns;
    const only = first!.only.map(({ start, end, beside }) => [
      text.slice(start, end),
      beside.map(({ number }) => number)
    ]);
    expect(only).toContainEqual([said[1], [1]]);
    expect(only).toContainEqual([said[2], []]);
    expect(only).toHaveLength(2);
  });

  it('must be two to four, each once and there', () => {
    for (const ids of [
      ['bulletin'],
      ['bulletin', 'bulletin'],
      ['bulletin', 'nowhere'],
      Array(5).fill('note')
    ])
      expect(compareView(fixture, texts, ids, metrics)).toBeNull();
  });
});

describe('ghost lines', () => {
  it('name what a text leaves out, who says it, and in which words', () => {
    const ghosts = all.columns[2]!.ghosts.filter(({ several }) => several);
    expect(ghosts).toHaveLength(1);
    const [{ by, near }] = ghosts as [(typeof ghosts)[0]];
    expect(by.map(({ column, start, end }) => all.columns[column]!.text.slice(start, end))).toEqual([
      'It cost 30 million',
      'It cost 45 million'
    ]);
    expect(near).toBeNull();
  });

  it('stand nowhere in a text that says it', () => {
    for (const [index, { ghosts }] of all.columns.entries())
      for (const { by } of ghosts) expect(by.map(({ column }) => column)).not.toContain(index);
  });

  it('are for what several say, unless a reader asks for all, or only two documents are there', () => {
    expect(shownGhosts(all, 1, state())).toEqual([]);
    const widely = shownGhosts(all, 1, state('ghosts=all'));
    expect(widely.length).toBeGreaterThan(0);
    expect(shownGhosts(all, 1, state('ghosts=all&layers=shared-claims'))).toEqual([]);
    const two: Audit = {
      ...fixture,
      documents: fixture.documents.slice(0, 2),
      comparison: {
        ...fixture.comparison,
        claims: fixture.comparison.claims.map((claim) => ({ ...claim, omittedBy: [] }))
      }
    };
    const pair = compareView(two, texts, ['bulletin', 'gazette'], metrics)!;
    expect(shownGhosts(pair, 1, state('', pair)).length).toBeGreaterThan(0);
  });

  it('stand behind the nearest thing that the text does say', () => {
    const [claim, ...rest] = fixture.comparison.claims;
    const nearest = [
      { document: 'note', statement: 'note:0', score: 0.4, grade: 'same-topic' as const, because: [] }
    ];
    const near: Audit = {
      ...fixture,
      comparison: { ...fixture.comparison, claims: [{ ...claim!, nearest }, ...rest] }
    };
    const note = compareView(near, texts, ['bulletin', 'note'], metrics)!.columns[1]!;
    const ghost = note.ghosts.find(({ several }) => several)!;
    expect(note.text.slice(ghost.near!.start, ghost.near!.end)).toBe('No bridge was opened in May');
    expect(ghost.after).toBe(ghost.near!.end);
  });

  it('never stand inside page furniture or between a heading and its text', () => {
    const text = 'Menu\nA heading\nFirst paragraph.\n\nSecond paragraph.\nShare this';
    const blocks = blocksOf(
      text,
      [{ start: 5, end: 14 }],
      [
        { start: 0, end: 4, reason: 'page-chrome' },
        { start: text.indexOf('Share'), end: text.length, reason: 'page-chrome' }
      ]
    );
    const ghost = (after: number) => ({
      key: `k${after}`,
      after,
      by: [],
      others: [],
      several: true,
      near: null
    });
    const behind = ghostsByBlock(blocks, [0, 10, 20, 40, text.length].map(ghost));
    expect(behind.map((list) => list.map(({ after }) => after))).toEqual([
      [],
      [],
      [0, 10, 20],
      [40, text.length],
      []
    ]);
  });
});

describe('stepping through a column', () => {
  it('goes through shared claims, differing figures and ghost lines in text order, round and round', () => {
    const steps = compareSteps(all, 0, state());
    const text = all.columns[0]!.text;
    expect(steps.map(({ start, end }) => text.slice(start, end))).toEqual([
      'It cost 30 million',
      '30 million'
    ]);
    let at = state();
    const seen: number[] = [];
    for (let i = 0; i < 3; i++) {
      at = { ...at, ...stateOfStep(nextStep(steps, at, 1)!, 'bulletin') };
      seen.push(stepIndex(steps, at));
    }
    expect(seen).toEqual([0, 1, 0]);
    expect(stepIndex(steps, { ...at, ...stateOfStep(nextStep(steps, at, -1)!, 'bulletin') })).toBe(1);
  });

  it('tells ghost lines at one place apart', () => {
    const asked = state('ghosts=all');
    const steps = compareSteps(all, 2, asked).filter(({ ghost }) => ghost);
    expect(steps.length).toBeGreaterThan(1);
    steps.forEach((step, index) =>
      expect(stepIndex(steps, { ...asked, ...stateOfStep(step, 'note') })).toBe(index)
    );
  });

  it('has nowhere to go when every layer is off', () => {
    expect(nextStep(compareSteps(all, 0, state('layers=')), state('layers='), 1)).toBeNull();
  });
});

describe('marks of a column', () => {
  it('point out the chosen claim, also by the name an older address has for it', () => {
    const claim = claimNamed(all, 'c1')!;
    expect(claimNamed(all, claim.key)).toBe(claim);
    const marks = compareTargets(all, 1, state(), claim);
    expect(marks.map(({ start, end }) => all.columns[1]!.text.slice(start, end))).toEqual([
      'It cost 45 million'
    ]);
  });

  it('lead the words of a shared claim with its number once, whether its layer is on or off', () => {
    const claim = claimNamed(all, 'c1')!;
    for (const query of ['', 'layers=conflicts']) {
      const asked = state(query);
      const marks = [...compareMarks(all, 1, asked.on), ...compareTargets(all, 1, asked, claim)];
      expect(marks.filter((mark) => mark.claim).map((mark) => mark.claim?.number)).toEqual([1]);
    }
  });

  it('point out the place that was stepped to, in its own column alone', () => {
    const asked = { ...state(), at: { document: 'gazette', start: 0, end: 4 } };
    expect(compareTargets(all, 1, asked, null)).toMatchObject([{ start: 0, end: 4, look: 'target' }]);
    expect(compareTargets(all, 0, asked, null)).toEqual([]);
  });

  it('are drawn again only in the lines in which a layer changes something', () => {
    const { text, headings, excluded } = all.columns[1]!;
    const blocks = blocksOf(text, headings, excluded);
    const keep = keeper();
    const draw = (on: readonly string[]) => keep(runsOfAll(text, blocks, compareMarks(all, 1, on)));
    const plain = draw([SHARED]);
    const again = draw([SHARED]);
    expect(again.length).toBe(blocks.length);
    again.forEach((runs, i) => expect(runs).toBe(plain[i]));
    const more = draw([SHARED, CONFLICTS]);
    const changed = blocks.filter((_, i) => more[i] !== plain[i]);
    const found = all.columns[1]!.findings.filter(({ layer }) => layer === CONFLICTS);
    expect(found.length).toBeGreaterThan(0);
    expect(changed).toEqual(
      blocks.filter(({ start, end }) => found.some((one) => one.start < end && one.end > start))
    );
    expect(draw([SHARED])).toEqual(plain);
  });
});

describe('the address of a comparison', () => {
  it('names the documents, each once, and is filled up to two', () => {
    const ids = ['x', 'y', 'z'];
    expect(columnsFromUrl(new URLSearchParams('b=z'), ids)).toEqual(['z', 'x']);
    expect(columnsFromUrl(new URLSearchParams('a=y&b=y&c=z'), ids)).toEqual(['y', 'z']);
    const query = withQuery(new URLSearchParams('claim=c1'), columnsToUrl(['z', 'x', 'y']));
    expect(columnsFromUrl(new URLSearchParams(query), ids)).toEqual(['z', 'x', 'y']);
    expect(query).not.toContain('claim');
  });

  it('keeps every choice there and back, and leaves no trace of defaults', () => {
    const chosen = {
      claim: 'bulletin~29-47',
      at: { document: 'a~b', start: 3, end: 9 },
      together: false,
      on: [SHARED],
      widely: true
    };
    const query = withQuery(new URLSearchParams(), compareChanges(chosen));
    expect(state(query)).toEqual(chosen);
    expect(withQuery(new URLSearchParams(query), compareChanges(state()))).toBe('');
    expect(state().on).toEqual([SHARED, CONFLICTS, GHOSTS]);
  });

  it('survives nonsense', () => {
    expect(state('at=zzz&layers=nonsense&ghosts=maybe&together=x')).toMatchObject({
      at: null,
      on: [],
      widely: false
    });
  });
});
