import { expect, test, type Page } from './awake';
import { COLLECTION, complaintsOf, expectNoSidewaysScroll, open } from './reading';

const E = '004_a030eb584eb5d23c';

async function drawn(page: Page, selector: string) {
  const plot = page.locator(`${selector} .plot`).first();
  await plot.scrollIntoViewIfNeeded();
  await expect(plot).toHaveAttribute('data-drawn', 'true');
  return plot;
}

/** What the filters leave, as it is read out. */
const status = (page: Page) => page.getByRole('region', { name: 'What is shown' }).getByRole('status');

test('a source that is hidden is hidden everywhere, and a link leads back to exactly that', async ({
  page
}) => {
  const complaints = complaintsOf(page);
  await open(page, COLLECTION);
  await expect(status(page)).toHaveText(/all 5 sources, all words, all 13 measures/u);
  await page.getByRole('link', { name: /^Hide E, / }).click();
  await expect(page).toHaveURL(/without=004_/u);
  await expect(status(page)).toContainText('4 of 5 sources');
  await expect(status(page)).toContainText('distinctive words are still among all five');
  await expect(page.locator('article[data-source]')).toHaveCount(4);
  await expect(page.locator('[data-claim="encirclement"] td[data-stance]')).toHaveCount(4);
  await expect(page.locator(`main [data-document="${E}"]`)).toHaveCount(0);
  const table = page.locator('figure[data-metric="sentiment"] details.twin');
  await table.locator('summary').click();
  await expect(table.locator('tbody tr')).toHaveCount(4);
  await open(page, page.url());
  await expect(page.locator('article[data-source]')).toHaveCount(4);
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  await expect(page.locator('article[data-source]')).toHaveCount(5);
  await expect(page).not.toHaveURL(/without=/u);
  expect(complaints).toEqual([]);
});

test('the sources that are left can be compared by themselves, and a link leads back to exactly that', async ({
  page
}) => {
  const complaints = complaintsOf(page);
  await open(page, `${COLLECTION}?without=${E}`);
  await expect(page.locator('#differences')).toContainText('n = five sources');
  await page.getByRole('link', { name: 'Compare only these 4, anew' }).click();
  await expect(page).toHaveURL(/anew=1/u);
  // The engine may be busy with what other tests asked for.
  await expect(page.getByText('Compared anew')).toBeVisible({ timeout: 40_000 });
  await expect(page.locator('#differences')).toContainText('n = four sources');
  await expect(page.locator('#differences')).not.toContainText('five');
  await expect(status(page).first()).not.toContainText('among all five');
  // Letters and colours stay those of the whole collection.
  await expect(page.locator('article[data-source]').last().locator('.letter')).toHaveText('D');
  await open(page, page.url());
  await expect(page.locator('#differences')).toContainText('n = four sources', { timeout: 40_000 });
  await page.getByRole('link', { name: 'Among all 5 again' }).click();
  await expect(page.locator('#differences')).toContainText('n = five sources');
  expect(complaints).toEqual([]);
});

test('a comparison anew that fails says so and can be asked for again', async ({ page }) => {
  let fails = true;
  await page.route('**/api/v1/audit', (route) => (fails ? route.abort() : route.continue()));
  await open(page, `${COLLECTION}?without=${E}&anew=1`);
  await expect(page.getByRole('alert')).toContainText('could not be compared anew');
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Compared anew')).toBeVisible({ timeout: 40_000 });
});

test('pairs and sets of sources are counted among those that are shown, in the voice that is chosen', async ({
  page
}) => {
  await open(page, COLLECTION);
  const sets = page.locator('#overlap figure', { hasText: 'Sets of sources' });
  await drawn(page, '#overlap figure:has-text("Sets of sources")');
  await sets.locator('details.twin summary').click();
  const all = await sets.locator('tbody tr').count();
  await page.getByRole('link', { name: /^Hide E, / }).click();
  await expect(page.locator('#overlap')).toContainText('Counted among the sources that are shown.');
  await expect(sets.locator('tbody tr')).not.toHaveCount(all);
  await expect(sets.locator(`tbody [data-mark="source:${E}"]`)).toHaveCount(0);
  await page.getByRole('link', { name: 'Author’s own', exact: true }).click();
  await expect(page.locator('#overlap')).toContainText('in the author’s own words alone');
  const bars = await drawn(page, '#overlap figure:has-text("Sets of sources")');
  await bars.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('make, and no other that is shown');
  await expect(dialog.locator('[data-quote]').first()).toBeVisible();
});

test('voice and measures filter charts, claims and stances, and say where they cannot', async ({ page }) => {
  await open(page, COLLECTION);
  await page.getByRole('link', { name: 'Certainty' }).click();
  await expect(page.locator('figure[data-metric]')).toHaveCount(3);
  await page.getByRole('link', { name: 'Attributed', exact: true }).click();
  await expect(status(page)).toContainText('attributed, 3 of 13 measures');
  await expect(page.locator('#contested')).toContainText(
    'Faint: stances that rest on the author’s own words'
  );
  await expect(page.locator('#words')).toContainText('here attributed');
  await expect(page.locator('td.faint').first()).toHaveAttribute('data-stance', /asserts|disputes|hedges/u);
});

test('pointing at a source brings it out everywhere without moving anything', async ({ page }) => {
  await open(page, COLLECTION);
  const finding = page.locator(`[data-finding] [data-mark="source:${E}"]`).first();
  const before = await finding.boundingBox();
  await page.locator(`article[data-source="${E}"] h3`).hover();
  await expect(page.locator(`article[data-source="${E}"]`)).toHaveClass(/brushed/u);
  await expect(finding).toHaveClass(/brushed/u);
  await expect(page.locator(`td[data-document="${E}"]`).first()).toHaveClass(/brushed/u);
  await expect(page.locator('.brushed[data-mark="source:000_7d14e0dea93e5764"]')).toHaveCount(0);
  expect(await finding.boundingBox()).toEqual(before);
  await page.locator('h1').hover();
  await expect(page.locator('.brushed')).toHaveCount(0);
});

test('a mark lasts in the address, for a source and for a claim with all who speak of it', async ({
  page
}) => {
  await open(page, COLLECTION);
  await page
    .locator(`article[data-source="${E}"]`)
    .getByRole('link', { name: /^Mark everywhere/ })
    .click();
  await expect(page).toHaveURL(/mark=source/u);
  await page.getByRole('link', { name: 'Take the mark off', exact: true }).first().focus();
  await expect(page.locator(`article[data-source="${E}"]`)).toHaveClass(/brushed/u);
  const row = page.locator('tbody[data-claim="orange-revolution-2004"]');
  await row.getByRole('link', { name: 'Mark' }).click();
  await expect(page).toHaveURL(/mark=claim/u);
  await open(page, page.url());
  await expect(row).toHaveClass(/brushed/u);
  await expect(page.locator('article.brushed')).toHaveCount(1);
  await expect(page.locator(`article[data-source="${E}"]`)).toHaveClass(/brushed/u);
});

test('walking the marks of a chart brings their sources out, and the keyboard filters too', async ({
  page
}) => {
  await open(page, COLLECTION);
  const plot = await drawn(page, 'figure[data-metric="readability"]');
  await plot.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('article[data-source]').first()).toHaveClass(/brushed/u);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('article[data-source]').first()).not.toHaveClass(/brushed/u);
  await expect(page.locator('article[data-source]').nth(1)).toHaveClass(/brushed/u);
  const hide = page.getByRole('link', { name: /^Hide B, / });
  await hide.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('article[data-source]')).toHaveCount(4);
  await expect(page.getByRole('link', { name: /^Show B, / })).toBeFocused();
});

for (const [section, lede] of [
  ['#speakers', /words in \d+ passage/u],
  ['#tone', /rated words? in this stretch/u],
  ['#actors', /the mean of \d+ mentions/u]
] as const) {
  test(`the chart of ${section} leads by keyboard from a mark to its words`, async ({ page }) => {
    await open(page, COLLECTION);
    const plot = await drawn(page, section);
    await plot.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('[data-quote]').first()).toBeVisible();
    await expect(dialog).toContainText(lede);
    await page.keyboard.press('Escape');
    await expect(plot).toBeFocused();
  });
}

test('a term explains itself in a sentence and goes away again', async ({ page }) => {
  await open(page, COLLECTION);
  const term = page.locator('#metrics').getByRole('button', { name: '95% interval' }).first();
  await term.focus();
  await page.keyboard.press('Enter');
  const meaning = page.locator('[popover]:popover-open');
  await expect(meaning).toContainText('how far a number could move');
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
});

test('nothing jumps while the page loads, and filters fit on a telephone', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, COLLECTION);
  expect(
    await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)
  ).toBeLessThan(0.02);
  await page.setViewportSize({ width: 360, height: 780 });
  await open(page, `${COLLECTION}?voice=both&group=words&mark=source:${E}`);
  await expectNoSidewaysScroll(page);
});
