import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank } from '$lib/text/lines';
import { readAlone, tagText } from '$lib/text/tag-text';
import { cutRun } from '$lib/text/wink';

const forms = (text: string) => tagText(text).map((token) => token.text);
const tagged = (text: string) => tagText(text).map((token) => `${token.text}/${token.pos}/${token.lemma}`);

const SENTENCES = [
  'The minister, who had been asked to resign, refused on Tuesday.',
  '"We can\'t leave it like that," she said; the board didn\'t agree.',
  'Prices rose by 12.5% to $3,400 in the U.S. after the 1990s boom.',
  'He was running late, running a firm, and the running costs were high.',
  'Visit www.example.org or write to jo@example.org before 10am on May 3rd!',
  'That that is, is: a well-known saying (in England) about being.',
  "Rock 'n' roll's state-of-the-art sound... wasn't for everybody -- they'd say.",
  'Will Will will the estate to May in May? They may like it, or like me, not.'
];

describe('tagText', () => {
  const wink = winkNLP(model, ['pos']);
  const byWink = (text: string) => {
    const tokens = wink.readDoc(text).tokens();
    const { its } = wink;
    const [values, tags, lemmas] = [
      tokens.out(its.value),
      tokens.out(its.pos),
      tokens.out(its.lemma as unknown as typeof its.value)
    ];
    return values.map((value, i) => `${value}/${tags[i]}/${String(lemmas[i]).toLowerCase()}`);
  };

  it('tags sentences in any order as wink-nlp does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 6 }), (sentences) => {
        expect(tagged(sentences.join(' '))).toEqual(byWink(sentences.join(' ')));
      }),
      { numRuns: 60, seed: 3 }
    );
  });

  it('cuts a name in the same way wherever it stands in a text', () => {
    const text = "Vexley's lawyer said that Vexley's firm and \"Vexley's\" friends were ready.";
    expect(forms(text).filter((form) => form.startsWith('Vex'))).toEqual(['Vexley', 'Vexley', 'Vexley']);
  });

  it('keeps the apostrophe of the text, and gives it straight as the normal form', () => {
    const [, second] = tagText('We’ll see');
    expect(second).toMatchObject({ start: 2, end: 5, text: '’ll', normal: "'ll" });
  });

  it('cuts the words that wink-nlp leaves in one', () => {
    expect(tagged('I’m sure it cannot')).toEqual([
      'I/PRON/i',
      '’m/AUX/be',
      'sure/ADJ/sure',
      'it/PRON/it',
      'can/AUX/can',
      'not/PART/not'
    ]);
  });

  it('finds every token where it stands, past characters that show nothing', () => {
    const text = '\u200BThe\u00A0end.Then—it\u2009was  “over”…';
    const found = tagText(text);
    expect(found.map(({ text: form }) => form)).toEqual([
      'The',
      'end',
      '.',
      'Then',
      '—',
      'it',
      'was',
      '“',
      'over',
      '”',
      '…'
    ]);
    for (const { start, end, text: form } of found) expect(text.slice(start, end)).toBe(form);
  });

  it('cuts a run of thousands of characters into pieces and loses none', () => {
    const run = 'ab\u{1F600}'.repeat(2000);
    expect(forms(run).join('')).toBe(run);
  });
});

describe('where runs of characters end', () => {
  /** The same by patterns, over a copy of the text in which spaces stand wherever a run ends. */
  const byPatterns = (text: string) =>
    text
      .replace(/[\u2018\u2019\u02BC\uFF07]/g, "'")
      .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu, ' ')
      .replace(/[\u2014\u2015\u2026]|\u2013(?!\d)/g, ' $& ')
      .replace(
        /([a-z\u00DF-\u00FF]{2}[.!?]["'\u201D]?)(?=[A-Z\u00C0-\u00DE](?:[a-z\u00DF-\u00FF]| ))/g,
        '$1 '
      );
  const straight = (form: string) => form.replace(/[\u2018\u2019\u02BC\uFF07]/g, "'");

  it('is where a character shows nothing, and only there', () => {
    for (let code = 0; code < 0xd800; code++) {
      const character = String.fromCharCode(code);
      expect([code, byPatterns(`${character}é`) === ' é']).toEqual([code, isBlank(code)]);
    }
  });

  it('is found in one scan as by patterns, whatever stands beside it', () => {
    const pieces = fc.constantFrom(
      ...['ab', 'the end', 'É', 'Then', 'I', 'A', 'x', 'ß', '.', '!', '?', '"', '”', '’', "'", '—', '–', '…'],
      ...[
        '5',
        '1990–95',
        ' ',
        '\u00A0',
        '\u200B',
        '\t',
        ',',
        '(',
        'U.S.',
        'it’s',
        'ab'.repeat(40),
        '\u{1F600}'
      ]
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        expect(forms(text).map(straight)).toEqual(forms(byPatterns(text)).map(straight));
      }),
      { numRuns: 3000, seed: 11 }
    );
  });

  it('sees nothing of what stands beside the stretch that is read', () => {
    expect(tagText('ab.The end', 0, 4).map(({ text }) => text)).toEqual(forms('ab.T'));
    expect(tagText('a–5 b', 0, 2).map(({ text }) => text)).toEqual(['a', '–']);
    expect(tagText('the end.Then', 6).map(({ text }) => text)).toEqual(forms('d.Then'));
  });
});

describe('cutRun', () => {
  it('reads a word in the same way, whatever was read before', () => {
    const lemmas = () => ['didnt.', 'cannot,', 'cant,'].map((run) => cutRun(run)[0]!.lemmaAs('AUX'));
    const before = lemmas();
    for (let i = 0; i < 25_000; i++) cutRun(`Zq${i.toString(36)}`);
    expect(lemmas()).toEqual(before);
  });
});

describe('readAlone', () => {
  it('reads one word without its neighbours, and nothing longer', () => {
    expect(readAlone('experts')).toMatchObject({ pos: 'NOUN', lemma: 'expert' });
    expect(readAlone('two words')).toBeNull();
  });
});
