/** What a reader points at where a chart has rows of dots and, between them, bars: the row, or the bar. */
import { Interaction, type InteractionItem, type InteractionModeFunction } from 'chart.js';
import { getRelativePosition } from 'chart.js/helpers';
import { BARS_DATASET } from './value-bars';

declare module 'chart.js' {
  interface InteractionModeMap {
    rowsAndBars: InteractionModeFunction;
  }
}

/** Inside the stretch that the bars take, the bar nearest from side to side; elsewhere the nearest row. */
const rowsAndBars: InteractionModeFunction = (chart, event, _options, useFinalPosition) => {
  const { x, y } = 'native' in event ? event : getRelativePosition(event, chart);
  if (x === null || y === null) return [];
  const itemsOf = (datasetIndex: number): InteractionItem[] =>
    chart.isDatasetVisible(datasetIndex)
      ? chart.getDatasetMeta(datasetIndex).data.map((element, index) => ({ element, datasetIndex, index }))
      : [];
  const nearest = (items: readonly InteractionItem[], distance: (item: InteractionItem) => number) => {
    let best: InteractionItem | undefined;
    let least = Infinity;
    for (const item of items) {
      const far = distance(item);
      if (far < least) [best, least] = [item, far];
    }
    return best ? [best] : [];
  };
  const bars = itemsOf(BARS_DATASET);
  const boxes = bars.map(({ element }) =>
    element.getProps(['x', 'y', 'width', 'height'] as never, useFinalPosition ?? false)
  ) as unknown as { x: number; y: number; width: number; height: number }[];
  const top = Math.min(...boxes.map((box) => box.y));
  const foot = Math.max(...boxes.map((box) => box.y + box.height));
  if (bars.length > 0 && y >= top && y <= foot) {
    return nearest(bars, ({ index }) => {
      const box = boxes[index]!;
      return Math.abs(x - box.x - box.width / 2);
    });
  }
  return nearest(itemsOf(0), ({ element }) => Math.abs(element.y - y));
};

Object.assign(Interaction.modes, { rowsAndBars });
