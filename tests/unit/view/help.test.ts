import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { helpPages } from '$lib/view/help';

/** The folders below a route that are pages, by the last part of their address. */
const views = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('['))
    .map(({ name }) => name);

test('every view of a collection has its question on the help page', () => {
  const told = helpPages('/collections/c').map(({ href }) => href);
  expect(told).toContain('/collections/c');
  for (const view of views('src/routes/collections/[collection]')) {
    // Data for the overview, and the texts, which have no address without a text.
    if (view === 'overview' || view === 'documents') continue;
    expect(told).toContain(`/collections/c/${view}`);
  }
});

test('with no collection, nothing leads into one', () => {
  const told = helpPages(null).map(({ href }) => href);
  expect(told).toContain('/your-texts');
  expect(told.filter((href) => href?.startsWith('/collections'))).toEqual([]);
});
