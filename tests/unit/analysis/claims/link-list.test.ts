import { describe, expect, it } from 'vitest';
import { packLabels, unpackLabels } from '$lib/analysis/claims/packed-labels';
import { LinkList } from '$lib/analysis/claims/link-list';

describe('a list of scored pairs', () => {
  it('gives back what was put in, beyond its first room', () => {
    const list = new LinkList();
    const put = Array.from({ length: 3_000 }, (_, i) => ({ a: i, b: i + 1, score: i / 7 }));
    for (const { a, b, score } of put) list.add(a, b, score);
    expect([...list.inOrder()]).toEqual(put);
    expect(list.length).toBe(3_000);
  });

  it('is read the best first, ties by the statements', () => {
    const list = new LinkList();
    for (const [a, b, score] of [
      [3, 4, 0.5],
      [1, 9, 0.7],
      [1, 2, 0.5],
      [1, 1, 0.5]
    ] as const)
      list.add(a, b, score);
    expect([...list.bestFirst()].map(({ a, b }) => [a, b])).toEqual([
      [1, 9],
      [1, 1],
      [1, 2],
      [3, 4]
    ]);
  });

  it('is empty once cleared', () => {
    const list = new LinkList();
    list.add(1, 2, 0.3);
    list.clear();
    expect([...list.bestFirst()]).toEqual([]);
  });
});

describe('packed wordings', () => {
  it('are unpacked as they were', () => {
    const wordings = [
      { start: 3, end: 9, clarity: 0.25 },
      { start: 0, end: 20, clarity: -1 }
    ];
    expect(unpackLabels(packLabels(wordings))).toEqual(wordings);
  });
});
