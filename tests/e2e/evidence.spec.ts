import { expect, test, type Page } from './awake';
import {
  bundledDocuments,
  COLLECTION,
  complaintsOf,
  expectAccessible,
  MARKED_PLACE,
  markedWords,
  open
} from './reading';

/** Every quote in the open evidence panel stands in its document at the place it names. */
async function expectQuotesInPlace(page: Page): Promise<void> {
  const texts = new Map((await bundledDocuments(page)).map(({ id, text }) => [id, text]));
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-quote]').first()).toBeVisible();
  const quotes = await dialog.locator('.passage').evaluateAll((passages) =>
    passages.map((passage) => ({
      document: passage.getAttribute('data-document') ?? '',
      start: Number(passage.getAttribute('data-start')),
      quote: passage.querySelector('[data-quote]')?.textContent ?? ''
    }))
  );
  expect(quotes.length).toBeGreaterThan(0);
  for (const { document, start, quote } of quotes) {
    expect(quote).not.toBe('');
    expect(texts.get(document)?.slice(start, start + quote.length)).toBe(quote);
  }
}

async function drawnPlot(page: Page, metric: string) {
  const plot = page.locator(`figure[data-metric="${metric}"] .plot`);
  await plot.scrollIntoViewIfNeeded();
  await expect(plot).toHaveAttribute('data-drawn', 'true');
  return plot;
}

test('a click on a mark opens the words it was counted from', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, COLLECTION);
  const plot = await drawnPlot(page, 'attribution');
  await plot.click();
  await expectQuotesInPlace(page);
  const quote = await page.getByRole('dialog').locator('[data-quote]').first().textContent();
  await page.getByRole('dialog').getByRole('link', { name: 'Read it in its place' }).first().click();
  await expect(page).toHaveURL(/documents\/.+#s-\d+-\d+$/);
  await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();
  expect(await markedWords(page)).toBe(quote);
  expect(complaints).toEqual([]);
});

test('the evidence of a contested claim begins with who says it, and leads to who is credited', async ({
  page
}) => {
  await open(page, `${COLLECTION}?evidence=stance%3Aorange-revolution-2004`);
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-quote]').first()).toContainText('Orange Revolution');
  await dialog.getByRole('link', { name: 'The positions on it, and who is credited' }).click();
  await expect(page).toHaveURL(/contested\?open=orange-revolution-2004/);
  await expect(page.getByRole('heading', { name: 'Who is credited' })).toBeVisible();
});

test('the keyboard alone walks the marks, opens the evidence and comes back', async ({ page }) => {
  await open(page, COLLECTION);
  const plot = await drawnPlot(page, 'sentiment');
  await plot.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[aria-live=polite]').filter({ hasText: /Mark 2 of \d+/ })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expectQuotesInPlace(page);
  await expect(page).toHaveURL(/evidence=metric/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).not.toHaveURL(/evidence=/);
});

test('the table beside a chart leads to the same evidence', async ({ page }) => {
  await open(page, COLLECTION);
  const figure = page.locator('figure[data-metric="attribution"]');
  await figure.locator('details').first().locator('summary').click();
  await figure.locator('table a').first().click();
  await expectQuotesInPlace(page);
});

test('evidence that cannot be fetched says so, leads back to where the reader was, and is asked for again', async ({
  page
}) => {
  await open(page, COLLECTION);
  await page.route('**/evidence?metric=*', (route) => route.abort());
  const figure = page.locator('figure[data-metric="attribution"]');
  await figure.locator('details').first().locator('summary').click();
  const link = figure.locator('table a').first();
  await link.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText('Parallax does not answer');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Back to the page' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(link).toBeFocused();
  // A failure is not kept: what failed once more is fetched when the server answers again.
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await page.unroute('**/evidence?metric=*');
  await dialog.getByRole('button', { name: 'Try again' }).press('Enter');
  await expectQuotesInPlace(page);
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
});

test('while evidence is on its way its shape stands there, and Escape gives it up', async ({ page }) => {
  await open(page, COLLECTION);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/evidence?metric=*', async (route) => {
    await held;
    await route.continue();
  });
  const figure = page.locator('figure[data-metric="attribution"]');
  await figure.locator('details').first().locator('summary').click();
  await figure.locator('table a').first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status')).toContainText('Fetching the passages');
  await expect(dialog.locator('.waiting')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  answer();
});
