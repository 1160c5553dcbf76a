/** Runs in a browser: draws the cases with Chart.js and the colours of the app, as a page of it does. */
import { Chart } from 'chart.js';
import '../../src/app.css';
import { CHART_PARTS } from '$lib/charts/chart-parts';
import { readPalette } from '$lib/components/chart-palette';
import { CHART_CASES } from './chart-cases';
import { writeInDots } from './pixel-font';

declare global {
  interface Window {
    /** Draws a case into `#chart`, in light or dark, and returns when it is drawn. */
    drawCase(name: string, theme: 'light' | 'dark'): void;
  }
}

Chart.register(...CHART_PARTS);
writeInDots();
let drawn: Chart | null = null;

window.drawCase = (name, theme) => {
  const found = CHART_CASES.find((item) => item.name === name);
  if (!found) throw new Error(`There is no case "${name}".`);
  document.documentElement.dataset.theme = theme;
  drawn?.destroy();
  const frame = document.querySelector<HTMLElement>('#chart');
  if (!frame) throw new Error('The page has no place for a chart.');
  frame.style.cssText = `width: ${found.width}px; height: ${found.height}px; background: var(--paper)`;
  const canvas = document.createElement('canvas');
  canvas.width = found.width;
  canvas.height = found.height;
  frame.replaceChildren(canvas);
  const { config } = found.draw(readPalette());
  drawn = new Chart(canvas, {
    ...config,
    options: { ...config.options, animation: false, responsive: false, devicePixelRatio: 1 }
  });
};
