/**
 * Every kind of chart, drawn from fixed plain objects, beside the committed picture of it in `tests/e2e/pictures`.
 * The page that draws is built here and is no part of the app. After a change that is meant:
 *
 *   npx playwright test --config tests/e2e/playwright.config.ts pictures --update-snapshots
 *
 * and look at what changed before it is committed.
 */
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from './awake';
import { build } from 'vite';
import { CHART_CASES } from '../pictures/chart-cases';

/** Edges may come out a shade different in another Chromium; a moved or recoloured dot is about 100 pixels. */
const MOST_DIFFERENT = 40;

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The page that draws, as one script that brings its styles along. */
async function harness(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { $lib: path('../../src/lib') } },
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: path('../pictures/harness.ts'), output: { format: 'iife', name: 'harness' } }
    }
  });
  const files = (Array.isArray(result) ? result : [result]).flatMap((item) =>
    'output' in item ? item.output : []
  );
  return files.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}

test.describe.configure({ mode: 'default' });
let page: Page;

test.beforeAll(async ({ browser }) => {
  const content = await harness();
  page = await browser.newPage({ viewport: { width: 600, height: 400 }, deviceScaleFactor: 1 });
  await page.setContent('<!doctype html><div id="chart"></div>');
  await page.addScriptTag({ content });
});
test.afterAll(() => page.close());

for (const { name } of CHART_CASES) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${name} in ${theme} looks as its picture`, async () => {
      await page.evaluate(([chosen, shade]) => window.drawCase(chosen, shade), [name, theme] as const);
      await expect(page.locator('#chart')).toHaveScreenshot(`${name}-${theme}.png`, {
        maxDiffPixels: MOST_DIFFERENT
      });
    });
  }
}
