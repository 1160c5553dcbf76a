/** The look of the house where no one page shows it. */
import { expect, test } from './awake';
import { COLLECTION, open } from './reading';

test('charts keep the colours of their sources where motion is reduced', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, `${COLLECTION}/claims`);
  const chart = page.locator('#sets canvas').first();
  await chart.scrollIntoViewIfNeeded();
  const hues = () =>
    chart.evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      const found = new Map<number, number>();
      for (let at = 0; at < pixels.length; at += 4) {
        const [red, green, blue, solid] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!, pixels[at + 3]!];
        const most = Math.max(red, green, blue);
        const range = most - Math.min(red, green, blue);
        if (solid < 250 || range < 90) continue;
        const sixth =
          most === red
            ? (green - blue) / range
            : most === green
              ? 2 + (blue - red) / range
              : 4 + (red - green) / range;
        const hue = Math.round(((sixth + 6) % 6) * 3);
        found.set(hue, (found.get(hue) ?? 0) + 1);
      }
      return [...found.values()].filter((count) => count > 20).length;
    });
  await expect.poll(hues).toBeGreaterThanOrEqual(4);
});

test('without scripts no control is dead and no chart an empty frame, and the words stand', async ({
  browser
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${COLLECTION}/contested?open=no-eastward-promise-1990`);
  await expect(page.locator('noscript .notice')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a claim' })).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Theme' })).toBeHidden();
  await expect(page.locator('#contested blockquote').first()).toBeVisible();
  await page.goto(`${COLLECTION}/claims`);
  await expect(page.locator('header noscript p')).toBeVisible();
  await expect(page.locator('#sets .plot').first()).toBeHidden();
  await expect(page.locator('#clashes li').first()).toBeVisible();
  await context.close();
});
