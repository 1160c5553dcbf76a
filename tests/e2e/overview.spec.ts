import { expect, test } from './awake';
import { COLLECTION, complaintsOf, expectNoSidewaysScroll, open } from './reading';

test('the first page leads to the collection and shows all five sources', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, '/');
  await page.getByRole('main').getByRole('link', { name: 'Russia and NATO' }).first().click();
  await expect(page).toHaveURL(new RegExp(`${COLLECTION}$`));
  const cards = page.locator('article[data-source]');
  await expect(cards).toHaveCount(5);
  await expect(cards.nth(0)).toContainText('Not stated: publisher, author or date');
  await expect(cards.nth(4)).toContainText('17 October 2019');
  // Words that a first reader meets on the cards explain themselves, once.
  await expect(cards.getByRole('button', { name: 'attributed to others' })).toHaveCount(1);
  await cards.getByRole('button', { name: 'set aside' }).click();
  await expect(page.getByText('parts of the page that are not the article').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('three to six findings are sentences with an interval or their mentions, each leading to evidence', async ({
  page
}) => {
  await open(page, COLLECTION);
  const findings = page.locator('[data-finding]');
  const count = await findings.count();
  expect(count).toBeGreaterThanOrEqual(3);
  expect(count).toBeLessThanOrEqual(6);
  for (const text of await findings.allTextContents()) {
    expect(text).not.toMatch(/\b(bias|biased|propaganda|trustworthy|NaN|undefined|null)\b/u);
  }
  for (let index = 0; index < count; index++) {
    await findings.nth(index).getByRole('link', { name: 'Read the evidence' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('[data-quote]').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
  }
});

test('one document asserts the 2004 Orange Revolution and four are silent', async ({ page }) => {
  await open(page, `${COLLECTION}?open=orange-revolution-2004`);
  const row = page.locator('tbody[data-claim="orange-revolution-2004"]');
  const stances = await row
    .locator('td[data-stance]')
    .evaluateAll((cells) =>
      cells.map((cell) => [cell.getAttribute('data-document'), cell.getAttribute('data-stance')])
    );
  expect(stances).toEqual([
    ['000_7d14e0dea93e5764', 'silent'],
    ['001_d8c9874709a02e27', 'silent'],
    ['002_e9f3e53a6a316330', 'silent'],
    ['003_f3d9bcbdb68915b2', 'silent'],
    ['004_a030eb584eb5d23c', 'asserts']
  ]);
  await expect(row).toContainText('Why it is contested');
  await expect(row).toContainText('Orange Revolution, Yale University Press (2005)');
  await expect(row.locator('[data-quote]').first()).toContainText('Orange Revolution');
  await expect(row).toContainText('Silent, and the sentence that comes nearest');
});

test('a row of the matrix opens and closes, and the order can be changed, all in the URL', async ({
  page
}) => {
  await open(page, COLLECTION);
  const claim = page.locator('tbody[data-claim="encirclement"]');
  await claim.locator('th a').first().click();
  await expect(claim).toContainText('Why it is contested');
  await expect(page).toHaveURL(/open=encirclement/);
  await claim.locator('th a').first().click();
  await expect(claim).not.toContainText('Why it is contested');
  const first = page.locator('tbody[data-claim]').first();
  const before = await first.getAttribute('data-claim');
  await page.getByRole('link', { name: 'In their own order' }).click();
  await expect(page).toHaveURL(/sort=given/);
  await expect(first).not.toHaveAttribute('data-claim', before ?? '');
});

test('a link leads to exactly this view: voice, open row and evidence', async ({ page }) => {
  await open(page, COLLECTION);
  await page.getByRole('link', { name: 'Both, side by side' }).click();
  await expect(page).toHaveURL(/voice=both/);
  const figure = page.locator('figure[data-metric="sentiment"]');
  await figure.locator('details').first().locator('summary').click();
  await expect(figure.locator('tbody tr')).toHaveCount(10);
  await page.locator('td[data-stance="asserts"] a').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const address = page.url();
  const heading = page.getByRole('dialog').getByRole('heading', { level: 2 });
  await expect(heading).not.toContainText('Looking up');
  const title = await heading.textContent();
  await open(page, address);
  await expect(heading).toHaveText(title ?? '');
});

test('every chart is drawn and has a table that says the same', async ({ page }) => {
  await open(page, COLLECTION);
  const plots = page.locator('.plot');
  const count = await plots.count();
  expect(count).toBeGreaterThanOrEqual(6);
  for (let index = 0; index < count; index++) {
    await plots.nth(index).scrollIntoViewIfNeeded();
    await expect(plots.nth(index)).toHaveAttribute('data-drawn', 'true');
  }
  await expect(page.getByText('The same as a table')).toHaveCount(count);
  // Tables are put on the page when they are unfolded.
  await page
    .locator('details.twin')
    .evaluateAll((tables) => tables.forEach((table) => ((table as HTMLDetailsElement).open = true)));
  await expect(page.locator('details.twin table')).toHaveCount(count);
  const rows = await page.locator('details.twin tbody tr').allTextContents();
  expect(rows.length).toBeGreaterThan(count);
  for (const cells of rows) expect(cells).not.toMatch(/NaN|undefined|null/u);
});

test('a cell of the overlap map opens the claims the pair shares', async ({ page }) => {
  await open(page, COLLECTION);
  const plot = page.locator('#overlap .plot.tall');
  await plot.scrollIntoViewIfNeeded();
  await expect(plot).toHaveAttribute('data-drawn', 'true');
  await plot.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toHaveText(
    'Claims that D and E share'
  );
});

test('evidence that cannot be fetched is said in words', async ({ page }) => {
  await page.route('**/evidence?*', (route) =>
    route.fulfill({ status: 500, json: { error: { code: 'x', message: 'The disk is full.', path: null } } })
  );
  await open(page, `${COLLECTION}?evidence=metric:attribution`);
  await expect(page.getByRole('alert')).toContainText('The disk is full.');
  await page.unroute('**/evidence?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog').locator('[data-quote]').first()).toBeVisible();
});

test('a chart that cannot be drawn says so, keeps its table, and can be tried again', async ({ page }) => {
  let fails = true;
  // With what may stand behind the address: it is asked for under another one where a browser remembers a failure.
  await page.route('**/_app/immutable/chunks/*.js*', async (route) => {
    const isRuntime = fails && (await (await route.fetch()).text()).includes('Canvas is already in use');
    return isRuntime ? route.abort() : route.continue();
  });
  await open(page, COLLECTION);
  const figure = page.locator('figure[data-metric="readability"]');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole('alert')).toContainText('could not be drawn');
  await figure.locator('details.twin summary').click();
  await expect(figure.locator('tbody tr')).toHaveCount(5);
  fails = false;
  await figure.getByRole('button', { name: 'Try again' }).click();
  await expect(figure.locator('.plot')).toHaveAttribute('data-drawn', 'true');
  await expect(figure.getByRole('alert')).toHaveCount(0);
});

test('it reads at 360 pixels without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await open(page, `${COLLECTION}?open=no-eastward-promise-1990`);
  await expectNoSidewaysScroll(page);
  // Folded to heads; a link to a section unfolds it, a tap does, and an address that leads into one.
  await expect(page.locator('#contested')).toBeVisible();
  await expect(page.locator('#words li').first()).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(20_000);
  await page
    .getByRole('navigation', { name: 'On this page' })
    .getByRole('link', { name: 'Distinctive words' })
    .click();
  await expect(page.locator('#words li').first()).toBeVisible();
  await page.locator('summary', { hasText: 'Certainty' }).click();
  await expect(page.locator('figure[data-metric="hedging"]')).toBeVisible();
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('.fold')) fold.open = true;
  });
  await expectNoSidewaysScroll(page);
  await open(page, `${COLLECTION}?evidence=metric:attribution`);
  await expect(page.getByRole('dialog').locator('[data-quote]').first()).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test('light and dark can be chosen and the choice lasts', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, COLLECTION);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByLabel('Theme').selectOption('dark');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await open(page, '/methods');
  expect(await paper()).toBe(dark);
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await page.getByLabel('Theme').selectOption('system');
  expect(await paper()).toBe(light);
});

test('without scripts the page still says all of it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto(`${COLLECTION}?open=encirclement`);
  await expect(page.locator('[data-finding]').first()).toBeVisible();
  await expect(page.locator('tbody[data-claim="encirclement"]')).toContainText('Why it is contested');
  await page.locator('details.twin summary').first().click();
  await expect(page.locator('details.twin table').first()).toBeVisible();
  await context.close();
});
