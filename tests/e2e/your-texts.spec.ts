import { expect, test, type Page } from './awake';
import { docx } from '../fixtures/import/docx';
import { pdf } from '../fixtures/import/pdf';
import {
  MARKED_PLACE,
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  markedWords,
  open
} from './reading';

const CALM = [
  'The new bridge over the harbour opened on Monday. The city paid 30 million pounds for it.',
  'Engineers said that the work had taken four years. About 2,000 people walked across on the first day.',
  'The mayor thanked the workers. Ferries will stop in June, according to the harbour office.',
  'The bridge may bring more visitors to the old town. Shops near the quay will perhaps open longer.'
].join('\n\n');
const ANGRY = [
  'The disastrous new bridge over the harbour opened on Monday. The city squandered 45 million pounds on it.',
  'Critics say that the shameful project was a betrayal of the ferry workers. It clearly failed them.',
  'The ruthless mayor refused to answer. The bridge is undoubtedly a monument to greed and arrogance.',
  'Ferries will stop in June. Families fear for their jobs, and the town hall has never told the truth.'
].join('\n\n');

async function paste(page: Page, first = CALM, second = ANGRY) {
  await page.locator('#text-t1').fill(first);
  await page.locator('#text-t2').fill(second);
}

const compare = (page: Page) => page.getByRole('button', { name: 'Compare these texts' }).click();

test('pasted texts give the dashboard, every document and the two side by side', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, '/your-texts');
  await paste(page);
  await page.locator('#name-t1').fill('The calm one');
  await page.getByRole('button', { name: 'Add a claim' }).click();
  await page.locator('#claim-c1').fill('The bridge was a waste of money.');
  await compare(page);
  await expect(page).toHaveURL(/view=overview/);
  await expect(page.getByText('The calm one').first()).toBeVisible();
  await expect(page.locator('figure[data-metric]').first()).toBeVisible();
  await expect(page.getByText('The bridge was a waste of money.').first()).toBeVisible();

  await page.getByRole('link', { name: 'Document', exact: true }).click();
  await expect(page.getByTestId('document-text')).toContainText('Engineers said that the work');
  await page.keyboard.press('n');
  await expect(page.locator(MARKED_PLACE).first()).toBeVisible();
  expect(CALM).toContain(await markedWords(page));

  await page.getByRole('link', { name: 'Side by side', exact: true }).click();
  await expect(page.getByTestId('column-0')).toContainText('30 million');
  await expect(page.getByTestId('column-1')).toContainText('45 million');
  await page.goBack();
  await expect(page.getByTestId('document-text')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('evidence for pasted texts comes from memory and stands in the text', async ({ page }) => {
  await open(page, '/your-texts');
  await paste(page);
  await compare(page);
  await expect(page).toHaveURL(/view=overview/);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${page.url()}&evidence=metric:attribution:t2`);
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-quote]').first()).toBeVisible();
  for (const quote of await dialog.locator('[data-quote]').allTextContents()) expect(ANGRY).toContain(quote);
  expect(asked.filter((url) => url.includes('/evidence'))).toEqual([]);
  await dialog.getByRole('link', { name: 'Read it in its place' }).first().click();
  await expect(page).toHaveURL(/view=document&document=t2#s-/);
  await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();
  expect(ANGRY).toContain(await markedWords(page));
});

test('a missing text is said at its field', async ({ page }) => {
  await open(page, '/your-texts');
  await compare(page);
  await expect(page.getByRole('alert')).toContainText('at least two texts');
  await expect(page.locator('#text-t1')).toBeFocused();
  await page.locator('#text-t1').fill(CALM);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await compare(page);
  await expect(page.locator('#problem-t2')).toContainText('second text');
});

test('an error of the engine is said at the field it speaks of', async ({ page }) => {
  await page.route('**/api/v1/audit', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/json',
      body: JSON.stringify({
        error: {
          code: 'x',
          message: 'documents[1].text is not to my taste: change it.',
          path: 'documents[1].text'
        }
      })
    })
  );
  await open(page, '/your-texts');
  await paste(page);
  await compare(page);
  await expect(page.locator('#problem-t2')).toHaveText('This is not to my taste: change it.');
  await expect(page.locator('#text-t1')).toHaveValue(CALM);
});

test('a comparison can be cancelled', async ({ page }) => {
  await page.route('**/api/v1/audit', () => undefined);
  await open(page, '/your-texts');
  await paste(page);
  await compare(page);
  await expect(page.getByRole('status')).toContainText('Reading 2 texts');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Compare these texts' })).toBeVisible();
  await expect(page.locator('#text-t2')).toHaveValue(ANGRY);
});

test('a reload loses neither drafts nor the open view', async ({ page }) => {
  await open(page, '/your-texts');
  await paste(page);
  await page.reload();
  await expect(page.locator('#text-t2')).toHaveValue(ANGRY);
  await compare(page);
  await expect(page).toHaveURL(/view=overview/);
  await page.getByRole('link', { name: 'Side by side', exact: true }).click();
  await expect(page).toHaveURL(/view=compare/);
  await page.reload();
  await expect(page.getByTestId('column-1')).toContainText('45 million');
});

test('an address of a view without texts opens the empty form', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, '/your-texts?view=compare');
  await expect(page).toHaveURL(/\/your-texts$/u);
  await expect(page.getByRole('button', { name: 'Compare these texts' })).toBeVisible();
  await expect(page.locator('#text-t1')).toHaveValue('');
  // Whoever was sent the address is told why nothing is there, and what to ask for.
  await expect(page.getByRole('status')).toContainText('choose “Keep as a collection” there');
  await expectAccessible(page);
  await page.locator('#text-t1').fill('A text of my own.');
  await expect(page.getByText('The address you followed')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('two short texts that no measure tells apart are said to be short, with what to read', async ({
  page
}) => {
  await open(page, '/your-texts');
  await paste(page, CALM, CALM.replace('30 million', '45 million').replace('about 2,000', 'some 3,000'));
  await compare(page);
  const notice = page.getByText(/With texts of \d+ and \d+ words most charts below are ties/);
  await expect(notice).toBeVisible();
  await notice.getByRole('link', { name: 'two texts side by side' }).click();
  await expect(page.getByTestId('column-1')).toContainText('45 million');
});

test('files of every kind are read into the form, and what is no text is refused by name', async ({
  page
}) => {
  await open(page, '/your-texts');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'calm_report.txt', mimeType: 'text/plain', buffer: Buffer.from(`\ufeff${CALM}`) },
    { name: 'angry.docx', mimeType: '', buffer: Buffer.from(docx(ANGRY.split('\n\n'))) },
    {
      name: 'old.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Caf\xe9s by the harbour closed. '.repeat(20), 'latin1')
    },
    { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf([[], []])) },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') }
  ]);
  await expect(page.locator('#text-t3')).toHaveValue(/^Cafés by the harbour/);
  await expect(page.locator('#text-t2')).toHaveValue(ANGRY);
  await expect(page.locator('#text-t1')).toHaveValue(CALM);
  await expect(page.locator('#name-t1')).toHaveValue('calm report');
  await expect(page.getByText('old.txt: The file does not say how its letters are encoded')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('scan.pdf is scanned');
  await expect(page.getByRole('alert')).toContainText('empty.txt is empty');
});

test('the reading of a file can be cancelled, and what was read before stays', async ({ page }) => {
  await open(page, '/your-texts');
  await paste(page);
  await page.route('**/api/v1/import', () => undefined);
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'third.txt', mimeType: 'text/plain', buffer: Buffer.from(CALM) }]);
  await expect(page.getByRole('progressbar', { name: 'Reading third.txt' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Compare these texts' })).toBeDisabled();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.locator('#text-t2')).toHaveValue(ANGRY);
  await expect(page.getByRole('button', { name: 'Compare these texts' })).toBeEnabled();
});

test('a comparison is kept as a collection with its claims by one click', async ({ page, request }) => {
  await open(page, '/your-texts');
  await paste(page);
  await page.locator('#name-t1').fill('The calm one');
  await page.getByRole('button', { name: 'Add a claim' }).click();
  await page.locator('#claim-c1').fill('The bridge was a waste of money.');
  await compare(page);
  await expect(page).toHaveURL(/view=overview/);
  await page.getByRole('button', { name: 'Keep as a collection' }).click();
  await expect(page).toHaveURL(/\/library\//, { timeout: 30_000 });
  await expect(page.getByRole('heading', { name: /^The calm one/, level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: '2 documents' })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const registry = (await (await request.get(`/api/v1/collections/${id}/contested`)).json()) as {
    claims: { statement: string }[];
  };
  expect(registry.claims.map(({ statement }) => statement)).toEqual(['The bridge was a waste of money.']);
  await request.delete(`/api/v1/collections/${id}`);
});

test('form and results are accessible and fit a telephone', async ({ page }) => {
  // The dashboard is some thousand nodes; axe takes its time over them.
  test.setTimeout(240_000);
  await open(page, '/your-texts');
  await compare(page);
  await expectAccessible(page);
  await paste(page);
  await compare(page);
  await expect(page).toHaveURL(/view=overview/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const view of ['Overview', 'Document', 'Side by side']) {
    await page.getByRole('link', { name: view, exact: true }).click();
    await expect(page.getByRole('link', { name: view, exact: true })).toHaveAttribute('aria-current', 'true');
    await expectNoSidewaysScroll(page);
  }
});
