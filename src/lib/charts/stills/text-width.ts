/** How wide a line of text is where there is no browser to ask. */

/**
 * Widths of the characters from space to tilde, in thousandths of the font size: those of Helvetica, which
 * Arial and Liberation Sans keep to.
 */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
];
/** Taken for every other character. */
const ELSE = 600;
/** Bold letters are about this much wider. */
const BOLD = 1.06;

/** The size in a CSS font, such as "bold 13px Arial"; 12 where it names none. */
export function fontSize(font: string): number {
  return Number(/(\d{1,4}(?:\.\d{1,4})?)px/u.exec(font)?.[1] ?? 12);
}

/** True for a CSS font that is drawn bold. */
export function isBold(font: string): boolean {
  return /\b(?:bold|[6-9]00)\b/u.test(font);
}

/** The width of a line in pixels, for a CSS font. */
export function textWidth(text: string, font: string): number {
  let sum = 0;
  for (const character of text) sum += WIDTHS[character.charCodeAt(0) - 32] ?? ELSE;
  return (sum / 1000) * fontSize(font) * (isBold(font) ? BOLD : 1);
}
