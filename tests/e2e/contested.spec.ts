import { expect, test, type Page } from './awake';

const ADDRESS = '/collections/russia-nato/contested';
const STATEMENT = 'An attack on one member is an attack on all members.';

// The registry is one for the whole server: these journeys follow each other.
test.describe.configure({ mode: 'serial' });

const row = (page: Page, statement: string) => page.locator('tbody[data-claim]', { hasText: statement });

/** Takes back whatever was changed, so that every journey begins with the collection's own registry. */
async function takeBack(page: Page): Promise<void> {
  const api = '/api/v1/collections/russia-nato/contested';
  for (;;) {
    const { undo } = (await (await page.request.get(api)).json()) as { undo: number | null };
    if (undo === null) return;
    await page.request.post(api, { data: { step: 'undo' } });
  }
}

test.beforeEach(async ({ page }) => {
  await takeBack(page);
  await page.goto(ADDRESS);
  await expect(page.getByRole('button', { name: 'Add a claim' })).toBeEnabled();
});
test.afterEach(({ page }) => takeBack(page));

test('a claim is added with its statement alone, shown without a reload, undone and brought back', async ({
  page
}) => {
  await page.evaluate(() => ((window as Window & { here?: boolean }).here = true));
  await page.getByRole('button', { name: 'Add a claim' }).click();
  // The first field has the focus.
  await page.keyboard.type(STATEMENT);
  await page.keyboard.press('Control+Enter');
  await expect(row(page, STATEMENT)).toHaveCount(1);
  await expect(row(page, STATEMENT).locator('td:not([data-stance="silent"])')).not.toHaveCount(0);
  await expect(page.getByRole('status')).toContainText('cells of the matrix changed');
  // The form is gone: reading goes on at what was done, not at the top of the page.
  await expect(page.getByRole('status')).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, STATEMENT)).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(row(page, STATEMENT)).toHaveCount(1);
  await page.reload();
  await expect(row(page, STATEMENT)).toHaveCount(1);
});

test('an edit changes the row, and says from what to what', async ({ page }) => {
  const orange = page.locator('tbody[data-claim="orange-revolution-2004"]');
  await orange.getByRole('link', { name: /Orange Revolution/ }).click();
  await page.getByRole('button', { name: 'Edit this claim' }).click();
  const form = page.getByRole('form', { name: 'Edit a contested claim' });
  await form.getByLabel('Cues', { exact: false }).first().fill('atlantis');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(orange.locator('td[data-stance="silent"]')).toHaveCount(5);
  await expect(page.getByRole('status')).toContainText('asserts → silent');
});

test('what is wrong with a claim is said in the form, and nothing is kept', async ({ page }) => {
  await page.getByRole('button', { name: 'Add a claim' }).click();
  await page.keyboard.type('The sea is deep.');
  await page.getByText('Positions, cues, names and years').click();
  await page.getByLabel('from').fill('2010');
  await page.getByLabel('to', { exact: true }).fill('2004');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('earlier year first');
  await expect(page.getByRole('heading', { name: 'Add a claim' })).toBeVisible();
  await expect(row(page, 'The sea is deep.')).toHaveCount(0);
});

test('a cell is overruled with a reason, kept beside the answer and counted', async ({ page }) => {
  await page.goto(`${ADDRESS}?open=orange-revolution-2004`);
  const judge = page.getByRole('region', { name: 'Is the machine right about this claim?' });
  await judge
    .getByRole('button', { name: /^Overrule/ })
    .first()
    .click();
  await judge.getByLabel('It', { exact: false }).first().selectOption('hedges');
  await judge.getByLabel('because').fill('The second paragraph hints at it.');
  await judge.getByRole('button', { name: 'Overrule', exact: true }).click();
  const cell = page.locator('tbody[data-claim="orange-revolution-2004"] td[data-document]').first();
  await expect(cell).toHaveAttribute('data-stance', 'silent');
  await expect(cell).toContainText('hedges');
  await judge
    .getByRole('button', { name: /^Right about/ })
    .last()
    .click();
  await expect(page.locator('#agreement')).toContainText('(1 of 2)');
  await expect(page.locator('#history')).toContainText('The second paragraph hints at it.');
});

test('who is credited with the Orange Revolution can be read, and leads to the words', async ({ page }) => {
  await page.goto(`${ADDRESS}?open=orange-revolution-2004`);
  const ledger = page.locator('.ledger');
  await expect(ledger).toContainText('The claim has United States and NATO do it');
  await ledger.getByRole('link', { name: 'NATO', exact: true }).click();
  await expect(page).toHaveURL(/documents\/004_.*#s-\d+-\d+$/);
});

test('every export can be fetched and is what it says', async ({ page }) => {
  const links = page.locator('#exports a');
  await expect(links).toHaveCount(5);
  for (const href of await links.evaluateAll((list) => list.map((link) => link.getAttribute('href')!))) {
    const answer = await page.request.get(href);
    expect(answer.status(), href).toBe(200);
    const body = await answer.text();
    if (href.endsWith('.csv')) expect(body).toMatch(/^claim,statement,document,stance/);
    else expect(JSON.stringify(JSON.parse(body)), href).toContain('004_');
  }
});

test('another site cannot change the registry', async ({ page }) => {
  const answer = await page.request.post('/api/v1/collections/russia-nato/contested', {
    headers: { origin: 'http://elsewhere.example' },
    data: { change: { kind: 'withdraw', claim: 'orange-revolution-2004', reason: 'x' } }
  });
  expect(answer.status()).toBe(403);
});
