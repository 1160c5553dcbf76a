/**
 * `npm run bench:speed -- --data DIR [--json FILE]`: how fast the analysis is, beside a raw wink-nlp pass over
 * the same texts and other JavaScript tools in the same run, and how its time grows with the length of one text.
 *
 * DIR holds `*.jsonl` files whose rows have a `text`. Rates are tokens a second, medians of alternating runs
 * after a warm-up. Nothing here is part of a test: a clock proves nothing on a busy machine.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureDocument } from '$lib/analysis/metrics/runner';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';
import { rawPass } from '$lib/text/raw-pass';
import { peers } from './bench/peers';

const SOURCES = ['news-triples-basil', 'attribution-polnear'];
const RUNS = 3;
const GROWTH = [1_000, 10_000, 100_000, 1_000_000];

function textsOf(folder: string): string[] {
  return SOURCES.map((name) => join(folder, `${name}.jsonl`))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Tokens a second of the engine, a raw wink-nlp pass and the peers, run in turn over the same texts. */
function rates(texts: readonly string[]) {
  const countTokens = rawPass();
  const tokens = texts.reduce((sum, text) => sum + countTokens(text), 0);
  const works: Record<string, (text: string) => void> = {
    wink: countTokens,
    engine: (text) => measureDocument(readText(text, knowledge), knowledge),
    ...peers
  };
  const spent = new Map(Object.keys(works).map((name) => [name, [] as number[]]));
  for (let run = 0; run <= RUNS; run++) {
    for (const [name, work] of Object.entries(works)) {
      const time = milliseconds(() => texts.forEach(work));
      if (run > 0) spent.get(name)!.push(time);
    }
  }
  const rate = (name: string) => Math.round((tokens / median(spent.get(name)!)) * 1000);
  const [tokensPerSecond, winkTokensPerSecond] = [rate('engine'), rate('wink')];
  return {
    profile: { tokensPerSecond, winkTokensPerSecond, ratio: tokensPerSecond / winkTokensPerSecond },
    peers: Object.fromEntries(Object.keys(peers).map((name) => [name, rate(name)]))
  };
}

function growth(texts: readonly string[]) {
  const words = texts.join('\n\n').split(/(?<=\s)/u);
  return GROWTH.map((size) => {
    const text = Array.from({ length: size }, (_, at) => words[at % words.length]).join('');
    const runs = size > 100_000 ? 1 : 3;
    const spent = Array.from({ length: runs }, () =>
      milliseconds(() => measureDocument(readText(text, knowledge), knowledge))
    );
    return { words: size, ms: Math.round(median(spent)) };
  });
}

const { values } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'string' } } });
const texts = values.data ? textsOf(values.data) : [];
if (texts.length === 0) {
  console.error(`--data must name a folder with ${SOURCES.map((name) => `${name}.jsonl`).join(' or ')}.`);
  process.exitCode = 2;
} else {
  const result = { ...rates(texts), growth: growth(texts) };
  console.log(
    `${result.profile.tokensPerSecond} tokens a second, ${result.profile.ratio.toFixed(2)} of a raw wink-nlp pass`
  );
  for (const [name, rate] of Object.entries(result.peers)) console.log(`${name}: ${rate} tokens a second`);
  for (const { words, ms } of result.growth) console.log(`${words} words: ${ms} ms`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);
}
