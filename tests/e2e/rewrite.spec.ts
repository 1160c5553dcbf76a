import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from './awake';
import {
  bundledDocuments,
  COLLECTION,
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  open
} from './reading';

/** The bundled document with most charged words, and one of them with its sentence. */
async function bench(page: Page) {
  const documents = await bundledDocuments(page);
  const last = documents.at(-1)!;
  const address = `/api/v1${COLLECTION}/documents/${last.id}/evidence?metric=loaded-language`;
  const evidence = (await (await page.request.get(address)).json()) as { start: number; quote: string }[];
  await open(page, `${COLLECTION}/documents/${last.id}/rewrite`);
  return { document: last, charged: evidence[0]!.quote };
}

/** Reading a copy is work for the engine, which on a busy computer takes its time. */
const READ = { timeout: 30_000 };

const row = (page: Page, metric: string) => page.locator(`tr[data-metric="${metric}"]`);
const status = (page: Page) => page.getByRole('group', { name: 'Edits' }).getByRole('status');
const sentenceWith = (page: Page, words: string) =>
  page.locator('[data-sentence]', { hasText: words }).first();

test('a sentence changed in the copy moves the metrics beside the original', async ({ page }) => {
  const complaints = complaintsOf(page);
  const { charged } = await bench(page);
  const loaded = row(page, 'loaded-language');
  await expect(loaded).toContainText('no change');
  const original = await loaded.locator('td').first().textContent();
  const sentence = sentenceWith(page, charged);
  const words = (await sentence.textContent())!;
  await sentence.click();
  const field = page.getByRole('textbox');
  await expect(field).toHaveValue(words);
  await field.fill(words.replace(charged, 'touch'));
  // Of one sentence nothing can be said about chance.
  await expect(loaded.locator('td').last()).toContainText(/−[\d.]+\s*too few sentences/, READ);
  await expect(loaded.locator('td').first()).toHaveText(original!);
  await expect(page.locator('[data-changes=gone]')).toContainText(charged);
  await expect(status(page)).toContainText(/1 sentence changed: \d+ of 13 metrics moved/, READ);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(loaded).toContainText('no change');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(loaded.locator('td').last()).toContainText('−', READ);
  expect(complaints).toEqual([]);
});

test('all of it by keyboard alone', async ({ page }) => {
  await bench(page);
  // A key pressed before the scripts run is lost.
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('change the sentence', { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(page.locator('[data-sentence="1"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox')).toBeFocused();
  await page.keyboard.type(' Perhaps it may, they say.');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-sentence="1"]')).toBeFocused();
  await expect(page.locator('[data-sentence="1"]')).toContainText('Perhaps it may, they say.');
  await expect(row(page, 'hedging').locator('td').last()).toContainText('+', READ);
  await expect(page.locator('[data-changes=come]')).toContainText('Perhaps');
  await page.keyboard.press('u');
  await expect(row(page, 'hedging')).toContainText('no change');
  await page.keyboard.press('r');
  await expect(row(page, 'hedging').locator('td').last()).toContainText('+', READ);
  await page.keyboard.press('p');
  await expect(page.locator('[data-sentence="0"]')).toBeFocused();
});

test('one sentence is given back, steps are taken back with Ctrl, and the mark of an edit goes', async ({
  page
}) => {
  const { document } = await bench(page);
  const first = page.locator('[data-sentence="1"]');
  const original = (await first.textContent())!;
  await first.click();
  await page.getByRole('textbox').fill('Something else.');
  await page.keyboard.press('Enter');
  await expect(first).toBeFocused();
  await expect(first).toHaveText(/Something else\./);
  await page.keyboard.press('o');
  await expect(first).toHaveText(original);
  await page.keyboard.press('Control+z');
  await expect(first).toHaveText(/Something else\./);
  await page.keyboard.press('Control+z');
  await expect(first).toHaveText(original);
  expect(document.text).toContain(original);
  await page.keyboard.press('Control+Shift+z');
  await expect(first).toHaveText(/Something else\./);
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox')).toBeFocused();
});

test('the copy and the list of changes are saved, and leaving with unsaved edits is asked about', async ({
  page
}) => {
  const { document, charged } = await bench(page);
  const sentence = sentenceWith(page, charged);
  const words = (await sentence.textContent())!;
  await sentence.click();
  await page.getByRole('textbox').fill(words.replace(charged, 'touch'));
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('metrics moved', READ);
  const asked = new Promise<string>((resolve) =>
    page.once('dialog', (dialog) => {
      resolve(dialog.type());
      void dialog.accept();
    })
  );
  await page.reload();
  expect(await asked).toBe('beforeunload');
  await expect(status(page)).toContainText('metrics moved', READ);

  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the text' }).click()
  ]);
  const saved = await readFile(await copy.path(), 'utf8');
  expect(saved).toBe(document.text.replace(words, words.replace(charged, 'touch')));
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the list of changes' }).click()
  ]);
  const changes = await readFile(await list.path(), 'utf8');
  expect(changes).toContain(`was: ${words}`);
  expect(changes).toMatch(/Loaded language, .*difference −.*too few sentences/u);
  // What was saved can be left without a question.
  let question = false;
  page.on('dialog', (dialog) => {
    question = true;
    void dialog.accept();
  });
  await page.reload();
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.goto('/');
  expect(question).toBe(false);
});

test('edits last while the tab does, and reset takes them all back', async ({ page }) => {
  const { document } = await bench(page);
  for (const index of [2, 4]) {
    await page.locator(`[data-sentence="${index}"]`).click();
    await page.getByRole('textbox').fill(`A plain sentence, number ${index}.`);
    await page.getByRole('button', { name: /^Done/ }).click();
  }
  await expect(status(page)).toContainText('2 sentences changed: ', READ);
  await page.reload();
  await expect(page.locator('[data-sentence="4"]')).toContainText('A plain sentence, number 4.');
  await expect(status(page)).toContainText('2 sentences changed: ', READ);
  await page.getByRole('button', { name: 'Reset' }).click();
  const words = await page.locator('[data-sentence]').allTextContents();
  for (const sentence of words) expect(document.text).toContain(sentence);
  await expect(status(page)).toContainText('word for word');
  // The document itself is as it was.
  const again = (await bundledDocuments(page)).find(({ id }) => id === document.id);
  expect(again!.text).toBe(document.text);
});

test('a plainer wording stands beside a charged word, and is never put in', async ({ page }) => {
  const { charged } = await bench(page);
  const sentence = sentenceWith(page, charged);
  const words = await sentence.textContent();
  await sentence.click();
  const editor = page.getByRole('group', { name: /^Sentence \d+/ });
  await expect(editor).toContainText('Loaded language');
  await expect(editor).toContainText(/Plainer: /);
  await expect(page.getByRole('textbox')).toHaveValue(words!);
});

test('a request that fails says so, keeps the edits and can be tried again', async ({ page }) => {
  await bench(page);
  await page.route('**/api/v1/revision', (route) => route.abort());
  await page.locator('[data-sentence="1"]').click();
  await page.getByRole('textbox').fill('Perhaps.');
  await expect(page.getByRole('alert')).toContainText('Your edits are still here');
  await page.unroute('**/api/v1/revision');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(status(page)).toContainText('metrics moved', READ);
});

test('what is typed while the copy is being read waits for it, and only its last state is read', async ({
  page
}) => {
  await bench(page);
  const asked: string[] = [];
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/v1/revision', async (route) => {
    asked.push(route.request().postData() ?? '');
    if (asked.length === 1) await held;
    await route.continue();
  });
  await page.locator('[data-sentence="1"]').click();
  const field = page.getByRole('textbox');
  await field.fill('First try.');
  await expect.poll(() => asked.length).toBe(1);
  await field.fill('Second try.');
  await page.waitForTimeout(500);
  await field.fill('Perhaps it may, third try.');
  await page.waitForTimeout(500);
  expect(asked).toHaveLength(1);
  answer();
  await expect(status(page)).toContainText('metrics moved', READ);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toContain('third try');
  await expect(row(page, 'hedging').locator('td').last()).toContainText(/[+−]/, READ);
  // A second sentence of the same kind: now there is an interval.
  await page.keyboard.press('Enter');
  await page.locator('[data-sentence="3"]').click();
  await field.fill('Perhaps it may, as well.');
  await expect(row(page, 'hedging').locator('td').last()).toContainText(/\+.* to .*within chance/, READ);
});

test('a text of the reader’s own has a bench too', async ({ page }) => {
  await open(page, '/your-texts');
  const fields = page.getByRole('textbox', { name: /text/i });
  const story = 'The mayor opened the bridge on Monday. Critics slammed the ruthless plan. ';
  const areas = page.locator('textarea');
  await areas.nth(0).fill(story.repeat(6));
  await areas.nth(1).fill('The bridge was opened on Monday by the mayor. It cost three million. '.repeat(6));
  expect(await fields.count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: /Compare/ }).click();
  await page.waitForURL(/view=overview/);
  await page.goto(`${page.url().replace('view=overview', 'view=rewrite')}&document=t1`);
  await page.locator('[data-sentence="1"]').click();
  await page.getByRole('textbox').fill('Critics criticised the plan.');
  await expect(row(page, 'loaded-language').locator('td').last()).toContainText('−', READ);
});

test('the bench is accessible with a sentence open, and fits a telephone', async ({ page }) => {
  test.setTimeout(150_000);
  await bench(page);
  await page.locator('[data-sentence="1"]').click();
  await page.getByRole('textbox').fill('Perhaps the regime slammed it, they say.');
  await expect(status(page)).toContainText('metrics moved', READ);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  // Its name above, original, copy and difference beside one another and all in sight.
  const boxes = await row(page, 'sentiment')
    .locator('td')
    .evaluateAll((cells) =>
      cells.map((cell) => cell.getBoundingClientRect()).map(({ x, right }) => [x, right])
    );
  expect(boxes).toHaveLength(3);
  for (const [x, right] of boxes) expect([x! >= 0, right! <= 360]).toEqual([true, true]);
});
