import { expect, test, type Page } from '@playwright/test';
import {
  bundledDocuments,
  COLLECTION,
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  open
} from './reading';

/** The pair of bundled documents that shares most claims, so that there is something to follow. */
async function closestPair(page: Page): Promise<{ a: string; b: string; shared: number }> {
  const audit = (await (await page.request.get(`/api/v1${COLLECTION}/audit`)).json()) as {
    comparison: { overlap: { a: string; b: string; shared: number }[] };
  };
  const [best] = [...audit.comparison.overlap].sort((x, y) => y.shared - x.shared);
  expect(best?.shared ?? 0).toBeGreaterThan(0);
  return best!;
}

test('two documents stand side by side, and a shared claim is marked in both', async ({ page }) => {
  const complaints = complaintsOf(page);
  const { a, b } = await closestPair(page);
  await open(page, `${COLLECTION}/compare?a=${a}&b=${b}`);
  const left = page.getByTestId('column-a');
  const right = page.getByTestId('column-b');
  const number = left.locator('button[data-claim]').last();
  const claim = await number.getAttribute('data-claim');
  await expect(right.locator('.look-target')).toHaveCount(0);
  await number.focus();
  await expect(right.locator('.look-target').first()).toBeAttached();
  await number.press('Enter');
  await expect(left.locator('.look-target').first()).toBeInViewport();
  await expect(right.locator('.look-target').first()).toBeInViewport();
  await expect(right.locator(`button[data-claim="${claim}"]`).first()).toHaveAttribute(
    'aria-pressed',
    'true'
  );
  await expect(page).toHaveURL(new RegExp(`claim=${claim}`));
  await page.reload({ waitUntil: 'networkidle' });
  await expect(right.locator('.look-target').first()).toBeInViewport();
  expect(complaints).toEqual([]);
});

test('the texts scroll together until that is switched off', async ({ page }) => {
  const { a, b } = await closestPair(page);
  await open(page, `${COLLECTION}/compare?a=${a}&b=${b}`);
  const top = (side: string) => page.getByTestId(`column-${side}`).evaluate((column) => column.scrollTop);
  const scroll = async (side: string, to: number) => {
    // The other column has followed, if it follows at all, two frames after the scroll was drawn.
    await page.getByTestId(`column-${side}`).evaluate(async (column, y) => {
      column.scrollTop = y;
      for (let i = 0; i < 3; i++) await new Promise((drawn) => requestAnimationFrame(drawn));
    }, to);
  };
  await scroll('a', 900);
  const followed = await top('b');
  expect(followed).toBeGreaterThan(0);
  expect(await top('a')).toBe(900);
  await page.getByRole('checkbox', { name: 'Scroll together' }).uncheck();
  await expect(page).toHaveURL(/together=no/);
  await scroll('a', 0);
  expect(await top('b')).toBe(followed);
});

test('what only one of them says is listed, and leads to its place in the text', async ({ page }) => {
  const [first, , , , last] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/compare?a=${first!.id}&b=${last!.id}`);
  const only = page.getByRole('region', { name: 'What only one of them says' });
  const link = only.locator('li a').first();
  const words = (await link.textContent()) ?? '';
  expect(first!.text).toContain(words);
  await link.click();
  await expect(page).toHaveURL(new RegExp(`documents/${first!.id}#s-`));
  await expect(page.locator('.look-target').first()).toBeInViewport();
});

test('other documents can be chosen', async ({ page }) => {
  const [first, second, third] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/compare?a=${first!.id}&b=${second!.id}`);
  await page.getByLabel('Right').selectOption(third!.id);
  await expect(page).toHaveURL(new RegExp(`b=${third!.id}`));
  await expect(page.getByTestId('column-b')).toContainText(
    third!.text.slice(2000, 2040).trim().split('\n')[0]!
  );
});

test('the page is accessible and fits a telephone', async ({ page }) => {
  const { a, b } = await closestPair(page);
  await open(page, `${COLLECTION}/compare?a=${a}&b=${b}`);
  await page.getByTestId('column-a').locator('button[data-claim]').first().press('Enter');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
});
