import { describe, expect, it } from 'vitest';
import { passageNote } from '$lib/view/labels';

describe('passageNote', () => {
  it('does not say a second time whose words a passage is', () => {
    const note = 'The words or view of Moscow.';
    expect(passageNote({ rule: 'voice/reporting-verb', note, voice: 'attributed' })).toBeNull();
    expect(passageNote({ rule: 'voice/reporting-verb', note, voice: null })).toBe(note);
  });

  it('keeps what any other rule says', () => {
    const note = 'Names power or force. Plainer: surround.';
    expect(passageNote({ rule: 'loaded-language/encircle', note, voice: 'author' })).toBe(note);
  });
});
