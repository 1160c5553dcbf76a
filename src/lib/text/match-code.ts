/**
 * Patterns of word lists as rows of numbers in one array, and how they are read. Patterns are tried at every third
 * word of a text or so, and most tries fail: what they look at should lie together, not in objects all over memory.
 */
import type { LexiconEntry } from '$lib/lexicons/knowledge';

/**
 * A candidate is a pattern of an entry, or one of its exceptions, whose hit takes the words out of play and is not
 * reported. Its row: what is reported (`EXCEPTION` for nothing), its rank, how many slots the word it begins with is
 * known to fill (1, or 0 where the first may be missing), how many slots it has, its guards, and then its slots.
 */
export const CANDIDATE = {
  entry: 0,
  rank: 1,
  filled: 2,
  slots: 3,
  notAfter: 4,
  notBefore: 5,
  size: 6
} as const;
export const EXCEPTION = -1;

/**
 * A slot is one position of a pattern: what it takes, parts of speech as bits (0 for all), the longest gap, how many
 * words stand in it, and then these. Guards are their number and then as many slots; at 0 there are none.
 */
export const SLOT = { kind: 0, pos: 1, gap: 2, words: 3, size: 4 } as const;
export const KIND = { optional: 1, exact: 2, number: 4, any: 8 } as const;

/** Bits of a word besides the one of its part of speech. A gap never runs over a stop. */
export const WORD_BITS = { word: 1 << 20, number: 1 << 21, stop: 1 << 22 } as const;

/** Added to the rank of what was found by its lemma. */
const BY_LEMMA = 1 << 24;

/** What patterns ask about the tokens of a text: of a form and a lemma their numbers among the words of patterns. */
export interface AskedTokens {
  readonly length: number;
  formAt(position: number): number;
  lemmaAt(position: number): number;
  bitsAt(position: number): number;
}

/** Compiled patterns. Candidates and slots are places in `code`. */
export class PatternCode {
  constructor(
    private readonly code: Int32Array,
    private readonly entries: readonly LexiconEntry[]
  ) {}

  /** The entry that a candidate reports; null for an exception. */
  entryOf(candidate: number): LexiconEntry | null {
    const entry = this.code[candidate + CANDIDATE.entry]!;
    return entry === EXCEPTION ? null : this.entries[entry]!;
  }

  /**
   * Of two equally long matches the lower rank wins: an exception, then a pattern that names the very form before
   * one that names its lemma in one of the first two words, then the one that stands first.
   */
  rankOf(candidate: number, byLemma: boolean): number {
    const rank = this.code[candidate + CANDIDATE.rank]!;
    return byLemma && rank >= 0 ? rank + BY_LEMMA : rank;
  }

  /** Whether a word begins a candidate for certain, if its first slot takes it. */
  mayBegin(candidate: number, form: number, lemma: number, bits: number): boolean {
    const filled = this.code[candidate + CANDIDATE.filled]!;
    return filled === 0 || this.fits(candidate + CANDIDATE.size, form, lemma, bits);
  }

  /** Longest end of a match that begins at a token which may begin it; -1 for none. */
  endOf(candidate: number, tokens: AskedTokens, position: number): number {
    const { code } = this;
    const first = candidate + CANDIDATE.size;
    const filled = code[candidate + CANDIDATE.filled]!;
    const at = filled === 0 ? first : first + SLOT.size + code[first + SLOT.words]!;
    return this.run(at, code[candidate + CANDIDATE.slots]! - filled, tokens, position + filled);
  }

  /** Whether a word stands before or after a match that may not. */
  isGuarded(candidate: number, tokens: AskedTokens, first: number, end: number): boolean {
    const { code } = this;
    return (
      this.anyFits(code[candidate + CANDIDATE.notAfter]!, tokens, first - 1) ||
      this.anyFits(code[candidate + CANDIDATE.notBefore]!, tokens, end)
    );
  }

  private anyFits(guards: number, tokens: AskedTokens, position: number): boolean {
    if (guards === 0 || position < 0 || position >= tokens.length) return false;
    const { code } = this;
    let at = guards + 1;
    for (let left = code[guards]!; left > 0; left--) {
      if (this.fitsAt(at, tokens, position)) return true;
      at += SLOT.size + code[at + SLOT.words]!;
    }
    return false;
  }

  /** Longest end of a match of `left` slots from `at` on, starting at token `position`; -1 for none. */
  private run(at: number, left: number, tokens: AskedTokens, position: number): number {
    const { code } = this;
    for (; left > 0; left--) {
      const next = at + SLOT.size + code[at + SLOT.words]!;
      const gap = code[at + SLOT.gap]!;
      if (gap > 0) {
        let longest = -1;
        for (let skipped = 0; skipped <= gap; skipped++) {
          longest = Math.max(longest, this.run(next, left - 1, tokens, position + skipped));
          const passed = position + skipped;
          if (passed >= tokens.length || (tokens.bitsAt(passed) & WORD_BITS.stop) !== 0) break;
        }
        return longest;
      }
      const fit = position < tokens.length && this.fitsAt(at, tokens, position);
      if ((code[at]! & KIND.optional) !== 0) {
        const without = this.run(next, left - 1, tokens, position);
        return fit ? Math.max(without, this.run(next, left - 1, tokens, position + 1)) : without;
      }
      if (!fit) return -1;
      position++;
      at = next;
    }
    return position;
  }

  private fitsAt(slot: number, tokens: AskedTokens, position: number): boolean {
    return this.fits(slot, tokens.formAt(position), tokens.lemmaAt(position), tokens.bitsAt(position));
  }

  /** Whether a word can stand in a slot. */
  private fits(slot: number, form: number, lemma: number, bits: number): boolean {
    const { code } = this;
    const pos = code[slot + SLOT.pos]!;
    if (pos !== 0 && (pos & bits) === 0) return false;
    const kind = code[slot]!;
    if ((kind & KIND.number) !== 0) return (bits & WORD_BITS.number) !== 0;
    if ((kind & KIND.any) !== 0) return (bits & WORD_BITS.word) !== 0;
    const from = slot + SLOT.size;
    const end = from + code[slot + SLOT.words]!;
    for (let i = from; i < end; i++) if (code[i] === form) return true;
    if ((kind & KIND.exact) !== 0 || lemma === form) return false;
    for (let i = from; i < end; i++) if (code[i] === lemma) return true;
    return false;
  }
}
