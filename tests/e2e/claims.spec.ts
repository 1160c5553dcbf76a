import { expect, test, type Page } from './awake';
import {
  MARKED_PLACE,
  bundledDocuments,
  COLLECTION,
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  open
} from './reading';

const CLAIMS = `${COLLECTION}/claims`;

interface Audit {
  readonly comparison: {
    readonly claims: readonly {
      readonly label: string;
      readonly mentions: readonly { readonly document: string }[];
      readonly conflicts: readonly unknown[];
    }[];
  };
}

async function claimsOf(page: Page): Promise<Audit['comparison']['claims']> {
  return ((await (await page.request.get(`/api/v1${COLLECTION}/audit`)).json()) as Audit).comparison.claims;
}

const makersOf = ({ mentions }: Audit['comparison']['claims'][number]) =>
  new Set(mentions.map(({ document }) => document));

test('the navigation leads to all claims, counted as the audit counts them', async ({ page }) => {
  const complaints = complaintsOf(page);
  const claims = await claimsOf(page);
  await open(page, COLLECTION);
  await page.getByRole('navigation', { name: 'Views of this collection' }).getByText('Claims').click();
  await expect(page).toHaveURL(new RegExp(`${CLAIMS}$`));
  await expect(page.getByRole('status')).toContainText(`All ${claims.length} claims, page 1`);
  const shared = claims.filter((claim) => makersOf(claim).size > 1).length;
  await page.getByRole('link', { name: `${shared} in at least two` }).click();
  await expect(page).toHaveURL(/sources=2/);
  await expect(page.getByRole('status')).toContainText(`${shared} of ${claims.length} claims`);
  expect(complaints).toEqual([]);
});

test('what clashes stands first, in its sentences, and leads to all of it', async ({ page }) => {
  await open(page, CLAIMS);
  const clashes = page.locator('#clashes li');
  expect(await clashes.count()).toBeGreaterThan(0);
  await expect(clashes.first().locator('blockquote')).toHaveCount(2);
  await expect(clashes.first()).toContainText('They cannot both be so as they stand.');
  const words = (await clashes.first().locator('mark').first().textContent()) ?? '';
  await clashes.first().getByRole('link', { name: 'Read all of it' }).click();
  await expect(page.locator('#conflicts')).toContainText(words);
});

test('one text is laid against the others, as a draft against its sources', async ({ page }) => {
  await open(page, CLAIMS);
  await page.getByRole('link', { name: 'C against the others' }).click();
  const card = page.getByRole('region', { name: 'C against the others' });
  await expect(card).toBeInViewport();
  for (const name of ['Only here', 'Told differently elsewhere', 'Speak only here', 'Left out'])
    await expect(card.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(card).toContainText(/Different figures: here “[^”]*30[^”]*”; “[^”]*” in/);
  await expect(card).toContainText('They may both have been so at different times.');
  await card.getByRole('link', { name: /^All \d+ that only C/ }).click();
  await expect(page.getByText('made only by')).toBeVisible();
});

test('filters live in the address, work together and can be lifted', async ({ page }) => {
  const [first, second] = await bundledDocuments(page);
  const claims = await claimsOf(page);
  const expected = claims.filter((claim) => {
    const makers = makersOf(claim);
    return makers.size > 1 && makers.has(second!.id) && !makers.has(first!.id);
  });
  expect(expected.length).toBeGreaterThan(0);
  await open(page, CLAIMS);
  await page.getByLabel('Made by').selectOption('2');
  await page.getByLabel('Said by').selectOption(second!.id);
  await page.getByLabel('Left out by').selectOption(first!.id);
  await expect(page.locator('tr[data-claim]')).toHaveCount(expected.length);
  await expect(page.getByRole('status')).toContainText(`${expected.length} of`);
  const address = page.url();
  expect(address).toContain(`not-by=${first!.id}`);
  await open(page, address);
  await expect(page.locator('tr[data-claim]')).toHaveCount(expected.length);
  await expect(page.getByLabel('Left out by')).toHaveValue(first!.id);
  await page.getByRole('link', { name: 'Show all claims' }).click();
  await expect(page.getByRole('status')).toContainText(`All ${claims.length} claims`);
});

test('search follows the typing, keeps the focus and says when nothing is found', async ({ page }) => {
  await open(page, CLAIMS);
  const field = page.getByRole('searchbox');
  await field.pressSequentially('1949 nato');
  await expect(page).toHaveURL(/q=1949\+nato/);
  await expect(page.getByRole('status')).toContainText(/^\d+ of \d+ claims/);
  for (const row of await page.locator('tr[data-claim]').all()) {
    const words = ((await row.textContent()) ?? '').toLowerCase();
    expect(words).toContain('1949');
  }
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('1949 nato');
  await field.fill('xylophone');
  await expect(page.getByText('No claim fits all of this.')).toBeVisible();
});

test('a bar of the sets of sources lists its claims, by mouse and by keyboard', async ({ page }) => {
  await open(page, CLAIMS);
  const plot = page.locator('#sets .plot').first();
  // What clashes comes first; a chart is drawn when it is come near to.
  await plot.scrollIntoViewIfNeeded();
  await expect(plot).toHaveAttribute('data-drawn', 'true');
  await plot.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/by=.*only=yes/);
  await expect(page.getByText('made only by')).toBeVisible();
  await expect(page.locator('#list')).toBeInViewport();
  const shown = await page.locator('tr[data-claim]').count();
  expect(shown).toBeGreaterThan(0);
  for (const row of await page.locator('tr[data-claim]').all()) {
    expect(await row.locator('td.made').count()).toBeGreaterThan(1);
  }
  await page.getByRole('link', { name: 'any sources' }).click();
  await expect(page).toHaveURL(new RegExp(`${CLAIMS}$`));
});

test('a chart is saved as a picture and its table as a file', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, CLAIMS);
  const figure = page.locator('#sets figure').first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.plot')).toHaveAttribute('data-drawn', 'true');
  await figure.locator('details.twin summary').click();
  const saved = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name }).click()
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  };
  const table = await saved('Save the table');
  expect(table.name).toBe('which-sources-make-the-same-claims-and-no-other-does.csv');
  const lines = table.bytes.toString('utf8').trim().split('\r\n');
  expect(lines[0]).toContain('Sources,Claims,Share of all');
  expect(lines).toHaveLength((await figure.locator('tbody tr').count()) + 1);
  const picture = await saved('Save the chart');
  expect(picture.name).toMatch(/\.png$/u);
  expect(picture.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(picture.bytes.length).toBeGreaterThan(5000);
  expect(complaints).toEqual([]);
});

test('a claim has an address of its own, with its words, who leaves it out and what is near', async ({
  page
}) => {
  const complaints = complaintsOf(page);
  await open(page, `${CLAIMS}?sources=2`);
  const link = page.locator('tr[data-claim] th a').first();
  const label = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(label.replace(/^… /u, ''));
  const texts = new Map((await bundledDocuments(page)).map(({ id, text }) => [id, text]));
  const passages = page.locator('#words .passage');
  expect(await passages.count()).toBeGreaterThan(1);
  for (const passage of await passages.all()) {
    const text = texts.get((await passage.getAttribute('data-document')) ?? '')!;
    const start = Number(await passage.getAttribute('data-start'));
    const quote = (await passage.locator('[data-quote]').textContent()) ?? '';
    expect(text.slice(start, start + quote.length)).toBe(quote);
  }
  await expect(page.getByRole('heading', { name: 'Left out by' })).toBeVisible();
  const address = await page.locator('footer.section code').textContent();
  await open(page, address!);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(label.replace(/^… /u, ''));
  await page.locator('#words .passage a').first().click();
  await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();
  expect(complaints).toEqual([]);
});

test('an address outlives the claim: its words are shown in the text; any other is not found', async ({
  page
}) => {
  const [first] = await bundledDocuments(page);
  const body = first!.text.length;
  await page.goto(`${CLAIMS}/${first!.id}~${body - 1}-${body}`);
  await expect(page).toHaveURL(new RegExp(`(documents|claims)/${first!.id}`));
  const missing = await page.goto(`${CLAIMS}/c99999`);
  expect(missing?.status()).toBe(404);
  await expect(page.getByText('There is no claim at this address.')).toBeVisible();
});

test('a conflict shows both spans and its rule in words', async ({ page }) => {
  await open(page, `${CLAIMS}?conflict=yes`);
  const rows = page.locator('tr[data-claim]');
  expect(await rows.count()).toBeGreaterThan(0);
  await rows.first().locator('th a').first().click();
  const conflict = page.locator('[data-conflict]').first();
  await expect(conflict.locator('[data-quote]')).toHaveCount(2);
  await expect(conflict.locator('code')).toContainText('claims/');
  await expect(conflict).not.toContainText(/\b(wrong|false|liar|lies|bias)\b/u);
});

test('pages of the list follow each other', async ({ page }) => {
  await open(page, CLAIMS);
  const first = await page.locator('tr[data-claim]').first().getAttribute('data-claim');
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.locator('tr[data-claim]').first()).not.toHaveAttribute('data-claim', first ?? '');
  await expect(page.getByRole('status')).toContainText('page 2 of');
});

test('it reads at 360 pixels without scrolling sideways, one claim as well', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await open(page, `${CLAIMS}?sources=2`);
  await expectNoSidewaysScroll(page);
  await page.locator('tr[data-claim] th a').first().click();
  await expect(page.getByRole('heading', { name: 'In their words' })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test('without scripts the filters still work', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto(CLAIMS);
  await page.getByLabel('Made by').selectOption('2');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/sources=2/);
  await expect(page.getByRole('status')).toContainText(/^\d+ of \d+ claims/);
  await page.locator('#sets details.twin summary').first().click();
  await expect(page.locator('#sets details.twin table').first()).toBeVisible();
  await context.close();
});

test('on paper the list stands, and a table where a chart was never drawn', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 600 });
  await open(page, `${CLAIMS}?sources=2`);
  // What the browser says before it prints: tables are then put on the page.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#coverage details.twin table').first()).toBeVisible();
  await expect(page.locator('#coverage .plot').first()).toBeHidden();
  await expect(page.locator('tr[data-claim]').first()).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeHidden();
});

test('axe finds nothing on the list and on one claim', async ({ page }) => {
  test.setTimeout(150_000);
  await open(page, `${CLAIMS}?sources=2`);
  await page
    .locator('main details')
    .evaluateAll((all) => all.forEach((item) => item.setAttribute('open', '')));
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, `${CLAIMS}?conflict=yes`);
  await page.locator('tr[data-claim] th a').first().click();
  await expect(page.getByRole('heading', { name: 'Where they differ' })).toBeVisible();
  await expectAccessible(page);
});

test('a reader’s own texts have a page of claims too', async ({ page }) => {
  const story = 'The dam burst on 3 May 2019. Twelve people died in the valley of Orna.';
  await open(page, '/your-texts');
  const areas = page.locator('textarea');
  await areas.nth(0).fill(`${story} The mayor resigned in June.`);
  await areas.nth(1).fill(`${story} Nobody has been charged in court so far.`);
  await page.getByRole('button', { name: /compare/iu }).click();
  await page.getByRole('navigation', { name: 'Your own texts' }).getByText('Claims').click();
  await expect(page).toHaveURL(/view=claims/);
  await expect(page.locator('tr[data-claim]').first()).toBeVisible();
  await page.getByLabel('Made by').selectOption('2');
  await expect(page).toHaveURL(/sources=2.*view=claims/);
  await page.locator('tr[data-claim] th a').first().click();
  await expect(page.getByRole('heading', { name: 'In their words' })).toBeVisible();
  await expectNoSidewaysScroll(page);
});
