import { describe, expect, it } from 'vitest';
import { pairSentences } from '$lib/analysis/metrics/paired-sentences';
import { knowledge } from '$lib/lexicons/generated';
import { readDocument } from '$lib/text/read-document';

/** The pairs as words: sentences of both versions by pair. */
function pairsOf(x: string, y: string): string[] {
  const [before, after] = [readDocument(x, knowledge), readDocument(y, knowledge)];
  const pairs = pairSentences(before, after);
  return Array.from({ length: pairs.count }, (_, pair) =>
    [before, after]
      .map((document, side) =>
        document.sentences
          .filter((_, i) => (side === 0 ? pairs.before : pairs.after)[i] === pair)
          .map(({ start, end }) => document.text.slice(start, end))
          .join(' + ')
      )
      .join(' > ')
  );
}

const TEXT = 'The mayor spoke. The council met on Monday. It voted for the bridge. The work begins in May.';

describe('sentences of two versions', () => {
  it('are paired with themselves where they stay, and in order where they changed', () => {
    const changed = TEXT.replace('spoke', 'shouted').replace('for', 'against');
    expect(pairsOf(TEXT, changed)).toEqual([
      'The mayor spoke. > The mayor shouted.',
      'The council met on Monday. > The council met on Monday.',
      'It voted for the bridge. > It voted against the bridge.',
      'The work begins in May. > The work begins in May.'
    ]);
  });

  it('one that was struck out or added stands alone', () => {
    expect(pairsOf(TEXT, TEXT.replace(' It voted for the bridge.', ''))).toContain(
      'It voted for the bridge. > '
    );
    expect(pairsOf(TEXT, `${TEXT} Nobody was asked.`).at(-1)).toBe(' > Nobody was asked.');
    expect(pairsOf(TEXT, TEXT.replace('Monday. It', 'Monday. Few came. It'))).toContain(' > Few came.');
  });

  it('one that became two is one pair with both', () => {
    expect(pairsOf(TEXT, TEXT.replace('It voted for the bridge.', 'It voted. The bridge won.'))).toContain(
      'It voted for the bridge. > It voted. + The bridge won.'
    );
  });

  it('where the numbers differ, lines are paired with lines', () => {
    const lines = 'The mayor spoke. The hall was full.\n\nThe council met on Monday.';
    const changed = 'The mayor shouted at the crowd in the hall.\n\nThe council met on Tuesday.';
    expect(pairsOf(lines, changed)).toEqual([
      'The mayor spoke. + The hall was full. > The mayor shouted at the crowd in the hall.',
      'The council met on Monday. > The council met on Tuesday.'
    ]);
  });

  it('that stand more than once go with their neighbours', () => {
    const text = 'Nobody came. The rain fell. Nobody came. The wind blew. Nobody came.';
    expect(pairsOf(text, text.replace('The rain fell', 'Rain fell'))).toEqual([
      'Nobody came. > Nobody came.',
      'The rain fell. > Rain fell.',
      'Nobody came. > Nobody came.',
      'The wind blew. > The wind blew.',
      'Nobody came. > Nobody came.'
    ]);
  });

  it('each belong to one pair, in order, whatever became of the text', () => {
    const before = readDocument(TEXT, knowledge);
    for (const other of [
      'The work begins in May. The mayor spoke.',
      'Words.',
      'It voted for the bridge. It voted for the bridge. The mayor spoke. A road. Another road.'
    ]) {
      const after = readDocument(other, knowledge);
      const pairs = pairSentences(before, after);
      for (const column of [pairs.before, pairs.after]) {
        expect([...column]).toEqual([...column].sort((x, y) => x - y));
        expect(Math.max(...column)).toBeLessThan(pairs.count);
      }
      expect(new Set([...pairs.before, ...pairs.after]).size).toBe(pairs.count);
    }
  });
});
