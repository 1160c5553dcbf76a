import { describe, expect, it } from 'vitest';
import { copyOf, withEdit, NO_EDITS } from '$lib/view/rewrite';
import {
  findingChanges,
  sentenceHints,
  stanceChanges,
  textReading,
  type TextReading
} from '$lib/view/rewrite-reading';
import {
  apartInterval,
  basisWords,
  differenceWords,
  moveWords,
  rewriteRows,
  rewriteStrip,
  type RewriteMove
} from '$lib/view/rewrite-rows';
import { rewriteFileName, rewriteList } from '$lib/view/rewrite-export';
import { readAlone, readCopy, rewriteView } from '$lib/view/rewrite-view';
import type { Finding } from '$lib/view/highlights';
import { fixture, metrics, texts } from './fixture-audit';

const text = 'A ruthless plan. A ruthless man. He may go.';
const sentences = ['A ruthless plan.', 'A ruthless man.', 'He may go.'].map((words) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length
}));

function found(
  words: string,
  rule: string,
  from: string,
  at = from.indexOf(words),
  rest: Partial<Finding> = {}
): Finding {
  return {
    start: at,
    end: at + words.length,
    layer: 'x',
    rule,
    note: '',
    voice: 'author',
    holder: null,
    ...rest
  };
}
const reading = (...findings: Finding[]): TextReading => ({ metrics: {}, findings, stances: {} });

describe('what an edit does to findings', () => {
  const before = reading(
    found('ruthless', 'loaded/ruthless', text),
    found('ruthless', 'loaded/ruthless', text, text.lastIndexOf('ruthless')),
    found('may', 'hedges/may', text)
  );

  it('is nothing where only the places moved', () => {
    const copy = copyOf(
      text,
      sentences,
      withEdit(NO_EDITS, text, sentences, 0, 'A very ruthless plan indeed.')
    );
    const after = reading(
      found('ruthless', 'loaded/ruthless', copy.text),
      found('ruthless', 'loaded/ruthless', copy.text, copy.text.lastIndexOf('ruthless')),
      found('may', 'hedges/may', copy.text)
    );
    expect(findingChanges(before, after, sentences, copy)).toEqual({ gone: [], come: [], voiced: [] });
  });

  it('names what has gone from the edited sentence and what has come, not its twin next door', () => {
    const copy = copyOf(text, sentences, withEdit(NO_EDITS, text, sentences, 0, 'A plan that may fail.'));
    const after = reading(
      found('may', 'hedges/may', copy.text),
      found('ruthless', 'loaded/ruthless', copy.text),
      found('may', 'hedges/may', copy.text, copy.text.lastIndexOf('may'))
    );
    const { gone, come } = findingChanges(before, after, sentences, copy);
    expect(gone).toEqual([before.findings[0]]);
    expect(come).toEqual([after.findings[0]]);
  });

  it('tells that words were put into another voice', () => {
    const copy = copyOf(text, sentences, withEdit(NO_EDITS, text, sentences, 2, 'They say he may go.'));
    const after = reading(
      ...before.findings.slice(0, 2),
      found('may', 'hedges/may', copy.text, copy.text.indexOf('may'), { voice: 'attributed', holder: 'they' })
    );
    const { gone, come, voiced } = findingChanges(before, after, sentences, copy);
    expect([gone, come]).toEqual([[], []]);
    expect(voiced).toMatchObject([{ before: { voice: 'author' }, after: { holder: 'they' } }]);
  });

  it('names contested claims whose stance has moved', () => {
    const stance = (kind: 'asserts' | 'attributes'): TextReading => ({
      ...reading(),
      stances: { c: { statement: 'So it is.', stance: kind } }
    });
    expect(stanceChanges(stance('asserts'), stance('attributes'))).toMatchObject([
      { id: 'c', before: 'asserts', after: 'attributes' }
    ]);
    expect(stanceChanges(stance('asserts'), stance('asserts'))).toEqual([]);
  });
});

describe('the metrics of a copy beside the original', () => {
  const before = textReading(fixture, 'bulletin', metrics)!;
  const loaded = before.metrics['loaded-language']!;
  const after: TextReading = {
    ...before,
    metrics: {
      'loaded-language': { ...loaded, value: 10 } as typeof loaded,
      hedging: { reason: 'The text has 6 words; this needs 10.' }
    }
  };
  const rows = rewriteRows(metrics, before, after, 'all');

  it('show the difference with its interval, and whether chance gives two texts as much', () => {
    const value = (at: number, interval: readonly [number, number]) => ({ value: at, interval, base: 100 });
    // Distances of 3 up from the original and 4 down from the copy give 5, and 6 and 8 give 10.
    expect(apartInterval(value(10, [4, 13]), value(30, [26, 38]))).toEqual([15, 30]);
    expect(apartInterval(value(10, [4, 13]), { ...value(30, [0, 0]), interval: null })).toBeNull();
    const moved = (at: number, interval: readonly [number, number]) =>
      rewriteRows(
        metrics,
        before,
        { ...before, metrics: { 'loaded-language': { ...loaded, value: at, interval } as typeof loaded } },
        'all'
      )[0]!;
    const far = moved(900, [700, 1000]);
    expect(far.move).toBe('beyond');
    expect(differenceWords(far)).toBe('+844.40');
    const near = moved(60, [20, 100]);
    expect(near.move).toBe('within');
    expect(near.differenceInterval![0]).toBeLessThan(0);
    expect(moveWords(near.move)).toBe('within chance');
    expect(rewriteRows(metrics, before, before, 'all').map(({ move }) => move)).toEqual(['same', 'same']);
  });

  it('take the interval of the difference from the engine, for the voice that is shown', () => {
    const revised = (interval: [number, number] | null) => ({
      difference: -5,
      interval,
      changed: 3,
      sentences: 40
    });
    const row = (all: [number, number] | null, author: [number, number] | null = null) =>
      rewriteRows(
        metrics,
        before,
        {
          ...after,
          differences: {
            'loaded-language': { all: revised(all), author: author && revised(author), attributed: null }
          }
        },
        'all'
      )[0]!;
    expect(row([-9, -1])).toMatchObject({ differenceInterval: [-9, -1], move: 'beyond' });
    expect(row([-9, 1])).toMatchObject({ differenceInterval: [-9, 1], move: 'within' });
    const few = row(null);
    expect(few).toMatchObject({ differenceInterval: null, move: 'few' });
    expect(moveWords(few.move)).toBe('too few sentences');
    expect(differenceWords(few)).toMatch(/^−/);
  });

  it('say how many sentences a difference rests on, and that few make a rough interval', () => {
    const basis = (changed: number, interval: readonly [number, number] | null, move: RewriteMove) =>
      basisWords({ ...rows[0]!, differenceInterval: interval, move, basis: { changed, sentences: 40 } });
    expect(basis(12, [-9, -1], 'beyond')).toBe('12 of 40 sentences');
    expect(basis(3, [-9, 1], 'within')).toBe('3 of 40 sentences, rough');
    expect(basis(1, null, 'few')).toBe('1 of 40 sentences');
    expect(basisWords(rows[1]!)).toBe('');
  });

  it('say why a value is missing, never 0', () => {
    expect(rows[1]).toMatchObject({
      after: null,
      difference: null,
      reason: 'The text has 6 words; this needs 10.'
    });
    expect(differenceWords(rows[1]!)).toBe('–');
    expect(rewriteStrip(rows[1]!)).toBeNull();
    expect(rewriteRows(metrics, before, before, 'attributed')[1]!.reason).toBe('No words in this voice.');
  });

  it('lie on one scale, every mark inside the drawing', () => {
    const strip = rewriteStrip(rows[0]!)!;
    for (const { from, at, to } of [strip.before, strip.after]) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(100);
      expect(at).toBeGreaterThanOrEqual(0);
    }
    expect(strip.after.at).toBeLessThan(strip.before.at);
  });
});

describe('what is taken away from the bench', () => {
  const copy = copyOf(
    text,
    sentences,
    new Map([
      [1, 'A firm man.'],
      [2, '']
    ])
  );
  const before = textReading(fixture, 'bulletin', metrics)!;
  const rows = rewriteRows(metrics, before, before, 'all');

  it('lists every changed sentence as it was and as it is, and nothing else', () => {
    const list = rewriteList({ label: 'The plan' }, 'ab12', text, sentences, copy, rows);
    expect(list).toContain('2 sentences changed in a copy of The plan');
    expect(list).toContain('SHA-256 ab12');
    expect(list).toContain('Sentence 2\n  was: A ruthless man.\n  is:  A firm man.');
    expect(list).toContain('Sentence 3\n  was: He may go.\n  is:  (struck out)');
    expect(list).not.toContain('A ruthless plan');
    expect(list).toContain('No metric moved.');
  });

  it('says of every metric that moved by how much, and whether chance gives as much', () => {
    const moved = {
      ...rows[0]!,
      difference: -2,
      differenceInterval: [-5, 1] as const,
      move: 'within' as const
    };
    const list = rewriteList({ label: 'The plan' }, 'ab12', text, sentences, copy, [moved]);
    expect(list).toContain('difference −2.00 (−5 to 1), within chance');
  });

  it('has a name that every computer takes', () => {
    expect(rewriteFileName({ label: '“Who’s to blame?” / Part 2' }, 'copy')).toBe(
      'who-s-to-blame-part-2-copy.txt'
    );
    expect(rewriteFileName({ label: '北约' }, 'changes')).toBe('text-changes.txt');
  });
});

describe('the bench', () => {
  it('holds the first document with its sentences and what was found in it', () => {
    const view = rewriteView(fixture, 'bulletin', texts[0]!.text, metrics)!;
    expect(view.sentences.length).toBeGreaterThan(0);
    expect(view.reading.findings.map(({ rule }) => rule)).toEqual(['loaded/ruthless']);
    expect(view.reading.stances.opened).toMatchObject({ stance: 'asserts' });
    expect(rewriteView(fixture, 'nowhere', '', metrics)).toBeNull();
  });

  it('sends original and copy, takes the copy from the answer, and says in a sentence what went wrong', async () => {
    const request = { document: { id: 'a', title: 'T' }, claims: [] };
    const { signal } = new AbortController();
    let sent: unknown[] = [];
    const answering = (status: number, body: unknown) =>
      (async (address: unknown, init?: RequestInit) => {
        sent = [address, JSON.parse(String(init?.body))];
        return new Response(JSON.stringify(body), { status });
      }) as typeof fetch;
    const read = (fetcher: typeof fetch) =>
      readCopy('Words.', 'Other words.', request, metrics, fetcher, signal);
    const differences = { hedging: { all: null, author: null, attributed: null } };
    const copied = fixture.documents[1]!.metrics;
    const answer = { before: { metrics: {} }, after: { metrics: copied }, differences, contested: [] };
    const reading = await read(answering(200, answer));
    expect(sent).toEqual(['/api/v1/revision', { before: 'Words.', after: 'Other words.', claims: [] }]);
    expect(Object.keys(reading.metrics)).toEqual(Object.keys(copied));
    expect(reading.differences).toEqual(differences);
    const error = { error: { code: 'x', message: 'after is empty.', path: null } };
    await expect(read(answering(400, error))).rejects.toThrow('after is empty.');
    await expect(read(answering(502, 'no json'))).rejects.toThrow('status 502');
    const silent = (() => Promise.reject(new TypeError('no net'))) as typeof fetch;
    await expect(read(silent)).rejects.toThrow('Is it still running? Your edits are still here.');
    expect(await readAlone('Words.', request, answering(200, fixture), signal)).toEqual(fixture);
    expect(sent).toEqual([
      '/api/v1/audit',
      { documents: [{ id: 'a', title: 'T', text: 'Words.' }], claims: [], seed: 1 }
    ]);
  });
});

describe('hints', () => {
  it('stand at the words of their sentence, in the original and in a copy with other lengths', () => {
    const copy = copyOf(text, sentences, withEdit(NO_EDITS, text, sentences, 0, 'A grim, ruthless plan.'));
    const layer = { layer: 'loaded-language' };
    const ruthless = (of: string) =>
      found('ruthless', 'loaded/ruthless', of, of.lastIndexOf('ruthless'), layer);
    const may = (of: string) => found('may', 'other/may', of);
    const before = reading(ruthless(text), may(text));
    const grim = found('grim', 'loaded/grim', copy.text, copy.text.indexOf('grim'), layer);
    const after = reading(grim, ruthless(copy.text), may(copy.text));
    const said = (of: string, places: readonly { start: number; end: number }[], hints: Finding[][]) =>
      hints.map((list, index) =>
        list.map(({ start, end }) => of.slice(places[index]!.start, places[index]!.end).slice(start, end))
      );
    // What other layers find says little of a single sentence.
    expect(said(text, sentences, sentenceHints(before, sentences))).toEqual([[], ['ruthless'], []]);
    expect(said(copy.text, copy.sentences, sentenceHints(after, copy.sentences))).toEqual([
      ['grim'],
      ['ruthless'],
      []
    ]);
  });
});
