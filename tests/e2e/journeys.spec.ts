/** What readers do from end to end, with the mouse and with the keyboard alone, and what must hold on every page. */
import { expect, test, type Locator, type Page } from './awake';
import { EVERY_PAGE } from './all-pages';
import {
  bundledDocuments,
  COLLECTION,
  complaintsOf,
  expectNoSidewaysScroll,
  MARKED_PLACE,
  markedWords,
  open
} from './reading';

const views = (page: Page) => page.getByRole('navigation', { name: 'Views of this collection' });
const squeezed = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** How a reader gets at a link or a button: with the mouse, or with Tab and Enter. */
type Use = (page: Page, target: Locator) => Promise<void>;

const withMouse: Use = (_page, target) => target.click();

/** Tabs in a row before it is asked whether the target had its turn; then Shift and Tab go back to it. */
const TABS_AT_ONCE = 12;

const withKeyboard: Use = async (page, target) => {
  const MOST_TABS = 600;
  await expect(target).toBeAttached();
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  // 0 while it had no turn, else how many places of focus ago that was, itself counted.
  const reached = await target.evaluateHandle((element) => {
    const turn = { ago: element === document.activeElement ? 1 : 0 };
    document.addEventListener('focusin', ({ target: now }) => {
      if (now === element) turn.ago = 1;
      else if (turn.ago > 0) turn.ago++;
    });
    return turn;
  });
  for (let step = 0; step < MOST_TABS; step += TABS_AT_ONCE) {
    const ago = await reached.evaluate((turn) => turn.ago);
    if (ago > 0) {
      for (let back = 1; back < ago; back++) await page.keyboard.press('Shift+Tab');
      // What appeared meanwhile, and the turn the browser itself has after the last place, were not counted.
      for (let more = 0; more < TABS_AT_ONCE && !(await hasFocus()); more++) {
        await page.keyboard.press('Shift+Tab');
      }
      expect(await hasFocus()).toBe(true);
      await page.keyboard.press('Enter');
      return;
    }
    for (let tab = 0; tab < TABS_AT_ONCE; tab++) await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach it.');
};

for (const [how, use] of [
  ['the mouse', withMouse],
  ['the keyboard alone', withKeyboard]
] as const) {
  test(`from a finding to its words, to two texts, to what one leaves out, to paper: with ${how}`, async ({
    page
  }) => {
    test.setTimeout(180_000);
    const complaints = complaintsOf(page);
    const documents = await bundledDocuments(page);

    // A finding, and the words it rests on, in their place.
    await open(page, COLLECTION);
    await use(page, page.locator('[data-finding]').first().getByRole('link', { name: 'Read the evidence' }));
    const passage = page.getByRole('dialog').locator('[data-document]').first();
    await expect(passage).toBeVisible();
    const quote = squeezed((await passage.locator('[data-quote]').textContent()) ?? '');
    await use(page, passage.getByRole('link', { name: 'Read it in its place' }));
    await expect(page).toHaveURL(/\/documents\/.*#s-\d+-\d+$/u);
    await expect.poll(async () => squeezed(await markedWords(page))).toBe(quote);
    await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();

    // Two texts side by side.
    await use(page, views(page).getByRole('link', { name: 'Side by side' }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Side by side');
    const number = page.getByTestId('column-0').locator('button[data-claim]').first();
    await use(page, number);
    await expect(page.getByTestId('column-1').locator('.look-target').first()).toBeInViewport();

    // What one of them leaves out.
    await use(page, views(page).getByRole('link', { name: 'Claims' }));
    const letter = page.getByRole('region', { name: 'A against the others' });
    const all = letter.getByRole('link', { name: /were not found in A$/u });
    const counted = Number(/^All (\d+)/u.exec(squeezed((await all.textContent()) ?? ''))?.[1]);
    await use(page, all);
    await expect(page).toHaveURL(new RegExp(`not-by=${documents[0]!.id}`, 'u'));
    await expect(page.locator('tr[data-claim]')).toHaveCount(counted);
    for (const row of await page.locator('tr[data-claim]').all()) {
      await expect(row.locator(`td[data-document="${documents[0]!.id}"]`)).not.toHaveClass(/\bmade\b/u);
    }

    // The report, to keep and to print.
    await use(page, views(page).getByRole('link', { name: 'Overview' }));
    await use(page, page.getByRole('link', { name: 'A report to print' }));
    await expect(page).toHaveURL(/\/report$/u);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      use(page, page.getByRole('link', { name: 'Save as one file' }))
    ]);
    expect(download.suggestedFilename()).toMatch(/\.html$/u);
    await use(page, page.getByRole('link', { name: 'Back to the dashboard' }));
    await expect(page).toHaveURL(new RegExp(`${COLLECTION}$`, 'u'));
    expect(complaints).toEqual([]);
  });
}

/** Words that are cut off: an element that hides what does not fit, and has more in it than it shows. */
async function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      const { overflowX, clipPath, display } = getComputedStyle(element);
      const hides = overflowX === 'hidden' || overflowX === 'clip';
      if (!hides || clipPath !== 'none' || display === 'inline' || element.clientWidth < 2) return [];
      if (element.closest('svg, canvas') || !element.textContent?.trim()) return [];
      return element.scrollWidth > element.clientWidth + 1 ? [element.outerHTML.slice(0, 160)] : [];
    })
  );
}

/** What would still move although the reader asked for less motion. */
async function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const style = getComputedStyle(element);
      const seconds = [style.animationDuration, style.transitionDuration]
        .flatMap((list) => list.split(','))
        .map((text) => parseFloat(text) * (text.trim().endsWith('ms') ? 0.001 : 1));
      const slow = seconds.some((duration) => duration > 0.001) || style.scrollBehavior === 'smooth';
      return slow ? [element.outerHTML.slice(0, 120)] : [];
    })
  );
}

for (const { name, address } of EVERY_PAGE) {
  test(`${name}: 360 pixels, twice its size, and no motion where none is wanted`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, await address(page));
    await expectNoSidewaysScroll(page);
    expect(await cutWords(page)).toEqual([]);
    expect(await movingParts(page)).toEqual([]);
    // At 200 % a window of 1,280 pixels has room for 640.
    await page.setViewportSize({ width: 640, height: 512 });
    await expectNoSidewaysScroll(page);
    expect(await cutWords(page)).toEqual([]);
  });
}
