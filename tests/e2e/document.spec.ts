import { expect, test } from './awake';
import {
  MARKED_PLACE,
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
    await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();
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
  await page.reload();
  await expect(page.getByRole('checkbox', { name: /Attribution/ })).toBeChecked();
  await expect(page.locator('[data-testid=document-text] .words .look-dashed.from')).toHaveCount(marked);
});

test('n and p step from finding to finding, and can be switched off', async ({ page }) => {
  const [first] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${first!.id}?layers=attribution`);
  const findings = page.getByRole('group', { name: 'Findings' });
  // A key pressed before the scripts run is lost.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await expect(findings).toContainText(/1 of \d+/, { timeout: 1_000 });
  }).toPass();
  const one = await markedWords(page);
  await page.keyboard.press('n');
  await expect(findings).toContainText(/2 of \d+/);
  const two = await markedWords(page);
  expect(two).not.toBe(one);
  expect(first!.text).toContain(two);
  await expect(page).toHaveURL(/#s-\d+-\d+$/);
  await page.keyboard.press('p');
  await expect.poll(() => markedWords(page)).toBe(one);
  await page.getByRole('checkbox', { name: 'single keys' }).uncheck();
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
  await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();
  await expect.poll(() => markedWords(page)).toBe(last!.text.slice(Number(start), Number(end)));
  await page.goBack();
  await expect(page.locator(MARKED_PLACE)).toHaveCount(0);
});

test('a finding has an address of its own, which opens its note', async ({ page }) => {
  const [, , , , last] = await bundledDocuments(page);
  const address = `/api/v1${COLLECTION}/documents/${last!.id}/evidence?metric=boosters`;
  const [found] = (await (await page.request.get(address)).json()) as Evidence[];
  const id = `finding-boosters-${found!.start}-${found!.end}`;
  const findings = page.getByRole('group', { name: 'Findings' });
  for (const tail of [`#${id}`, `?finding=${id}`]) {
    await page.goto('about:blank');
    // The layer is off by default: the address switches it on.
    await open(page, `${COLLECTION}/documents/${last!.id}${tail}`);
    await expect(page.getByRole('checkbox', { name: /Boosters/ })).toBeChecked();
    await expect.poll(() => markedWords(page)).toBe(found!.quote);
    await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();
    await expect(findings.locator('.named')).toContainText('Boosters');
    await expect(findings.locator('.named')).toContainText(/Rule boosters\/.*Source: /);
  }
  // The way to it from the finding itself.
  await open(page, `${COLLECTION}/documents/${last!.id}?layers=boosters`);
  await page.keyboard.press('j');
  await findings.getByRole('link', { name: 'Address of this finding' }).click();
  await expect(page).toHaveURL(/#finding-boosters-\d+-\d+$/);
  await page.keyboard.press('Escape');
  await expect(page.locator(MARKED_PLACE)).toHaveCount(0);
});

test('a note names a plainer wording where the rules know one', async ({ page }) => {
  const [, , , , last] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${last!.id}?layers=loaded-language`);
  await expect(
    page
      .getByRole('note')
      .getByText(/Plainer: /)
      .first()
  ).toBeVisible();
});

test('every rule behind the notes is listed with its source; the note at hand names its own', async ({
  page
}) => {
  const [, , , , last] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${last!.id}?layers=loaded-language`);
  const rules = page.getByRole('region', { name: 'The rules behind the notes' });
  await rules.locator('summary').focus();
  await page.keyboard.press('Enter');
  const row = rules.locator('tbody tr').first();
  await expect(row.locator('th')).toHaveText(/^loaded-language\//);
  await expect(row.locator('td').last()).not.toHaveText('–');
  await expectAccessible(page);
  // The key that steps through the text opens the note beside it.
  await page.getByTestId('document-text').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('n');
  const note = page.getByRole('note').locator('li.active');
  await expect(note).toContainText(/loaded-language\/.*Source: /);
  await note.getByRole('link', { name: 'Address' }).click();
  await expect(page).toHaveURL(/#finding-loaded-language-\d+-\d+$/);
});

test('claims are listed with the way to each, and to its words', async ({ page }) => {
  const [, second] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${second!.id}`);
  const claims = page.getByRole('region', { name: 'What it claims' });
  await expect(claims).toContainText('it speaks of');
  await claims.getByRole('link', { name: 'in the text' }).first().click();
  await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();
  expect(second!.text).toContain(await markedWords(page));
  await claims.locator('li a').first().click();
  await expect(page).toHaveURL(/\/claims\//);
});

test('a mark of the tone leads to the stretch of text it was measured in', async ({ page }) => {
  const [first] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${first!.id}`);
  const tone = page.getByRole('region', { name: /How its tone moves/ });
  await tone.scrollIntoViewIfNeeded();
  await tone.locator('details').first().locator('summary').click();
  const link = tone.locator('table a[href*="#s-"]').first();
  await expect(link).toBeAttached();
  const place = /#s-(\d+)-(\d+)/.exec((await link.getAttribute('href'))!)!;
  await link.evaluate((element: HTMLElement) => element.click());
  await expect
    .poll(() => markedWords(page))
    .toContain(first!.text.slice(Number(place[1]), Number(place[1]) + 20).split('\n')[0]!);
});

test('the citation has what the text shows, says what it does not, and is copied', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const [first, , third] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${third!.id}`);
  const cite = page.getByRole('region', { name: 'How to cite it' });
  await expect(cite).toContainText('Mehedi Hasan Shawon');
  await expect(cite).toContainText('Not stated: date');
  await cite.getByRole('button', { name: 'Copy the citation' }).click();
  await expect(cite.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Mehedi Hasan Shawon');
  const csl = await page.request.get((await cite.getByRole('link').getAttribute('href'))!);
  expect(csl.ok()).toBe(true);
  await open(page, `${COLLECTION}/documents/${first!.id}`);
  await expect(cite).toContainText(/Not stated: .*author/);
});

test('a document is printed as text with its notes, without the tools', async ({ page }) => {
  const [, , , , last] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${last!.id}?layers=loaded-language`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('group', { name: 'Findings' })).toBeHidden();
  await expect(page.getByRole('note').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'How to cite it' })).toBeVisible();
});

test('the page is accessible and fits a telephone', async ({ page }) => {
  test.setTimeout(150_000);
  const [, , third] = await bundledDocuments(page);
  const layers = [
    'loaded-language,hedging,boosters,attribution,weasel-sourcing,sources-cited,subjectivity,checkable,agency',
    'reader-address,contested,shared-claims,conflicts'
  ].join();
  await open(page, `${COLLECTION}/documents/${third!.id}?layers=${layers}`);
  await page.keyboard.press('n');
  await expectAccessible(page);
  for (const width of [360, 640]) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(page);
  }
});

test('a document that is not there is said to be missing', async ({ page }) => {
  const answer = await page.goto(`${COLLECTION}/documents/nowhere`);
  expect(answer?.status()).toBe(404);
  await expect(page.locator('main')).toContainText('There is no document');
});
