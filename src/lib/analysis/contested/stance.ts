import type { Mention, Stance } from '../audit-schema';

/**
 * The stance of a document, from its mentions of a claim, in this order: its author affirms it plainly; its
 * author denies it; its author affirms it with a hedge; somebody else speaks of it; nobody does.
 */
export function stanceOf(mentions: readonly Pick<Mention, 'voice' | 'polarity' | 'certainty'>[]): Stance {
  const own = mentions.filter(({ voice }) => voice === 'author');
  if (own.some(({ polarity, certainty }) => polarity === 'affirm' && certainty === 'plain')) return 'asserts';
  if (own.some(({ polarity }) => polarity === 'deny')) return 'disputes';
  if (own.length > 0) return 'hedges';
  return mentions.length > 0 ? 'attributes' : 'silent';
}

/** Whether a document holds both: mentions that affirm the claim and mentions that deny it. */
export function isMixed(mentions: readonly Pick<Mention, 'polarity'>[]): boolean {
  return (
    mentions.some(({ polarity }) => polarity === 'affirm') &&
    mentions.some(({ polarity }) => polarity === 'deny')
  );
}
