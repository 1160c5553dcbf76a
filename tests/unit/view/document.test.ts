import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, documentView } from '$lib/view/document';
import { fixture, metrics, texts } from './fixture-audit';

const at = (text: string, quote: string) => {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length };
};

describe('blocks', () => {
  const text = 'Share\nTweet\n\nA title\nBy Ann\n\nFirst words.\nA heading\n\nMore words. Photo by Bo';
  const blocks = blocksOf(
    text,
    [at(text, 'A heading')],
    [
      { ...at(text, 'Share\nTweet'), reason: 'page-chrome' },
      { ...at(text, 'A title'), reason: 'title' },
      { ...at(text, 'By Ann'), reason: 'byline' },
      { ...at(text, 'Photo by Bo'), reason: 'caption' }
    ]
  );

  it('draw each line as what it is, and keep together what was set aside together', () => {
    expect(blocks.map((block) => [block.kind, text.slice(block.start, block.end)])).toEqual([
      ['aside', 'Share\nTweet'],
      ['title', 'A title'],
      ['aside', 'By Ann'],
      ['paragraph', 'First words.'],
      ['heading', 'A heading'],
      ['paragraph', 'More words. Photo by Bo']
    ]);
  });

  it('say why a line was set aside', () => {
    expect(blocks.map((block) => block.reason)).toEqual(['page-chrome', 'title', 'byline', null, null, null]);
  });

  it('lose nothing but white space, whatever the spans', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 });
    const strings = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\u2028', '😀'),
      maxLength: 40
    });
    fc.assert(
      fc.property(strings, spans, spans, (raw, heads, asides) => {
        const drawn = blocksOf(
          raw,
          heads.map(([start, end]) => ({ start, end })),
          asides.map(([start, end]) => ({ start, end, reason: 'comments' as const }))
        );
        let last = 0;
        for (const block of [...drawn, { start: raw.length, end: raw.length }]) {
          expect(block.start).toBeGreaterThanOrEqual(last);
          expect(raw.slice(last, block.start).trim()).toBe('');
          last = block.end;
        }
      }),
      { numRuns: 1000 }
    );
  });
});

describe('the view of a document', () => {
  it('holds every piece of evidence, in text order, at the words it was counted from', () => {
    for (const document of fixture.documents) {
      const view = documentView(fixture, document.id, metrics);
      const counted = metrics.flatMap(({ id }) => {
        const result = document.metrics[id];
        return result && 'evidence' in result ? result.evidence : [];
      });
      const metricIds = metrics.map(({ id }) => id);
      const shown = view?.findings.filter(({ layer }) => metricIds.includes(layer)) ?? [];
      expect(shown.length).toBe(counted.length);
      const text = texts.find(({ id }) => id === document.id)!.text;
      for (const item of counted) {
        const same = shown.filter(({ start, end }) => text.slice(start, end) === item.quote);
        expect(same.map(({ rule }) => rule)).toContain(item.rule);
      }
      const starts = view?.findings.map(({ start }) => start) ?? [];
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  it('says what could not be measured, and why', () => {
    const bad = structuredClone(fixture);
    const metric = metrics[0]!;
    bad.documents[0]!.metrics[metric.id] = { status: 'too-short', reason: 'It has 7 words.' };
    expect(documentView(bad, bad.documents[0]!.id, metrics)?.unmeasured).toContainEqual({
      label: metric.label,
      status: 'too-short',
      reason: 'It has 7 words.'
    });
  });

  it('names the other documents of a shared claim by their letters, and what differs in them', () => {
    const claim = fixture.comparison.claims.find(({ conflicts }) => conflicts.length > 0)!;
    const [here, there] = claim.conflicts[0]!.values;
    const letter = 'ABC'.charAt(fixture.documents.findIndex(({ id }) => id === there!.document));
    const findings = documentView(fixture, here!.document, metrics)!.findings;
    const differing = findings.find(({ layer, start }) => layer === 'conflicts' && start === here!.start);
    expect(differing?.note).toContain(`${letter} has “${there!.quote}”`);
    expect(findings.find(({ layer }) => layer === 'shared-claims')?.note).toContain(`Also in ${letter}`);
  });

  it('is null for a document that is not there', () => {
    expect(documentView(fixture, 'nowhere', metrics)).toBeNull();
  });
});
