import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankLineBefore,
  inContext,
  linesOf,
  rangeOfAnchor,
  runsOf,
  runsOfAll,
  withMarks
} from '$lib/view/passages';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '\u2028', '\ufeff', '😀', '.', '\u3000'),
    maxLength: 60
  })
);
const marksIn = (text: string) =>
  fc.array(
    fc.tuple(fc.integer({ min: -3, max: text.length + 3 }), fc.integer({ min: -3, max: text.length + 3 })),
    { maxLength: 14 }
  );
const textWithMarks = hostile.chain((text) => fc.tuple(fc.constant(text), marksIn(text)));

describe('some marks more', () => {
  it('gives the runs that all marks together give, and the same list where it does not reach', () => {
    fc.assert(
      fc.property(textWithMarks, fc.nat(60), fc.nat(60), ([text, pairs], a, b) => {
        const marks = pairs.map(([start, end], id) => ({ start, end, id }));
        const extra = { start: Math.min(a, b), end: Math.max(a, b), id: -1 };
        const blocks = linesOf(text);
        const runs = runsOfAll(text, blocks, marks);
        const all = runsOfAll(text, blocks, [...marks, extra]);
        blocks.forEach((block, i) => {
          const more = withMarks(text, block, runs[i]!, [extra]);
          const ids = (list: typeof more) =>
            list.map(({ start, end, marks: on }) => [start, end, on.map(({ id }) => id).sort()]);
          expect(ids(more)).toEqual(ids(all[i]!));
          if (extra.end <= block.start || extra.start >= block.end) expect(more).toBe(runs[i]);
          expect(withMarks(text, block, runs[i]!, [])).toBe(runs[i]);
        });
      })
    );
  });
});

describe('runs', () => {
  it('tile the range, keep every character, and carry exactly the marks that cover them', () => {
    fc.assert(
      fc.property(textWithMarks, ([text, pairs]) => {
        const marks = pairs.map(([start, end], id) => ({ start, end, id }));
        const runs = runsOf(text, { start: 0, end: text.length }, marks);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        for (const run of runs) {
          expect(run.end).toBeGreaterThan(run.start);
          const covering = marks.filter(
            (mark) =>
              mark.start >= 0 && mark.end <= text.length && mark.start <= run.start && mark.end >= run.end
          );
          expect(run.marks.map((mark) => mark.id).sort()).toEqual(covering.map((mark) => mark.id).sort());
        }
      }),
      { numRuns: 2000 }
    );
  });

  it('change only where a mark begins or ends', () => {
    const marks = [
      { start: 2, end: 8 },
      { start: 4, end: 6 }
    ];
    const runs = runsOf('0123456789', { start: 0, end: 10 }, marks);
    expect(runs.map(({ start, end, marks: on }) => [start, end, on.length])).toEqual([
      [0, 2, 0],
      [2, 4, 1],
      [4, 6, 2],
      [6, 8, 1],
      [8, 10, 0]
    ]);
    expect(runs[2]?.marks[0]).toEqual({ start: 2, end: 8 });
  });

  it('of many ranges are the runs of each range', () => {
    fc.assert(
      fc.property(textWithMarks, ([text, pairs]) => {
        const marks = pairs.map(([start, end]) => ({ start, end }));
        const lines = linesOf(text);
        const together = runsOfAll(text, lines, marks);
        expect(together.flat().map((run) => [run.start, run.end])).toEqual(
          lines.flatMap((line) => runsOf(text, line, marks)).map((run) => [run.start, run.end])
        );
      }),
      { numRuns: 1000 }
    );
  });
});

describe('lines', () => {
  it('leave out nothing but white space', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let at = 0;
        for (const line of [...linesOf(text), { start: text.length, end: text.length }]) {
          expect(text.slice(at, line.start).trim()).toBe('');
          at = line.end;
        }
      }),
      { numRuns: 1000 }
    );
  });

  it('know where the author left a blank line', () => {
    const text = 'one\ntwo\n\nthree\r\nfour\r\n \r\nfive';
    const [, two, three, four, five] = linesOf(text);
    expect([two, three, four, five].map((line) => blankLineBefore(text, line!.start))).toEqual([
      false,
      true,
      false,
      true
    ]);
  });
});

describe('addresses', () => {
  it('are read back, and anything else is refused', () => {
    expect(rangeOfAnchor('#s-12-40')).toEqual({ start: 12, end: 40 });
    expect(rangeOfAnchor('s-0-1')).toEqual({ start: 0, end: 1 });
    for (const bad of ['', '#', '#s-4-4', '#s-9-3', '#s--1-3', '#s-1-2x', '#s-1e9-2e9']) {
      expect(rangeOfAnchor(bad)).toBeNull();
    }
  });
});

describe('parts in context', () => {
  it('gather what stands in one sentence', () => {
    const text = 'Before it. She went home and he stayed, they say. After it.';
    const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
    const found = inContext(text, [at('After it'), at('he stayed'), at('She went home')]);
    expect(found.map(({ start, end, parts }) => [text.slice(start, end).trim(), parts.length])).toEqual([
      ['She went home and he stayed, they say.', 2],
      ['After it.', 1]
    ]);
  });

  it('keep every part inside its passage, in order, whatever the text', () => {
    fc.assert(
      fc.property(textWithMarks, ([text, pairs]) => {
        const parts = pairs
          .map(([start, end]) => ({ start, end }))
          .filter(({ start, end }) => start >= 0 && end <= text.length && start < end);
        const passages = inContext(text, parts);
        expect(passages.flatMap((passage) => passage.parts).length).toBe(parts.length);
        passages.forEach((passage, i) => {
          if (i > 0) expect(passage.start).toBeGreaterThanOrEqual(passages[i - 1]!.end);
          for (const part of passage.parts) {
            expect(part.start >= passage.start && part.end <= passage.end).toBe(true);
          }
        });
      }),
      { numRuns: 500 }
    );
  });
});
