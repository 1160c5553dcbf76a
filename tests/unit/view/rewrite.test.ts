import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '$lib/view/document';
import {
  copyOf,
  editsWithin,
  NO_EDITS,
  sentenceAt,
  sentencesInBlocks,
  sentencesOf,
  withEdit
} from '$lib/view/rewrite';
import {
  changed,
  EMPTY_HISTORY,
  readEdits,
  redone,
  settled,
  storedEdits,
  undone
} from '$lib/view/rewrite-history';

const text = 'Menu\nA heading\nMr. Smith came, they say. He left.\n\n“Why?” she asked. Nobody knows';
const segment = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
/** As the engine tiles sentences: "they say" is a segment of its own inside the first. */
const segments = [
  'A heading',
  'Mr. Smith came,',
  'they say.',
  'He left.',
  '“Why?”',
  'she asked.',
  'Nobody knows'
].map(segment);
const blocks = blocksOf(text, [segment('A heading')], [{ ...segment('Menu'), reason: 'page-chrome' }]);
const sentences = sentencesOf(text, blocks, segments);
const words = (index: number) => text.slice(sentences[index]!.start, sentences[index]!.end);

describe('the sentences of a document', () => {
  it('are cut at full stops where the reading begins anew; page furniture is none', () => {
    expect(sentences.map((_, index) => words(index))).toEqual([
      'A heading',
      'Mr. Smith came, they say.',
      'He left.',
      '“Why?”',
      'she asked.',
      'Nobody knows'
    ]);
  });

  it('never overlap and hold every letter of the body, whatever the text', () => {
    const piece = fc.constantFrom('a. ', 'B c! ', '\n', '\n\n', '  ', '“x?” ', 'é😀. ', '…');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(fc.nat(60)), (pieces, cuts) => {
        const any = pieces.join('');
        const ranges = cuts.filter((at) => at < any.length).map((start) => ({ start, end: start + 1 }));
        const found = sentencesOf(any, blocksOf(any, [], []), ranges);
        let end = 0;
        let letters = '';
        for (const sentence of found) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          end = sentence.end;
          letters += any.slice(sentence.start, sentence.end);
        }
        expect(letters.replace(/\s/gu, '')).toBe(any.replace(/\s/gu, ''));
        expect(copyOf(any, found, NO_EDITS).text).toBe(any);
      })
    );
  });

  it('are found by an offset, and by none between them', () => {
    expect(sentenceAt(sentences, sentences[2]!.start)).toBe(2);
    expect(sentenceAt(sentences, sentences[2]!.end)).toBe(-1);
    expect(sentenceAt(sentences, 0)).toBe(-1);
  });
});

describe('a copy', () => {
  it('has the reader’s words in place of the old ones, and says where every sentence stands', () => {
    const edits = withEdit(
      withEdit(NO_EDITS, text, sentences, 2, 'He did not stay.'),
      text,
      sentences,
      4,
      ''
    );
    const copy = copyOf(text, sentences, edits);
    expect(copy.text).toBe(text.replace('He left.', 'He did not stay.').replace('she asked.', ''));
    expect(copy.sentences.map(({ start, end }) => copy.text.slice(start, end))).toEqual([
      words(0),
      words(1),
      'He did not stay.',
      words(3),
      '',
      words(5)
    ]);
    expect(copy.sentences.map(({ edited }) => edited)).toEqual([false, false, true, false, true, false]);
  });

  it('is the original again when the old words are typed, and never gains a paragraph', () => {
    const edits = withEdit(NO_EDITS, text, sentences, 2, 'Gone.\n\nYes.');
    expect(copyOf(text, sentences, edits).text).toContain('Gone. Yes.');
    expect(withEdit(edits, text, sentences, 2, 'He left.').size).toBe(0);
    expect(withEdit(edits, text, sentences, 99, 'x')).toBe(edits);
  });
});

describe('the history of edits', () => {
  const one = new Map([[2, 'a']]);
  const two = new Map([[2, 'ab']]);
  const three = new Map([
    [2, 'ab'],
    [3, 'c']
  ]);

  it('takes typing in one sentence as one step, and goes back and forth', () => {
    let history = changed(EMPTY_HISTORY, one, 2);
    history = changed(history, two, 2);
    history = changed(settled(history), three, 3);
    expect(history.past).toEqual([NO_EDITS, two]);
    expect(undone(history).now).toBe(two);
    expect(undone(undone(history)).now).toBe(NO_EDITS);
    expect(redone(redone(undone(undone(history)))).now).toBe(three);
    expect(undone(EMPTY_HISTORY)).toBe(EMPTY_HISTORY);
    expect(redone(history)).toBe(history);
    // A new edit after undo forgets what was taken back.
    expect(changed(undone(history), one, 2).future).toEqual([]);
  });

  it('is kept by place, so that another text never gets the edits', () => {
    const kept = storedEdits(three, sentences);
    expect(readEdits(kept, sentences)).toEqual(three);
    expect(readEdits(kept, sentences.slice(3)).size).toBe(1);
    for (const nonsense of [null, '', '{', '{}', '[1,[2],["x","y","z"],null]', '[[0,1,2]]'])
      expect(readEdits(nonsense, sentences).size).toBe(0);
  });
});

describe('the sentences of a block', () => {
  it('are those that begin in it, each in one block, none in what was set aside', () => {
    const inBlocks = sentencesInBlocks(blocks, sentences).map(({ from, to }) =>
      sentences.slice(from, to).map(({ start, end }) => text.slice(start, end))
    );
    expect(inBlocks).toEqual([
      [],
      ['A heading'],
      ['Mr. Smith came, they say.', 'He left.'],
      ['“Why?”', 'she asked.', 'Nobody knows']
    ]);
  });

  it('keep their edits apart; where there are none it is always the same, so that nothing is drawn anew', () => {
    const edits = new Map([
      [1, 'a'],
      [4, 'b']
    ]);
    expect(editsWithin(edits, 0, 4)).toEqual(new Map([[1, 'a']]));
    expect(editsWithin(edits, 2, 4)).toBe(NO_EDITS);
    expect(editsWithin(NO_EDITS, 0, 9)).toBe(NO_EDITS);
  });
});
