/** Ribbons between columns: from where a claim stands on the left to where it stands on the right. */

/** Where a claim stands in a column, in pixels from the top of what is shown of it. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** The frame of what is shown, in the same pixels. */
export interface RibbonFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Less than this cannot be seen. */
const THINNEST = 3;

function clamped({ top, bottom }: Stretch, frame: RibbonFrame): Stretch {
  const within = (y: number) => Math.min(frame.bottom, Math.max(frame.top, y));
  const [upper, lower] = [within(top), within(bottom)];
  if (lower - upper >= THINNEST) return { top: upper, bottom: lower };
  return upper + THINNEST <= frame.bottom
    ? { top: upper, bottom: upper + THINNEST }
    : { top: frame.bottom - THINNEST, bottom: frame.bottom };
}

const seen = ({ top, bottom }: Stretch, frame: RibbonFrame) => bottom > frame.top && top < frame.bottom;
const pixel = (value: number) => Math.round(value * 10) / 10;

/**
 * The outline of a ribbon as SVG path data; null when neither end is in view. An end that is out of view lies on
 * the edge over which the text has gone.
 */
export function ribbonPath(left: Stretch, right: Stretch, frame: RibbonFrame): string | null {
  if (!seen(left, frame) && !seen(right, frame)) return null;
  const [from, to] = [clamped(left, frame), clamped(right, frame)];
  const [x0, x1] = [pixel(frame.left), pixel(frame.right)];
  const middle = pixel((frame.left + frame.right) / 2);
  const [y0, y1, y2, y3] = [from.top, to.top, to.bottom, from.bottom].map(pixel);
  return `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}V${y2}C${middle} ${y2} ${middle} ${y3} ${x0} ${y3}Z`;
}

/** Where a ribbon goes through the gap between two columns, and whether one of these is not its own. */
export interface RibbonPiece {
  readonly path: string;
  /** It comes from, or goes to, behind a column that has no part in it. */
  readonly passing: boolean;
}

/**
 * The pieces of a ribbon that passes behind the columns between its ends: one for each gap, thin where it goes behind.
 * Empty when neither end is in view.
 *
 * @param gaps the frames of the gaps from the left end to the right one, at least one
 */
export function ribbonPieces(left: Stretch, right: Stretch, gaps: readonly RibbonFrame[]): RibbonPiece[] {
  const [first, last] = [gaps[0], gaps.at(-1)];
  if (!first || !last || (!seen(left, first) && !seen(right, last))) return [];
  if (gaps.length === 1) {
    const path = ribbonPath(left, right, first);
    return path === null ? [] : [{ path, passing: false }];
  }
  const [from, to] = [clamped(left, first), clamped(right, last)];
  const [y0, y1] = [(from.top + from.bottom) / 2, (to.top + to.bottom) / 2];
  const at = (x: number): Stretch => {
    const y = y0 + ((x - first.left) / (last.right - first.left)) * (y1 - y0);
    return { top: y - THINNEST / 2, bottom: y + THINNEST / 2 };
  };
  return gaps.flatMap((gap, index) => {
    const path = ribbonPath(
      index === 0 ? from : at(gap.left),
      index === gaps.length - 1 ? to : at(gap.right),
      gap
    );
    return path === null ? [] : [{ path, passing: true }];
  });
}
