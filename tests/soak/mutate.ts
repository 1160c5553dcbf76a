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

/** Bytes with some overwritten, cut out, put in or cut off. */
export function mutateBytes(random: Random, files: readonly Uint8Array[]): Uint8Array {
  let bytes = Uint8Array.from(random.pick(files));
  for (let turns = random.below(8); turns > 0; turns--) {
    const at = random.below(bytes.length + 1);
    switch (random.below(4)) {
      case 0:
        bytes = bytes.slice(0, at);
        break;
      case 1:
        bytes = Uint8Array.from([...bytes.slice(0, at), random.below(256), ...bytes.slice(at)]);
        break;
      case 2:
        bytes = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + random.below(16))]);
        break;
      default:
        if (at < bytes.length) bytes[at] = random.below(256);
    }
  }
  return bytes;
}
