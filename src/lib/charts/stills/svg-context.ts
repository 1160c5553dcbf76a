/** Takes down what is drawn on a canvas as shapes of an SVG: the part of the canvas that charts draw with. */
import { fontSize, isBold, textWidth } from './text-width';

/** One element of an SVG. */
export interface StillShape {
  readonly tag: 'path' | 'text';
  readonly attributes: Attributes;
  /** What a text says; null for a path. */
  readonly text: string | null;
}

/** How a colour of the canvas is written into the SVG: as presentation attributes for `fill` or `stroke`. */
export type Paint = (colour: string, property: 'fill' | 'stroke') => Attributes;

/** The matrix of a plane, as the canvas numbers it. */
type Matrix = readonly [number, number, number, number, number, number];

type Attributes = Readonly<Record<string, string>>;

interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  globalAlpha: number;
  lineCap: string;
  lineJoin: string;
  lineDashOffset: number;
  dash: readonly number[];
  matrix: Matrix;
}

const FULL_TURN = 2 * Math.PI;
const ANCHORS: Readonly<Record<string, string>> = {
  center: 'middle',
  right: 'end',
  end: 'end'
};
/** How far below the given height a baseline lies, in font sizes. */
const BASELINES: Readonly<Record<string, number>> = { top: 0.8, hanging: 0.8, middle: 0.35, bottom: -0.2 };

/** Two decimals: finer than a screen shows, and the same on every machine. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

/**
 * Stands in for `CanvasRenderingContext2D`. Clipping is left out: the scales of the charts hold all they draw.
 */
export class SvgContext implements State {
  readonly shapes: StillShape[] = [];
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  font = '12px sans-serif';
  textAlign = 'start';
  textBaseline = 'alphabetic';
  globalAlpha = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  lineDashOffset = 0;
  dash: readonly number[] = [];
  matrix: Matrix = [1, 0, 0, 1, 0, 0];
  private readonly stack: State[] = [];
  private path = '';

  constructor(
    readonly canvas: { width: number; height: number },
    private readonly paint: Paint
  ) {}

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline } = this;
    const { globalAlpha, lineCap, lineJoin, lineDashOffset, dash, matrix } = this;
    this.stack.push({
      ...{ fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline },
      ...{ globalAlpha, lineCap, lineJoin, lineDashOffset, dash, matrix }
    });
  }

  restore(): void {
    const last = this.stack.pop();
    if (last) Object.assign(this, last);
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    this.matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }

  rotate(angle: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }

  setTransform(a = 1, b = 0, c = 0, d = 1, e = 0, f = 0): void {
    this.matrix = [a, b, c, d, e, f];
  }

  resetTransform(): void {
    this.setTransform();
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }

  getLineDash(): readonly number[] {
    return this.dash;
  }

  clip(): void {}

  clearRect(): void {}

  measureText(text: string): { readonly width: number } {
    return { width: textWidth(text, this.font) };
  }

  private point(x: number, y: number): string {
    const [a, b, c, d, e, f] = this.matrix;
    return `${short(a * x + c * y + e)} ${short(b * x + d * y + f)}`;
  }

  beginPath(): void {
    this.path = '';
  }

  closePath(): void {
    if (this.path !== '') this.path += 'Z';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${this.point(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path === '' ? 'M' : 'L'}${this.point(x, y)}`;
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path += `Q${this.point(cx, cy)} ${this.point(x, y)}`;
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path += `C${this.point(ax, ay)} ${this.point(bx, by)} ${this.point(x, y)}`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  arc(x: number, y: number, radius: number, from: number, to: number, back = false): void {
    this.ellipse(x, y, radius, radius, 0, from, to, back);
  }

  /** Ellipses are drawn upright, as charts draw them. */
  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    _rotation: number,
    from: number,
    to: number,
    back = false
  ): void {
    const at = (angle: number): readonly [number, number] => [
      x + rx * Math.cos(angle),
      y + ry * Math.sin(angle)
    ];
    const turn = back ? -1 : 1;
    const sweep = Math.min(FULL_TURN, Math.abs(to - from));
    const step = (angle: number) =>
      `A${short(rx)} ${short(ry)} 0 0 ${back ? 0 : 1} ${this.point(...at(angle))}`;
    this.lineTo(...at(from));
    // In halves or less, so that neither the long way round nor a full circle needs a word of its own.
    const halves = Math.max(1, Math.ceil(sweep / Math.PI - 1e-9));
    for (let half = 1; half <= halves; half++) this.path += step(from + (turn * sweep * half) / halves);
  }

  private add(tag: StillShape['tag'], attributes: Attributes, text: string | null): void {
    const faint: Attributes = this.globalAlpha === 1 ? {} : { opacity: short(this.globalAlpha) };
    this.shapes.push({ tag, attributes: { ...attributes, ...faint }, text });
  }

  fill(rule: 'nonzero' | 'evenodd' = 'nonzero'): void {
    const painted = this.paint(this.fillStyle, 'fill');
    if (this.path === '' || painted.fill === 'none') return;
    const even: Attributes = rule === 'evenodd' ? { 'fill-rule': rule } : {};
    this.add('path', { d: this.path, ...painted, ...even }, null);
  }

  stroke(): void {
    const painted = this.paint(this.strokeStyle, 'stroke');
    if (this.path === '' || painted.stroke === 'none' || this.lineWidth <= 0) return;
    const width: Attributes = this.lineWidth === 1 ? {} : { 'stroke-width': short(this.lineWidth) };
    const dash: Attributes =
      this.dash.length === 0 ? {} : { 'stroke-dasharray': this.dash.map(short).join(' ') };
    this.add('path', { d: this.path, fill: 'none', ...painted, ...width, ...dash }, null);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
    this.beginPath();
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
    this.beginPath();
  }

  fillText(text: string, x: number, y: number): void {
    if (text === '') return;
    const size = fontSize(this.font);
    const down = (BASELINES[this.textBaseline] ?? 0) * size;
    const [a, b, c, d] = this.matrix;
    const turned = Math.abs(b) > 1e-6 || Math.abs(a - 1) > 1e-6;
    const [left = '0', top = '0'] = this.point(x, y + down).split(' ');
    const place: Attributes = turned
      ? { transform: `matrix(${[a, b, c, d].map((part) => short(part)).join(' ')} ${left} ${top})` }
      : { x: left, y: top };
    const anchor = ANCHORS[this.textAlign];
    this.add(
      'text',
      {
        ...place,
        ...this.paint(this.fillStyle, 'fill'),
        'font-size': short(size),
        ...(isBold(this.font) ? { 'font-weight': '600' } : {}),
        ...(/\bitalic\b/u.test(this.font) ? { 'font-style': 'italic' } : {}),
        ...(anchor ? { 'text-anchor': anchor } : {})
      },
      text
    );
  }

  /** Text is never drawn as an outline alone. */
  strokeText(): void {}
}
