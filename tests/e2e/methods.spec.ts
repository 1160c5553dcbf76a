import { expect, test } from './awake';
import { complaintsOf, expectNoSidewaysScroll, open } from './reading';

interface Metric {
  readonly id: string;
  readonly question: string;
  readonly limits: string;
  readonly unit: string;
}

test('the methods page says of every metric what it asks, its unit and its limits', async ({ page }) => {
  const complaints = complaintsOf(page);
  const metrics = (await (await page.request.get('/api/v1/metrics')).json()) as Metric[];
  expect(metrics.length).toBeGreaterThanOrEqual(6);
  await open(page, '/methods');
  for (const { id, question, limits, unit } of metrics) {
    const article = page.locator(`article#${id}`);
    await expect(article).toContainText(question);
    await expect(article).toContainText(unit);
    await expect(article).toContainText(limits.trim().split(/\s+/u).slice(0, 4).join(' '));
  }
  await expect(page.getByRole('heading', { name: 'What Parallax never says' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the API page shows every endpoint, and its first command works as it stands', async ({ page }) => {
  const complaints = complaintsOf(page);
  const api = (await (await page.request.get('/api/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { example: object }> } }>>;
  };
  await open(page, '/api');
  for (const path of Object.keys(api.paths)) {
    await expect(page.locator('.path code').filter({ hasText: path }).first()).toBeVisible();
  }
  const command = (await page.locator('pre').first().textContent()) ?? '';
  const body = /-d '([\s\S]+)'$/u.exec(command)?.[1]?.replaceAll(`'\\''`, "'") ?? '';
  const answer = await page.request.post('/api/v1/audit', { data: JSON.parse(body) as object });
  expect(answer.status()).toBe(200);
  expect(complaints).toEqual([]);
});

test('a page that is not there says so, and leads back', async ({ page }) => {
  await page.goto('/nothing-here');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  await page.goto('/collections/nothing-here');
  await expect(page.getByText('nothing-here')).toBeVisible();
  await page.getByRole('link', { name: 'To the first page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Library');
});

test('both pages read at 360 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  for (const address of ['/methods', '/api', '/nothing-here']) {
    await page.goto(address);
    await expectNoSidewaysScroll(page);
  }
});
