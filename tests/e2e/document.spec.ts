import { expect, test } from '@playwright/test';
import {
  bundledDocuments,
  COLLECTION,
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  markedWords,
  open
} from './reading';

const withoutSpace = (text: string) => text.replace(/\s+/gu, '');

interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

test('every document is on its page word for word, with what was set aside', async ({ page }) => {
  const complaints = complaintsOf(page);
  for (const document of await bundledDocuments(page)) {
    await open(page, `${COLLECTION}/documents/${document.id}?layers=`);
    const words = await page.locator('[data-testid=document-text] .words').allTextContents();
    expect(withoutSpace(words.join(''))).toBe(withoutSpace(document.text));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test('an address leads to the very words, marked and in view', async ({ page }) => {
  const [, , , , last] = await bundledDocuments(page);
  const address = `/api/v1${COLLECTION}/documents/${last!.id}/evidence?metric=attribution`;
  const evidence = (await (await page.request.get(address)).json()) as Evidence[];
  expect(evidence.length).toBeGreaterThan(3);
  for (const { start, end, quote } of [evidence[1]!, evidence.at(-1)!]) {
    expect(last!.text.slice(start, end)).toBe(quote);
    await page.goto('about:blank');
    await open(page, `${COLLECTION}/documents/${last!.id}#s-${start}-${end}`);
    await expect.poll(() => markedWords(page)).toBe(quote);
    await expect(page.locator('.look-target').first()).toBeInViewport();
    await expect(page.getByRole('group', { name: 'Findings' })).toContainText(quote.slice(0, 30));
  }
});

test('layers are switched in the address, so that a link shows the same', async ({ page }) => {
  const [, , , fourth] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${fourth!.id}?layers=`);
  await expect(page.locator('[data-testid=document-text] .words .look-dashed.from')).toHaveCount(0);
  await page.getByRole('checkbox', { name: /Attribution/ }).check();
  await expect(page).toHaveURL(/layers=attribution/);
  const marked = await page.locator('[data-testid=document-text] .words .look-dashed.from').count();
  expect(marked).toBeGreaterThan(5);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.getByRole('checkbox', { name: /Attribution/ })).toBeChecked();
  await expect(page.locator('[data-testid=document-text] .words .look-dashed.from')).toHaveCount(marked);
});

test('n and p step from finding to finding, and can be switched off', async ({ page }) => {
  const [first] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${first!.id}?layers=attribution`);
  const findings = page.getByRole('group', { name: 'Findings' });
  await page.keyboard.press('n');
  await expect(findings).toContainText(/1 of \d+/);
  const one = await markedWords(page);
  await page.keyboard.press('n');
  await expect(findings).toContainText(/2 of \d+/);
  const two = await markedWords(page);
  expect(two).not.toBe(one);
  expect(first!.text).toContain(two);
  await expect(page).toHaveURL(/#s-\d+-\d+$/);
  await page.keyboard.press('p');
  await expect.poll(() => markedWords(page)).toBe(one);
  await page.getByRole('checkbox', { name: 'keys n and p' }).uncheck();
  await page.keyboard.press('n');
  expect(await markedWords(page)).toBe(one);
});

test('a click on marked words says what was found there', async ({ page }) => {
  const [, , , , last] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${last!.id}?layers=contested`);
  const run = page.locator('[data-testid=document-text] .run .look-box').first();
  await run.click();
  const said = page.getByRole('group', { name: 'Findings' });
  await expect(said).toContainText('Contested claims');
  await said.getByRole('link', { name: 'See all sources on it' }).first().click();
  await expect(page).toHaveURL(/russia-nato\?open=/);
});

test('a margin note leads to its words, and going back unmarks them', async ({ page }) => {
  const [, , , , last] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${last!.id}?layers=attribution`);
  const note = page.getByRole('note').first().getByRole('link').first();
  const place = await note.getAttribute('href');
  await note.click();
  await expect(page).toHaveURL(new RegExp(`${place}$`));
  const [, start, end] = /s-(\d+)-(\d+)/.exec(place ?? '') ?? [];
  await expect(page.locator('.look-target').first()).toBeInViewport();
  await expect.poll(() => markedWords(page)).toBe(last!.text.slice(Number(start), Number(end)));
  await page.goBack();
  await expect(page.locator('.look-target')).toHaveCount(0);
});

test('the page is accessible and fits a telephone', async ({ page }) => {
  const [, , third] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${third!.id}`);
  await page.keyboard.press('n');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
});

test('a document that is not there is said to be missing', async ({ page }) => {
  const answer = await page.goto(`${COLLECTION}/documents/nowhere`);
  expect(answer?.status()).toBe(404);
  await expect(page.locator('main')).toContainText('There is no document');
});
