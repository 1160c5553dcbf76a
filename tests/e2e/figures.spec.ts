import { expect, test, type Page } from './awake';
import {
  bundledDocuments,
  COLLECTION,
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  MARKED_PLACE,
  markedWords,
  open
} from './reading';

const FIGURES = `${COLLECTION}/figures`;
const rows = (page: Page) => page.locator('tr[data-figure]');

test('the navigation leads to every figure, and a figure to its place in the text', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, COLLECTION);
  await page.getByRole('navigation', { name: 'Views of this collection' }).getByText('Figures').click();
  await expect(page).toHaveURL(new RegExp(`${FIGURES}$`, 'u'));
  await expect(page.getByRole('status')).toContainText(/^All \d+ figures/u);
  const figure = rows(page).first().getByRole('cell').getByRole('link').first();
  const words = (await figure.textContent()) ?? '';
  expect(words).toMatch(/\d|[a-z]/u);
  await figure.click();
  await expect(page).toHaveURL(/\/documents\/.*#s-\d+-\d+$/u);
  await expect.poll(() => markedWords(page)).toBe(words);
  await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();
  expect(complaints).toEqual([]);
});

test('what one text alone names is listed in its order, as the audit has it', async ({ page }) => {
  const documents = await bundledDocuments(page);
  const last = documents.at(-1)!;
  const audit = (await (await page.request.get(`/api/v1${COLLECTION}/audit`)).json()) as {
    documents: { id: string; figures: { start: number; quote: string }[] }[];
  };
  const own = audit.documents.find(({ id }) => id === last.id)!.figures.map(({ quote }) => quote);
  await open(page, FIGURES);
  await page.getByRole('link', { name: /figures only in E$/u }).click();
  await expect(page).toHaveURL(new RegExp(`by=${last.id}&in=one&sort=text`, 'u'));
  const named = await rows(page).getByRole('cell').getByRole('link').allTextContents();
  expect(named.length).toBeGreaterThan(3);
  expect(named.map((words) => own.indexOf(words))).toEqual(
    named.map((words) => own.indexOf(words)).toSorted((a, b) => a - b)
  );
  for (const words of named) expect(own).toContain(words);
  await expect(rows(page).getByText('only here')).toHaveCount(named.length);
});

test('filters keep in the address, and an empty list says what to do', async ({ page }) => {
  await open(page, FIGURES);
  const search = page.getByRole('search', { name: 'Figures' });
  await search.getByLabel('Kind').selectOption('date');
  await expect(page).toHaveURL(/kind=date/u);
  await expect(page.getByRole('heading', { name: 'Dates', exact: true })).toBeVisible();
  await search.getByLabel('And by').selectOption('several');
  await expect(page).toHaveURL(/kind=date&in=several/u);
  for (const row of await rows(page).all())
    expect(await row.getByRole('listitem').count()).toBeGreaterThan(1);
  await search.getByLabel('Words').fill('qwertz');
  await expect(page.getByText('No figure fits all of this.')).toBeVisible();
  await page.getByRole('link', { name: 'Show all figures' }).click();
  await expect(page).toHaveURL(new RegExp(`${FIGURES}$`, 'u'));
  await expect(search.getByLabel('Words')).toHaveValue('');
  await page.goBack();
  await expect(page.getByText('No figure fits all of this.')).toBeVisible();
});

test('figures of one’s own texts are laid side by side without being stored', async ({ page }) => {
  await open(page, '/your-texts');
  await page
    .locator('#text-t1')
    .fill('The ferry sank on 4 May 2021. Police said that 35 people died in the cold water.');
  await page
    .locator('#text-t2')
    .fill('Thirty-five people died when the ferry sank. Some 40 cars went down with it, too.');
  await page.getByRole('button', { name: 'Compare these texts' }).click();
  await page.getByRole('navigation', { name: 'Your own texts' }).getByText('Figures').click();
  const people = rows(page).filter({ hasText: '35 people' }).first();
  await expect(people.getByRole('listitem')).toHaveCount(2);
  await expect(people).toContainText('Thirty-five people');
  await expect(people).not.toContainText('only here');
  await page.getByLabel('And by').selectOption('one');
  await expect(rows(page).filter({ hasText: '40 cars' })).toContainText('only here');
  await expect(people).toHaveCount(0);
});

test('the list is accessible in both themes and fits a telephone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, FIGURES);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
