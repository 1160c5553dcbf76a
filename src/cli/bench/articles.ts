/** What an import takes for the article of each page of a folder, by the function that imports pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { importBytes } from '$lib/server/import';

/** The task, and the folder of its pages. */
export const ARTICLES = 'article-extraction';
const PAGE = '.html.gz';

/**
 * Reads every `ID.html.gz` of a folder.
 *
 * @returns one line of JSON a page, and how many pages were read in a second, after the first
 */
export async function articleTexts(folder: string): Promise<{ answers: string[]; pagesPerSecond: number }> {
  const files = readdirSync(folder).filter((name) => name.endsWith(PAGE));
  const answers: string[] = [];
  let started = 0;
  for (const file of files.sort()) {
    const id = file.slice(0, -PAGE.length);
    const [document] = await importBytes(gunzipSync(readFileSync(join(folder, file))), {
      name: `${id}.html`
    });
    answers.push(JSON.stringify({ id, prediction: document?.text ?? '' }));
    // The first page pays for the start of the thread.
    if (answers.length === 1) started = performance.now();
  }
  return { answers, pagesPerSecond: (1000 * (files.length - 1)) / (performance.now() - started) };
}
