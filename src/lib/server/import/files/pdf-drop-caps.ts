/** The large first letter of an article, which a PDF holds apart from the rest of its word. */
import type { PdfLine } from './pdf-lines';

/** A letter of so many times the height of the lines beside it was set to begin an article. */
const TALL = 1.7;
const LETTER = /^[“"‘']?\p{Lu}$/u;
/** Letters that are looked at: a page has one or two large ones, a table may have thousands of small ones. */
const MOST_LETTERS = 20;
/** Letters that are words as well: "A dam" and "After" begin alike. */
const WORD_OF_ITS_OWN = /[AIO]$/;

/** The first line beside a tall letter: it goes on in small letters, right behind it and as high as its top. */
function besideOf(letter: PdfLine, lines: readonly PdfLine[]): number {
  return lines.findIndex(
    ({ text, x, y, height }) =>
      /^\p{Ll}/u.test(text) &&
      letter.height >= height * TALL &&
      x > letter.x &&
      x <= letter.end + height * 2 &&
      y >= letter.y - height * 0.5 &&
      y <= letter.y + letter.height * 1.2
  );
}

function joined(letter: string, rest: string, lines: readonly PdfLine[]): string {
  const word = /^\p{L}{1,30}/u.exec(rest)?.[0] ?? '';
  const isWord =
    WORD_OF_ITS_OWN.test(letter) &&
    lines.some(({ text }) => text !== rest && text.split(/[^\p{L}]/u).includes(word));
  return `${letter}${isWord ? ' ' : ''}${rest}`;
}

/** The lines of a page with every large first letter back at its word. */
export function withDropCaps(lines: readonly PdfLine[]): PdfLine[] {
  let mended = [...lines];
  const letters = lines.filter(({ text }) => LETTER.test(text)).sort((a, b) => b.height - a.height);
  for (const letter of letters.slice(0, MOST_LETTERS)) {
    const beside = besideOf(letter, mended);
    const line = mended[beside];
    if (!line) continue;
    const whole = { ...line, text: joined(letter.text, line.text, lines), x: letter.x };
    mended = mended.map((item, index) => (index === beside ? whole : item)).filter((item) => item !== letter);
  }
  return mended;
}
