/**
 * Where a key leads from a mark of a chart.
 *
 * @param current place of the mark, from 0; -1 before the first
 * @returns the place of another mark, `open` for the mark's evidence, or a page of a long order; null for other keys
 */
export function chartStep(
  key: string,
  current: number,
  marks: number
): number | 'open' | 'further' | 'back' | null {
  const within = (place: number) => Math.max(0, Math.min(marks - 1, place));
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return within(current + 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return within(current - 1);
    case 'Home':
      return 0;
    case 'End':
      return within(marks - 1);
    case 'Enter':
    case ' ':
      return 'open';
    case 'PageDown':
      return 'further';
    case 'PageUp':
      return 'back';
    default:
      return null;
  }
}
