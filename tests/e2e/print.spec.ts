import { expect, test, type Page } from './awake';
import { extractText, getDocumentProxy } from 'unpdf';
import { COLLECTION, open } from './reading';

/** Prints a page as a reader does, and reads the paper back: spaces and line ends are one space. */
async function printed(page: Page): Promise<{ text: string; pages: readonly string[] }> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { text } = await extractText(pdf, { mergePages: false });
  const pages = text.map((part) => part.replace(/\s+/gu, ' '));
  return { text: pages.join(' '), pages };
}

const squeezed = (text: string) => text.replace(/\s+/gu, '');

test('on paper the report has its findings, the matrix, the sources and what they rest on', async ({
  page
}) => {
  await open(page, `${COLLECTION}/report`);
  const findings = await page.locator('.findings .sentence').allTextContents();
  const claims = await page.locator('.matrix tbody th').allTextContents();
  const titles = await page.locator('.sources h3').allTextContents();
  const { text, pages } = await printed(page);
  const paper = squeezed(text);
  for (const words of [...findings, ...claims, ...titles]) expect(paper).toContain(squeezed(words));
  expect(paper).toContain('SHA-256');
  expect(text).toContain('Methods and limits');
  expect(text).toMatch(/word lists sha256:/u);
  // Ways to other pages and folded tables are for the screen.
  expect(text).not.toContain('Back to the dashboard');
  expect(text).not.toContain('The same as a table');
  // What an editor reads to its end; what is folded away is said to be.
  expect(pages.length).toBeLessThanOrEqual(12);
  expect(text).toMatch(/more claims with positions, references and quotations: on screen they fold out/u);
  expect(pages[0]).toMatch(/1 \/ \d+/u);
  // The words inside a chart are words on paper too.
  expect(text).toMatch(/school grade · n = \d/u);
});

test('the overview on paper has the findings, every claim of the matrix and no buttons', async ({ page }) => {
  await open(page, COLLECTION);
  const findings = await page.locator('[data-finding] .sentence').allTextContents();
  const claims = await page
    .locator('tbody[data-claim] > tr:first-child th a[aria-expanded]')
    .allTextContents();
  const { text } = await printed(page);
  const paper = squeezed(text);
  for (const words of findings) expect(paper).toContain(squeezed(words));
  for (const claim of claims) expect(paper).toContain(squeezed(claim.replace(/^[▸▾]/u, '')));
  expect(text).not.toContain('Read the evidence');
  expect(text).not.toContain('Skip to the page');
  // Whoever reads in the dark prints dark ink all the same.
  await page.getByLabel('Theme').selectOption('dark');
  await page.emulateMedia({ media: 'print' });
  const ink = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color);
  expect(Math.max(...(ink.match(/\d+/gu) ?? ['255']).map(Number))).toBeLessThan(80);
});

test('a table that stands in for a chart is whole on paper', async ({ page }) => {
  await open(page, COLLECTION);
  // An A4 sheet between its margins.
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const frames = page.locator('.twin .table-frame');
  await expect(frames.nth(10)).toBeVisible();
  const cut = await frames.evaluateAll((all) =>
    all
      .filter((frame) => frame.getClientRects().length > 0)
      .flatMap((frame) => {
        const over =
          (frame.querySelector('table')?.getBoundingClientRect().right ?? 0) -
          frame.getBoundingClientRect().right;
        return over > 1 ? [`${frame.getAttribute('aria-label')}: ${Math.round(over)} px`] : [];
      })
  );
  expect(cut).toEqual([]);
  await page.emulateMedia({ media: null });
  const { text } = await printed(page);
  // Of readability, which is far down and was never drawn: the number, its interval and its n.
  expect(squeezed(text)).toContain(squeezed('15.7 14.6 to 16.7 572 words'));
  expect(text).not.toContain('The same as a table');
  expect(text).not.toMatch(/\bShow\b/u);
});
