import { describe, expect, it } from 'vitest';
import { citationOf } from '$lib/view/document-citation';
import { documentClaims } from '$lib/view/document-claims';
import { describeSources } from '$lib/view/sources';
import { fixture, texts } from './fixture-audit';

describe('what a document claims', () => {
  const bulletin = documentClaims(fixture, 'bulletin');

  it('is what others say too, with who does, and what it says alone', () => {
    expect(bulletin.shared).toMatchObject([
      { label: 'It cost 30 million', manner: 'states', others: ['gazette'] }
    ]);
    expect(bulletin.own).toMatchObject([
      { label: 'The ruthless contractor failed the town', manner: 'reports' }
    ]);
    expect(bulletin.alone).toBe(1);
    const [shared] = bulletin.shared;
    expect(texts[0]!.text.slice(shared!.start, shared!.end)).toBe('It cost 30 million');
  });

  it('names the contested claims it speaks of, not those it is silent on', () => {
    expect(bulletin.contested).toMatchObject([{ id: 'opened', stance: 'asserts', at: { start: 0 } }]);
    expect(documentClaims(fixture, 'note').contested).toMatchObject([{ id: 'opened', stance: 'disputes' }]);
    expect(documentClaims(fixture, 'gazette').contested).toEqual([]);
  });
});

describe('a citation', () => {
  const sha = 'abcdef0123456789'.repeat(4);
  const cite = (input: Partial<Parameters<typeof describeSources>[0][0]>) =>
    citationOf(describeSources([{ id: 'a', text: 'First words of it.\nMore.', ...input }])[0]!, sha);

  it('has all that the text shows, in order, and the fingerprint of what was read', () => {
    const full = cite({
      author: 'Ann Lee',
      title: 'Why it rains',
      publisher: 'The Weather',
      published: '2019-10-17',
      retrieved: '2025-04-24'
    });
    expect(full).toEqual({
      text: 'Ann Lee. “Why it rains.” The Weather, 17 October 2019. Copy of 24 April 2025. Text SHA-256 abcdef0123456789.',
      absent: null
    });
  });

  it('guesses nothing: what the text does not show is left out and said to be missing', () => {
    expect(cite({})).toEqual({
      text: '[“First words of it.”]. Text SHA-256 abcdef0123456789.',
      absent: 'title, publisher, author or date'
    });
    // The title above the body is shown, also where nothing beside the text names it.
    const named = citationOf(describeSources([{ id: 'a', text: 'It rains\n\nMore.' }])[0]!, sha, 'It rains');
    expect(named).toEqual({
      text: '“It rains.” Text SHA-256 abcdef0123456789.',
      absent: 'publisher, author or date'
    });
    expect(cite({ title: 'A question?', published: '2020-01' }).text).toBe(
      '“A question?” January 2020. Text SHA-256 abcdef0123456789.'
    );
  });
});
