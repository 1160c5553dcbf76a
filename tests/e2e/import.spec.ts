import { createServer, type Server } from 'node:http';
import { expect, test, type Page } from './awake';
import { docx } from '../fixtures/import/docx';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll, open } from './reading';

const PARAGRAPHS = [
  'The new bridge over the harbour opened on Monday. The city paid 30 million pounds for it, and the work took four years.',
  'Engineers said that about 2,000 people walked across on the first day. Ferries will stop in June, the harbour office said.',
  'Critics say that the ferry workers were betrayed. The mayor denied it, and promised new work for every one of them.'
];
const GERMAN =
  'Die neue Brücke über den Hafen wurde am Montag eröffnet. Die Stadt hat dreißig Millionen Euro dafür bezahlt, und die Arbeiten dauerten vier Jahre. Die Fähren werden im Juni eingestellt, teilte das Hafenamt mit.';
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
  // What is copied from a page brings along where its words may be cut.
  const copied = PARAGRAPHS.join('\n\n').replaceAll('harbour', 'har\u00ADbour');
  await page.locator('#pasted-text').fill(`${copied}\n\nSent from my telephone`);
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
    { name: 'broken.pdf', type: 'application/pdf', bytes: pdf.subarray(0, 200) },
    { name: 'brücke.txt', type: 'text/plain', bytes: new TextEncoder().encode(GERMAN) }
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
  await expect(page.getByText('3 documents to save, 1 of them not in English')).toBeVisible();
  await expectAccessible(page);
  await saveAs(page, 'Dropped');
  await expect(page.getByText('Not in English: its numbers mean little.')).toBeVisible();
  const collection = page.url().split('/library/')[1]!;
  await expect
    .poll(async () => (await page.request.get(`/collections/${collection}`, { maxRedirects: 0 })).status())
    .toBe(200);
  await open(page, `/collections/${collection}/claims`);
  await expect(page.getByText('1 of these 3 texts is not in English')).toBeVisible();
  await page.getByRole('link', { name: /^C.“Die neue Brücke/ }).click();
  await expect(page.getByText('does not read as English sentences')).toBeVisible();
});

test('a page is fetched from a server, and what was cut from it can be put back', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, '/import');
  await page.getByLabel('Address', { exact: true }).first().fill(`http://127.0.0.1:${port}/story`);
  await page.getByRole('button', { name: 'Fetch the page' }).click();
  const source = page.getByRole('article');
  await expect(source.getByLabel('Title')).toHaveValue('Bridge opens');
  await expect(source.getByLabel('Author')).toHaveValue('Anna Brown');
  await expect(source.getByLabel('Publisher')).toHaveValue('Harbour News');
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

/** A table of stories; the last but one row is the same as the first, and one has no text. */
function table(rows: number): Buffer {
  const text = (index: number) => `${PARAGRAPHS.join('\n\n')}\n\nPicture number ${index}: the quay.`;
  const lines = Array.from({ length: rows }, (_, index) => {
    const words = index === 2 ? '' : text(index === rows - 2 ? 0 : index);
    return `Story ${index},,"${words}"`;
  });
  return Buffer.from(['title,author,text', ...lines].join('\n'));
}

test('documents of a table are corrected in rows, repeats and what was skipped are shown', async ({
  page
}) => {
  const complaints = complaintsOf(page);
  await open(page, '/import');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: table(8) });
  const source = page.getByRole('article', { name: 'table.csv' });
  // The first file of all waits for the library to be opened.
  await expect(source.getByText('7 of 7 documents to save')).toBeVisible({ timeout: 40_000 });
  await source.getByText('1 thing left out, and why').click();
  await expect(source.getByText('row 3: has no text')).toBeVisible();
  await source.getByRole('button', { name: 'Leave out 1 repeated document' }).click();
  await expect(source.getByText('6 of 7 documents to save')).toBeVisible();
  await source.getByRole('checkbox', { name: /^Save 2,/ }).uncheck();
  const first = source.getByRole('listitem', { name: 'Story 0' });
  await first.getByLabel('Title').fill('The first story');
  const corrected = source.getByRole('listitem', { name: 'The first story' });
  await corrected.getByRole('button', { name: /Text and details/ }).click();
  await corrected.getByRole('checkbox', { name: /Picture number 0/ }).uncheck();
  await source.getByText('Fill in what many documents lack').click();
  await source.getByLabel('Value').fill('Harbour News');
  await source.getByRole('button', { name: 'Fill in for 5 documents' }).click();
  await expect(corrected.getByLabel('Publisher')).toHaveValue('Harbour News');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await saveAs(page, 'Rows');
  await expect(page.getByRole('heading', { name: '5 documents' })).toBeVisible();
  await expect(page.getByText('Harbour News').first()).toBeVisible();
  await page.getByRole('link', { name: 'The first story', exact: true }).click();
  await expect(page.getByTestId('document-text')).not.toContainText('Picture number 0');
  expect(complaints).toEqual([]);
});

test('sending shows its percent, and is cancelled while it goes on', async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await open(page, '/import');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 400_000
  });
  const buffer = Buffer.alloc(4_000_000, 'The bridge opened on Monday. ');
  await page.locator('input[type=file]').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer });
  const source = page.getByRole('article', { name: 'long.txt' });
  await expect(source.getByText(/Sending: [1-9]\d?%/)).toBeVisible();
  await source.getByRole('button', { name: 'Cancel' }).click();
  await expect(source).toHaveCount(0);
});

test('a cancel while a file is stored saves nothing, and what was added stays', async ({ page, request }) => {
  await open(page, '/import');
  await page.locator('#pasted-text').fill(PARAGRAPHS.join('\n\n'));
  await page.getByRole('button', { name: 'Add this text' }).click();
  await page.getByLabel('Its title').fill('Never saved');
  await page.route('**/api/v1/import/save', () => undefined);
  await page.getByRole('button', { name: 'Save 1 document' }).click();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Saving was cancelled');
  await expect(page.getByRole('article', { name: 'Pasted text' })).toBeVisible();
  const all = (await (await request.get('/api/v1/collections')).json()) as { title: string }[];
  expect(all.map(({ title }) => title)).not.toContain('Never saved');
  // Leaving asks first, for what was added is held by this page alone.
  const leave = () => page.getByRole('link', { name: 'Methods' }).first().click();
  await Promise.all([page.waitForEvent('dialog').then((dialog) => dialog.dismiss()), leave()]);
  await expect(page).toHaveURL(/\/import/);
  await Promise.all([page.waitForEvent('dialog').then((dialog) => dialog.accept()), leave()]);
  await expect(page).toHaveURL(/\/methods/);
});

test('what is too large, empty, or in another language is said before anything is saved', async ({
  page
}) => {
  await open(page, '/import');
  const german =
    'Die neue Brücke über den Hafen wurde am Montag eröffnet. Die Stadt zahlte dreißig Millionen Euro dafür. ';
  await page.locator('input[type=file]').setInputFiles([
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
    { name: 'german.txt', mimeType: 'text/plain', buffer: Buffer.from(german.repeat(4)) }
  ]);
  await expect(page.getByRole('article', { name: 'empty.txt' }).getByRole('alert')).toContainText('is empty');
  await expect(
    page.getByRole('article', { name: 'german.txt' }).getByText('does not read as English')
  ).toBeVisible();
});
