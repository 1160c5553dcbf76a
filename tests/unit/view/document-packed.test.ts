import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentView } from '$lib/view/document';
import { packDocument, packFindings, unpackDocument, unpackFindings } from '$lib/view/document-packed';
import { fixture, metrics } from './fixture-audit';

const word = fc.constantFrom('', 'loaded-language', 'A note.', 'Москва', 'toString', '__proto__');
const finding = fc.record({
  start: fc.nat(),
  end: fc.nat(),
  layer: word,
  rule: word,
  note: word,
  voice: fc.constantFrom('author' as const, 'attributed' as const),
  holder: fc.option(word)
});

describe('packed findings', () => {
  it('are the same findings in the same order when they are unpacked, after a journey as JSON', () => {
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        const sent = JSON.parse(JSON.stringify(packFindings(findings))) as ReturnType<typeof packFindings>;
        expect(unpackFindings(sent)).toEqual(findings);
      })
    );
  });

  it('say once what many say', () => {
    const one = {
      start: 1,
      end: 2,
      layer: 'x',
      rule: 'x/y',
      note: 'The same.',
      voice: 'author',
      holder: 'Ann'
    };
    const many = Array.from({ length: 500 }, (_, start) => ({ ...one, start, voice: 'author' as const }));
    expect(packFindings(many)).toMatchObject({
      layers: ['x'],
      rules: ['x/y'],
      notes: ['The same.'],
      holders: ['Ann']
    });
    expect(JSON.stringify(packFindings(many)).length).toBeLessThan(JSON.stringify(many).length / 5);
  });

  it('leave everything else of a document as it is', () => {
    const view = documentView(fixture, 'bulletin', metrics)!;
    expect(unpackDocument(packDocument(view))).toEqual(view);
  });
});
