/** How fast one text is analysed: beside a raw wink-nlp pass and other tools, and by its length. */
import { measureDocument } from '$lib/analysis/metrics/runner';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';
import { rawPass } from '$lib/text/raw-pass';
import { median, milliseconds } from './clock';
import { peers } from './peers';

const RUNS = 3;
const GROWTH = [1_000, 10_000, 100_000, 1_000_000];

/** Tokens a second of the engine, a raw wink-nlp pass and the peers, run in turn over the same texts. */
export function measureRates(texts: readonly string[]) {
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

/** Milliseconds for one text of a thousand up to a million words. */
export function measureGrowth(texts: readonly string[]) {
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
