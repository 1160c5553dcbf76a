/** What several browser tests need: the texts as they were submitted, and a page that must stay healthy. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from './awake';
import { markContrastTargets } from './contrast';

export const COLLECTION = '/collections/russia-nato';

interface Collection {
  readonly documents: readonly { readonly id: string; readonly text: string }[];
}

/** The bundled documents through the API, in order. */
export async function bundledDocuments(page: Page): Promise<Collection['documents']> {
  const answer = await page.request.get('/api/v1/collections/russia-nato');
  const collection = (await answer.json()) as Collection;
  expect(collection.documents).toHaveLength(5);
  return collection.documents;
}

/** Collects what the browser complains of; read it at the end of a test. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Goes to a page and waits until its scripts run, which is when a reader can use it. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
}

/** Where the address leads to; the legend shows what such a place looks like, and is none. */
export const MARKED_PLACE = '.look-target:not(dt *)';

/** The words that are marked as the place the address leads to. */
export async function markedWords(page: Page): Promise<string> {
  return (await page.locator(MARKED_PLACE).allTextContents()).join('');
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const sizes = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(sizes[0]).toBeLessThanOrEqual(sizes[1]!);
}

/** All rules in light; in dark only contrast can come out another way. */
export async function expectAccessible(page: Page): Promise<void> {
  // No page has frames, and of the thousands of nodes where all is well nobody wants a list: much quicker so.
  const expectNothing = async (
    options: Parameters<AxeBuilder['options']>[0],
    targets: string | null = null
  ) => {
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ ...options, resultTypes: ['violations'] });
    const { violations } = await (targets === null ? axe : axe.include(targets)).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
  };
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const targets = await markContrastTargets(page);
    const alone = targets !== null || colorScheme === 'dark';
    if (colorScheme === 'light')
      await expectNothing(alone ? { rules: { 'color-contrast': { enabled: false } } } : {});
    if (alone) await expectNothing({ runOnly: { type: 'rule', values: ['color-contrast'] } }, targets);
  }
}
