import type { Random } from './random';

/** What readers of text trip over. */
const SPLINTERS = [
  '\u0000', '\uFEFF', '\u2028', '\u2029', '\u000B', '\r', '\r\n', '\n\n', '\uD800', '\uDC00', '\u200B', '\u202E',
  '\u0301\u0301\u0301', '\u{1F469}\u200D\u{1F4BB}', 'ﬁ', 'İ', 'ẞ', '“', '”', '"', '‘', '’', "'", '«', '»', '(', ')',
  '...', '…', '—', '--', '$3.5bn', '10-15%', '٣', '１９４９', '2019-13-45', '1e400', '999999999999999999999', '.', '!',
  '?!', ',', ';', ':', 'U.S.', 'Dr.', 'said', 'according to', 'not', 'n’t', 'NATO', 'he', 'that that that', '@', '#',
  'http://a.b/c?d=e', '<b>', '</p>', '<script>', '&amp;', '&#x0;', '{{', '}}', '\\', '%s', '../', '\t', '    ', 'a'.repeat(300)
] as const; // prettier-ignore

/** A text cut, doubled, turned round and strewn with splinters; short, so that many can be tried. */
export function mutateText(random: Random, texts: readonly string[]): string {
  const source = random.pick(texts);
  const from = random.below(source.length);
  let text = source.slice(from, from + random.below(400));
  for (let turns = random.below(6); turns > 0; turns--) {
    const at = random.below(text.length + 1);
    const to = at + random.below(40);
    switch (random.below(6)) {
      case 0:
        text = text.slice(0, at) + text.slice(to);
        break;
      case 1:
        text = text.slice(0, to) + text.slice(at);
        break;
      case 2:
        text = text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at);
        break;
      case 3:
        text = text.slice(0, at) + [...text.slice(at, to)].reverse().join('') + text.slice(to);
        break;
      default:
        text = text.slice(0, at) + random.pick(SPLINTERS) + text.slice(at);
    }
  }
  return text;
}

/** Longest stretch that is put in from another file. */
const SPLICE = 400;

/** Bytes with some overwritten, cut out, put in, cut off, or taken from other files. */
export function mutateBytes(
  random: Random,
  source: Uint8Array,
  others: readonly Uint8Array[] = [source]
): Uint8Array {
  let bytes: Uint8Array = Uint8Array.from(source);
  for (let turns = random.below(8); turns > 0; turns--) {
    const at = random.below(bytes.length + 1);
    const before = bytes.subarray(0, at);
    switch (random.below(6)) {
      case 0:
        // Cut off seldom: what is left of a file that lost its end is refused by its first reader.
        if (random.below(3) === 0) bytes = before.slice();
        break;
      case 1:
        bytes = joined(before, Uint8Array.of(random.below(256)), bytes.subarray(at));
        break;
      case 2:
        bytes = joined(before, bytes.subarray(at + random.below(16)));
        break;
      case 3: {
        const other = random.pick(others);
        const from = random.below(other.length + 1);
        bytes = joined(before, other.subarray(from, from + random.below(SPLICE)), bytes.subarray(at));
        break;
      }
      default:
        if (at < bytes.length) bytes[at] = random.below(256);
    }
  }
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
