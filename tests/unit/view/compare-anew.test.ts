import { describe, expect, it } from 'vitest';
import { auditAnew, overviewAnew, requestAnew, type WholeCollection } from '$lib/view/compare-anew';
import { describeSources } from '$lib/view/sources';
import { fixture, texts } from './fixture-audit';

const whole: WholeCollection = {
  documents: texts,
  contested: [
    {
      id: 'opened',
      statement: 'The bridge was opened.',
      cues: [['bridge']],
      denials: [],
      aliases: [],
      years: [2020, 2021],
      credits: []
    }
  ]
};

describe('comparing only some sources', () => {
  it('asks for their texts in the order of the collection, with its claims and its seed', () => {
    const request = requestAnew(whole, ['note', 'bulletin']);
    expect(request.documents.map(({ id }) => id)).toEqual(['bulletin', 'note']);
    expect(request.documents[0]).toMatchObject({
      title: 'The bridge will open in May',
      text: texts[0]!.text
    });
    expect(request.claims).toEqual([
      {
        id: 'opened',
        statement: 'The bridge was opened.',
        cues: [['bridge']],
        denials: [],
        years: [2020, 2021]
      }
    ]);
    expect(request.seed).toBe(1);
  });

  it('keeps the letters and colours they have among all, on rows that close up', () => {
    const two = { ...fixture, documents: fixture.documents.filter(({ id }) => id !== 'bulletin') };
    const { sources, among } = overviewAnew(two, texts, describeSources(texts));
    expect(sources.map(({ letter, slot, index }) => [letter, slot, index])).toEqual([
      ['B', 1, 0],
      ['C', 2, 1]
    ]);
    expect(among).toBeUndefined();
  });

  it('hands on what the engine answers, and its own words where it refuses', async () => {
    const { signal } = new AbortController();
    const request = requestAnew(whole, ['note']);
    const answer = (body: unknown, status: number) => () =>
      Promise.resolve(new Response(JSON.stringify(body), { status }));
    expect(await auditAnew(request, answer(fixture, 200), signal)).toEqual(fixture);
    await expect(
      auditAnew(request, answer({ error: { message: 'Too many texts.' } }, 422), signal)
    ).rejects.toThrow('Too many texts.');
    await expect(auditAnew(request, () => Promise.reject(new Error('off')), signal)).rejects.toThrow(
      'Is it still running?'
    );
  });

  it('ends with the browser’s own error when it is cancelled', async () => {
    const running = new AbortController();
    const cancelled = new DOMException('cancelled', 'AbortError');
    running.abort();
    await expect(
      auditAnew(requestAnew(whole, []), () => Promise.reject(cancelled), running.signal)
    ).rejects.toBe(cancelled);
  });
});
