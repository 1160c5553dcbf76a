/** Random numbers that are the same on every machine: a stream for each key, never the clock. */

/** A 32-bit fingerprint of a text (FNV-1a over UTF-16 units, then mixed). Not for secrets. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Draws from one seeded stream. */
export interface RandomStream {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** Puts `count` items drawn without replacement, in random order, at the front of `items`. */
  drawToFront(items: Int32Array, count: number): void;
}

/**
 * A stream that depends on its key alone, such as seed, text and what is drawn for.
 *
 * The generator adds a constant and mixes (splitmix, 32 bits): enough for shuffles, not for secrets.
 */
export function randomStream(key: string): RandomStream {
  let state = fingerprint(key);
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  return {
    below,
    drawToFront(items, count) {
      for (let i = 0; i < count; i++) {
        const other = i + below(items.length - i);
        const item = items[i]!;
        items[i] = items[other]!;
        items[other] = item;
      }
    }
  };
}
