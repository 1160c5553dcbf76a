import { expect, test } from './awake';
import { bundledDocuments, COLLECTION, expectAccessible, open } from './reading';

/** The other pages are read by axe where they are tested. */
const PAGES = [
  `${COLLECTION}/report`,
  `${COLLECTION}?voice=both&open=no-eastward-promise-1990`,
  `${COLLECTION}/contested?open=no-eastward-promise-1990`,
  '/your-texts',
  '/methods',
  '/api',
  '/help',
  '/nothing-here'
];

for (const address of PAGES) {
  test(`axe finds nothing in light or dark on ${address}`, async ({ page }) => {
    // The overview with everything unfolded is some thousand nodes; axe takes its time over them.
    test.setTimeout(150_000);
    await open(page, address);
    await page
      .locator('main details')
      .evaluateAll((all) => all.forEach((item) => item.setAttribute('open', '')));
    await expectAccessible(page);
  });
}

test('axe finds nothing in light or dark on open evidence', async ({ page }) => {
  await open(page, `${COLLECTION}?evidence=metric:attribution:004_a030eb584eb5d23c`);
  await expect(page.getByRole('dialog').locator('[data-quote]').first()).toBeVisible();
  await expectAccessible(page);
});

test('axe finds nothing on a document and on two side by side', async ({ page }) => {
  const [first, second] = await bundledDocuments(page);
  await open(page, `${COLLECTION}/documents/${first!.id}`);
  await expectAccessible(page);
  await open(page, `${COLLECTION}/compare?a=${first!.id}&b=${second!.id}`);
  await expectAccessible(page);
});

test('the keyboard alone goes from the first page to the words behind a finding and back', async ({
  page
}) => {
  await open(page, COLLECTION);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.keyboard.press('Enter');
  const link = page.locator('[data-finding] a').first();
  for (
    let step = 0;
    step < 200 && !(await link.evaluate((item) => item === document.activeElement));
    step++
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').locator('[data-quote]').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(link).toBeFocused();
});
