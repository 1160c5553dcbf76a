import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test, type Page } from './awake';
import { bundledDocuments, COLLECTION, expectNoSidewaysScroll, open } from './reading';

const REPORT = `${COLLECTION}/report`;
const FILE = '/api/v1/collections/russia-nato/exports/report.html';

/** Opens a report from disk, as somebody who was sent it does; gives what it asked for beside itself. */
async function openFromDisk(page: Page, html: string): Promise<string[]> {
  const file = test.info().outputPath('report.html');
  writeFileSync(file, html);
  const { href } = pathToFileURL(file);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== href) asked.push(request.url());
  });
  await page.goto(href);
  return asked;
}

test('the report says what the overview says: findings, stances, sources and what they rest on', async ({
  page
}) => {
  await open(page, COLLECTION);
  const findings = await page.locator('[data-finding] .sentence').allTextContents();
  const claims = await page.locator('tbody[data-claim]').count();
  await open(page, REPORT);
  const words = (text: string) => text.replace(/\s+/gu, ' ').trim();
  expect((await page.locator('.findings .sentence').allTextContents()).map(words)).toEqual(
    findings.map(words)
  );
  await expect(page.locator('.matrix tbody tr')).toHaveCount(claims);
  await expect(page.locator('.matrix tbody tr').first().locator('td[data-stance]')).toHaveCount(5);
  const documents = await bundledDocuments(page);
  for (const { id } of documents) {
    await expect(page.locator(`[data-source="${id}"] code`)).toHaveText(/^[0-9a-f]{64}$/u);
  }
  await expect(page.getByRole('main')).toContainText(/word lists sha256:[0-9a-f]{64}/u);
  await expect(page.getByRole('main')).not.toContainText(/\b(NaN|undefined|null|\[object)/u);
  // Nobody dates it: the same texts give the same report.
  await expect(page.getByRole('main')).not.toContainText(new Date().toISOString().slice(0, 10));
});

test('every chart has a question, a picture with a name and a table that says the same', async ({ page }) => {
  await open(page, REPORT);
  // Some charts are folded away, such as those of measures on which all tie.
  await page
    .locator('details.fold')
    .evaluateAll((folds) => folds.forEach((fold) => fold.toggleAttribute('open', true)));
  const figures = page.locator('figure');
  const count = await figures.count();
  expect(count).toBeGreaterThan(15);
  for (let index = 0; index < count; index++) {
    const figure = figures.nth(index);
    const question = (await figure.locator('h3').textContent()) ?? '';
    await expect(figure.locator('svg')).toHaveAttribute(
      'aria-label',
      new RegExp(`^${question.slice(0, 20)}`, 'u')
    );
    expect(await figure.locator('svg path').count()).toBeGreaterThan(3);
    await figure.locator('summary').click();
    expect(await figure.locator('tbody tr').count()).toBeGreaterThan(0);
  }
});

test('drawings in a row begin level, whatever stands above them', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, REPORT);
  const rows = await page.locator('figure').evaluateAll((figures) => {
    const found = new Map<number, number[]>();
    for (const figure of figures) {
      const { top, height } = figure.getBoundingClientRect();
      const drawing = figure.querySelector('svg')?.getBoundingClientRect().top ?? 0;
      if (height > 0) found.set(Math.round(top), [...(found.get(Math.round(top)) ?? []), drawing]);
    }
    return [...found.values()].filter((tops) => tops.length > 1);
  });
  expect(rows.length).toBeGreaterThan(3);
  for (const tops of rows) expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(1);
});

test('it is saved from the page as one file that opens from disk and asks for nothing', async ({ page }) => {
  await open(page, REPORT);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as one file' }).click()
  ]);
  expect(download.suggestedFilename()).toBe('russia-nato-report.html');
  const html = readFileSync(await download.path(), 'utf8');
  expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|href="(?!#)/u);
  const asked = await openFromDisk(page, html);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(asked).toEqual([]);
  const dead = await page
    .locator('a[href^="#"]')
    .evaluateAll(
      (links) => links.filter((link) => !document.querySelector(link.getAttribute('href') ?? '')).length
    );
  expect(dead).toBe(0);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
});

test('the same request gives the same bytes, on the page and from the command line', async ({ page }) => {
  test.setTimeout(180_000);
  const first = await (await page.request.get(FILE)).text();
  expect(await (await page.request.get(FILE)).text()).toBe(first);
  const file = test.info().outputPath('from the command line.html');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['src/cli/parallax.mjs', 'audit', 'corpus/russia-nato', '--json', '--html', file],
    { cwd: root, encoding: 'utf8', maxBuffer: 1e9 }
  );
  expect(stderr.replace(/^Building .*$/mu, '').trim()).toBe('');
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as { schema: string }).schema).toBe('parallax.audit/1');
  expect(readFileSync(file, 'utf8')).toBe(first);
});

test('words of a text stay words, whatever they are', async ({ page }) => {
  const text =
    'The mayor said <script>alert(1)</script> and </style><b>left</b>. It cost $3 million <!-- no -->.';
  const answer = await page.request.post('/api/v1/report', {
    data: {
      documents: [
        { id: 'a', text, title: '</title><script>x</script>' },
        { id: 'b', text: 'It cost $5 million.' }
      ],
      claims: [{ id: 'cost', statement: 'It cost <i>too much</i>.', cues: [['cost']] }],
      about: { title: '<script>y</script>' }
    }
  });
  expect(answer.status()).toBe(200);
  const html = await answer.text();
  expect(html).not.toMatch(/<script|<b>left|<i>too/u);
  await openFromDisk(page, html);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<script>y</script>');
});

test('what is wrong with a request is said in the error shape', async ({ page }) => {
  const answer = await page.request.post('/api/v1/report', { data: { documents: [{ id: 'a', text: ' ' }] } });
  expect(answer.status()).toBe(400);
  expect(((await answer.json()) as { error: { path: string } }).error.path).toBe('documents[0].text');
  expect((await page.request.get('/collections/nowhere/report')).status()).toBe(404);
});

test('a reader’s own texts are saved as a report too', async ({ page }) => {
  await open(page, '/your-texts');
  await page.locator('#name-t1').fill('The calm one');
  await page
    .locator('#text-t1')
    .fill('The new bridge opened on Monday. The city paid 30 million pounds for it.');
  await page
    .locator('#text-t2')
    .fill('The disastrous bridge opened on Monday. The city squandered 45 million on it.');
  await page.getByRole('button', { name: 'Compare these texts' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a report' }).click()
  ]);
  expect(download.suggestedFilename()).toBe('your-texts-report.html');
  await openFromDisk(page, readFileSync(await download.path(), 'utf8'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your own texts');
  await expect(page.locator('.sources')).toContainText('The calm one');
});
