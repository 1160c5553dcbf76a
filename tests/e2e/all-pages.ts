/** Every page there is, for what must hold on all of them. */
import type { Page } from './awake';
import { bundledDocuments, COLLECTION } from './reading';

/** A name for the test, and the address, which may need the ids of documents and claims. */
export interface EveryPage {
  readonly name: string;
  readonly address: (page: Page) => Promise<string>;
}

const fixed = (name: string, address: string): EveryPage => ({ name, address: async () => address });

async function sharedClaim(page: Page): Promise<string> {
  const answer = await page.request.get(`${COLLECTION}/claims?sources=2`);
  const key = /href="[^"]*\/claims\/([^"?#]+)"/u.exec(await answer.text())?.[1];
  if (key === undefined) throw new Error('No claim is shared.');
  return `${COLLECTION}/claims/${key}`;
}

export const EVERY_PAGE: readonly EveryPage[] = [
  fixed('the overview', `${COLLECTION}?open=no-eastward-promise-1990`),
  fixed('the claims', `${COLLECTION}/claims`),
  fixed('the figures', `${COLLECTION}/figures`),
  { name: 'one claim', address: sharedClaim },
  fixed('the contested claims', `${COLLECTION}/contested?open=no-eastward-promise-1990`),
  {
    name: 'a document',
    address: async (page) => `${COLLECTION}/documents/${(await bundledDocuments(page))[4]!.id}`
  },
  {
    name: 'the rewrite bench',
    address: async (page) => `${COLLECTION}/documents/${(await bundledDocuments(page))[4]!.id}/rewrite`
  },
  {
    name: 'two side by side',
    address: async (page) => {
      const [a, b] = await bundledDocuments(page);
      return `${COLLECTION}/compare?a=${a!.id}&b=${b!.id}`;
    }
  },
  {
    name: 'four side by side',
    address: async (page) => {
      const [, ...four] = (await bundledDocuments(page)).map(({ id }) => id);
      return `${COLLECTION}/compare?a=${four[0]}&b=${four[1]}&c=${four[2]}&d=${four[3]}`;
    }
  },
  fixed('the report', `${COLLECTION}/report`),
  fixed('the first page', '/'),
  fixed('your own texts', '/your-texts'),
  fixed('the methods', '/methods'),
  fixed('the API', '/api'),
  fixed('the help', '/help'),
  fixed('a page that is not there', '/nothing-here')
];
