/** A collection of many sources: charts of ends and bars that turn their pages, long tables row by row, lists by name. */
import { expect, test, type APIRequestContext, type Page } from './awake';
import { bundledDocuments, complaintsOf, open } from './reading';

const SOURCES = 64;
let address = '';

/** Texts of a dozen sentences each, taken in turn from the bundled documents. */
async function manyTexts(page: Page, count: number): Promise<string> {
  const sentences = (await bundledDocuments(page))
    .flatMap(({ text }) => text.split(/(?<=[.!?])\s+/u))
    .filter((sentence) => sentence.length > 40);
  return Array.from({ length: count }, (_, n) => {
    const text = Array.from({ length: 14 }, (__, k) => sentences[(n * 5 + k * 7) % sentences.length]).join(
      ' '
    );
    return JSON.stringify({ title: `Story number ${n + 1}`, publisher: `Paper ${n % 7}`, text });
  }).join('\n');
}

/** Whether nothing is left to do for a collection, whatever else goes on in the library. */
async function isReady(request: APIRequestContext, collection: string): Promise<boolean> {
  const tasks = (await (await request.get('/api/v1/jobs')).json()) as {
    collection: string | null;
    state: string;
  }[];
  return tasks.filter((task) => task.collection === collection).every(({ state }) => state === 'done');
}

test.describe.configure({ mode: 'serial' });

/** Imports so many texts as a collection, and waits until it is read. */
async function imported(page: Page, title: string, count: number): Promise<string> {
  const file = {
    name: 'stories.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(await manyTexts(page, count))
  };
  const answer = await page.request.post('/api/v1/jobs', { multipart: { title, file } });
  const { collection } = (await answer.json()) as { collection: string };
  await expect.poll(() => isReady(page.request, collection), { timeout: 100_000 }).toBe(true);
  return `/collections/${collection}`;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await browser.newPage();
  address = await imported(page, 'Many stories', SOURCES);
  await page.close();
});

const readability = 'figure[data-metric="readability"]';

async function drawn(page: Page, selector: string) {
  const plot = page.locator(`${selector} .plot`).first();
  await plot.scrollIntoViewIfNeeded();
  await expect(plot).toHaveAttribute('data-drawn', 'true');
  return plot;
}

test('a chart shows the ends, turns its pages by key and by button, and a bar leads to its sources', async ({
  page
}) => {
  const complaints = complaintsOf(page);
  await open(page, address);
  const plot = await drawn(page, readability);
  const place = page.locator(`${readability} .pager [role="status"]`);
  await expect(place).toHaveText(`6 highest, 6 lowest of ${SOURCES}`);
  await plot.focus();
  await page.keyboard.press('PageDown');
  await expect(place).toHaveText(`1 to 12 of ${SOURCES}`);
  await page.keyboard.press('PageDown');
  await expect(place).toHaveText(`13 to 24 of ${SOURCES}`);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(place).toHaveText(`6 highest, 6 lowest of ${SOURCES}`);
  // Six rows, then the first bar, which stands for several sources and shows them.
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowDown');
  await expect(page.locator(`${readability} [aria-live]`)).toContainText('Enter shows them');
  await page.keyboard.press('Enter');
  await expect(place).toHaveText(`7 to 18 of ${SOURCES}`);
  await expect(plot).toBeFocused();
  await page.locator(readability).getByRole('button', { name: 'Highest and lowest' }).click();
  await expect(place).toHaveText(`6 highest, 6 lowest of ${SOURCES}`);
  expect(complaints).toEqual([]);
});

test('a speaker of many sources leads by key to the words that each of them gives', async ({ page }) => {
  await open(page, address);
  const plot = await drawn(page, '#speakers');
  await plot.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#speakers [aria-live]')).toContainText(
    /of all words, [\d,]+ of [\d,]+ words, in \d+ of 64/u
  );
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('most words first');
  await expect(dialog.locator('[data-quote]').first()).toBeVisible();
  expect(await dialog.locator('[data-quote]').count()).toBeGreaterThan(1);
  await page.keyboard.press('Escape');
  await expect(plot).toBeFocused();
});

test('a long table holds the rows in sight, and scrolling brings the last one', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, address);
  const table = page.locator(`${readability} details.twin`);
  await table.locator('summary').click();
  const rows = table.locator('tbody tr[aria-rowindex]');
  await expect(rows.first()).toHaveAttribute('aria-rowindex', '2');
  expect(await rows.count()).toBeLessThan(SOURCES);
  await expect(table.locator('table')).toHaveAttribute('aria-rowcount', String(SOURCES + 1));
  await table.getByRole('region').focus();
  await page.keyboard.press('End');
  await expect(rows.last()).toHaveAttribute('aria-rowindex', String(SOURCES + 1));
  await expect(rows.last()).toContainText(`Story number ${SOURCES}`);
  expect(await rows.count()).toBeLessThan(SOURCES);
  expect(complaints).toEqual([]);
});

test('a source is found by name, marked in every chart, and chosen', async ({ page }) => {
  await open(page, address);
  await page.locator('.filter summary').click();
  await page.getByLabel('Find a source').fill('story 33');
  const found = page.locator('.filter ul li');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('Story number 33');
  await found.locator('a.mark').click();
  await expect(page).toHaveURL(/mark=source/u);
  await found.locator('a.letter').click();
  await expect(page.locator('article[data-source]')).toHaveCount(1);
  await expect(page.locator('article[data-source]')).toContainText('Story number 33');
});

test('what is further down comes when a reader is near, after a failure when asked again, and a voice brings it', async ({
  page
}) => {
  let fails = true;
  await page.route('**/overview', (route) => (fails ? route.abort() : route.continue()));
  await open(page, address);
  await page.locator('#tone').scrollIntoViewIfNeeded();
  const again = page.locator('#tone').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  fails = false;
  await again.click();
  await expect(page.locator('#tone figure').first()).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Both, side by side' }).click();
  await expect(page.locator('#metrics')).toContainText('attributed words');
  await expect(page.locator('#actors figure').first()).toBeVisible();
});

test('the evidence of a measure looks up the sources at either end, and the next of them when asked', async ({
  page
}) => {
  const complaints = complaintsOf(page);
  const texts = new Set<string>();
  page.on('request', (request) => {
    const [, document] = /\/documents\/([^/?]+)$/u.exec(new URL(request.url()).pathname) ?? [];
    if (document) texts.add(document);
  });
  await open(page, `${address}?evidence=metric:readability`);
  const panel = page.getByRole('dialog');
  const found = panel.getByRole('region', { name: /^Source / });
  await expect(found).toHaveCount(20);
  expect(texts.size).toBeLessThanOrEqual(20);
  await panel.getByRole('button', { name: 'Look up more sources' }).press('Enter');
  await expect(found).toHaveCount(40);
  // The keyboard goes on at the first of the new ones.
  await page.keyboard.press('Tab');
  await expect(found.nth(20).locator(':focus')).toHaveCount(1);
  for (let more = 0; more < 2; more++) await panel.getByRole('button', { name: 'Look up more' }).click();
  await expect(found).toHaveCount(SOURCES);
  await expect(panel.getByRole('button', { name: 'Look up more' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a page of so many sources stays small', async ({ page }) => {
  await open(page, address);
  expect(await page.locator('article[data-source]').count()).toBeLessThan(12);
  await page.locator('.sources').getByRole('button', { name: 'sources after' }).click();
  await expect(page.locator('article[data-source]').first()).toContainText('Story number 6');
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(4000);
});

test('of more sources than a map has room for, the pairs that share most lead to what they share', async ({
  page
}) => {
  await open(page, await imported(page, 'Some stories', 26));
  const plot = await drawn(page, '#overlap');
  await expect(page.locator('#overlap')).toContainText('16 of 325 pairs');
  await plot.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#overlap [aria-live]').first()).toContainText(
    /[1-9]\d* shared claims?, \d+% of all claims the two make, 95% interval \d+% to \d+%/u
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').locator('[data-quote]').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(plot).toBeFocused();
});
