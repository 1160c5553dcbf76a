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

/** The pair of bundled documents that shares most claims, so that there is something to follow. */
async function closestPair(page: Page): Promise<string> {
  const audit = (await (await page.request.get(`/api/v1${COLLECTION}/audit`)).json()) as {
    comparison: { overlap: { a: string; b: string; shared: number }[] };
  };
  const [best] = [...audit.comparison.overlap].sort((x, y) => y.shared - x.shared);
  expect(best?.shared ?? 0).toBeGreaterThan(0);
  return `${COLLECTION}/compare?a=${best!.a}&b=${best!.b}`;
}

async function fourDocuments(page: Page): Promise<string> {
  const ids = (await bundledDocuments(page)).map(({ id }) => id);
  return `${COLLECTION}/compare?a=${ids[1]}&b=${ids[2]}&c=${ids[3]}&d=${ids[4]}`;
}

const column = (page: Page, index: number) => page.getByTestId(`column-${index}`);
const findings = (page: Page) => page.getByRole('group', { name: 'Findings' });

test('two documents stand side by side, and a shared claim is marked in both', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, await closestPair(page));
  const number = column(page, 0).locator('button[data-claim]').last();
  const claim = (await number.getAttribute('data-claim'))!;
  await expect(column(page, 1).locator('.look-target')).toHaveCount(0);
  await number.focus();
  await expect(column(page, 1).locator('.look-target').first()).toBeAttached();
  await number.press('Enter');
  for (const index of [0, 1]) {
    await expect(column(page, index).locator('.look-target').first()).toBeInViewport();
    await expect(column(page, index).locator(`button[data-claim="${claim}"]`).first()).toHaveAttribute(
      'aria-pressed',
      'true'
    );
  }
  await expect(page.locator('path.active')).toBeVisible();
  await expect(page).toHaveURL(/claim=/);
  await page.reload();
  await expect(column(page, 1).locator('.look-target').first()).toBeInViewport();
  expect(complaints).toEqual([]);
});

test('what two have in common is said as on the overview: a count, a share and its interval', async ({
  page
}) => {
  await open(page, await closestPair(page));
  const pair = page.locator('.overlaps li').first();
  await expect(pair).toContainText(/[1-9]\d* claims? in common, \d+% of all, 95% interval \d+% to \d+%/u, {
    useInnerText: true
  });
});

test('four documents stand side by side, joined by ribbons that follow the scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  const complaints = complaintsOf(page);
  await open(page, await fourDocuments(page));
  const boxes = await Promise.all([0, 1, 2, 3].map((index) => column(page, index).boundingBox()));
  for (const box of boxes) expect(box!.y).toBeCloseTo(boxes[0]!.y, 0);
  const ribbon = page.locator('[data-ribbon]').first();
  await expect(ribbon).toBeVisible();
  const before = await ribbon.getAttribute('d');
  await column(page, 0).evaluate((element) => (element.scrollTop = 40));
  await expect.poll(() => page.locator('[data-ribbon]').first().getAttribute('d')).not.toBe(before);
  // A ribbon is a way to its claim as well.
  await page.locator('[data-ribbon]').first().click({ force: true });
  await expect(findings(page)).toContainText(/Shared claim \d+/i);
  expect(complaints).toEqual([]);
});

test('the texts scroll together until that is switched off', async ({ page }) => {
  await open(page, await closestPair(page));
  const top = (index: number) => column(page, index).evaluate((element) => element.scrollTop);
  const scroll = async (index: number, to: number) => {
    // The other column has followed, if it follows at all, two frames after the scroll was drawn.
    await column(page, index).evaluate(async (element, y) => {
      element.scrollTop = y;
      for (let i = 0; i < 3; i++) await new Promise((drawn) => requestAnimationFrame(drawn));
    }, to);
  };
  await scroll(0, 900);
  const followed = await top(1);
  expect(followed).toBeGreaterThan(0);
  expect(await top(0)).toBe(900);
  await page.getByRole('checkbox', { name: 'Scroll together' }).uncheck();
  await expect(page).toHaveURL(/together=no/);
  await scroll(0, 0);
  expect(await top(1)).toBe(followed);
});

test('figures that differ are ringed in the words themselves, and the bar says how', async ({ page }) => {
  const [, , third, , fifth] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/compare?a=${third!.id}&b=${fifth!.id}`);
  const ring = column(page, 0).locator('.look-ring').first();
  const words = (await ring.textContent())!;
  expect(third!.text).toContain(words);
  await ring.click();
  await expect(findings(page)).toContainText('Differing figures');
  await expect(findings(page)).toContainText(/E has “/);
});

test('what one leaves out stands in it as a line apart, and leads to the claim', async ({ page }) => {
  const documents = await bundledDocuments(page);
  await open(page, await fourDocuments(page));
  const ghost = column(page, 1).locator('[data-ghost]').first();
  await expect(ghost).toContainText('Not found in C');
  const quote = (await ghost.locator('q').textContent())!.replace(/…$/u, '');
  expect(documents[2]!.text).not.toContain(quote);
  expect(documents.some(({ text }) => text.includes(quote))).toBe(true);
  const few = await page.locator('[data-ghost]').count();
  await page.getByRole('checkbox', { name: /what only one other says/ }).check();
  await expect(page).toHaveURL(/ghosts=all/);
  expect(await page.locator('[data-ghost]').count()).toBeGreaterThan(few);
  await page.getByRole('checkbox', { name: /Left out here/ }).uncheck();
  await expect(page.locator('[data-ghost]')).toHaveCount(0);
  await page.goBack();
  await open(page, await fourDocuments(page));
  await column(page, 1).locator('[data-ghost]').first().getByRole('link', { name: 'the claim' }).click();
  await expect(page).toHaveURL(/\/claims\//);
});

test('the keyboard alone finds what one of four leaves out, and says where it stands', async ({ page }) => {
  await open(page, await fourDocuments(page));
  // Ribbons are drawn by scripts: when they are there, keys are heard.
  await expect(page.locator('[data-ribbon]').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('next finding');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // To the second column, and on until a line that is missing there.
  await page.keyboard.press('l');
  const spoken = findings(page).locator('[aria-live]');
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('n');
    await expect(spoken).toContainText(`${step + 1} of`);
    if ((await spoken.textContent())!.includes('Not found in C “')) break;
    if (await page.locator('[data-ghost].active').count()) break;
  }
  await expect(page.locator('[data-ghost].active')).toBeInViewport();
  await expect(page).toHaveURL(/claim=.*at=|at=.*claim=/);
  const there = page.url();
  await page.keyboard.press('g');
  await expect(page.locator('[data-ghost]')).toHaveCount(0);
  await page.goto('about:blank');
  await open(page, there);
  await expect(page.locator('[data-ghost].active')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/at=/);
  await page.getByRole('checkbox', { name: 'single keys' }).uncheck();
  await page.keyboard.press('n');
  await expect(page).not.toHaveURL(/at=/);
});

test('a claim of the first and third text goes behind the second, and its number names who else makes it', async ({
  page
}) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  const [, second, third, , fifth] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/compare?a=${second!.id}&b=${fifth!.id}&c=${third!.id}`);
  const number = column(page, 0)
    .locator('button[data-claim]', { hasText: /^\D*\d+\s*C\b/ })
    .first();
  await expect(number).toContainText('also in C');
  await number.focus();
  await number.press('Enter');
  const claim = (await number.getAttribute('data-claim'))!;
  const passing = page.locator(`path.passing.active[data-ribbon="${claim}"]`);
  await expect(passing).toHaveCount(2);
  await expect(column(page, 2).locator('.look-target').first()).toBeInViewport();
  await expect(column(page, 1).locator('.look-target')).toHaveCount(0);
});

test('single keys that were switched off stay off on every page', async ({ page }) => {
  const [first, second] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/compare?a=${first!.id}&b=${second!.id}`);
  await page.getByRole('checkbox', { name: 'single keys' }).uncheck();
  await open(page, `${COLLECTION}/documents/${first!.id}`);
  const keys = page.getByRole('checkbox', { name: 'single keys' });
  await expect(keys).not.toBeChecked();
  await page.keyboard.press('n');
  await expect(findings(page)).not.toContainText('1 of');
  await keys.check();
  await page.keyboard.press('n');
  await expect(findings(page)).toContainText('1 of');
});

test('what shares another part of its sentence says so, and brings that up', async ({ page }) => {
  const ids = (await bundledDocuments(page)).map(({ id }) => id);
  let found = false;
  for (const [a, b] of [
    [ids[1], ids[2]],
    [ids[2], ids[4]],
    [ids[0], ids[1]]
  ]) {
    await open(page, `${COLLECTION}/compare?a=${a}&b=${b}`);
    const rest = page.getByText('the rest of it is shared').first();
    if ((await rest.count()) === 0) continue;
    found = true;
    await rest.getByRole('button').first().press('Enter');
    await expect(page).toHaveURL(/claim=/);
    await expect(column(page, 0).locator('.look-target').first()).toBeInViewport();
    break;
  }
  expect(found).toBe(true);
});

test('layers are switched in the address, and an attribution names its holder', async ({ page }) => {
  await open(page, await closestPair(page));
  await expect(page.locator('.columns [data-tag]')).toHaveCount(0);
  await page.getByRole('checkbox', { name: /Attribution/ }).check();
  await expect(page).toHaveURL(/layers=.*attribution/);
  const tagged = page.locator('.columns [data-tag]').first();
  await expect(tagged).toBeVisible();
  expect(await tagged.getAttribute('data-tag')).not.toBe('');
});

test('documents are added, put in another order and taken away', async ({ page }) => {
  const [first, second, third] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/compare?a=${first!.id}&b=${second!.id}`);
  await page.getByLabel('Add a column').selectOption(third!.id);
  await expect(page).toHaveURL(new RegExp(`c=${third!.id}`));
  await expect(column(page, 2)).toContainText(third!.text.slice(2000, 2040).trim().split('\n')[0]!);
  await page.getByRole('button', { name: 'Swap B and C' }).click();
  await expect(page).toHaveURL(new RegExp(`b=${third!.id}&c=${second!.id}`));
  await page.getByRole('button', { name: 'Take A away' }).click();
  await expect(column(page, 2)).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`a=${third!.id}&b=${second!.id}`));
  await page.goBack();
  await expect(column(page, 2)).toBeVisible();
});

test('another document is read where the others are, and the list it was chosen in keeps the focus', async ({
  page
}) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  const complaints = complaintsOf(page);
  const [first, , third, fourth, fifth] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/compare?a=${first!.id}&b=${third!.id}&c=${fourth!.id}`);
  const top = (index: number) => column(page, index).evaluate((element) => element.scrollTop);
  await column(page, 0).evaluate((element) => (element.scrollTop = 900));
  await expect.poll(() => top(1)).toBeGreaterThan(0);
  /** How far below the upper edge of the column a line stands: the one that is read. */
  const line = (index: number) =>
    column(page, 0).evaluate(
      (element, at) =>
        element.querySelectorAll('p.words')[at]!.getBoundingClientRect().top -
        element.getBoundingClientRect().top,
      index
    );
  const before = await line(6);
  const list = page.getByLabel('Second');
  await list.focus();
  await list.selectOption(fifth!.id);
  await expect(column(page, 1)).toContainText(fifth!.text.slice(2000, 2040).trim().split('\n')[0]!);
  await expect(list).toBeFocused();
  // Lines of what is left out come and go between those of the text.
  expect(Math.abs((await line(6)) - before)).toBeLessThan(60);
  await expect.poll(() => top(1)).toBeGreaterThan(0);
  // The new column is one of them in all respects: it is stepped through and takes part in the layers.
  await page.keyboard.press('Escape');
  await column(page, 1).focus();
  await page.getByRole('checkbox', { name: /Attribution/ }).check();
  for (const index of [0, 1, 2])
    await expect(column(page, index).locator('[data-tag]').first()).toBeAttached();
  expect(complaints).toEqual([]);
});

test('what only one of them says is listed, and leads to its place in the text', async ({ page }) => {
  const [first, , , , last] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/compare?a=${first!.id}&b=${last!.id}`);
  const only = page.getByRole('region', { name: 'What only one of them says' });
  const link = only.locator('li a').first();
  const words = (await link.textContent()) ?? '';
  expect(first!.text).toContain(words);
  await link.click();
  await expect(page).toHaveURL(new RegExp(`documents/${first!.id}#s-`));
  await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();
});

test('on a telephone the texts stand one after the other, with ways between them', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, await closestPair(page));
  await expectNoSidewaysScroll(page);
  await expect(page.locator('[data-ribbon]')).toHaveCount(0);
  // Nothing scrolls by itself here, so there is nothing to scroll together.
  await expect(page.getByRole('checkbox', { name: 'Scroll together' })).toBeHidden();
  await column(page, 0).locator('button[data-claim]').first().press('Enter');
  await expect(column(page, 0).locator('.look-target').first()).toBeInViewport();
  await findings(page)
    .getByRole('button', { name: /Go to it in/ })
    .last()
    .click();
  await expect(column(page, 1).locator('button[aria-pressed=true]').first()).toBeInViewport();
  await expectNoSidewaysScroll(page);
});

test('on a telephone held across, texts stand in full above the bar', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await open(page, await closestPair(page));
  await findings(page).getByRole('button', { name: 'Next' }).click();
  await expect(column(page, 0).locator('.look-target').first()).toBeInViewport();
  const [text, bar] = [await column(page, 0).boundingBox(), await findings(page).boundingBox()];
  expect(text!.y).toBeGreaterThanOrEqual(0);
  expect(text!.y + text!.height).toBeLessThanOrEqual(bar!.y + 8);
});

test('the page is accessible with everything switched on, and fits at 200 % zoom', async ({ page }) => {
  // Axe reads every mark; two short documents have all kinds of them.
  test.setTimeout(150_000);
  const [first, second] = await bundledDocuments(page);
  const layers = 'shared-claims,conflicts,ghosts,loaded-language,hedging,attribution,contested';
  await open(page, `${COLLECTION}/compare?a=${first!.id}&b=${second!.id}&ghosts=all&layers=${layers}`);
  await expect(page.locator('[data-ribbon]').first()).toBeVisible();
  await page.keyboard.press('n');
  await expectAccessible(page);
  await page.setViewportSize({ width: 640, height: 450 });
  await expectNoSidewaysScroll(page);
  await open(page, await fourDocuments(page));
  await expectNoSidewaysScroll(page);
});

test('what is not there is said to be missing', async ({ page }) => {
  const answer = await page.goto(`${COLLECTION}/compare?a=nowhere&b=neither`);
  expect(answer?.status()).toBe(404);
  await expect(page.locator('main')).toContainText('Choose two to four different documents');
});
