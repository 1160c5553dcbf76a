/**
 * Playwright's test, with pages that are used only once they answer: what is clicked on a page whose scripts have
 * not yet come is lost, to a reader as to a test, and how long that is depends on the computer.
 */
import { test as base, type Page } from '@playwright/test';

export { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';

const served = new WeakMap<Page, Pick<Page, 'goto'>>();

/** The same page without the waiting, for tests of what happens before. */
export function asServed(page: Page): Pick<Page, 'goto'> {
  return served.get(page) ?? page;
}

async function untilAwake(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const html = document.documentElement;
    return 'awake' in html.dataset || document.querySelector('main#main') === null;
  });
}

export const test = base.extend({
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled !== false) {
      const goto = page.goto.bind(page);
      const reload = page.reload.bind(page);
      served.set(page, { goto });
      page.goto = async (...args) => {
        const answer = await goto(...args);
        await untilAwake(page);
        return answer;
      };
      page.reload = async (...args) => {
        const answer = await reload(...args);
        await untilAwake(page);
        return answer;
      };
    }
    await use(page);
  }
});
