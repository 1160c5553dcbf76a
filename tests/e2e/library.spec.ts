import { asServed, expect, test, type APIRequestContext } from './awake';
import { docx } from '../fixtures/import/docx';
import { expectAccessible, MARKED_PLACE, markedWords } from './reading';

// One library for all tests: each works on a collection of its own.

const STORIES = [
  'The bridge over the Orwell opened on Monday, a year late. The mayor said floods had delayed it.',
  'Critics said the council had wasted five million pounds on the bridge over the Orwell.',
  'The bridge over the Orwell opened on Monday. Thousands came to see it, the council said.'
];

/** Imports stories as a file with one document a line, and waits until that is done. */
async function withStories(
  request: APIRequestContext,
  title: string,
  count = STORIES.length
): Promise<string> {
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({ title: `${title} ${index + 1}`, text: STORIES[index % STORIES.length] })
  );
  const file = {
    name: 'stories.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(lines.join('\n'))
  };
  const answer = await request.post('/api/v1/jobs', { multipart: { title, file } });
  expect(answer.status()).toBe(202);
  const { id, collection } = (await answer.json()) as { id: string; collection: string };
  await expect
    .poll(async () => ((await (await request.get(`/api/v1/jobs/${id}`)).json()) as { state: string }).state, {
      timeout: 40_000
    })
    .toBe('done');
  return collection;
}

test('a collection is made, named, described and found again in the library', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Russia and NATO' }).first()).toBeVisible();
  await page.getByLabel('Name').fill('School stories');
  await page.getByRole('button', { name: 'Make an empty collection' }).click();
  await expect(page.getByRole('heading', { name: 'School stories' })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('This collection is empty')).toBeVisible();
  await page.getByText('Change name and description').click();
  await page.getByLabel('Question').fill('Why does the school close?');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.lede', { hasText: 'Why does the school close?' })).toBeVisible();
  await page.goto('/?sort=title');
  await expect(page.getByRole('link', { name: 'School stories', exact: true }).first()).toBeVisible();
});

test('a deletion is undone, from the page and from the trash', async ({ page, request }) => {
  const collection = await withStories(request, 'Undone');
  await page.goto(`/library/${collection}`);
  await expect(page.getByRole('heading', { name: '3 documents' })).toBeVisible();
  await page.getByText('Correct or delete').first().click();
  await page.locator('details[open]').getByRole('button', { name: 'Move to the trash' }).click();
  await expect(page.getByRole('heading', { name: '2 documents' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: '3 documents' })).toBeVisible();
  await page.getByRole('button', { name: 'Move to the trash' }).first().click();
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible();
  await page
    .getByRole('button', { name: /Put back.*Undone/ })
    .first()
    .click();
  await expect(page.getByText('“Undone” is back in the library.')).toBeVisible();
  await page.goto(`/library/${collection}`);
  await expect(page.getByRole('heading', { name: '3 documents' })).toBeVisible();
});

test('what is known of a document is corrected, and its stored collection compares like any other', async ({
  page,
  request
}) => {
  const collection = await withStories(request, 'Compared');
  await page.goto(`/library/${collection}`);
  await page.getByText('Correct or delete').first().click();
  await page.getByLabel('Publisher').first().fill('Orwell Gazette');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Orwell Gazette')).toBeVisible();
  await page.getByRole('link', { name: 'Open the comparison' }).click();
  await expect(page.getByRole('heading', { name: 'Compared', level: 1 })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Orwell Gazette').first()).toBeVisible();
});

test('versions of a document stand side by side', async ({ page, request }) => {
  const collection = await withStories(request, 'Versions', 1);
  await page.goto(`/library/${collection}`);
  await page.getByRole('link', { name: /Version 1, original file/ }).click();
  const calm = `${STORIES[0]}\n\n`.repeat(12);
  await page.getByText('Add a version').click();
  for (const text of [calm, calm.replace('a year late', 'two shameful, disastrous years late')]) {
    await page.getByLabel('The new text').fill(text);
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await expect(page.getByLabel('The new text')).toHaveValue('');
  }
  await expect(page.getByRole('heading', { name: 'What changed' })).toBeVisible();
  const sides = page.locator('.sides');
  await expect(sides.locator('del')).toHaveText(/a year/);
  await expect(sides.locator('ins')).toHaveText(/two shameful, disastrous years/);
  // How the numbers moved, each with its interval, readable on a telephone too.
  await expect(page.getByText(/\d+ metrics? changed/)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('tr[data-metric] td').first()).toHaveText(/\d \(.+ to .+\)/);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('link', { name: 'In one text' }).click();
  await expect(page.locator('.text ins')).toHaveText(/two shameful, disastrous years/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect(page.getByText(/\d+ metrics? changed/)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use version 1' }).click();
  await expect(page.getByRole('heading', { name: 'Version 1, in use' })).toBeVisible();
});

test('a corrected draft comes back as a file, is looked over and becomes the version in use', async ({
  page,
  request
}) => {
  const collection = await withStories(request, 'Draft', 1);
  await page.goto(`/library/${collection}`);
  await page.getByRole('link', { name: /Version 1, original file/ }).click();
  await page.getByText('Add a version').click();
  const mended = 'The bridge over the Orwell opened on Tuesday, two years late. The mayor blamed the floods.';
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'draft-2.docx', mimeType, buffer: Buffer.from(docx([mended])) });
  await expect(page.getByText('This is what was read of draft-2.docx')).toBeVisible();
  await expect(page.getByLabel('The new text')).toHaveValue(mended);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByRole('heading', { name: 'Version 2, in use' })).toBeVisible();
  await expect(page.locator('.sides ins').first()).toHaveText(/Tuesday, two years/);
});

test('a collection is exported, deleted for good and imported again, the same byte for byte', async ({
  page,
  request
}) => {
  const collection = await withStories(request, 'Round trip');
  await page.goto(`/library/${collection}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as one file' }).click()
  ]);
  const file = await download.path();
  const before = await (await request.get(`/api/v1/collections/${collection}/archive`)).text();
  await request.delete(`/api/v1/collections/${collection}`);
  await page.goto('/library/trash');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Empty the trash …' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The trash is empty.')).toBeVisible();
  expect((await request.get(`/api/v1/collections/${collection}`)).status()).toBe(404);
  // A file chosen before the scripts of the page have come is taken as well.
  let wake = (): void => undefined;
  const told = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await told;
    await route.continue();
  });
  await asServed(page).goto('/', { waitUntil: 'commit' });
  await page.getByLabel('Open an exported collection').setInputFiles(file);
  wake();
  await expect(page.getByRole('heading', { name: 'Round trip', exact: true })).toBeVisible({
    timeout: 30_000
  });
  expect(await (await request.get(`/api/v1/collections/${collection}/archive`)).text()).toBe(before);
});

/** An import that goes on for longer than a test looks at it. */
async function longImport(
  request: APIRequestContext,
  name: string
): Promise<{ id: string; collection: string }> {
  const lines = Array.from({ length: 5_000 }, (_, index) =>
    JSON.stringify({ text: `${STORIES[0]} `.repeat(20) + String(index) })
  );
  const file = { name, mimeType: 'application/jsonl', buffer: Buffer.from(lines.join('\n')) };
  const answer = await request.post('/api/v1/jobs', { multipart: { title: 'Many', file } });
  return (await answer.json()) as { id: string; collection: string };
}

test('work that ends while a reader follows a link does not call them back', async ({ page, request }) => {
  const { id, collection } = await longImport(request, 'meanwhile.jsonl');
  await page.goto('/');
  const task = page.getByRole('listitem').filter({ hasText: /Import of meanwhile.jsonl/ });
  await expect(task.getByRole('button', { name: 'Cancel' })).toBeVisible();
  let goOn = (): void => undefined;
  const told = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/collections/russia-nato/__data.json*', async (route) => {
    await told;
    await route.continue();
  });
  const asked = page.waitForRequest('**/collections/russia-nato/__data.json*');
  await page.getByRole('main').getByRole('link', { name: 'Russia and NATO' }).first().click();
  await asked;
  await request.delete(`/api/v1/jobs/${id}`);
  await expect(task.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  goOn();
  await expect(page).toHaveURL(/\/collections\/russia-nato$/u);
  await request.delete(`/api/v1/collections/${collection}`);
});

test('a long import shows how far it is, and is cancelled', async ({ page, request }) => {
  const { collection } = await longImport(request, 'many.jsonl');
  await page.goto('/');
  const task = page.getByRole('listitem').filter({ hasText: /Import of many.jsonl/ });
  await task.getByRole('button', { name: 'Cancel' }).click();
  await expect(task.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  const { state } = (
    (await (await request.get('/api/v1/jobs')).json()) as { title: string; state: string }[]
  ).find(({ title }) => title === 'many.jsonl')!;
  expect(state).toBe('cancelled');
  await request.delete(`/api/v1/collections/${collection}`);
});

test('documents of a collection are found, put in order, and corrected many at once', async ({
  page,
  request
}) => {
  const file = {
    name: 'nine.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      ['title,date,text', 'Empty,2024-03-01,']
        .concat(
          Array.from(
            { length: 9 },
            (_, index) => `Story ${index},2024-03-0${index + 1},"${STORIES[0]} ${index}"`
          )
        )
        .join('\n')
    )
  };
  const answer = await request.post('/api/v1/jobs', { multipart: { title: 'Nine', file } });
  const { collection } = (await answer.json()) as { collection: string };
  await page.goto(`/library/${collection}`);
  // What was imported last stays to be seen after a reload.
  await expect(page.getByText('Import of nine.csv: done, 9 documents.')).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByText('Import of nine.csv: done, 9 documents.')).toBeVisible();
  await page.getByRole('link', { name: 'newest' }).click();
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText('Story 8');
  await page.getByLabel('Find by title').fill('story 3');
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Story 3']);
  await page.getByLabel('Find by title').fill('nothing');
  await expect(page.getByText('None has these words')).toBeVisible();
  // What the import left out stays to be read.
  await page.getByText('1 thing left out, and why').click();
  await expect(page.getByText('row 1: has no text')).toBeVisible();

  await page.getByRole('link', { name: 'Correct many at once' }).click();
  await page.getByText('Fill in what many documents lack').click();
  await page.getByLabel('Value').fill('Orwell Gazette');
  await page.getByRole('button', { name: 'Fill in for 9 documents' }).click();
  const first = page.getByRole('listitem', { name: 'Story 0' });
  await first.getByLabel('Published').fill('May');
  await page.getByRole('button', { name: 'Save 9 corrections' }).click();
  await expect(page.getByRole('alert')).toContainText('Story 0, Published: Write a day');
  await first.getByLabel('Published').fill('2024-05-01');
  await first.getByLabel('Title').fill('The first story');
  await page.getByRole('button', { name: 'Save 9 corrections' }).click();
  await expect(page.getByText('9 documents corrected.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: 'Choose 8, Story 7' }).check();
  await page.getByRole('checkbox', { name: 'Choose 9, Story 8' }).check();
  await page.getByRole('button', { name: 'Move 2 documents to the trash' }).click();
  await expect(page.getByText('7 documents in rows')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('9 documents in rows')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('link', { name: 'Nine' }).click();
  await expect(page.getByRole('heading', { name: 'The first story' })).toBeVisible();
  await expect(page.getByText('Orwell Gazette')).toHaveCount(9);
});

test('a search that finds nothing says what to try', async ({ page }) => {
  await page.goto('/?q=xylophonequartet');
  await expect(page.getByRole('heading', { name: 'No document has “xylophonequartet”' })).toBeVisible();
  await expect(page.getByText('Try fewer words')).toBeVisible();
  await page.getByRole('link', { name: 'Clear' }).click();
  await expect(page.getByRole('link', { name: 'Russia and NATO' }).first()).toBeVisible();
  // A question in full is in no text; its words are.
  await page.goto('/?q=who+is+credited+with+the+Orange+Revolution');
  await page.getByRole('link', { name: 'Search for credited or Orange or Revolution' }).click();
  await expect(page.locator('mark', { hasText: 'Revolution' }).first()).toBeVisible();
});

test('a search marks what it found, by stem, in every collection', async ({ page, request }) => {
  await withStories(request, 'Searched');
  await page.goto('/');
  await page.getByLabel('Search all documents').fill('delaying flood');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('heading', { name: /with “delaying flood”/ })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText(/floods|delayed/);
  await expectAccessible(page);
  // A result leads to the sentence that it shows, marked in its document.
  await page.getByRole('link', { name: 'Searched 1' }).first().click();
  await expect(page).toHaveURL(/\/documents\/.+#s-\d+-\d+$/, { timeout: 30_000 });
  await expect(page.locator(MARKED_PLACE).first()).toBeInViewport();
  expect(STORIES.join(' ')).toContain(await markedWords(page));
});

test('the library fits a narrow screen', async ({ page, request }) => {
  const collection = await withStories(request, 'Narrow');
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['/', `/library/${collection}`, '/library/trash']) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
  await page.goto(`/library/${collection}`);
  await expectAccessible(page);
});
