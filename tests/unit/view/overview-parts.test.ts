import { describe, expect, it } from 'vitest';
import { comesInParts, firstPart, openFirst, restPart, withRest } from '$lib/view/overview-parts';
import { conflictsOf, conflictValues } from '$lib/view/claims';
import { metricMarks } from '$lib/view/metrics';
import { overviewSlice } from '$lib/view/slices';
import { asksForRest, parseViewState } from '$lib/view/url-state';
import { fixture, texts } from './fixture-audit';

const whole = overviewSlice(fixture, texts);
/** As it comes out of the network: both ways are JSON. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const first = openFirst(sent(firstPart(whole)));

describe('an overview in two parts', () => {
  it('draws from its first part what all words give, as from the whole', () => {
    const ids = Object.keys(whole.documents[0]!.metrics);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(metricMarks(first, id, 'all')).toEqual(metricMarks(whole, id, 'all'));
    expect(first.claims.map(({ key, documents, omittedBy }) => [key, documents, omittedBy])).toEqual(
      whole.claims.map(({ key, documents, omittedBy }) => [key, documents, omittedBy])
    );
    const values = (overview: typeof whole) =>
      conflictsOf(overview).map(({ claim, conflict }) => conflictValues(claim, conflict));
    expect(values(first)).toEqual(values(whole));
    expect(values(whole).length).toBeGreaterThan(0);
  });

  it('says that it is a part, and leaves out what is further down', () => {
    expect(first.part).toBe(true);
    expect([first.actors, first.keyness]).toEqual([[], []]);
    expect(first.documents.every(({ tone }) => tone === undefined)).toBe(true);
  });

  it('knows every stance, and leaves what a silent source says nearest to an open row, which asks for the rest', () => {
    const stances = ({ contested }: typeof whole) =>
      contested.map(({ cells }) => cells.map(({ stance }) => stance));
    expect(stances(first)).toEqual(stances(whole));
    const nearest = ({ contested }: typeof whole) =>
      contested.flatMap(({ cells }) => cells.flatMap((c) => c.nearest ?? []));
    expect(nearest(whole).length).toBeGreaterThan(0);
    expect(nearest(first)).toEqual([]);
    expect(asksForRest(parseViewState(new URLSearchParams('open=some-claim')))).toBe(true);
    expect(asksForRest(parseViewState(new URLSearchParams('mark=source:a&group=certainty')))).toBe(false);
  });

  it('is whole again with its rest', () => {
    expect(withRest(first, sent(restPart(whole)))).toEqual(sent(whole));
  });

  it('is for collections that one screen of cards does not hold', () => {
    expect(comesInParts(whole)).toBe(false);
    expect(comesInParts({ sources: Array.from({ length: 40 }, () => whole.sources[0]!) })).toBe(true);
  });
});
