/**
 * Letters for the pictures, five dots wide and seven high: which fonts a computer has is no matter of the charts, and
 * must not change their pictures.
 */

/** Space to tilde, sixteen to a line: five columns each, the lowest bit on top. */
const GLYPHS = `
0000000000 00005F0000 0007000700 147F147F14 242A7F2A12 2313086462 3649552250 0005030000 001C224100 0041221C00 14083E0814 08083E0808 0050300000 0808080808 0060600000 2010080402
3E5149453E 00427F4000 4261514946 2141454B31 1814127F10 2745454539 3C4A494930 0171090503 3649494936 064949291E 0036360000 0056360000 0814224100 1414141414 0041221408 0201510906
324979413E 7E1111117E 7F49494936 3E41414122 7F4141221C 7F49494941 7F09090901 3E4149497A 7F0808087F 00417F4100 2040413F01 7F08142241 7F40404040 7F020C027F 7F0408107F 3E4141413E
7F09090906 3E4151215E 7F09192946 4649494931 01017F0101 3F4040403F 1F2040201F 3F4038403F 6314081463 0708700807 6151494543 007F414100 0204081020 0041417F00 0402010204 4040404040
0001020400 2054545478 7F48444438 3844444420 384444487F 3854545418 087E090102 0C5252523E 7F08040478 00447D4000 2040443D00 7F10284400 00417F4000 7C04180478 7C08040478 3844444438
7C14141408 081414187C 7C08040408 4854545420 043F444020 3C4040207C 1C2040201C 3C4030403C 4428102844 0C5050503C 4464544C44 0008364100 00007F0000 0041360800 1008081008
`
  .trim()
  .split(/\s+/u);
/** What else the charts write, drawn as what looks most like it. */
const LIKE: Readonly<Record<string, string>> = {
  '’': "'",
  '−': '-',
  '–': '-',
  '…': '_',
  '·': '.',
  '“': '"',
  '”': '"'
};
/** A box, for any other letter. */
const BOX = '7F4141417F';
const COLUMNS = 5;
const ROWS = 7;
/** Room of a letter in dots, the gap after it included. */
const ADVANCE = COLUMNS + 1;

type Pen = CanvasRenderingContext2D;

/** Dots of a font are whole pixels: one for small print, two for anything as large as a heading. */
function dot(font: string): number {
  return Number(/([\d.]+)px/u.exec(font)?.[1] ?? 12) >= 18 ? 2 : 1;
}

function widthOf(text: string, font: string): number {
  return [...text].length * ADVANCE * dot(font);
}

/** How far left of the given place a text begins, as a share of its width. */
const SHIFT: Readonly<Record<string, number>> = { center: 0.5, right: 1, end: 1 };
const RISE: Readonly<Record<string, number>> = { top: 0, hanging: 0, middle: 0.5 };

function write(this: Pen, text: string, x: number, y: number): void {
  const size = dot(this.font);
  const left = Math.round(x - widthOf(text, this.font) * (SHIFT[this.textAlign] ?? 0));
  const top = Math.round(y - ROWS * size * (RISE[this.textBaseline] ?? 1));
  const bold = /\b(?:bold|[6-9]00)\b/u.test(this.font) ? 1 : 0;
  [...text].forEach((letter, place) => {
    const glyph = GLYPHS[(LIKE[letter] ?? letter).charCodeAt(0) - 32] ?? BOX;
    for (let column = 0; column < COLUMNS; column++) {
      const bits = parseInt(glyph.slice(2 * column, 2 * column + 2), 16);
      for (let row = 0; row < ROWS; row++) {
        if ((bits >> row) % 2 === 0) continue;
        this.fillRect(left + (place * ADVANCE + column) * size, top + row * size, size + bold, size);
      }
    }
  });
}

/** From now on every canvas of the page writes with these letters. */
export function writeInDots(): void {
  const canvas = CanvasRenderingContext2D.prototype;
  canvas.fillText = write;
  canvas.strokeText = () => undefined;
  canvas.measureText = function (this: Pen, text: string): TextMetrics {
    // Chart.js asks for nothing but the width.
    return { width: widthOf(text, this.font) } as TextMetrics;
  };
}
