/** Words of a text inside quotation marks of the page. */

const OPENS = /[\s([{—–-]/u;

/** What a mark becomes inside other marks; a straight one without a partner may stand for inches, and stays. */
const SINGLE: Readonly<Record<string, string>> = { '“': '‘', '”': '’' };

/**
 * Puts words in quotation marks. Marks of their own become single ones; at the ends one that has lost its partner
 * where the words were cut goes, and so does a pair around the whole, so that no two marks stand side by side.
 */
export function quoted(words: string): string {
  const characters = [...words.trim()];
  const last = characters.length - 1;
  const shown = characters.map((character) => SINGLE[character] ?? character);
  const unpaired = new Set<number>();
  const open: number[] = [];
  characters.forEach((character, at) => {
    const straight = character === '"';
    if (!straight && SINGLE[character] === undefined) return;
    unpaired.add(at);
    if (straight ? at === 0 || OPENS.test(characters[at - 1]!) : character === '“') {
      open.push(at);
      return;
    }
    const from = open.pop();
    if (from === undefined) return;
    const whole = from === 0 && at === last;
    unpaired.delete(from);
    unpaired.delete(at);
    shown[from] = whole ? '' : '‘';
    shown[at] = whole ? '' : '’';
  });
  for (const end of [0, last]) if (unpaired.has(end)) shown[end] = '';
  return `“${shown.join('').trim()}”`;
}
