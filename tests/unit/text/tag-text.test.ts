import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank } from '$lib/text/lines';
import { plainText } from '$lib/text/plain-text';
import { readAlone, tagText } from '$lib/text/tag-text';

const forms = (text: string) => tagText(text, 0).map((token) => token.text);
const tagged = (text: string) => tagText(text, 0).map((token) => `${token.text}/${token.pos}/${token.lemma}`);

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
    const [, second] = tagText('We’ll see', 10);
    expect(second).toMatchObject({ start: 12, end: 15, text: '’ll', normal: "'ll" });
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
    const found = tagText(text, 0);
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

describe('plainText', () => {
  it('turns the characters into spaces that count as blank in a line, and no others', () => {
    for (let code = 0; code < 0xd800; code++) {
      const character = String.fromCharCode(code);
      expect([code, plainText(`${character}é`) === ' é']).toEqual([code, isBlank(code)]);
    }
  });
});

describe('readAlone', () => {
  it('reads one word without its neighbours, and nothing longer', () => {
    expect(readAlone('experts')).toMatchObject({ pos: 'NOUN', lemma: 'expert' });
    expect(readAlone('two words')).toBeNull();
  });
});
