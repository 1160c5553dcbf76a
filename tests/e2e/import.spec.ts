import { createServer, type Server } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import { docx } from '../fixtures/import/docx';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll, open } from './reading';

const PARAGRAPHS = [
  'The new bridge over the harbour opened on Monday. The city paid 30 million pounds for it, and the work took four years.',
  'Engineers said that about 2,000 people walked across on the first day. Ferries will stop in June, the harbour office said.',
  'Critics say that the ferry workers were betrayed. The mayor denied it, and promised new work for every one of them.'
];
const PAGE = `<!doctype html><html lang="en-GB"><head><title>Harbour News</title>
<meta property="og:title" content="Bridge opens"><meta property="og:site_name" content="Harbour News">
<meta name="author" content="Anna Brown"><meta property="article:published_time" content="2024-03-05T08:00:00Z">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Bridge opens</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}
<figcaption>Picture: the bridge at dawn</figcaption></article>
<footer>Harbour News, all rights reserved</footer><img src=x onerror="document.title='run'"></body></html>`;

/** The server's settings let an import reach this port of this computer, and no other. */
const port = Number(process.env.PARALLAX_E2E_PORT ?? 4180) + 1000;
let site: Server;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  site = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  });
  await new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve));
});
test.afterAll(() => void site.close());

/** Drops files on the page, as a person would from a folder. */
async function drop(page: Page, files: readonly { name: string; type: string; bytes: Uint8Array }[]) {
  const sent = files.map(({ name, type, bytes }) => ({ name, type, bytes: [...bytes] }));
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, type, bytes } of all)
      data.items.add(new File([new Uint8Array(bytes)], name, { type }));
    return data;
  }, sent);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

async function saveAs(page: Page, title: string) {
  await page.getByLabel('Its title').fill(title);
  await page.getByRole('button', { name: /^Save \d+ document/ }).click();
  await expect(page).toHaveURL(/\/library\//, { timeout: 30_000 });
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

test('a pasted text is shown, corrected and saved', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, '/import');
  await page.locator('#pasted-name').fill('My notes');
  await page.locator('#pasted-text').fill(`${PARAGRAPHS.join('\n\n')}\n\nSent from my telephone`);
  await page.getByRole('button', { name: 'Add this text' }).click();
  const source = page.getByRole('article', { name: 'My notes' });
  await expect(source.getByText('The new bridge over the harbour')).toBeVisible();
  await source.getByRole('checkbox', { name: /Sent from my telephone/ }).uncheck();
  await expect(source.getByText('left out: left out by you')).toBeVisible();
  await source.getByLabel('Title').fill('Notes on the bridge');
  await source.getByLabel('Published').fill('5 March');
  await page.getByLabel('Its title').fill('Pasted');
  await page.getByRole('button', { name: 'Save 1 document' }).click();
  await expect(page.getByRole('alert')).toContainText('such as 2024-03-05');
  await source.getByLabel('Published').fill('2024-03-05');
  await saveAs(page, 'Pasted');
  await expect(page.getByText('Notes on the bridge').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a PDF and a Word file are dropped, and the second copy of a text is announced', async ({ page }) => {
  await page.setContent(`<h1>The bridge</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}`);
  const pdf = await page.pdf({ format: 'A5' });
  await open(page, '/import');
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await drop(page, [
    { name: 'bridge.pdf', type: 'application/pdf', bytes: pdf },
    { name: 'bridge.docx', type, bytes: docx(PARAGRAPHS, { core: '<dc:creator>Carl Reed</dc:creator>' }) },
    { name: 'broken.pdf', type: 'application/pdf', bytes: pdf.subarray(0, 200) }
  ]);
  const first = page.getByRole('article', { name: 'bridge.pdf' });
  await expect(first.getByText(PARAGRAPHS[0]!)).toBeVisible();
  await expect(first.getByText(PARAGRAPHS[2]!)).toBeVisible();
  const second = page.getByRole('article', { name: 'bridge.docx' });
  await expect(second.getByText(PARAGRAPHS[1]!)).toBeVisible();
  await expect(second.getByLabel('Author')).toHaveValue('Carl Reed');
  await expect(second.getByText(/the same text as/i).first()).toBeVisible();
  const broken = page.getByRole('article', { name: 'broken.pdf' });
  await expect(broken.getByRole('alert')).toContainText('broken.pdf is broken as a PDF');
  await expectAccessible(page);
  await saveAs(page, 'Dropped');
});

test('a page is fetched from a server, and what was cut from it can be put back', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, '/import');
  await page.getByLabel('Address', { exact: true }).first().fill(`http://127.0.0.1:${port}/story`);
  await page.getByRole('button', { name: 'Fetch the page' }).click();
  const source = page.getByRole('article');
  await expect(source.getByLabel('Title')).toHaveValue('Bridge opens');
  await expect(source.getByLabel('Author')).toHaveValue('Anna Brown');
  await expect(source.getByLabel('Site or paper')).toHaveValue('Harbour News');
  await expect(source.getByLabel('Published')).toHaveValue('2024-03-05');
  await expect(source.getByLabel('Language')).toHaveValue('en-GB');
  const caption = source.getByRole('checkbox', { name: /Picture: the bridge at dawn/ });
  await expect(caption).toBeHidden();
  await source.getByText(/blocks? left out: captions/).click();
  await caption.check();
  await saveAs(page, 'Fetched');
  expect(await page.title()).not.toBe('run');
  expect(complaints).toEqual([]);
});

test('an address that is not public is refused in a sentence, and nothing is added', async ({ page }) => {
  await open(page, '/import');
  for (const address of [
    `http://127.0.0.1:${port + 1}/`,
    'http://localhost/',
    'http://169.254.169.254/latest'
  ]) {
    await page.getByLabel('Address', { exact: true }).first().fill(address);
    await page.getByRole('button', { name: 'Fetch the page' }).click();
    const source = page.getByRole('article', { name: address });
    await expect(source.getByRole('alert')).toContainText(/public internet|usual ports/);
    await source.getByRole('button', { name: /^Remove/ }).click();
    await expect(source).toBeHidden();
  }
});

test('the page is read and worked with by keyboard, and fits a telephone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '/import');
  await expectAccessible(page);
  await page
    .locator('#pasted-text')
    .fill(`${PARAGRAPHS.join('\n\n')} https://example.org/${'long'.repeat(60)}`);
  await page.getByRole('button', { name: 'Add this text' }).press('Enter');
  const source = page.getByRole('article', { name: 'Pasted text' });
  const box = source.getByRole('checkbox', { name: /Engineers said/ });
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).not.toBeChecked();
  await expect(box).toBeFocused();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
