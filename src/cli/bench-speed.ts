/**
 * `npm run bench:speed -- --data DIR [--json FILE] [--only profile|growth|compare]
 * [--documents 50,500]`: how fast the analysis is,
 * beside a raw wink-nlp pass over the same texts and other JavaScript tools in the same run; how its time grows
 * with the length of one text; and how the comparison of documents grows with their number.
 *
 * DIR holds `*.jsonl` files whose rows have a `text`. Rates are tokens a second, medians of alternating runs
 * after a warm-up. Nothing here is part of a test: a clock proves nothing on a busy machine.
 */
import { writeFileSync } from 'node:fs';
import { articlesIn, SOURCES, type Article } from './bench/collections';
import { measureComparison, measureShortlistRecall, SIZES } from './bench/comparing';
import { measureGrowth, measureRates } from './bench/rates';
import { readOptions } from './options/read-options';

const USAGE =
  'Usage: npm run bench:speed -- --data DIR [--json FILE] [--only profile|growth|compare] [--documents 50,500]';

const { values } = readOptions(USAGE, {
  data: { type: 'string' },
  json: { type: 'string' },
  only: { type: 'string' },
  documents: { type: 'string' }
});
const sizes = values.documents?.split(',').map(Number) ?? SIZES;
const say = (line: string): void => console.log(line);

/** Each part prints what it found and answers what is written to the file. */
const PARTS: Readonly<Record<string, (articles: readonly Article[]) => object>> = {
  profile: (articles) => {
    const result = measureRates(articles.map(({ text }) => text));
    const { tokensPerSecond, ratio } = result.profile;
    say(`${tokensPerSecond} tokens a second, ${ratio.toFixed(2)} of a raw wink-nlp pass`);
    for (const [name, rate] of Object.entries(result.peers)) say(`${name}: ${rate} tokens a second`);
    return result;
  },
  growth: (articles) => {
    const growth = measureGrowth(articles.map(({ text }) => text));
    for (const { words, ms } of growth) say(`${words} words: ${ms} ms`);
    return { growth };
  },
  compare: (articles) => {
    const compare = measureComparison(articles, sizes);
    for (const row of compare) {
      say(
        `${row.documents} documents: ${row.msPerDocument.toFixed(2)} ms each to compare, ` +
          `${row.msPerDocumentWithReading.toFixed(2)} ms with reading, ${row.peakMb} MB at most, ` +
          `${row.statements} statements, ${row.claims} claims, ${row.shared} of several documents`
      );
    }
    const shortlistRecall = measureShortlistRecall(articles);
    say(`shortlist recall: ${shortlistRecall.toFixed(3)}`);
    return { compare, shortlistRecall };
  }
};

const articles = values.data ? articlesIn(values.data) : [];
const parts = Object.keys(PARTS).filter((name) => values.only === undefined || values.only === name);
if (articles.length === 0 || parts.length === 0) {
  console.error(
    articles.length === 0
      ? `--data must name a folder with ${SOURCES.map((name) => `${name}.jsonl`).join(' or ')}.`
      : `--only takes one of ${Object.keys(PARTS).join(', ')}.`
  );
  process.exitCode = 2;
} else {
  const result = Object.assign({}, ...parts.map((name) => PARTS[name]!(articles))) as object;
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);
}
